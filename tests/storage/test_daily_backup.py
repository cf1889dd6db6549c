"""Every day has its backup, and those of 7 days, 4 weeks and 12 months stay."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import DAY_MS, shifted
from massage_companion.storage.backup_rotation import DAYS, day_of, name_of, to_keep
from massage_companion.storage.daily_backup import backups_folder, is_due, make_daily_backup
from massage_companion.storage.store import SqliteStore
from tests.support.fake_clock import NOON

DAYS_OF_USE = st.sets(st.integers(0, 1500).map(lambda number: date(2026, 1, 1) + timedelta(days=number)), max_size=400)


def test_two_years_of_daily_use_leave_days_weeks_and_months() -> None:
    kept: set[date] = set()
    for number in range(730):
        kept = set(to_keep({*kept, date(2026, 1, 1) + timedelta(days=number)}))
    newest = date(2026, 1, 1) + timedelta(days=729)
    assert {newest - timedelta(days=number) for number in range(DAYS)} <= kept
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert len(kept) <= 7 + 4 + 12


@given(DAYS_OF_USE)
def test_the_newest_always_stays_and_never_more_than_needed(days: set[date]) -> None:
    kept = to_keep(days)
    assert kept <= days
    assert len(kept) <= 7 + 4 + 12
    assert set(sorted(days, reverse=True)[:DAYS]) <= kept


@given(DAYS_OF_USE)
def test_letting_go_twice_is_the_same_as_once(days: set[date]) -> None:
    assert to_keep(to_keep(days)) == to_keep(days)


@given(st.dates())
def test_a_name_tells_its_day(day: date) -> None:
    assert day_of(name_of(day)) == day


@pytest.mark.parametrize(
    "name", ["holiday.zip", "massage-companion-2026-13-01.backup.zip", "massage-companion-.backup.zip"]
)
def test_other_files_are_nobodys_backup(name: str) -> None:
    assert day_of(name) is None


def test_once_a_day_and_beside_other_files(folder: Path, store: SqliteStore) -> None:
    place = backups_folder(folder, "")
    assert is_due(folder, "", NOON)
    made = make_daily_backup(folder, "", NOON)
    assert made is not None
    assert made.parent == place
    assert not is_due(folder, "", NOON)
    assert make_daily_backup(folder, "", NOON) is None
    (place / "letter.txt").write_text("mine")
    for number in range(1, 40):
        make_daily_backup(folder, "", shifted(NOON, number * DAY_MS))
    assert (place / "letter.txt").exists()
    assert 7 <= len(list(place.glob("*.backup.zip"))) <= 7 + 4 + 12


def test_a_clock_that_was_a_year_ahead_costs_no_backup_of_the_last_days(folder: Path, store: SqliteStore) -> None:
    for number in range(7):
        make_daily_backup(folder, "", shifted(NOON, number * DAY_MS))
    before = set(backups_folder(folder, "").iterdir())
    make_daily_backup(folder, "", shifted(NOON, 365 * DAY_MS))
    assert len(before & set(backups_folder(folder, "").iterdir())) >= 6


def test_a_place_of_ones_own(folder: Path, store: SqliteStore, tmp_path: Path) -> None:
    made = make_daily_backup(folder, str(tmp_path / "stick"), NOON)
    assert made is not None
    assert made.parent == tmp_path / "stick"
    assert not (folder / "backups").exists()


def test_where_it_cannot_be_written_the_older_ones_stay(folder: Path, store: SqliteStore, tmp_path: Path) -> None:
    chosen = tmp_path / "a file"
    chosen.write_text("no folder")
    with pytest.raises(StoreError):
        make_daily_backup(folder, str(chosen), NOON)
    assert chosen.read_text() == "no folder"
