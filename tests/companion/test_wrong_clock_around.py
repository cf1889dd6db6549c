"""A wall clock that is wrong by a year, then corrected: the check, clearances, questions afterwards, bin, backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.log_bin import purge
from massage_companion.companion.log_changes import LogChanges
from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.looking_after import LateSigns, MorningAfter
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.session.gate import is_in_date
from massage_companion.session.reading import DAY_MS
from massage_companion.session.refusal import CheckExpired, StopSignOpen
from massage_companion.session.states import FeelsWrong
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.daily_backup import backups_folder, is_due, make_daily_backup
from tests.support.counting_ids import CountingIds
from tests.support.small_rules import HEALTHY
from tests.support.zones import LENA, Traveller, travelling

YEAR = 365


@pytest.fixture
def lena(tmp_path: Path) -> Iterator[Traveller]:
    """In Berlin on 10 June 2026 at nine in the morning."""
    with travelling(tmp_path / "data", "Europe/Berlin", 2026, 6, 10, 9, 0) as somebody:
        yield somebody


def reasons(lena: Traveller) -> list[str]:
    return [type(reason).__name__ for reason in lena.sessions.standing(LENA, lena.massager).reasons]


def checks_of(lena: Traveller) -> SafetyChecks:
    return SafetyChecks(lena.rules, lena.store, lena.clock, CountingIds(f"check-{lena.clock.read().boot_id}"))


def goes_through(lena: Traveller, checks: SafetyChecks) -> Screening:
    """The whole check, kept page by page as the window keeps it."""
    walk = checks.begin_anew(LENA)
    while walk.page is not None:
        for question in walking.questions_here(lena.rules, walk):
            if (answer := HEALTHY.get(question.id)) is not None:
                walk = walking.answered(walk, question, answer)
        walk = walking.forward(lena.rules, walk)
        checks.keep(LENA, walk)
        lena.clock.advance(seconds=20)
    return checks.complete(LENA, walk)


class TestTheCheck:
    @pytest.mark.parametrize("by", [YEAR, -YEAR])
    def test_one_of_a_wrong_time_has_to_be_done_again_and_then_counts(self, lena: Traveller, by: int) -> None:
        lena.clock.set_by(by)
        goes_through(lena, checks_of(lena))
        assert reasons(lena) == []
        lena.clock.set_by(-by)
        lena.restarts(minutes=5)
        assert reasons(lena) == [CheckExpired.__name__]
        goes_through(lena, checks_of(lena))
        assert reasons(lena) == []

    @pytest.mark.parametrize("by", [YEAR, -YEAR])
    def test_the_one_from_before_counts_again_when_the_clock_is_right(self, lena: Traveller, by: int) -> None:
        lena.clock.set_by(by)
        assert reasons(lena) == [CheckExpired.__name__]
        lena.clock.set_by(-by)
        assert reasons(lena) == []

    def test_it_never_counts_for_longer_than_twelve_months_of_a_right_clock(self, lena: Traveller) -> None:
        (check,) = lena.store.screenings(LENA)
        assert is_in_date(check, check.taken_utc_ms + YEAR * DAY_MS - 1)
        assert not is_in_date(check, check.taken_utc_ms + YEAR * DAY_MS)

    @pytest.mark.parametrize("by", [YEAR, -YEAR])
    @pytest.mark.parametrize("restarted", [True, False])
    def test_what_felt_wrong_at_a_wrong_time_is_settled_by_a_new_check(
        self, lena: Traveller, by: int, restarted: bool
    ) -> None:
        lena.clock.set_by(by)
        lena.sessions.remember(StopSign("sign-1", LENA, lena.clock.read()))
        lena.clock.set_by(-by)
        if restarted:
            lena.restarts(minutes=5)
        assert reasons(lena) == [StopSignOpen.__name__]
        checks = checks_of(lena)
        goes_through(lena, checks)
        assert reasons(lena) == []
        assert not checks.half_way(LENA)

    def test_a_check_that_something_felt_wrong_in_does_not_settle_it_whatever_the_date_of_that(
        self, lena: Traveller
    ) -> None:
        checks = checks_of(lena)
        walk = checks.begin_anew(LENA)
        lena.clock.set_by(-YEAR)
        lena.sessions.remember(StopSign("sign-1", LENA, lena.clock.read()))
        lena.clock.set_by(YEAR)
        checks.keep(LENA, walk)
        assert not checks.half_way(LENA)


class TestClearances:
    def yes(self, lena: Traveller) -> None:
        now = lena.clock.read().utc_ms
        given = now - DAY_MS
        clearance = Clearance(
            "yes-1", LENA, lena.massager.id, frozenset({"R1"}), True, "Dr Li", given, given + 90 * DAY_MS
        )
        lena.store.keep_clearance(structs.replace(clearance, recorded_utc_ms=now))

    def ended(self, lena: Traveller) -> bool:
        (clearance,) = lena.store.clearances(LENA)
        return clearance.withdrawn

    def test_a_stop_sign_under_a_clock_that_is_behind_still_ends_a_yes_from_before_it(self, lena: Traveller) -> None:
        self.yes(lena)
        lena.clock.advance(days=2)
        lena.clock.set_by(-YEAR)
        lena.sessions.remember(StopSign("sign-1", LENA, lena.clock.read()))
        assert self.ended(lena)

    def test_and_so_does_one_in_a_session(self, lena: Traveller) -> None:
        lena.clock.set_by(YEAR)
        self.yes(lena)
        lena.clock.set_by(-YEAR)
        lena.tries(10)
        lena.sessions.happened(FeelsWrong())
        assert self.ended(lena)

    def test_under_a_clock_that_makes_sense_nothing_is_taken_back(self, lena: Traveller) -> None:
        self.yes(lena)
        lena.clock.advance(days=2)
        lena.sessions.remember(StopSign("sign-1", LENA, lena.clock.read()))
        assert not self.ended(lena)


class TestQuestionsAfterwards:
    def test_a_session_dated_ahead_does_not_silence_the_morning_for_a_year(self, lena: Traveller) -> None:
        lena.clock.set_by(YEAR)
        lena.check("check-while-wrong")
        lena.uses(5)
        lena.clock.set_by(-YEAR)
        lena.check("check-when-right")
        lena.restarts(hours=10)
        lena.clock.advance(hours=1)
        assert lena.looking_after().due(LENA) is None
        kept = lena.uses(5)
        lena.clock.suspend(hours=12)
        assert lena.looking_after().due(LENA) == MorningAfter(kept)

    def test_a_clock_that_is_set_back_to_an_evening_long_ago_asks_nothing(self, lena: Traveller) -> None:
        lena.uses(5)
        lena.clock.advance(days=100)
        lena.uses(5)
        lena.clock.advance(hours=12)
        lena.clock.set_by(-100)
        assert lena.looking_after().due(LENA) is None

    def test_late_signs_are_asked_about_from_the_first_session_of_a_right_clock_on(self, lena: Traveller) -> None:
        lena.clock.set_by(YEAR)
        lena.check("check-while-wrong")
        lena.uses(5)
        lena.clock.set_by(-YEAR)
        lena.check("check-when-right")
        lena.restarts(hours=2)
        lena.clock.advance(hours=1)
        first = lena.uses(5)
        lena.clock.suspend(days=3)
        asked = lena.looking_after().due(LENA)
        assert asked == LateSigns(lena.massager.id, 3, first.started.utc_ms)


class TestTheBin:
    @pytest.mark.parametrize("by", [YEAR, -YEAR])
    def test_it_is_never_emptied_sooner_than_after_thirty_days(self, lena: Traveller, by: int) -> None:
        kept = lena.uses(5)
        LogChanges(lena.store, lena.clock).delete((kept.id,))
        lena.clock.set_by(by)
        lena.check("check-while-wrong")
        for _day in range(29):
            lena.clock.advance(days=1)
            lena.uses(5)
            assert purge(lena.store, lena.clock.read()) == 0
        lena.clock.set_by(-by)
        assert purge(lena.store, lena.clock.read()) == 0
        assert len(lena.store.find(LogQuery(LENA, removed=True), 9)) == 1


class TestBackups:
    def made(self, lena: Traveller, days: int) -> None:
        for _day in range(days):
            make_daily_backup(lena.folder, "", lena.clock.read())
            lena.clock.advance(days=1)

    def kept(self, lena: Traveller) -> list[str]:
        return sorted(path.name[18:28] for path in backups_folder(lena.folder, "").iterdir())

    def test_those_of_a_clock_that_was_ahead_do_not_push_out_those_of_now(self, lena: Traveller) -> None:
        lena.clock.set_by(YEAR)
        self.made(lena, 8)
        lena.clock.set_by(-YEAR)
        self.made(lena, 8)
        assert [day for day in self.kept(lena) if day.startswith("2026")][-7:] == [
            f"2026-06-{number}" for number in range(19, 26)
        ]

    def test_one_of_a_clock_that_is_behind_is_kept_and_made_once(self, lena: Traveller) -> None:
        lena.clock.advance(days=-13 * 30)
        self.made(lena, 13 * 30)
        before = self.kept(lena)
        lena.clock.set_by(-2 * YEAR)
        self.made(lena, 1)
        lena.clock.advance(days=-1)
        assert not is_due(lena.folder, "", lena.clock.read())
        assert self.kept(lena) == ["2024-06-10", *before]
