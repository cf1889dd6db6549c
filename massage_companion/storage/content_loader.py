"""Loads the rule files. Strict: anything it does not know stops the program with the exact place.

It must never skip a rule it cannot read, since a missing rule would say "ok" more often.
"""

import tomllib
from typing import TypeVar

import msgspec
from msgspec import Struct

from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.limits import INTENSITY_BY_WORD, Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import OUTCOME_BY_WORD, Outcome
from massage_companion.eligibility.questionnaire import Change, Kind, Page, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules, Source
from massage_companion.eligibility.texts import QuestionText, RuleText, RuleTexts
from massage_companion.storage import content_checks, content_signs
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.content_files import (
    ChangeEntry,
    ComparisonEntry,
    ConditionEntry,
    LimitsEntry,
    QuestionsFile,
    RulesFile,
    SourceEntry,
    TextFile,
)

_File = TypeVar("_File", bound=Struct | dict[str, SourceEntry])


def build_rules(questions_toml: bytes, rules_toml: bytes, sources_toml: bytes) -> Rules:
    """The rules that these files hold. Raises ContentError."""
    questions_file = _decoded("questions.toml", questions_toml, QuestionsFile)
    rules_file = _decoded("rules.toml", rules_toml, RulesFile)
    source_entries = _decoded("sources.toml", sources_toml, dict[str, SourceEntry])
    sources = {
        key: Source(key, entry.title, entry.publisher, entry.kind, entry.grade, entry.year, entry.address)
        for key, entry in source_entries.items()
    }
    questionnaire = _questionnaire(questions_file)
    content_checks.check_questionnaire(questionnaire)
    content_signs.check_sign_questions(questionnaire)
    rules = Rules(questions_file.version, questionnaire, _rules(rules_file, sources))
    content_checks.check_rules(rules)
    content_signs.check_sign_rules(rules)
    return rules


def build_texts(language: str, toml: bytes, rules: Rules) -> RuleTexts:
    """The words that this file holds for these rules. Raises ContentError."""
    place = f"text/{language}.toml"
    file = _decoded(place, toml, TextFile)
    texts = RuleTexts(
        language,
        {name: entry.title for name, entry in file.page.items()},
        {name: QuestionText(e.text, e.help, e.why, e.options) for name, e in file.question.items()},
        {name: RuleText(e.title, e.why, e.next) for name, e in file.rule.items()},
    )
    content_checks.check_texts(place, texts, rules)
    return texts


def _decoded(place: str, toml: bytes, kind: type[_File]) -> _File:
    try:
        return msgspec.convert(tomllib.loads(toml.decode()), kind)
    except (ValueError, RecursionError) as error:
        raise ContentError(f"{place}: {error}") from error


def _questionnaire(file: QuestionsFile) -> Questionnaire:
    pages = tuple(Page(entry.id, Stage(entry.stage)) for entry in file.page)
    stages = {page.id: page.stage for page in pages}
    questions: list[Question] = []
    for entry in file.question:
        place = f"questions.toml: question '{entry.id}'"
        if entry.page not in stages:
            raise ContentError(f"{place}: unknown page '{entry.page}'")
        questions.append(
            Question(
                id=entry.id,
                stage=stages[entry.page],
                page=entry.page,
                kind=Kind(entry.kind),
                options=tuple(entry.options),
                none=entry.none,
                unsure=entry.unsure,
                asked_when=None if entry.asked_when is None else _condition(place, entry.asked_when),
                modalities=_modalities(entry.modalities),
                minimum=entry.minimum,
                maximum=entry.maximum,
            )
        )
    return Questionnaire(pages, tuple(questions), tuple(_change(entry, pages) for entry in file.change))


def _change(entry: ChangeEntry, pages: tuple[Page, ...]) -> Change:
    check = frozenset(page.id for page in pages if page.stage is Stage.CHECK)
    asked = check if entry.pages is None else frozenset(entry.pages)
    for unknown in sorted(asked - check):
        raise ContentError(f"questions.toml: change '{entry.id}': no page '{unknown}' in the check")
    return Change(entry.id, asked)


def _rules(file: RulesFile, sources: dict[str, Source]) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for entry in file.rule:
        place = f"rules.toml: rule '{entry.id}'"
        for key in entry.sources:
            if key not in sources:
                raise ContentError(f"{place}: unknown source '{key}'")
        outcome = OUTCOME_BY_WORD[entry.outcome]
        if entry.limits is not None and outcome > Outcome.PRECAUTION:
            raise ContentError(f"{place}: limits belong to ok and precaution only")
        rules.append(
            Rule(
                id=entry.id,
                outcome=outcome,
                condition=_condition(place, entry.when),
                sources=tuple(sources[key] for key in entry.sources),
                modalities=_modalities(entry.modalities),
                limits=Limits() if entry.limits is None else _limits(entry.limits),
                reviewed_by=entry.reviewed_by,
                lasts_hours=entry.lasts_hours,
                once_checked=entry.once_checked,
            )
        )
    return tuple(rules)


def _modalities(names: list[Modality] | None) -> frozenset[Modality]:
    return ALL_MODALITIES if names is None else frozenset(names)


def _condition(place: str, entry: ConditionEntry) -> Condition:
    if (entry.all is None) == (entry.any is None):
        raise ContentError(f"{place}: a condition needs exactly one of 'all' and 'any'")
    comparisons = entry.all if entry.all is not None else entry.any
    if not comparisons:
        raise ContentError(f"{place}: a condition needs at least one comparison")
    return Condition(entry.all is not None, tuple(_comparison(place, part) for part in comparisons))


def _comparison(place: str, entry: ComparisonEntry) -> Comparison:
    options = [*([entry.is_] if entry.is_ is not None else []), *(entry.in_ or [])]
    numeric = entry.at_least is not None or entry.at_most is not None
    if numeric == bool(options) or (entry.is_ is not None and entry.in_ is not None):
        raise ContentError(
            f"{place}: a comparison with '{entry.question}' needs exactly one of 'is', 'in' and 'at_least'/'at_most'"
        )
    return Comparison(entry.question, tuple(options), entry.at_least, entry.at_most)


def _limits(entry: LimitsEntry) -> Limits:
    return Limits(
        minutes=entry.minutes,
        sessions_per_day=entry.sessions_per_day,
        minutes_per_day=entry.minutes_per_day,
        rest_minutes=entry.rest_minutes,
        intensity=None if entry.intensity is None else INTENSITY_BY_WORD[entry.intensity],
        heat_allowed=entry.heat != "off",
        back_of_neck_only=entry.placement == "back-of-neck",
    )
