"""From the log to what the gate counts: each session with the most, and the latest, that it can have been."""

import pytest
from msgspec import structs

from massage_companion.companion.exchange import own_csv
from massage_companion.log.dose import NO_BOOT, dose_of
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.dose import Use
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending
from massage_companion.storage import session_rows
from tests.support.fake_clock import NOON
from tests.support.household_values import record


def ended(at: Reading, used: int = 5, overtime: int = 0, at_most: int = 5) -> SessionRecord:
    return structs.replace(
        record(),
        ended=at,
        used_ms=used * MINUTE_MS,
        overtime_ms=overtime * MINUTE_MS,
        at_most_ms=at_most * MINUTE_MS,
    )


def uses(*records: SessionRecord, now: Reading = NOON) -> tuple[Use, ...]:
    return dose_of(records, now).uses


def test_a_session_counts_with_overtime_from_its_end() -> None:
    (use,) = uses(ended(shifted(NOON, -HOUR_MS), used=5, overtime=2, at_most=7))
    assert (use.ended_ago_ms, use.used_ms) == (HOUR_MS, 7 * MINUTE_MS)


def test_one_whose_end_is_not_known_counts_as_long_and_as_late_as_it_can_have_been() -> None:
    (use,) = uses(ended(shifted(NOON, -HOUR_MS), used=5, at_most=25))
    assert (use.ended_ago_ms, use.used_ms) == (HOUR_MS - 20 * MINUTE_MS, 25 * MINUTE_MS)


def test_it_never_ended_later_than_now() -> None:
    (use,) = uses(ended(shifted(NOON, -MINUTE_MS), used=5, at_most=500))
    assert use.ended_ago_ms == 0


@pytest.mark.parametrize("by", [-400 * DAY_MS, -1, 1, 400 * DAY_MS])
def test_setting_the_wall_clock_changes_nothing_while_the_computer_stays_on(by: int) -> None:
    now = Reading(NOON.boot_id, NOON.boot_ms + HOUR_MS, NOON.awake_ms + HOUR_MS, NOON.utc_ms + HOUR_MS + by)
    assert uses(ended(NOON), now=now)[0].ended_ago_ms == HOUR_MS


def test_after_a_restart_only_the_wall_clock_can_tell() -> None:
    now = Reading("another boot", 0, 0, NOON.utc_ms + HOUR_MS)
    assert uses(ended(NOON), now=now)[0].ended_ago_ms == HOUR_MS


def row(name: str, at: Reading, **facts: object) -> SessionRecord:
    return structs.replace(ended(at), id=name, **facts)


AHEAD = structs.replace(NOON, utc_ms=NOON.utc_ms + 365 * DAY_MS)
"""The clock was a year ahead."""

RESTARTED = Reading("boot-9", 3 * HOUR_MS, 3 * HOUR_MS, NOON.utc_ms + DAY_MS)
"""The computer was started anew three hours ago, and the clock is right."""


def test_one_dated_later_than_now_ended_before_this_boot_began() -> None:
    assert uses(ended(AHEAD), now=RESTARTED)[0].ended_ago_ms == 3 * HOUR_MS
    assert uses(ended(AHEAD), now=structs.replace(RESTARTED, boot_ms=0))[0].ended_ago_ms == 0
    assert uses(ended(AHEAD), now=structs.replace(RESTARTED, boot_ms=-5))[0].ended_ago_ms == 0


def test_one_that_makes_sense_by_its_date_is_not_older_for_a_long_boot() -> None:
    """It may have been measured by another computer, such as in a backup that was restored."""
    an_hour_ago = shifted(structs.replace(RESTARTED, boot_id="elsewhere"), -HOUR_MS)
    assert uses(ended(an_hour_ago), now=RESTARTED)[0].ended_ago_ms == HOUR_MS
    assert uses(ended(shifted(an_hour_ago, HOUR_MS)), now=RESTARTED)[0].ended_ago_ms == 0


@pytest.mark.parametrize("boot", sorted(NO_BOOT))
def test_nothing_follows_from_a_boot_that_is_not_known(boot: str) -> None:
    assert uses(ended(structs.replace(AHEAD, boot_id=boot)), now=RESTARTED)[0].ended_ago_ms == 0


def test_every_word_for_no_boot_is_known() -> None:
    assert {own_csv._BOOT, session_rows._UNREADABLE_BOOT, ""} == NO_BOOT


def test_one_dated_later_than_now_is_as_old_as_what_was_measured_after_it() -> None:
    later = row("later", structs.replace(NOON, boot_id="boot-2"))
    assert [use.ended_ago_ms for use in uses(later, row("ahead", AHEAD), now=RESTARTED)] == [DAY_MS, DAY_MS]
    assert [use.ended_ago_ms for use in uses(row("ahead", AHEAD), later, now=RESTARTED)] == [3 * HOUR_MS, DAY_MS]


@pytest.mark.parametrize("facts", [{"origin": Origin.MANUAL}, {"ending": Ending.UNCONFIRMED}])
def test_what_no_timer_saw_the_end_of_tells_nothing_of_others(facts: dict[str, object]) -> None:
    later = row("later", structs.replace(NOON, boot_id="boot-2"), **facts)
    assert uses(later, row("ahead", AHEAD), now=RESTARTED)[1].ended_ago_ms == 3 * HOUR_MS


def test_a_date_that_makes_sense_is_believed_against_later_sessions() -> None:
    """Either clock may have been wrong; the younger of both is what counts."""
    before_it = row("a year behind", structs.replace(NOON, boot_id="boot-2", utc_ms=NOON.utc_ms - 365 * DAY_MS))
    assert uses(before_it, row("right", NOON), now=RESTARTED)[1].ended_ago_ms == DAY_MS
