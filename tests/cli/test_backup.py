"""``backup`` and ``restore`` from a terminal: one file, told in plain words, nothing lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_companion.storage.store import SqliteStore, open_store
from massage_companion.storage.system_clock import SystemClock
from tests.cli.conftest import CommandLine
from tests.support.household_values import ANN, CUSHION, record

NOW = SystemClock().read()


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    opened = open_store(folder, NOW).store
    opened.keep_person(ANN)
    opened.keep_massager(CUSHION)
    opened.finish(record(), "End", None)
    yield opened
    opened.close()


def test_there_and_back(say: CommandLine, store: SqliteStore, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "all.zip"
    said = say("backup", str(place))
    assert (said.code, said.output) == (0, f"Backup written to {place}.\n")
    store.close()
    (folder / "massage-companion.sqlite").unlink()
    looked = say("restore", "--dry-run", str(place))
    assert looked.code == 0
    assert "- Sessions: 0 stay, 1 come back, 0 go" in looked.output
    assert not (folder / "massage-companion.sqlite").exists()
    assert say("restore", str(place)).output.endswith("The backup is back in place.\n")
    again = open_store(folder, NOW).store
    assert again.record("session-1") == record()
    again.close()


def test_what_was_there_is_kept_and_named(say: CommandLine, store: SqliteStore, tmp_path: Path) -> None:
    say("backup", str(tmp_path / "all.zip"))
    store.close()
    said = say("restore", str(tmp_path / "all.zip"))
    assert said.code == 0
    assert "was kept in" in said.output


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere.zip", "This file or folder is not there"),
        ("letter.txt", "This file is not a backup of this program"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(
    say: CommandLine, store: SqliteStore, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    said = say("restore", str(tmp_path / name))
    assert said.code == 2
    assert said.errors.startswith(f"massage-companion: {told}")
    assert said.errors.count("\n") == 1


def test_the_running_program_is_left_alone(say: CommandLine, store: SqliteStore, tmp_path: Path) -> None:
    say("backup", str(tmp_path / "all.zip"))
    said = say("restore", str(tmp_path / "all.zip"))
    assert (said.code, "The program is running" in said.errors) == (2, True)
    assert store.record("session-1") == record()


def test_nothing_yet(say: CommandLine, folder: Path, tmp_path: Path) -> None:
    assert say("backup", str(tmp_path / "all.zip")).errors == (
        "massage-companion: There is no data yet, so there is nothing to back up.\n"
    )
    assert not folder.exists()


def test_an_enormous_file_is_refused_at_once(say: CommandLine, store: SqliteStore, tmp_path: Path) -> None:
    place = tmp_path / "enormous.json"
    with place.open("wb") as file:
        file.truncate(200_000_000)
    said = say("import", str(place))
    assert (said.code, "This file is too large. Nothing was changed." in said.errors) == (2, True)
    assert store.session_count(ANN.id) == 1


def test_an_export_comes_in_and_only_once(say: CommandLine, store: SqliteStore, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "all.json"
    say("export", "--format", "json", "--output", str(place))
    store.close()
    (folder / "massage-companion.sqlite").unlink()
    looked = say("import", "--dry-run", str(place))
    assert "Sessions: 1 new" in looked.output
    assert say("import", str(place)).code == 0
    again = say("import", str(place))
    assert "Sessions: 1 already here" in again.output


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("letter.json", b"Dear Ann", "This file is not JSON."),
        ("other.json", b"{}", "This file is not an export of this program."),
        ("pain.csv", b"date,minutes\n2026-01-01,10\n", "This table is from another program."),
        ("empty.csv", b"", "This file is empty."),
    ],
)
def test_what_cannot_come_in_is_told_in_one_line(
    say: CommandLine, store: SqliteStore, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    said = say("import", str(tmp_path / name))
    assert (said.code, said.errors.count("\n")) == (2, 1)
    assert told in said.errors
