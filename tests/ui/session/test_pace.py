"""When the clock is looked at: on each second that is shown, and seldom while nobody can see it."""

import pytest

from massage_companion.session import measure
from massage_companion.session.measure import remaining_ms
from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.session.states import Asking, Ended, Ending, Overtime, Paused, Running
from massage_companion.ui.session.pace import next_look_ms
from tests.support.fake_clock import NOON

RUNNING = Running(Plan(5), started=NOON, since=NOON, seen=NOON)


@pytest.mark.parametrize(("used_ms", "expected"), [(0, 1000), (1, 999), (500, 500), (999, 1), (1000, 1000)])
def test_a_running_clock_is_looked_at_when_the_shown_second_changes(used_ms: int, expected: int) -> None:
    assert next_look_ms(RUNNING, shifted(NOON, used_ms), watched=True) == expected


@pytest.mark.parametrize("used_ms", [0, 1, 17, 999, 1000, 59_999, 240_001, 299_999])
def test_each_look_comes_exactly_when_the_rounded_up_seconds_change(used_ms: int) -> None:
    now = shifted(NOON, used_ms)
    then = shifted(now, next_look_ms(RUNNING, now, watched=True) or 0)
    shown_now, shown_then = (-(-remaining_ms(RUNNING, at) // 1000) for at in (now, then))
    just_before = -(-remaining_ms(RUNNING, shifted(then, -1)) // 1000)
    assert (shown_then, just_before) == (shown_now - 1, shown_now)


@pytest.mark.parametrize("used_ms", [0, 3, 12_345, 9_999])
def test_hidden_looks_fall_on_whole_ten_seconds_so_that_half_and_zero_come_on_time(used_ms: int) -> None:
    now = shifted(NOON, used_ms)
    delay = next_look_ms(RUNNING, now, watched=False)
    assert delay is not None
    assert 0 < delay <= 10_000
    assert (used_ms + delay) % 10_000 == 0


def test_zero_is_met_exactly_from_a_hidden_window() -> None:
    now = shifted(NOON, 5 * MINUTE_MS - 4_321)
    assert next_look_ms(RUNNING, now, watched=False) == 4_321


@pytest.mark.parametrize("watched", [True, False])
def test_each_phase_is_met_at_its_instant_from_a_hidden_window_too(watched: bool) -> None:
    phases = (Phase("left", 1), Phase("right", 3), Phase("low", 1))
    state, now = Running(Plan(5, phases=phases), started=NOON, since=NOON, seen=NOON), shifted(NOON, 4_321)
    begun: dict[int | None, int] = {}
    while (delay := next_look_ms(state, now, watched)) is not None and remaining_ms(state, now) > 0:
        now = shifted(now, delay)
        used = measure.used_ms(state, now)
        begun.setdefault(state.plan.phase_number(used), used)
    assert (begun[1], begun[2]) == (MINUTE_MS, 4 * MINUTE_MS)


def test_overtime_is_looked_at_each_second_and_hidden_each_ten() -> None:
    state = Overtime(Plan(5), started=NOON, zero=NOON, seen=NOON)
    assert next_look_ms(state, shifted(NOON, 1_250), watched=True) == 750
    assert next_look_ms(state, shifted(NOON, 1_250), watched=False) == 8_750


def test_a_live_session_is_never_left_without_a_look_long_enough_to_count_as_absence() -> None:
    for used_ms in range(0, 5 * MINUTE_MS, 777):
        assert (next_look_ms(RUNNING, shifted(NOON, used_ms), watched=False) or 0) <= 10_000


def test_nothing_wakes_up_for_a_question_or_a_finished_session() -> None:
    ended = Ended(Plan(5), NOON, NOON, Ending.FINISHED, 0, 0, 0, 0)
    assert next_look_ms(Asking(RUNNING, NOON), NOON, watched=True) is None
    assert next_look_ms(ended, NOON, watched=True) is None


def test_a_pause_is_looked_at_once_a_minute() -> None:
    paused = Paused(Plan(5), started=NOON, since=NOON, seen=NOON, used_ms=0)
    assert next_look_ms(paused, NOON, watched=True) == MINUTE_MS
