"""What the last 24 hours leave over: minutes, sessions and rest. It counts whole sessions and never rounds down."""

from massage_companion.eligibility.limits import Limits
from massage_companion.session.dose import Dose
from massage_companion.session.reading import DAY_MS, MINUTE_MS
from massage_companion.session.refusal import MinutesUsedUp, Reason, RestNotOver


def minutes_left(dose: Dose, limits: Limits) -> int:
    """Whole minutes that 24 hours still allow, 0 or more."""
    if limits.minutes_per_day is None:
        return 24 * 60
    return max(0, (limits.minutes_per_day * MINUTE_MS - dose.used_last_day_ms()) // MINUTE_MS)


def dose_reasons(dose: Dose, limits: Limits) -> list[Reason]:
    """Why the dose forbids a session now, if it does, with the time until it is possible again."""
    reasons: list[Reason] = []
    if (used_up_wait := _used_up_wait(dose, limits)) > 0:
        used = -(-dose.used_last_day_ms() // MINUTE_MS)
        reasons.append(MinutesUsedUp(used_up_wait, len(dose.last_day()), used))
    if (rest_wait := _rest_wait(dose, limits)) > 0:
        reasons.append(RestNotOver(rest_wait))
    return reasons


def next_allowed_wait_ms(dose: Dose, limits: Limits) -> int:
    """How long from now until the dose allows a session again, in ms; 0 where it does."""
    return max(_used_up_wait(dose, limits), _rest_wait(dose, limits))


def _rest_wait(dose: Dose, limits: Limits) -> int:
    if not dose.uses or limits.rest_minutes is None:
        return 0
    return max(0, limits.rest_minutes * MINUTE_MS - min(use.ended_ago_ms for use in dose.uses))


def _used_up_wait(dose: Dose, limits: Limits) -> int:
    return max(_sessions_wait(dose, limits), _minutes_wait(dose, limits))


def _sessions_wait(dose: Dose, limits: Limits) -> int:
    recent = dose.last_day()
    if limits.sessions_per_day is None or len(recent) < limits.sessions_per_day:
        return 0
    if limits.sessions_per_day < 1:
        return DAY_MS
    return DAY_MS - recent[limits.sessions_per_day - 1].ended_ago_ms


def _minutes_wait(dose: Dose, limits: Limits) -> int:
    """Until at least one whole minute is free again."""
    if minutes_left(dose, limits) >= 1:
        return 0
    oldest_first = sorted(dose.last_day(), key=lambda use: use.ended_ago_ms, reverse=True)
    budget = (limits.minutes_per_day or 0) * MINUTE_MS
    used = dose.used_last_day_ms()
    for use in oldest_first:
        used -= use.used_ms
        if budget - used >= MINUTE_MS:
            return DAY_MS - use.ended_ago_ms
    return DAY_MS
