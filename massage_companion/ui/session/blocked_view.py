"""Builds what is shown while no session can start: the strictest reason large, every other one below it. Pure."""

from collections.abc import Sequence

from massage_companion.companion.words import Words
from massage_companion.session.refusal import MinutesUsedUp, Reason, RestNotOver
from massage_companion.ui.session.reason_in_words import Occasion, time_from, told
from massage_companion.ui.session.view import Badge, BlockedView, Controls, Deed, Line, Other

_LATE_MS = 500
"""Looked at a little late rather than a moment too early."""


def blocked_view(reasons: Sequence[Reason], controls: Controls | None, at: Occasion, dose: str = "") -> BlockedView:
    """The view for reasons (at least one), strictest first; ``dose`` is the line about the last 24 hours."""
    first, *rest = (told(reason, at) for reason in reasons)
    wait_ms = _wait_ms(reasons)
    caption = at.words("session.blocked.caption")
    if wait_ms is not None:
        caption = at.words("session.blocked.caption_from", time=time_from(wait_ms - _LATE_MS, at))
    return BlockedView(
        badge=first.badge,
        tone=first.tone,
        title=first.title,
        lines=first.lines,
        source=first.source,
        others=tuple(
            Other(at.words("session.blocked.also", reason=each.short), each.lines[-1].text if each.lines else "")
            for each in rest
        ),
        caption=caption,
        controls=controls,
        deeds=_deeds([deed for each in (first, *rest) for deed in each.deeds]),
        wait_ms=wait_ms,
        dose=dose,
    )


def no_massager_view(words: Words) -> BlockedView:
    """The view while the household has no massager."""
    return _bare("no_massager", words("session.blocked.no_massager.why"), (Deed.MASSAGERS,), words)


def unreadable_view(cause: str, words: Words) -> BlockedView:
    """The view while the data cannot be read; nothing can be allowed then."""
    return _bare("unreadable", cause, (Deed.TRY_AGAIN,), words)


def _bare(key: str, why: str, deeds: tuple[Deed, ...], words: Words) -> BlockedView:
    return BlockedView(
        badge=Badge(words("session.badge.unreadable"), "warning"),
        tone="warning",
        title=words(f"session.blocked.{key}.title"),
        lines=(
            Line(words("session.blocked.why"), why),
            Line(words("session.blocked.next"), words(f"session.blocked.{key}.next")),
        ),
        source="",
        others=(),
        caption=words("session.blocked.caption"),
        controls=None,
        deeds=deeds,
    )


def _wait_ms(reasons: Sequence[Reason]) -> int | None:
    """How long to wait where nothing but time is missing."""
    waits = [reason.wait_ms for reason in reasons if isinstance(reason, MinutesUsedUp | RestNotOver)]
    return max(waits) + _LATE_MS if len(waits) == len(reasons) else None


def _deeds(wanted: Sequence[Deed]) -> tuple[Deed, ...]:
    """Each once; one way into the safety check is enough."""
    unique = list(dict.fromkeys(wanted))
    for stronger in (Deed.CHECK_AGAIN, Deed.DO_CHECK):
        if stronger in unique:
            unique = [deed for deed in unique if deed is stronger or deed not in _INTO_THE_CHECK]
    return tuple(unique)


_INTO_THE_CHECK = frozenset({Deed.CHECK_AGAIN, Deed.DO_CHECK, Deed.HEALTH_CHANGED})
