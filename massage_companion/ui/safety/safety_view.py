"""Puts the page about the safety check together from what is known. No Qt."""

from msgspec import Struct

from massage_companion.ui.safety.facts import Facts, Language
from massage_companion.ui.safety.history_view import history_part
from massage_companion.ui.safety.intents import Part
from massage_companion.ui.safety.result_part_view import badge, result_part
from massage_companion.ui.safety.view import HistoryPart, MassagerName, Notice, ResultPart, SafetyView, YesPart
from massage_companion.ui.safety.yes_view import yes_part


class Looking(Struct, frozen=True):
    """What the person looks at: a part, a check of the history, a yes that may be taken back, what was just said."""

    part: Part = Part.RESULT
    screening: str = ""
    asked: str = ""
    said: str = ""


def safety_view(facts: Facts, looking: Looking, language: Language) -> SafetyView:
    """The page. A part with nothing in it is not offered."""
    words = language.words
    parts = _parts(facts)
    part = looking.part if looking.part in parts else Part.RESULT
    usable = [each for each in facts.massagers if not each.retired or each.id == facts.massager.id]
    return SafetyView(
        badge=badge(facts, words),
        massagers=tuple(MassagerName(each.id, each.name) for each in usable),
        massager=facts.massager.id,
        parts=tuple((each, words(f"safety.part.{each.value}")) for each in parts) if len(parts) > 1 else (),
        part=part,
        content=_content(part, facts, looking, language),
        said=looking.said,
    )


def bare_view(title: str, text: str) -> SafetyView:
    """The page while nothing is known, as when the data cannot be read: nothing can be done here then."""
    return SafetyView(None, (), "", (), Part.RESULT, ResultPart((Notice("warning", title, text),)))


def _parts(facts: Facts) -> tuple[Part, ...]:
    parts = [Part.RESULT]
    if facts.clearances or facts.can_record_yes:
        parts.append(Part.YES)
    if facts.history:
        parts.append(Part.HISTORY)
    return tuple(parts)


def _content(part: Part, facts: Facts, looking: Looking, language: Language) -> ResultPart | YesPart | HistoryPart:
    match part:
        case Part.RESULT:
            return result_part(facts, language)
        case Part.YES:
            return yes_part(facts, looking.asked, language)
        case Part.HISTORY:
            return history_part(facts, looking.screening, language)
