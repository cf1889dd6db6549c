"""Where the data lives."""

import os
from pathlib import Path

import pytest

from massage_companion.storage.data_folder import DataFolderError, check_usable, data_folder
from massage_companion.storage.words import load_words


def test_without_a_choice_it_is_the_systems_place_for_data(own_home: Path) -> None:
    assert data_folder() == own_home / "data" / "massage-companion"


def test_a_chosen_folder_is_taken_as_it_is_and_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("here/below")) == tmp_path / "here" / "below"
    assert data_folder(Path("~/data")) == Path(os.environ["HOME"]) / "data"
    check_usable(tmp_path / "here", "file")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", ["file", "file/data", "nowhere", "nowhere/data"])
def test_a_file_is_not_a_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    with pytest.raises(DataFolderError) as raised:
        data_folder(tmp_path / below)
    assert raised.value.key == "storage.folder.not_a_folder"


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(DataFolderError) as raised:
        check_usable(tmp_path / "data", "file")
    for language in ("en", "zh"):
        assert str(tmp_path) in load_words(language)(raised.value.key, folder=raised.value.folder)


def test_data_in_a_folder_that_may_not_be_written_can_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    check_usable(tmp_path, "file")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_failure_of_the_store_has_words(language: str) -> None:
    words = load_words(language)
    for kind in ("full", "read_only", "locked", "damaged", "newer", "gone", "other"):
        assert words(f"storage.{kind}")
    assert "x.sqlite" in words("storage.set_aside", file="x.sqlite")
