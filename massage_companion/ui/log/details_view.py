"""Everything that is known about one session, in sentences. Pure: a record and words in, texts out.

What is not known is left out or said to be not known; it is never filled in.
"""

from collections.abc import Mapping

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.log.view import LEAST_SHOWN_MS, moment

_SIGNS = "signs"
"""The question of the rule files whose options are stop signs."""


class Names(Struct, frozen=True):
    """What ids are called: signs, rules, people."""

    signs: Mapping[str, str]
    rules: Mapping[str, str]
    people: Mapping[str, str]


class Details(Struct, frozen=True):
    """A session as it is read below the table: a title, what was measured, and what the person said about it."""

    title: str
    measured: tuple[str, ...]
    told: tuple[str, ...]


def names_of(texts: RuleTexts, people: tuple[Person, ...]) -> Names:
    """The names from the rule files and the household."""
    question = texts.questions.get(_SIGNS)
    return Names(
        signs={} if question is None else question.options,
        rules={rule: text.title for rule, text in texts.rules.items()},
        people={person.id: person.name for person in people},
    )


def details(record: SessionRecord, now_utc_ms: int, names: Names, words: Words) -> Details:
    """The details of a session."""
    title = words("log.beside").join((moment(record, now_utc_ms, words), record.massager_name))
    return Details(title, _measured(record, names, words), _told(record, words))


def facts(record: SessionRecord, words: Words) -> tuple[str, ...]:
    """Only what nobody can change: time, level, heat."""
    lines = _time(record, words)
    heat = words("log.detail.heat_on" if record.heat else "log.detail.heat_off")
    lines.append(words("log.detail.level", level=words(f"log.intensity.{record.intensity.word}"), heat=heat))
    return tuple(lines)


def _measured(record: SessionRecord, names: Names, words: Words) -> tuple[str, ...]:
    lines = [words("log.detail.manual")] if record.origin is Origin.MANUAL else []
    lines.extend(facts(record, words))
    if record.signs:
        signs = (names.signs.get(sign, sign) for sign in record.signs)
        lines.append(words("log.detail.signs", signs=words("log.detail.separator").join(signs)))
    if record.precautions:
        older = words("log.detail.older_rule")
        titles = dict.fromkeys(names.rules.get(rule, older) for rule in record.precautions)
        lines.append(words("log.detail.precautions", titles=words("log.detail.separator").join(titles)))
    if record.first_person:
        name = names.people.get(record.first_person, record.first_person)
        lines.append(words("log.detail.first_person", name=name))
    return tuple(lines)


def _time(record: SessionRecord, words: Words) -> list[str]:
    used = moments.spoken_duration(record.used_ms, words)
    if record.origin is Origin.MANUAL:
        return [words("log.detail.used_by_hand", used=used)]
    planned = moments.spoken_duration(record.planned_minutes * MINUTE_MS, words)
    lines = [words("log.detail.used", used=used, planned=planned)]
    if record.overtime_ms >= LEAST_SHOWN_MS:
        lines.append(words("log.detail.over", over=moments.spoken_duration(record.overtime_ms, words)))
    if record.paused_ms >= LEAST_SHOWN_MS:
        lines.append(words("log.detail.paused", time=moments.spoken_duration(record.paused_ms, words)))
    if record.at_most_ms > record.used_ms + record.overtime_ms:
        lines.append(words("log.detail.at_most", time=moments.spoken_duration(record.at_most_ms, words)))
    if record.phases:
        phases = (
            words("log.detail.phase", name=each.name, minutes=words.count("moments.minutes", each.minutes))
            for each in record.phases
        )
        lines.append(words("log.detail.phases", phases=words("log.detail.separator").join(phases)))
    return lines


def _told(record: SessionRecord, words: Words) -> tuple[str, ...]:
    rated = (
        ("log.detail.before", record.sore_before),
        ("log.detail.after", record.sore_after),
        ("log.detail.next", record.sore_next),
    )
    parts = [words(key, n=value) for key, value in rated if value is not None]
    lines = [words("log.detail.soreness", parts=words("log.detail.separator").join(parts))] if parts else []
    if record.note:
        lines.append(words("log.detail.note", note=record.note))
    return tuple(lines)
