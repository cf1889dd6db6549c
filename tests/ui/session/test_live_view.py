"""What is shown of a running session is derived from the reading, and offers exactly what the machine accepts."""

import pytest

from massage_companion.companion.words import Words
from massage_companion.log.record import Session
from massage_companion.session import machine
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, Reading, shifted
from massage_companion.session.states import (
    Action,
    Asking,
    DoNotKnow,
    End,
    Event,
    FeelsWrong,
    Live,
    Look,
    Overtime,
    Pause,
    Paused,
    Resume,
    Running,
    StillRunning,
    SwitchedOff,
)
from massage_companion.storage.words import load_words
from massage_companion.ui.session.asking_view import asking_view
from massage_companion.ui.session.live_view import overtime_view, paused_view, running_view
from massage_companion.ui.session.view import AskingView, Deed, OvertimeView, PausedView, RunningView
from tests.support.fake_clock import NOON

WORDS = load_words("en")
SESSION = Session("s", "mei", "k", "Kneader", 4, "small-1")
RUNNING = Running(Plan(10), started=NOON, since=NOON, seen=NOON)
LATER = shifted(NOON, 4_000)

STATES: dict[str, Live] = {
    "running": RUNNING,
    "paused": Paused(Plan(10), started=NOON, since=NOON, seen=NOON, used_ms=60_000),
    "overtime": Overtime(Plan(10), started=shifted(NOON, -10 * MINUTE_MS), zero=NOON, seen=NOON),
    "asking": Asking(RUNNING, found=NOON),
    "asking after a pause": Asking(Paused(Plan(10), NOON, NOON, NOON, used_ms=60_000), found=NOON),
    "asking after overtime": Asking(Overtime(Plan(10), NOON, zero=NOON, seen=NOON), found=NOON),
}
EVENTS: tuple[tuple[Event, frozenset[Action]], ...] = (
    (Pause(), frozenset({Action.PAUSE})),
    (Resume(), frozenset({Action.RESUME})),
    (End(), frozenset({Action.END, Action.IT_IS_OFF, Action.DO_NOT_KNOW})),
    (FeelsWrong(), frozenset({Action.FEELS_WRONG})),
    (StillRunning(), frozenset({Action.STILL_RUNNING})),
    (SwitchedOff(1_000), frozenset({Action.SWITCHED_OFF})),
    (DoNotKnow(), frozenset({Action.DO_NOT_KNOW})),
)


def view_of(state: Live, now: Reading, words: Words = WORDS) -> RunningView | PausedView | OvertimeView | AskingView:
    match state:
        case Running():
            return running_view(state, SESSION, False, now, words)
        case Paused():
            return paused_view(state, SESSION, False, now, words)
        case Overtime():
            return overtime_view(state, SESSION, now, None, words)
        case Asking():
            return asking_view(state, now, words)


def last_seen(state: Running, minutes: int) -> Running:
    """The same session, looked at last so many minutes after its start."""
    return Running(state.plan, state.started, state.since, shifted(NOON, minutes * MINUTE_MS))


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_an_action_is_offered_exactly_where_it_changes_the_state(state: Live) -> None:
    offered = view_of(state, LATER).actions
    untouched = machine.step(state, Look(), LATER).state
    for event, meanings in EVENTS:
        stepped = machine.step(state, event, LATER).state
        changes = type(stepped) is not type(untouched)
        assert changes == bool(offered & meanings), event


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_state_has_words_in_every_language(state: Live, language: str) -> None:
    assert view_of(state, LATER, load_words(language)).badge.text


@pytest.mark.parametrize(
    ("used_ms", "shown"),
    [(0, "10:00"), (1, "10:00"), (999, "10:00"), (1_000, "09:59"), (78_000, "08:42"), (599_999, "00:01")],
)
def test_the_time_shown_counts_every_second_begun(used_ms: int, shown: str) -> None:
    view = running_view(RUNNING, SESSION, False, shifted(NOON, used_ms), WORDS)
    assert view.time == shown


def test_the_ring_and_the_spoken_time_say_the_same() -> None:
    view = running_view(RUNNING, SESSION, False, shifted(NOON, 5 * MINUTE_MS), WORDS)
    assert view.fraction == 0.5
    assert view.spoken == "5 minutes left, ends at 12:10"
    assert view.caption == "ends at 12:10"


def test_the_end_is_told_in_the_zone_of_the_wall_clock() -> None:
    abroad = Reading("boot-1", NOON.boot_ms, NOON.awake_ms, NOON.utc_ms, 480, "Asia/Shanghai")
    view = running_view(RUNNING, SESSION, False, abroad, WORDS)
    assert view.caption == "ends at 20:10"


def test_a_session_with_conditions_says_so() -> None:
    assert running_view(RUNNING, SESSION, True, NOON, WORDS).badge.text == "Cleared with limits"


def test_overtime_counts_up_and_never_rounds_up() -> None:
    state = STATES["overtime"]
    assert isinstance(state, Overtime)
    view = overtime_view(state, SESSION, shifted(NOON, 92_999), None, WORDS)
    assert view.time == "+1:32"
    assert view.text == "It has been running 1:32 longer than planned."
    assert overtime_view(state, SESSION, shifted(state.zero, 999), None, WORDS).text == "The planned time is over."


def test_a_hushed_overtime_says_until_when_and_offers_no_second_hush() -> None:
    state = STATES["overtime"]
    assert isinstance(state, Overtime)
    assert overtime_view(state, SESSION, NOON, None, WORDS).deeds == (Deed.REMIND,)
    hushed = overtime_view(state, SESSION, NOON, shifted(NOON, MINUTE_MS), WORDS)
    assert hushed.deeds == ()
    assert hushed.quiet == "The sound is off until 12:01."


def test_after_an_absence_the_gap_is_told_and_the_planned_end_is_proposed() -> None:
    state = Asking(last_seen(RUNNING, 2), found=shifted(NOON, 40 * MINUTE_MS))
    view = asking_view(state, shifted(NOON, 41 * MINUTE_MS), WORDS)
    assert view.known[0] == "It was running at 12:02."
    assert "until 12:40" in view.known[1]
    assert view.known[2] == "The planned end was 12:10."
    assert view.at_end == "It was off on time, at 12:10"
    assert view.off is not None
    assert view.off.proposed == view.off.at_end == NOON.utc_ms + 10 * MINUTE_MS
    assert (view.off.earliest, view.off.latest) == (NOON.utc_ms + 2 * MINUTE_MS, NOON.utc_ms + 41 * MINUTE_MS)


def test_on_time_is_not_offered_where_the_planned_end_is_still_to_come() -> None:
    state = Asking(last_seen(RUNNING, 2), found=shifted(NOON, 5 * MINUTE_MS))
    view = asking_view(state, shifted(NOON, 5 * MINUTE_MS), WORDS)
    assert view.at_end == ""
    assert view.off is not None
    assert view.off.at_end is None


def test_after_a_pause_nobody_is_asked_when_it_went_off() -> None:
    view = asking_view(Asking(Paused(Plan(10), NOON, NOON, NOON, used_ms=60_000), found=LATER), LATER, WORDS)
    assert view.off is None
    assert view.stayed_off == NOON.utc_ms
    assert view.still == "It is running again"


def test_an_absence_over_midnight_tells_the_day() -> None:
    late = shifted(NOON, 11 * 60 * MINUTE_MS + 55 * MINUTE_MS)
    state = Asking(Running(Plan(10), started=late, since=late, seen=late), found=shifted(late, 20 * MINUTE_MS))
    view = asking_view(state, shifted(late, 20 * MINUTE_MS), WORDS)
    assert view.known[0] == "It was running at 23:55 (14 Nov 2026)."
    assert view.off is not None
    assert view.off.dated
