"""Builds what is shown once a session is over, the usual way or because something felt wrong. Pure."""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.states import Ended
from massage_companion.ui.session.live_view import short_duration
from massage_companion.ui.session.view import AfterView, Badge, FeltWrongView

_STEPS = 3
_SIGNS = 8
_WORTH_TELLING_MS = 1_000


def after_view(session: str, ended: Ended, words: Words) -> AfterView:
    """What is known about the session. An end that nobody saw is told as a span."""
    known = ended.used_ms + ended.overtime_ms
    if ended.at_most_ms - known >= _WORTH_TELLING_MS:
        lines = [
            words(
                "session.after.at_most",
                least=moments.spoken_duration(_whole(known), words),
                most=moments.spoken_duration(_whole(ended.at_most_ms), words),
            )
        ]
    else:
        lines = [words("session.after.used", time=moments.spoken_duration(_whole(ended.used_ms), words))]
        if ended.overtime_ms >= _WORTH_TELLING_MS:
            lines.append(words("session.after.over", time=short_duration(ended.overtime_ms)))
    return AfterView(Badge(words("session.badge.ended"), "neutral"), session, tuple(lines))


def felt_wrong_view(session: str, stored: bool, words: Words) -> FeltWrongView:
    """What to do now; shown at once, even where the end could not be stored."""
    return FeltWrongView(
        badge=Badge(words("session.badge.stopped"), "danger"),
        session=session,
        steps=tuple(words(f"session.wrong.step_{n}") for n in range(1, _STEPS + 1)),
        signs=tuple(words(f"session.wrong.sign_{n}") for n in range(1, _SIGNS + 1)),
        then=words("felt_wrong.steps.blocked" if stored else "felt_wrong.steps.unsaved"),
        stored=stored,
    )


def _whole(ms: int) -> int:
    """Seconds that are complete: nothing is rounded up to more than was measured."""
    return ms - ms % 1_000
