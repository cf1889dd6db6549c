"""A backup is one file that brings everything back, and nothing that is not whole ever takes the data's place."""

import contextlib
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from massage_companion.companion.backups import Part
from massage_companion.companion.household import Settings
from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import DAY_MS, shifted
from massage_companion.storage import database
from massage_companion.storage.backup import MANIFEST_NAME, write_backup
from massage_companion.storage.restore import look_into, restore
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, record, screening, stop_sign

LATER = shifted(NOON, 40 * DAY_MS)


def a_year(store: SqliteStore) -> None:
    store.complete_check(screening())
    store.finish(record(), "End", None)
    store.keep_settings(Settings(language="zh"))


@pytest.fixture
def backup(folder: Path, store: SqliteStore, tmp_path: Path) -> Path:
    """A backup of Ann's check and one session, made while the program runs."""
    a_year(store)
    place = tmp_path / "elsewhere" / "all.backup.zip"
    place.parent.mkdir()
    write_backup(folder, place, NOON)
    return place


def test_an_empty_program_is_afterwards_as_the_backed_up_one_was(backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new computer"
    assert restore(new, backup, LATER) is None
    opened = open_store(new, LATER).store
    assert opened.people() == (ANN, BEN)
    assert opened.screenings(ANN.id) == (screening(),)
    assert opened.record("session-1") == record()
    assert opened.settings().language == "zh"
    opened.close()
    assert sorted(each.name for each in new.iterdir()) == [database.FILE_NAME, "settings.json"]


def test_what_is_there_is_kept_first_and_comes_back_the_same_way(
    folder: Path, store: SqliteStore, backup: Path
) -> None:
    store.finish(msgspec.structs.replace(record(), id="session-2"), "End", None)
    store.close()
    kept = restore(folder, backup, LATER)
    assert kept is not None
    again = open_store(folder, LATER).store
    assert again.record("session-2") is None
    again.close()
    restore(folder, kept, LATER)
    assert open_store(folder, LATER).store.record("session-2") is not None


def test_it_says_before_what_would_change_and_changes_nothing_by_looking(
    folder: Path, store: SqliteStore, backup: Path
) -> None:
    store.finish(msgspec.structs.replace(record(), id="session-2"), "End", None)
    found = look_into(folder, backup)
    assert found.sessions == Part(both=1, only_backup=0, only_present=1)
    assert found.people == Part(both=2, only_backup=0, only_present=0)
    assert found.made_utc_ms == NOON.utc_ms
    assert store.record("session-2") is not None


def test_nothing_is_restored_under_a_running_program(folder: Path, store: SqliteStore, backup: Path) -> None:
    store.finish(msgspec.structs.replace(record(), id="session-2"), "End", None)
    with pytest.raises(StoreError) as raised:
        restore(folder, backup, LATER)
    assert raised.value.kind == "locked"
    assert store.record("session-2") is not None


def test_side_files_of_the_old_data_never_meet_the_new(folder: Path, store: SqliteStore, backup: Path) -> None:
    store.finish(msgspec.structs.replace(record(), id="session-2"), "End", None)
    left = {side: (folder / f"{database.FILE_NAME}{side}").read_bytes() for side in ("-wal", "-shm")}
    store.close()
    for side, content in left.items():
        (folder / f"{database.FILE_NAME}{side}").write_bytes(content)
    restore(folder, backup, LATER)
    assert not any((folder / f"{database.FILE_NAME}{side}").exists() for side in left)
    opened = open_store(folder, LATER)
    assert opened.set_aside is None
    assert opened.store.record("session-2") is None
    opened.store.close()


def test_coming_back_to_older_data_wipes_no_stop_sign_away(folder: Path, store: SqliteStore, backup: Path) -> None:
    store.add_stop_sign(stop_sign())
    store.close()
    restore(folder, backup, LATER)
    opened = open_store(folder, LATER).store
    assert [sign.id for sign in opened.stop_signs(ANN.id)] == [stop_sign().id]
    assert not opened.stop_signs(ANN.id)[0].settled
    opened.close()


def test_a_stop_sign_settled_by_a_check_that_is_gone_is_open_again(
    folder: Path, store: SqliteStore, backup: Path
) -> None:
    store.add_stop_sign(stop_sign())
    store.complete_check(msgspec.structs.replace(screening(), id="screening-after"))
    store.close()
    restore(folder, backup, LATER)
    opened = open_store(folder, LATER).store
    assert not opened.stop_signs(ANN.id)[0].settled
    opened.close()


def test_coming_back_to_older_data_gives_no_minutes_back(folder: Path, store: SqliteStore, backup: Path) -> None:
    late = shifted(LATER, -60_000)
    store.finish(msgspec.structs.replace(record(), id="just now", started=late, ended=late), "End", None)
    store.close()
    restore(folder, backup, LATER)
    opened = open_store(folder, LATER).store
    assert "just now" in {each.id for each in opened.recent(ANN.id, LATER.utc_ms - DAY_MS)}
    opened.close()


def test_damaged_data_is_kept_as_it_is_and_a_backup_helps(folder: Path, store: SqliteStore, backup: Path) -> None:
    store.close()
    path = folder / database.FILE_NAME
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    kept = restore(folder, backup, LATER)
    assert kept is not None
    assert kept.read_bytes() == b"SQLite format 3\0" + bytes(range(256)) * 40
    assert open_store(folder, LATER).store.record("session-1") == record()


def rewritten(backup: Path, **changed: bytes | None) -> Path:
    """The backup with some of its files replaced, or left out where ``None``."""
    place = backup.with_name(f"changed-{len(list(backup.parent.iterdir()))}.zip")
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(place, "w") as target:
        for name in source.namelist():
            content = changed.get(name.split(".")[0].replace("-", "_"), source.read(name))
            if content is not None:
                target.writestr(name, content)
    return place


def test_what_is_no_backup_is_refused_by_its_name(folder: Path, store: SqliteStore, backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST_NAME))
        data = archive.read(database.FILE_NAME)
    text = backup.with_name("holiday.txt")
    text.write_text("no zip")
    bad = {
        "not_a_backup": [
            text,
            rewritten(backup, manifest=None),
            rewritten(backup, manifest=b"{"),
            rewritten(backup, manifest=msgspec.json.encode({**manifest, "format": "other"})),
            rewritten(backup, manifest=msgspec.json.encode({**manifest, "sha256": {"../outside": "0"}})),
            rewritten(backup, massage_companion=None),
        ],
        "newer": [rewritten(backup, manifest=msgspec.json.encode({**manifest, "version": 99}))],
        "damaged": [rewritten(backup, massage_companion=data[:5000] + bytes([data[5000] ^ 1]) + data[5001:])],
        "gone": [backup.with_name("nowhere.zip")],
    }
    store.close()
    before = (folder / database.FILE_NAME).read_bytes()
    for kind, places in bad.items():
        for place in places:
            with pytest.raises(StoreError) as raised:
                restore(folder, place, LATER)
            assert raised.value.kind == kind
    assert (folder / database.FILE_NAME).read_bytes() == before
    assert not list(folder.glob("before-restore*"))


def test_any_byte_that_flips_is_noticed_or_harmless(folder: Path, store: SqliteStore, backup: Path) -> None:
    store.close()
    whole = backup.read_bytes()
    broken = backup.with_name("broken.zip")
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        broken.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        # Told as what it is, or nothing but the zip file's own small print has changed.
        with contextlib.suppress(StoreError):
            assert look_into(folder, broken).sessions == Part(1, 0, 0)


def test_a_backup_cut_off_anywhere_is_refused(folder: Path, backup: Path, store: SqliteStore) -> None:
    whole = backup.read_bytes()
    cut = backup.with_name("cut.zip")
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        cut.write_bytes(whole[:length])
        with pytest.raises(StoreError):
            look_into(folder, cut)


def test_a_full_disk_leaves_no_half_backup(folder: Path, store: SqliteStore, tmp_path: Path) -> None:
    a_year(store)
    target = tmp_path / "no such folder" / "all.zip"
    with pytest.raises(StoreError) as raised:
        write_backup(folder, target, NOON)
    assert raised.value.kind == "gone"
    assert not target.parent.exists()


def test_there_is_nothing_to_back_up_before_the_first_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        write_backup(tmp_path, tmp_path / "all.zip", NOON)
    assert raised.value.kind == "nothing"


def test_a_backup_of_the_first_schema_comes_back_in_the_newest(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    museum = Path(__file__).resolve().parents[1] / "museum" / "v1.sqlite"
    shutil.copy(museum, old / database.FILE_NAME)
    with closing(sqlite3.connect(museum)) as connection:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
    write_backup(old, tmp_path / "old.zip", NOON)
    restore(tmp_path / "new", tmp_path / "old.zip", LATER)
    opened = open_store(tmp_path / "new", LATER).store
    assert len(opened.people()) == people
    opened.close()
