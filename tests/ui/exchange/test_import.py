"""Reading a file in the window: a look first, then everything that is new or nothing."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.log.record import Origin
from massage_companion.storage.export_files import write_csv, write_json
from massage_companion.storage.words import load_words
from massage_companion.ui.exchange.columns_dialog import ColumnsDialog
from massage_companion.ui.exchange.controller import ImportController
from massage_companion.ui.exchange.import_dialog import ImportDialog
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, CUSHION, record
from tests.support.memory_store import MemoryStore

WORDS = load_words("en")
FOREIGN = "Date;Minutes;Before;After;Comment\n04.03.2026 08:05;12;6;4;after work\n99.99.2026;12;6;4;never\n"


class World:
    """A window in which Ann imports a file; ``answer`` gets each dialog as it is shown."""

    def __init__(self, qtbot: QtBot) -> None:
        self.store = MemoryStore()
        self.store.keep_person(ANN)
        self.store.keep_massager(CUSHION)
        self.files: dict[str, bytes] = {}
        self.shown: list[QDialog] = []
        self.answer: Callable[[QDialog], None] = lambda dialog: None
        self.failed: list[str] = []
        self.imported = 0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.controller = ImportController(self.store, self._read, lambda utc_ms: (480, ""), WORDS, self.window)
        self.controller.failed.connect(self.failed.append)
        self.controller.imported.connect(self._count)

    def open(self, name: str, content: bytes) -> None:
        self.files[name] = content
        self.controller.open(Path(name), ANN)

    def exec(self, dialog: QDialog) -> int:
        self.shown.append(dialog)
        self.answer(dialog)
        return dialog.result()

    def _read(self, path: Path, most: int) -> bytes:
        if path.name not in self.files:
            raise StoreError("gone", "no such file")
        return self.files[path.name]

    def _count(self) -> None:
        self.imported += 1


@pytest.fixture
def world(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> World:
    made = World(qtbot)

    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: made.exec(dialog))
    monkeypatch.setattr(ColumnsDialog, "exec", lambda dialog: made.exec(dialog))
    return made


def agree(dialog: QDialog) -> None:
    if isinstance(dialog, ImportDialog):
        dialog.add_button.click()
    else:
        dialog.accept()


def exported() -> bytes:
    source = MemoryStore()
    source.keep_person(ANN)
    source.keep_massager(CUSHION)
    source.add_records((record("one"), record("two")))
    file = io.BytesIO()
    write_json(source, (ANN,), NOON, file)
    return file.getvalue()


def test_it_shows_what_is_new_and_adds_it_once_the_person_agrees(world: World) -> None:
    world.answer = agree
    world.open("all.json", exported())
    (dialog,) = world.shown
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Sessions: 2 new" in told
    assert (world.store.session_count("ann"), world.imported) == (2, 1)


def test_closing_it_adds_nothing(world: World) -> None:
    world.open("all.json", exported())
    assert (world.store.session_count("ann"), world.imported) == (0, 0)


def test_there_is_nothing_to_add_a_second_time(world: World) -> None:
    world.answer = agree
    world.open("all.json", exported())
    world.open("all.json", exported())
    last = world.shown[-1]
    assert isinstance(last, ImportDialog)
    assert not last.add_button.isEnabled()


def test_a_full_disk_is_told_and_the_window_stays_open(world: World) -> None:
    world.store.fails = StoreError("full", "")
    world.answer = agree
    world.open("all.json", exported())
    (dialog,) = world.shown
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert WORDS("storage.full") in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert world.imported == 0


def test_the_own_table_needs_no_questions(world: World) -> None:
    source = MemoryStore()
    source.keep_person(ANN)
    source.keep_massager(CUSHION)
    source.add_records((record(),))
    file = io.BytesIO()
    write_csv(source, (ANN,), file)
    world.answer = agree
    world.open("log.csv", file.getvalue())
    assert [type(dialog) for dialog in world.shown] == [ImportDialog]
    assert [each.origin for each in world.store.records("ann", 5)] == [Origin.MANUAL]


def test_another_programs_table_is_asked_about_with_a_sample(world: World) -> None:
    world.answer = agree
    world.open("pain.csv", FOREIGN.encode())
    assert [type(dialog) for dialog in world.shown] == [ColumnsDialog, ImportDialog]
    told = " ".join(label.text() for label in world.shown[0].findChildren(QLabel)).replace("\n", " ")
    assert "4 Mar 2026 08:05, 12 min, soreness 6 → 4 after work" in told
    assert "1 session can be read. 1 row cannot be read." in told
    (kept,) = world.store.records("ann", 5)
    assert (kept.note, kept.origin) == ("after work", Origin.MANUAL)


def test_without_a_date_column_it_does_not_go_on(world: World) -> None:
    world.open("pain.csv", b"first;second\n1;2\n")
    (dialog,) = world.shown
    assert isinstance(dialog, ColumnsDialog)
    assert not dialog.go_on.isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", b"{", "exchange.trouble.not_json"),
        ("a.json", b"{}", "exchange.trouble.not_ours"),
        ("a.csv", b"", "exchange.trouble.empty"),
        ("a.csv", b"a\x00b,c", "exchange.trouble.not_text"),
    ],
)
def test_a_wrong_file_is_told_in_words(world: World, name: str, content: bytes, told: str) -> None:
    world.open(name, content)
    assert (world.failed, world.shown) == ([WORDS(told)], [])


def test_a_file_that_is_gone_is_told(world: World) -> None:
    world.controller.open(Path("nowhere.json"), ANN)
    assert world.failed == [WORDS("backup.trouble.gone")]
