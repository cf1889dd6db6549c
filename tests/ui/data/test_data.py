"""Backups, exports and deleting from Settings: every wish is told what came of it, and nothing large by accident."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from massage_companion.companion.backups import Part, Restorable, Safekeeping
from massage_companion.companion.ports import StoreError
from massage_companion.storage.words import load_words
from massage_companion.ui.data.consequence import Consequence, ConsequenceDialog
from massage_companion.ui.data.controller import Asking, DataController
from massage_companion.ui.data.part import DataPart, Wish
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, BEN, CUSHION, live_session, record
from tests.support.memory_store import MemoryStore

WORDS = load_words("en")
FOUND = Restorable(NOON.utc_ms, 480, "1.0", Part(2, 0, 0), Part(1, 0, 0), Part(0, 1, 0), Part(5, 2, 1))


class World:
    """A settings page whose person answers every question in the same way."""

    def __init__(self, qtbot: QtBot, agrees: bool = True) -> None:
        self.store = MemoryStore()
        for person in (ANN, BEN):
            self.store.keep_person(person)
        self.store.keep_massager(CUSHION)
        self.done: list[tuple[str, Path]] = []
        self.asked: list[Consequence] = []
        self.trouble: StoreError | None = None
        self.part = DataPart(WORDS, ANN.name, daily=True, folder="/somewhere/backups")
        qtbot.addWidget(self.part)
        self.part.show()
        place = Path("/somewhere/chosen")

        def wanted(consequence: Consequence, parent: object) -> bool:
            self.asked.append(consequence)
            return agrees

        self.controller = DataController(
            self.part,
            self.store,
            FakeClock(),
            Safekeeping(self._doing("backup", None), self._doing("look", FOUND)),
            lambda form, path: self._doing(form, None)(path),
            ANN,
            WORDS,
            Asking(
                where=lambda parent, kind: place if agrees else None,
                file=lambda parent, title, files: place if agrees else None,
                folder=lambda parent, title, now: place if agrees else None,
                wanted=wanted,
            ),
        )

    def _doing(self, deed: str, gives: Any) -> Callable[[Path], Any]:
        def do(path: Path) -> Any:
            if self.trouble is not None:
                raise self.trouble
            self.done.append((deed, path))
            return gives

        return do

    @property
    def told(self) -> str:
        return next((each.text() for each in (self.part._done, self.part._problem) if each.isVisible()), "")


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot)


@pytest.mark.parametrize(
    ("wish", "deed"),
    [
        (Wish.BACK_UP, "backup"),
        (Wish.EXPORT_CSV, "csv"),
        (Wish.EXPORT_ICS, "ics"),
        (Wish.EXPORT_JSON, "json"),
    ],
)
def test_a_file_is_written_and_told(world: World, wish: Wish, deed: str) -> None:
    world.controller.fulfil(wish)
    assert world.done == [(deed, Path("/somewhere/chosen"))]
    assert "chosen" in world.told


@pytest.mark.parametrize("wish", Wish)
def test_whoever_changes_their_mind_changes_nothing(qtbot: QtBot, wish: Wish) -> None:
    world = World(qtbot, agrees=False)
    signals: list[object] = []
    for signal in (world.controller.restore_wanted, world.controller.person_deleted, world.controller.file_chosen):
        signal.connect(signals.append)
    world.controller.delete_all_wanted.connect(lambda: signals.append("all"))
    world.controller.fulfil(wish)
    assert (world.done, signals, world.told) == ([], [], "")
    assert world.store.people() == (ANN, BEN)


def test_restoring_says_first_what_it_would_change(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.controller.restore_wanted) as wanted:
        world.controller.fulfil(Wish.RESTORE)
    assert wanted.args == [Path("/somewhere/chosen")]
    (asked,) = world.asked
    assert "Sessions: 5 stay, 2 come back, 1 go" in "\n".join(asked.lines)
    assert WORDS("data.restore.keep_first") in asked.lines


@pytest.mark.parametrize("kind", ["full", "read_only", "gone", "not_a_backup", "damaged", "newer", "nothing", "other"])
@pytest.mark.parametrize("wish", [Wish.BACK_UP, Wish.RESTORE, Wish.EXPORT_JSON])
def test_trouble_is_told_in_words(world: World, wish: Wish, kind: str) -> None:
    world.trouble = StoreError(kind, "detail")
    world.controller.fulfil(wish)
    assert world.told == WORDS(f"backup.trouble.{kind}")
    assert "detail" not in world.told


@pytest.mark.parametrize("wish", [Wish.RESTORE, Wish.DELETE_PERSON, Wish.DELETE_ALL])
def test_nothing_is_taken_away_under_a_running_session(world: World, wish: Wish) -> None:
    world.store.keep_live(live_session(), "started", NOON)
    world.controller.fulfil(wish)
    assert world.asked == []
    assert world.told == WORDS("data.restore.live")
    assert world.store.live() is not None


def test_deleting_a_person_says_what_goes_and_leaves_the_others(world: World, qtbot: QtBot) -> None:
    world.store.add_records((record(), structs.replace(record("of-ben"), person="ben")))
    with qtbot.waitSignal(world.controller.person_deleted) as gone:
        world.controller.fulfil(Wish.DELETE_PERSON)
    assert gone.args == ["Ann"]
    assert "1 session and its notes are deleted." in world.asked[0].lines
    assert world.store.people() == (BEN,)
    assert world.store.session_count("ben") == 1


def test_nothing_is_lost_by_enter_or_escape(qtbot: QtBot) -> None:
    consequence = Consequence("Delete?", ["All of it."], "Delete", "Keep", understood="I understand")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ConsequenceDialog(consequence)
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.deed.isEnabled()
        QTest.keyClick(dialog.keep, key)
        assert dialog.result() == ConsequenceDialog.DialogCode.Rejected


def test_the_deed_needs_the_tick_where_it_cannot_be_undone(qtbot: QtBot) -> None:
    dialog = ConsequenceDialog(Consequence("Delete?", ["All."], "Delete", "Keep", understood="I understand"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.understood is not None
    dialog.understood.setChecked(True)
    dialog.deed.click()
    assert dialog.result() == ConsequenceDialog.DialogCode.Accepted


def test_every_button_asks_for_its_wish(world: World) -> None:
    wishes: list[object] = []
    world.part.wanted.disconnect(world.controller.fulfil)
    world.part.wanted.connect(wishes.append)
    names = {
        WORDS(f"data.wish.{wish.value}", **({"name": ANN.name} if wish is Wish.DELETE_PERSON else {})) for wish in Wish
    }
    for button in world.part.findChildren(QPushButton):
        if button.text() in names:
            button.click()
    assert set(wishes) == set(Wish)
