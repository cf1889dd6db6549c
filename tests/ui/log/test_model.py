"""The table reads page by page, keeps its place, and is readable without seeing it."""

from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from massage_companion.companion.log_ports import Order
from massage_companion.companion.ports import StoreError
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.ui.log.model import PAGE_ROWS, LogModel, order_after_press
from massage_companion.ui.log.table import is_short, shared
from tests.ui.log.test_view import NOON, WORDS, record


class Shelf:
    """Records as a store gives them: the latest first, after a key."""

    def __init__(self, count: int) -> None:
        self.records = tuple(
            structs.replace(record(shifted(NOON, -number * 60 * MINUTE_MS)), id=f"s{number:05d}")
            for number in range(count)
        )
        self.reads: list[int] = []
        self.fails = False

    def read(self, limit: int, after: SessionRecord | None) -> tuple[SessionRecord, ...]:
        if self.fails:
            raise StoreError("damaged", "page")
        self.reads.append(limit)
        rest = [row for row in self.records if after is None or row.started.utc_ms < after.started.utc_ms]
        return tuple(rest[:limit])


def test_only_the_first_page_is_read_until_more_is_wanted(qtbot: QtBot) -> None:
    shelf, model = Shelf(3 * PAGE_ROWS), LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    assert (shelf.reads, model.rowCount()) == ([PAGE_ROWS], PAGE_ROWS)
    model.fetchMore(QModelIndex())
    assert (len(shelf.reads), model.rowCount()) == (2, 2 * PAGE_ROWS)


def test_every_session_is_there_exactly_once(qtbot: QtBot) -> None:
    shelf, model = Shelf(2 * PAGE_ROWS + 7), LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [model.row(number).session for number in range(model.rowCount())] == [r.id for r in shelf.records]


def test_reading_again_goes_as_far_as_before_and_no_further_than_is_quick(qtbot: QtBot) -> None:
    shelf, model = Shelf(30 * PAGE_ROWS), LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    model.fetchMore(QModelIndex())
    model.show(shelf.read, NOON.utc_ms, again=True)
    assert (shelf.reads[-1], model.rowCount()) == (2 * PAGE_ROWS, 2 * PAGE_ROWS)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    model.show(shelf.read, NOON.utc_ms, again=True)
    assert model.rowCount() == 10 * PAGE_ROWS
    assert model.canFetchMore(QModelIndex())


def test_a_page_that_cannot_be_read_ends_the_table_and_is_told(qtbot: QtBot) -> None:
    shelf, model = Shelf(2 * PAGE_ROWS), LogModel(WORDS)
    model.show(shelf.read, NOON.utc_ms)
    shelf.fails = True
    with qtbot.waitSignal(model.failed):
        model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (PAGE_ROWS, False)


def test_rows_leave_where_they_stood(qtbot: QtBot) -> None:
    model = LogModel(WORDS)
    model.show(Shelf(5).read, NOON.utc_ms)
    model.drop({"s00001", "s00003"})
    assert [model.row(number).session for number in range(model.rowCount())] == ["s00000", "s00002", "s00004"]


def test_a_screen_reader_hears_words_where_the_eye_sees_signs(qtbot: QtBot) -> None:
    model = LogModel(WORDS)
    model.show(Shelf(1).read, NOON.utc_ms)
    cell = model.index(0, 4)
    assert model.data(cell) == "5 → 2"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "before 5, after 2"


def test_the_head_of_a_column_says_that_the_table_goes_by_it(qtbot: QtBot) -> None:
    model = LogModel(WORDS)
    model.show(Shelf(1).read, NOON.utc_ms, Order.SOREST_AFTER)
    across, spoken = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(4, across) == "Sore after ▾"
    assert model.headerData(4, across, spoken) == "Sore after, Sorest after first"
    assert (model.headerData(0, across), model.headerData(0, across, spoken)) == ("When", None)


def test_pressing_a_head_again_turns_the_order_round() -> None:
    assert order_after_press("when", Order.NEWEST) is Order.OLDEST
    assert order_after_press("when", Order.OLDEST) is Order.NEWEST
    assert order_after_press("soreness", Order.NEWEST) is Order.SOREST_BEFORE
    assert order_after_press("soreness", Order.SOREST_BEFORE) is Order.SOREST_AFTER
    assert order_after_press("time", Order.OLDEST) is Order.LONGEST
    assert order_after_press("massager", Order.LONGEST) is Order.LONGEST


def test_room_that_is_missing_is_taken_from_the_name_and_what_is_left_goes_to_all() -> None:
    assert shared([100, 200, 60], 460, 96) == [133, 233, 93]
    assert shared([100, 200, 60], 300, 96) == [100, 140, 60]
    assert shared([100, 200, 60], 100, 96) == [100, 96, 60]
    assert shared([100, 50, 60], 100, 96) == [100, 50, 60]
    assert shared([100, 200, 0, 60], 460, 96) == [133, 233, 0, 93], "a column left out gets nothing"


def test_a_column_is_left_out_before_the_name_loses_more_than_a_third() -> None:
    assert not is_short([100, 90, 60], 220)
    assert is_short([100, 90, 60], 219)
