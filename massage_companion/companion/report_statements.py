"""What the ratings show together, as sentences for a doctor: each with its interval, or that it cannot tell yet.

Better and worse are told in the same words. No sentence is about one session, none says that a massager heals.
"""

from collections.abc import Sequence

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.log.effect import (
    CannotTell,
    Change,
    Drift,
    Later,
    Lower,
    NotEnoughYet,
    drift_before,
    effect_of,
    pairs_of,
)
from massage_companion.log.point import Point


class Statement(Struct, frozen=True):
    """A sentence and what it rests on."""

    headline: str
    detail: str


def statements_of(points: Sequence[Point], log_began: int | None, words: Words) -> tuple[Statement, ...]:
    """Just after a session, the next morning, and before a session over the weeks.

    ``log_began`` is the first day of the log, if these points go so far back.
    """
    return (
        _effect(points, Later.AFTER, words),
        _effect(points, Later.NEXT_MORNING, words),
        _drift(drift_before(points, log_began), log_began is not None, words),
    )


def _effect(points: Sequence[Point], later: Later, words: Words) -> Statement:
    pairs = pairs_of(points, later)
    effect = effect_of(pairs)
    if isinstance(effect, NotEnoughYet):
        return _not_enough(later.value, "pairs", effect, words)
    details = [_interval(effect, words), words.count("report_log.sore.sessions", len(pairs.differences))]
    return _statement(_headline(later.value, effect, words), details, words)


def _drift(drift: Drift | NotEnoughYet, settling: bool, words: Words) -> Statement:
    left_out = [words("report_log.sore.settling")] if settling else []
    if isinstance(drift, NotEnoughYet):
        told = _not_enough("before", "weeks", drift, words)
        return _statement(told.headline, [told.detail, *left_out], words)
    ends = words("report_log.sore.trend", first=_points(drift.first), last=_points(drift.last), weeks=drift.weeks)
    return _statement(
        _headline("before", drift.change, words), [ends, _interval(drift.change, words), *left_out], words
    )


def _headline(name: str, change: Change, words: Words) -> str:
    if isinstance(change, CannotTell):
        return words(f"report_log.sore.{name}.cannot_tell")
    side = "lower" if isinstance(change, Lower) else "higher"
    return words(f"report_log.sore.{name}.{side}", points=_points(change.points))


def _interval(change: Change, words: Words) -> str:
    if not isinstance(change, CannotTell):
        side = "less" if isinstance(change, Lower) else "more"
        return words(f"report_log.sore.interval_{side}", low=_points(change.low), high=_points(change.high))
    if change.high < 0:
        return words("report_log.sore.small", low=_points(change.high), high=_points(change.low))
    return words("report_log.sore.fits", less=_points(min(0.0, change.low)), more=_points(change.high))


def _not_enough(name: str, needs: str, effect: NotEnoughYet, words: Words) -> Statement:
    detail = words(f"report_log.sore.needs_{needs}", have=effect.have, need=effect.need)
    return Statement(words(f"report_log.sore.{name}.not_enough"), detail)


def _statement(headline: str, details: Sequence[str], words: Words) -> Statement:
    return Statement(headline, ("" if words.language == "zh" else " ").join(details))


def _points(value: float) -> str:
    """Such as 2.1; never "-0.0"."""
    return f"{abs(value):.1f}"
