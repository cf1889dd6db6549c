"""What makes the program begin anew is done while no store is open, and told in one sentence."""

from pathlib import Path

from massage_companion.composition.anew import Forgetting, Restoring, done_with
from massage_companion.storage.backup import write_backup
from massage_companion.storage.store import open_store
from massage_companion.storage.words import load_words
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, CUSHION, record

WORDS = load_words("en")


def household(folder: Path) -> None:
    opened = open_store(folder, NOON).store
    opened.keep_person(ANN)
    opened.keep_massager(CUSHION)
    opened.finish(record(), "End", None)
    opened.close()


def people_in(folder: Path) -> list[str]:
    opened = open_store(folder, NOON).store
    names = [person.name for person in opened.people()]
    opened.close()
    return names


def test_a_backup_comes_back_and_the_place_of_the_old_data_is_told(tmp_path: Path) -> None:
    folder, place = tmp_path / "data", tmp_path / "all.zip"
    household(folder)
    write_backup(folder, place, NOON)
    told = done_with(Restoring(place), folder, WORDS)
    assert told.startswith("The backup is back in place.")
    assert people_in(folder) == ["Ann"]
    assert list(folder.glob("before-restore-*.backup.zip"))


def test_what_cannot_be_restored_is_told_and_changes_nothing(tmp_path: Path) -> None:
    household(tmp_path / "data")
    (tmp_path / "letter.txt").write_text("Dear Ann")
    told = done_with(Restoring(tmp_path / "letter.txt"), tmp_path / "data", WORDS)
    assert told == WORDS("backup.trouble.not_a_backup")
    assert people_in(tmp_path / "data") == ["Ann"]


def test_everything_is_deleted(tmp_path: Path) -> None:
    household(tmp_path)
    assert done_with(Forgetting(), tmp_path, WORDS) == WORDS("data.delete_all.done")
    assert people_in(tmp_path) == []
    assert b"Ann" not in (tmp_path / "massage-companion.sqlite").read_bytes()


def test_copies_that_stay_are_named(tmp_path: Path) -> None:
    household(tmp_path)
    (tmp_path / "massage-companion.sqlite.damaged-20261114-120000").write_bytes(b"old")
    assert done_with(Forgetting(), tmp_path, WORDS) == WORDS("data.delete_all.left", folder=tmp_path)
