"""The words of what is asked after sessions, as values. No Qt. It decides nothing about when something is asked."""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.looking_after import Due, LateSigns, MorningAfter
from massage_companion.companion.words import Words
from massage_companion.session.reading import Reading


class AskView(Struct, frozen=True):
    """A question and what belongs to it. ``key`` is another one for each question."""

    key: str
    title: str
    lines: tuple[str, ...]


class Reminder(Struct, frozen=True):
    """The same for a notification of the desktop. One ``key`` is worth one notification, never a second."""

    key: str
    title: str
    text: str


def key_of(due: Due) -> str:
    """A name for what is due, the same each time."""
    if isinstance(due, LateSigns):
        return f"late-{due.massager}-{due.day}"
    return f"morning-{due.record.id}"


def ask_view(due: Due, massager: str, now: Reading, words: Words) -> AskView:
    """The question as it is read; ``massager`` is the name it has now, empty where it is not known."""
    if isinstance(due, MorningAfter):
        ended = moments.when(due.record.ended.utc_ms, due.record.ended.offset_minutes, now.utc_ms, words)
        name = massager or due.record.massager_name
        lines: tuple[str, ...] = (words("looking_after.morning.text", when=ended, massager=name),)
        return AskView(key_of(due), words("looking_after.morning.title"), lines)
    day = moments.day(due.first_utc_ms, now.offset_minutes, words)
    lines = (words("looking_after.late.text", massager=massager),) if massager else ()
    title = words("looking_after.late.title", when=day)
    return AskView(key_of(due), title, (*lines, words("looking_after.late.why")))


def reminder(due: Due, words: Words) -> Reminder:
    """What a notification says: nothing about health, since others may see the screen."""
    kind = "late" if isinstance(due, LateSigns) else "morning"
    return Reminder(
        key_of(due), words(f"looking_after.reminder.{kind}.title"), words(f"looking_after.reminder.{kind}.text")
    )
