"""What is in the bin is kept for 30 days, whatever the wall clock says."""

import pytest
from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_bin import purge, removal_utc_ms
from massage_companion.companion.log_changes import LogChanges
from massage_companion.companion.log_ports import LogQuery
from massage_companion.session.reading import DAY_MS, shifted
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import CUSHION, record
from tests.support.memory_store import MemoryStore


class Bin:
    """Ann's log with one session of today, deleted at once."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.store.keep_person(Person("ann", "Ann", NOON.utc_ms - 100 * DAY_MS))
        self.store.keep_massager(CUSHION)
        self.logs("s1")
        LogChanges(self.store, self.clock).delete(("s1",))

    def logs(self, name: str) -> None:
        """A session begins now."""
        self.store.finish(record(name, started=self.clock.read()), "End", None)

    def purge(self) -> int:
        return purge(self.store, self.clock.read())

    def kept(self) -> list[str]:
        return [row.id for row in self.store.find(LogQuery("ann", removed=True), 10)]


@pytest.fixture
def bin() -> Bin:
    return Bin()


def test_it_is_kept_for_thirty_days_and_then_gone(bin: Bin) -> None:
    bin.clock.advance(days=30)
    assert bin.purge() == 0
    bin.clock.advance(seconds=1, days=1)
    assert bin.purge() == 1
    assert bin.kept() == []


def test_a_clock_that_is_a_year_ahead_empties_nothing(bin: Bin) -> None:
    bin.clock.set_wall(NOON.utc_ms + 365 * DAY_MS)
    assert bin.purge() == 0
    assert bin.kept() == ["s1"]


@pytest.mark.parametrize("wrong_days", [29, -365])
def test_it_is_not_gone_sooner_under_a_clock_that_stays_wrong(bin: Bin, wrong_days: int) -> None:
    bin.clock.set_wall(NOON.utc_ms + wrong_days * DAY_MS)
    bin.logs("s2")
    LogChanges(bin.store, bin.clock).delete(("s2",))
    for _day in range(29):
        bin.clock.advance(days=1)
        assert "s2" in bin.kept()
        bin.purge()
    assert "s2" in bin.kept()


def test_nor_after_sessions_under_that_wrong_clock(bin: Bin) -> None:
    bin.clock.set_wall(NOON.utc_ms + 365 * DAY_MS)
    for day in range(29):
        bin.logs(f"wrong-{day}")
        bin.clock.advance(days=1)
        assert bin.purge() == 0
    assert bin.kept() == ["s1"]


def test_it_goes_on_when_the_clock_is_right_again(bin: Bin) -> None:
    bin.clock.set_wall(NOON.utc_ms + 365 * DAY_MS)
    assert bin.purge() == 0
    bin.clock.set_wall(NOON.utc_ms + 31 * DAY_MS)
    assert bin.purge() == 1


def test_a_deletion_under_a_clock_that_is_a_year_behind_is_not_dated_last_year(bin: Bin) -> None:
    bin.logs("s2")
    bin.clock.set_wall(NOON.utc_ms - 365 * DAY_MS)
    LogChanges(bin.store, bin.clock).delete(("s2",))
    bin.clock.set_wall(NOON.utc_ms + DAY_MS)
    assert bin.purge() == 0
    assert sorted(bin.kept()) == ["s1", "s2"]


def test_what_was_deleted_in_the_future_is_kept(bin: Bin) -> None:
    bin.logs("s2")
    bin.clock.set_wall(NOON.utc_ms + 365 * DAY_MS)
    LogChanges(bin.store, bin.clock).delete(("s2",))
    bin.clock.set_wall(NOON.utc_ms + 20 * DAY_MS)
    assert bin.purge() == 0
    assert "s2" in bin.kept()


def test_after_a_long_absence_it_goes_a_month_later(bin: Bin) -> None:
    bin.clock.advance(days=200)
    assert bin.purge() == 0
    bin.logs("s2")
    bin.clock.advance(days=30)
    assert bin.purge() == 0
    bin.clock.advance(days=1)
    assert bin.purge() == 1


def test_a_removal_is_never_dated_before_the_newest_session(bin: Bin) -> None:
    late = shifted(NOON, 5 * DAY_MS)
    bin.store.finish(structs.replace(record("s2", started=late), ended=late), "End", None)
    assert removal_utc_ms(bin.store, "ann", bin.clock.read()) == late.utc_ms
