"""A file that the person asked for is there whole, or not at all; an older one stays until then."""

import errno
import os
import stat
from pathlib import Path

import pytest

from massage_companion.companion.ports import StoreError
from massage_companion.storage.whole_file import write_whole


def test_it_is_written_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_it_replaces_an_older_file(tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    place.write_bytes(b"a longer one from before")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_a_full_disk_leaves_the_older_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "page.pdf"
    place.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as failure:
        write_whole(place, b"new")
    assert failure.value.kind == "full"
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_place_that_is_a_folder_stays_one(tmp_path: Path) -> None:
    folder = tmp_path / "page.pdf"
    folder.mkdir()
    with pytest.raises(StoreError):
        write_whole(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as failure:
        write_whole(tmp_path / "gone" / "page.pdf", b"new")
    assert failure.value.kind == "gone"
