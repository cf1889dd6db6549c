"""The log screen reads page by page and is readable without seeing it."""

from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.storage.words import load_words
from massage_companion.ui.log.model import PAGE_ROWS, LogModel
from massage_companion.ui.log.screen import LogScreen
from tests.ui.log.test_view import NOON, record

WORDS = load_words("en")


class Shelf:
    """Records as a store gives them: the latest first, after a key."""

    def __init__(self, count: int) -> None:
        self.records = tuple(
            structs.replace(record(shifted(NOON, -number * 60 * MINUTE_MS)), id=f"s{number:05d}")
            for number in range(count)
        )
        self.reads = 0

    def read(self, limit: int, before: tuple[int, str] | None) -> tuple[SessionRecord, ...]:
        self.reads += 1
        rest = [row for row in self.records if before is None or row.started.utc_ms < before[0]]
        return tuple(rest[:limit])


def test_only_the_first_page_is_read_until_more_is_wanted(qtbot: QtBot) -> None:
    shelf = Shelf(3 * PAGE_ROWS)
    model = LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    assert (shelf.reads, model.rowCount()) == (1, PAGE_ROWS)
    model.fetchMore(QModelIndex())
    assert (shelf.reads, model.rowCount()) == (2, 2 * PAGE_ROWS)


def test_every_session_is_there_exactly_once(qtbot: QtBot) -> None:
    shelf = Shelf(2 * PAGE_ROWS + 7)
    model = LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [model.row(number).session for number in range(model.rowCount())] == [r.id for r in shelf.records]


def test_a_screen_reader_hears_words_where_the_eye_sees_signs(qtbot: QtBot) -> None:
    model = LogModel(WORDS)
    model.show(Shelf(1).read, NOON.utc_ms)
    cell = model.index(0, 4)
    assert model.data(cell) == "5 → 2"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "before 5, after 2"


def test_the_newest_session_is_chosen_and_told_in_full(qtbot: QtBot) -> None:
    screen = LogScreen(WORDS)
    qtbot.addWidget(screen)
    screen.show_log(Shelf(3).read, 3, NOON.utc_ms)
    screen.show()
    assert [index.row() for index in screen.table.selectionModel().selectedRows()] == [0]
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert [index.row() for index in screen.table.selectionModel().selectedRows()] == [1]


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    screen = LogScreen(WORDS)
    qtbot.addWidget(screen)
    screen.show_log(Shelf(3).read, 3, NOON.utc_ms)
    assert not screen.table.tabKeyNavigation()
    assert screen.table.accessibleName() == "Your sessions"


def test_an_empty_log_says_so_instead_of_showing_an_empty_table(qtbot: QtBot) -> None:
    screen = LogScreen(WORDS)
    qtbot.addWidget(screen)
    screen.show_log(Shelf(0).read, 0, NOON.utc_ms)
    screen.show()
    assert screen.table.isHidden()
