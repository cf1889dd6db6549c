"""When to look at the clock next. No Qt, and no clock: a look is derived from a reading, never counted.

Why: one wake-up for each second that is shown, and one in ten seconds while nobody can see it. The machine takes half
a minute without a look for absence, so a live session must never go longer without one.
"""

from massage_companion.session.measure import overtime_ms, remaining_ms
from massage_companion.session.reading import Reading
from massage_companion.session.states import Overtime, Paused, Running, State

SHOWN_MS = 1_000
HIDDEN_MS = 10_000
PAUSED_MS = 60_000
"""A pause shows nothing that changes; a look now and then keeps on record that the program was there."""


def next_look_ms(state: State, now: Reading, watched: bool) -> int | None:
    """Milliseconds until the next look; ``None`` where nothing changes by itself.

    Hidden looks fall on whole ten seconds of the plan. Half time, phases, the last minute and zero do so too, since
    plans and phases are whole minutes: each is met when it comes, and none needs a look of its own.
    """
    step = SHOWN_MS if watched else HIDDEN_MS
    match state:
        case Running():
            return (remaining_ms(state, now) - 1) % step + 1
        case Overtime():
            return step - overtime_ms(state, now) % step
        case Paused():
            return PAUSED_MS
        case _:
            return None
