"""Reads the written people (*.toml beside this file) and says where the rules judge one of them otherwise.

A person's outcome is written by hand from the evidence; it must never be computed from the rules.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality, known_or_all
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.storage.content_files import OutcomeWord
from tests.support.healthy_answers import BOTH_STAGES, answers_from, asked_and_given, filled

FOLDER = Path(__file__).parent
ORDINARY = "ordinary_people"


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody with a life, a neck and a massager, and what the check has to say to them.

    ``answers`` differ from those of a healthy person; with ``fill = false`` they are all that was answered.
    ``rules`` are findings that must be there, and every finding that blocks. ``each``: the outcome per kind.
    """

    name: str
    story: str
    modalities: list[Modality]
    answers: dict[str, str | int | list[str]]
    outcome: OutcomeWord
    allowed: bool
    rules: list[str]
    why: str
    source: str
    fill: bool = True
    each: dict[Modality, OutcomeWord] = {}

    @property
    def kinds(self) -> frozenset[Modality]:
        """What the massager does; a person who names nothing is judged as having every kind."""
        return known_or_all(frozenset(self.modalities))


class PeopleFile(Struct, forbid_unknown_fields=True):
    """One theme."""

    person: list[Person]


@cache
def people() -> dict[str, tuple[Person, ...]]:
    """Everybody, by the name of the file without its ending."""
    return {
        path.stem: tuple(msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), PeopleFile).person)
        for path in sorted(FOLDER.glob("*.toml"))
    }


def everybody() -> tuple[Person, ...]:
    """Everybody, in the order of the files."""
    return tuple(person for group in people().values() for person in group)


def answers_of(rules: Rules, person: Person) -> Answers:
    """What this person answers in all. Raises AnswerError for an answer that is not offered."""
    given = answers_from(rules.questionnaire, person.answers)
    return filled(rules.questionnaire, given, person.kinds) if person.fill else given


def verdict_on(rules: Rules, person: Person) -> Verdict:
    """What the rules say to this person, today's page included."""
    return evaluate(rules, answers_of(rules, person), person.kinds, BOTH_STAGES)


def person_differences(rules: Rules, person: Person) -> Iterator[str]:
    """Where the rules say something else than the file; nothing where they agree."""
    verdict = verdict_on(rules, person)
    findings = {finding.rule.id: finding.outcome for finding in verdict.findings}
    if verdict.outcome.word != person.outcome:
        yield f"outcome: expected {person.outcome}, is {verdict.outcome.word}"
    if verdict.allowed != person.allowed:
        yield f"allowed: expected {person.allowed}, is {verdict.allowed}"
    if person.fill and verdict.unanswered:
        yield f"has to say more about {', '.join(verdict.unanswered)}"
    yield from (f"misses the finding {rule}" for rule in person.rules if rule not in findings)
    yield from (
        f"is stopped by {rule} ({outcome.word}), which the file does not name"
        for rule, outcome in findings.items()
        if outcome.blocks and rule not in person.rules
    )
    for kind, expected in person.each.items():
        if verdict.outcomes[kind].word != expected:
            yield f"{kind}: expected {expected}, is {verdict.outcomes[kind].word}"


def told(rules: Rules, person: Person) -> str:
    """The person in words, for a failing test: life, answers, what was expected and what the rules say."""
    verdict = verdict_on(rules, person)
    findings = ", ".join(f"{finding.rule.id} {finding.outcome.word}" for finding in verdict.findings)
    return "\n".join(
        [
            "",
            f"{person.name}. {person.story}",
            f"  massager: {', '.join(person.modalities) or 'not known'}    answers: {person.answers}",
            f"  expected: {person.outcome}, because: {person.why} [{person.source}] {', '.join(person.rules)}",
            f"  actual:   {verdict.outcome.word}: {findings or 'no finding'}",
            *(f"  {difference}" for difference in person_differences(rules, person)),
        ]
    )


def answers_not_asked(rules: Rules, person: Person) -> list[str]:
    """Questions that the file answers although nobody would ask this person."""
    answers = answers_of(rules, person)
    kept = asked_and_given(rules.questionnaire, answers, person.kinds)
    return [name for name in person.answers if name not in kept]
