"""The sentences about soreness: a headline and what it rests on. Better and worse are told with the same weight.

No sentence is about one session, and none says that a massager heals. No Qt here.
"""

from collections.abc import Sequence

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.log.effect import (
    CannotTell,
    Change,
    Drift,
    Higher,
    Later,
    Lower,
    NotEnoughYet,
    drift_before,
    effect_of,
    notice,
    pairs_of,
)
from massage_companion.log.point import Point


class Sentence(Struct, frozen=True):
    """``look`` is "h2", or "accent" and "danger" where it is lower or higher; the words say it too."""

    title: str
    headline: str
    spoken: str
    detail: str
    change: Change | NotEnoughYet


def sentences_of(
    points: Sequence[Point], log_began: int | None, longer_possible: bool, words: Words
) -> tuple[Sentence, Sentence, Sentence]:
    """After a session, before one over the weeks, and next morning."""
    after = _effect(points, Later.AFTER, "help", words)
    morning = _effect(points, Later.NEXT_MORNING, "morning", words)
    return after, _before(drift_before(points, log_began), log_began is not None, longer_possible, words), morning


def number(value: float) -> str:
    """Points as they are shown, such as 2.1; never "-0.0"."""
    return f"{abs(value):.1f}"


def _effect(points: Sequence[Point], later: Later, part: str, words: Words) -> Sentence:
    pairs = pairs_of(points, later)
    effect = effect_of(pairs)
    title = words(f"trends.{part}.title")
    aside = [words("trends.morning.aside")] if later is Later.NEXT_MORNING else []
    match effect:
        case NotEnoughYet():
            key = "trends.morning.needs" if later is Later.NEXT_MORNING else "trends.effect.needs"
            headline = words("trends.effect.not_enough")
            return _sentence(title, headline, [words(key, need=effect.need, have=effect.have)], effect, words)
        case CannotTell():
            fits = words("trends.effect.fits", less=number(min(0.0, effect.low)), more=number(max(0.0, effect.high)))
            if effect.high < 0:
                fits = words("trends.effect.small", low=number(effect.high), high=number(effect.low))
            details = [words.count("trends.effect.sessions", len(pairs.differences)), fits]
            return _sentence(title, words("trends.effect.cannot_tell"), details, effect, words)
        case _:
            side = "lower" if isinstance(effect, Lower) else "higher"
            headline = words(f"trends.{part}.{side}", points=number(effect.points))
            interval = {"low": number(effect.low), "high": number(effect.high)}
            details = [
                words.count("trends.effect.interval", len(pairs.differences), **interval),
                words(f"trends.effect.notice.{notice(effect, pairs.mean_before).value}"),
                *([words("trends.effect.worse")] if isinstance(effect, Higher) else aside),
            ]
            return _sentence(title, headline, details, effect, words)


def _before(drift: Drift | NotEnoughYet, settling: bool, longer_possible: bool, words: Words) -> Sentence:
    title = words("trends.before.title")
    if isinstance(drift, NotEnoughYet):
        details = [words("trends.before.needs", need=drift.need, have=drift.have)]
        if settling:
            details.append(words("trends.before.settling"))
        if longer_possible:
            details.append(words("trends.before.longer"))
        return _sentence(title, words("trends.effect.not_enough"), details, drift, words)
    change = drift.change
    if isinstance(change, CannotTell):
        headline = words("trends.before.same", weeks=drift.weeks)
        fits = words("trends.before.fits", less=number(min(0.0, change.low)), more=number(max(0.0, change.high)))
        return _sentence(title, headline, [fits], change, words)
    ends = {"first": number(drift.first), "last": number(drift.last), "weeks": drift.weeks}
    side = "lower" if isinstance(change, Lower) else "higher"
    details = [words(f"trends.before.{side}", low=number(change.low), high=number(change.high))]
    if isinstance(change, Higher):
        details.append(words("trends.before.worse"))
    made = _sentence(title, words("trends.before.moved", **ends), details, change, words)
    return Sentence(made.title, made.headline, words("trends.before.moved_spoken", **ends), made.detail, change)


def _sentence(
    title: str, headline: str, details: Sequence[str], change: Change | NotEnoughYet, words: Words
) -> Sentence:
    between = "" if words.language == "zh" else " "
    return Sentence(title, headline, headline, between.join(details), change)
