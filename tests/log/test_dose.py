"""From the log to what the gate counts: each session with the most, and the latest, that it can have been."""

import pytest
from msgspec import structs

from massage_companion.log.dose import dose_of
from massage_companion.log.record import SessionRecord
from massage_companion.session.dose import Use
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
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


def test_one_dated_later_than_now_has_just_ended() -> None:
    now = Reading("another boot", 0, 0, NOON.utc_ms - DAY_MS)
    assert uses(ended(NOON), now=now)[0].ended_ago_ms == 0
