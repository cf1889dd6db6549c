"""A wall clock that is wrong by a year, ahead or behind, and then corrected: dose, rest, days and weeks.

What cannot be known is told too: of a session that was measured while the clock was behind, nothing is left after a
restart that would tell how long ago it was.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.exchange.bring_in import bring_in
from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, Bundle
from massage_companion.companion.exchange.unpack import Unpacked
from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.household import Settings
from massage_companion.companion.log_facts import local_day
from massage_companion.companion.log_ports import Order
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import DAY_MS, MINUTE_MS, shifted
from massage_companion.session.refusal import MinutesUsedUp, Reason, RestNotOver
from massage_companion.ui.log.filters import LogFilter, query_of
from tests.support.counting_ids import CountingIds
from tests.support.places import place
from tests.support.zones import LENA, Traveller, travelling

YEAR = 365


@pytest.fixture
def lena(tmp_path: Path) -> Iterator[Traveller]:
    """In Berlin on 10 June 2026, a Wednesday, at nine in the morning; the computer is on for an hour."""
    with travelling(tmp_path, "Europe/Berlin", 2026, 6, 10, 9, 0) as somebody:
        yield somebody


def dose_reasons(lena: Traveller) -> list[Reason]:
    """What dose and rest alone say."""
    reasons = lena.sessions.standing(LENA, lena.massager).reasons
    return [reason for reason in reasons if isinstance(reason, MinutesUsedUp | RestNotOver)]


def used_while_wrong(lena: Traveller, by: int, times: int = 1) -> list[SessionRecord]:
    """Sessions while the clock is wrong by so many days, an hour between them; then it is right again."""
    lena.clock.set_by(by)
    lena.check("check-while-wrong")
    kept = []
    for number in range(times):
        lena.clock.advance(hours=1 if number else 0)
        kept.append(lena.uses(15))
    lena.clock.set_by(-by)
    lena.check("check-when-right")
    return kept


@pytest.mark.parametrize("by", [YEAR, -YEAR])
class TestInOneBoot:
    """As long as the computer stays on, a clock that nobody can set tells everything."""

    def test_dose_and_rest_stay_right(self, lena: Traveller, by: int) -> None:
        used_while_wrong(lena, by, times=2)
        lena.clock.advance(minutes=20)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (
            30,
            [MinutesUsedUp((24 * 60 - 20 - 75) * MINUTE_MS, 2, 30), RestNotOver(40 * MINUTE_MS)],
        )
        lena.clock.suspend(hours=24)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (0, [])

    def test_they_stay_right_while_it_is_wrong(self, lena: Traveller, by: int) -> None:
        lena.uses(15)
        lena.clock.set_by(by)
        assert dose_reasons(lena) == [RestNotOver(60 * MINUTE_MS)]
        lena.clock.advance(hours=24)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (0, [])

    def test_a_session_in_which_it_is_set_is_as_long_as_it_was(self, lena: Traveller, by: int) -> None:
        lena.tries(10)
        lena.passes(4)
        lena.clock.set_by(by)
        lena.passes(4)
        kept = lena.ends()
        assert kept.used_ms == kept.at_most_ms == 8 * MINUTE_MS


class TestAheadAndRestarted:
    def test_rest_counts_from_the_start_of_the_computer_and_not_for_a_year(self, lena: Traveller) -> None:
        used_while_wrong(lena, YEAR)
        lena.restarts(hours=2)
        assert [type(reason) for reason in dose_reasons(lena)] == [RestNotOver]
        lena.clock.advance(minutes=59, seconds=40)
        assert dose_reasons(lena) == []
        assert lena.minutes_of_day() == 15

    def test_a_used_up_dose_is_over_when_the_computer_was_on_for_a_day(self, lena: Traveller) -> None:
        used_while_wrong(lena, YEAR, times=2)
        lena.restarts(hours=30)
        lena.clock.suspend(hours=23)
        assert [type(reason) for reason in dose_reasons(lena)] == [MinutesUsedUp]
        lena.clock.suspend(hours=1)
        assert dose_reasons(lena) == []

    def test_a_later_session_tells_that_it_is_long_over(self, lena: Traveller) -> None:
        """Who switches the computer off every night is not locked out either."""
        used_while_wrong(lena, YEAR)
        for _evening in range(5):
            lena.restarts(hours=23)
            lena.clock.advance(hours=1)
            lena.uses(15)
        assert lena.minutes_of_day() <= 30
        lena.restarts(hours=24)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (0, [])

    def test_a_log_that_is_brought_in_makes_nothing_older(self, lena: Traveller) -> None:
        (kept,) = used_while_wrong(lena, YEAR)
        old = structs.replace(kept, id="old", started=shifted(kept.started, -800 * DAY_MS))
        old = structs.replace(old, ended=shifted(kept.ended, -800 * DAY_MS))
        bundle = Bundle(SCHEMA, VERSION, "", "", Settings(), (), (), (), (), (), (), (), (), (old,))
        bring_in(lena.store, Unpacked(bundle))
        lena.restarts()
        assert [type(reason) for reason in dose_reasons(lena)] == [RestNotOver]
        assert lena.minutes_of_day() == 15

    def test_days_and_weeks_leave_it_out_until_its_date_and_the_log_shows_it(self, lena: Traveller) -> None:
        (wrong,) = used_while_wrong(lena, YEAR)
        lena.restarts(hours=2)
        lena.clock.advance(hours=1)
        right = lena.uses(10)
        assert lena.days() == {"2026-06-10": (1, 10)}
        assert [week.sessions for week in lena.trends().weeks] == [0, 1]
        query = query_of(LogFilter(), LENA, Order.NEWEST, date(2026, 6, 10), place(lena.clock.place))
        assert [row.id for row in lena.store.find(query, 9)] == [wrong.id, right.id]
        assert lena.shown_in_log(date(2026, 6, 10), date(2026, 6, 10)) == [right.id]
        assert lena.cells() == [("2026-06-10", "12:15:00"), ("2027-06-10", "09:00:00")]
        assert local_day(lena.clock.read()) == lena.store.points(LENA)[0].day

    def test_what_feels_wrong_is_about_the_session_of_today(self, lena: Traveller) -> None:
        used_while_wrong(lena, YEAR)
        lena.restarts(hours=2)
        lena.clock.advance(hours=1)
        right = lena.uses(10)
        lena.restarts(minutes=10)
        felt = FeltWrong(lena.rules, lena.store, lena.clock, CountingIds("felt"), lena.sessions)
        assert felt.report(LENA).session == right.id

    def test_after_four_weeks_nothing_is_offered_about_it(self, lena: Traveller) -> None:
        used_while_wrong(lena, YEAR)
        felt = FeltWrong(lena.rules, lena.store, lena.clock, CountingIds("felt"), lena.sessions)
        lena.restarts(hours=2)
        assert felt.is_offered(LENA)
        lena.clock.suspend(days=29)
        assert not felt.is_offered(LENA)


class TestBehindAndRestarted:
    def test_what_was_measured_meanwhile_looks_a_year_old_and_nobody_can_know_better(self, lena: Traveller) -> None:
        used_while_wrong(lena, -YEAR)
        lena.restarts(minutes=5)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (0, [])

    def test_what_was_measured_before_is_not_older_for_it(self, lena: Traveller) -> None:
        lena.uses(15)
        lena.clock.advance(hours=2)
        used_while_wrong(lena, -YEAR)
        lena.restarts(minutes=5)
        assert lena.minutes_of_day() == 15

    def test_while_it_is_behind_the_start_of_the_computer_is_what_counts(self, lena: Traveller) -> None:
        """Such as an old computer that has forgotten the date: it may ask for a day of patience, not for a year."""
        lena.uses(15)
        lena.clock.set_by(-YEAR)
        lena.restarts(hours=5)
        lena.check("check-while-wrong")
        assert [type(reason) for reason in dose_reasons(lena)] == [RestNotOver]
        lena.clock.advance(hours=1)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (15, [])
        lena.uses(15)
        lena.clock.advance(hours=24)
        assert (lena.minutes_of_day(), dose_reasons(lena)) == (0, [])

    def test_days_and_weeks_have_it_where_its_date_is(self, lena: Traveller) -> None:
        (wrong,) = used_while_wrong(lena, -YEAR)
        lena.restarts(hours=2)
        right = lena.uses(10)
        assert lena.days() == {"2026-06-10": (1, 10)}
        assert lena.days(weeks=60) == {"2025-06-10": (1, 15), "2026-06-10": (1, 10)}
        assert [row.id for row in lena.store.records(LENA, 9)] == [right.id, wrong.id]
