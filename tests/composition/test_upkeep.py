"""Once a day, after the window is up: the bin loses what is old, the day gets its backup, and nobody waits."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Settings
from massage_companion.composition.upkeep import Upkeep
from massage_companion.log.record import Origin
from massage_companion.session.reading import DAY_MS, shifted
from massage_companion.storage.random_ids import RandomIds
from massage_companion.storage.store import SqliteStore, open_store
from massage_companion.ui.main_window import MainWindow
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, CUSHION, record
from tests.support.small_rules import small_rules, small_texts
from tests.support.window_parts import window_parts
from tests.ui.session.session_world import FakeBell, FakeTicker


class World:
    """A program that has just opened its window over a real store."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder
        self.store: SqliteStore = open_store(folder, NOON).store
        self.store.keep_person(ANN)
        self.store.keep_massager(CUSHION)
        self.clock = FakeClock()
        self.told: list[str] = []
        self.window = MainWindow(lambda: False)
        qtbot.addWidget(self.window)

    def keep_up(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(self.window, "tell", lambda text, trouble=True: self.told.append(text))
        parts = window_parts(
            small_rules(),
            self.store,
            self.clock,
            RandomIds(),
            lambda _l: small_texts(),
            FakeTicker(self.clock),
            FakeBell(),
        )
        upkeep = Upkeep(parts, self.folder, self.window)
        upkeep.begin()
        upkeep.wait()
        qtbot.wait(1)


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    return World(qtbot, tmp_path / "data")


def test_the_day_gets_its_backup(world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    world.keep_up(qtbot, monkeypatch)
    assert [each.name for each in (world.folder / "backups").iterdir()] == ["massage-companion-2026-11-14.backup.zip"]
    assert world.told == []


def test_nobody_gets_one_who_wants_none(world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    world.store.keep_settings(Settings(backups=False))
    world.keep_up(qtbot, monkeypatch)
    assert not (world.folder / "backups").exists()


def test_where_it_cannot_be_written_the_window_says_so(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("no folder")
    world.store.keep_settings(Settings(backup_folder=str(tmp_path / "a file")))
    world.keep_up(qtbot, monkeypatch)
    qtbot.waitUntil(lambda: bool(world.told))
    assert "could not be written" in world.told[0]


def test_the_bin_loses_what_is_older_than_thirty_days(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = structs.replace(record("old"), removed_utc_ms=NOON.utc_ms - 31 * DAY_MS, origin=Origin.MANUAL)
    weeks_ago = shifted(NOON, -14 * DAY_MS)
    world.store.add_records((old, record("kept", started=weeks_ago)))
    world.keep_up(qtbot, monkeypatch)
    assert world.store.purge_removed(NOON.utc_ms) == 0
    assert world.store.session_count(ANN.id) == 1
