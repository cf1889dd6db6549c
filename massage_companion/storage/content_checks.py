"""What must hold between the rule files beyond their shape. Each failure names the exact place.

Among them the two that keep a person safe: "not sure" is never "no", and nothing is asked that no rule hears.
"""

from collections.abc import Iterable, Set

from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.storage.content_reach import can_hold


class ContentError(Exception):
    """A rule file that must not be used; the text names file and place."""


def check_questionnaire(questionnaire: Questionnaire) -> None:
    """Ids are unique, options fit their question, conditions look back and never ahead. Raises ContentError."""
    _unique("questions.toml: page", (page.id for page in questionnaire.pages))
    _unique("questions.toml: question", (question.id for question in questionnaire.questions))
    _unique("questions.toml: change", (change.id for change in questionnaire.changes))
    order = {page.id: place for place, page in enumerate(questionnaire.pages)}
    seen: dict[str, Question] = {}
    for question in questionnaire.questions:
        place = f"questions.toml: question '{question.id}'"
        _check_options(place, question)
        if question.asked_when is not None:
            _check_comparisons(place, question.asked_when, seen)
            if not can_hold(question.asked_when, seen):
                raise ContentError(f"{place}: asked_when can never hold")
            for earlier in question.asked_when.questions:
                if order[seen[earlier].page] >= order[question.page]:
                    raise ContentError(f"{place}: asked_when needs '{earlier}', which is not on an earlier page")
        seen[question.id] = question
    for page in questionnaire.pages:
        if not any(question.page == page.id for question in questionnaire.questions):
            raise ContentError(f"questions.toml: page '{page.id}' has no question")


def _check_options(place: str, question: Question) -> None:
    _unique(f"{place}: option", question.options)
    for role, option in (("none", question.none), ("unsure", question.unsure)):
        if option is not None and option not in question.options:
            raise ContentError(f"{place}: {role} = '{option}' is not among its options")
    # What the log shows is computed: nobody is asked, and nobody can be unsure.
    if question.unsure is None and question.stage is not Stage.FACT:
        raise ContentError(f"{place}: has no option that means not sure")
    if question.none is not None and question.none == question.unsure:
        raise ContentError(f"{place}: none and unsure are the same option")
    if question.kind is Kind.NUMBER and question.minimum >= question.maximum:
        raise ContentError(f"{place}: needs a minimum below its maximum")


def check_rules(rules: Rules) -> None:
    """Every rule can be met, every option is heard, "not sure" is never milder than it must be. Raises ContentError."""
    _unique("rules.toml: rule", (rule.id for rule in rules.rules))
    questions = {question.id: question for question in rules.questionnaire.questions}
    for rule in rules.rules:
        _check_comparisons(f"rules.toml: rule '{rule.id}'", rule.condition, questions)
        if not can_hold(rule.condition, questions):
            raise ContentError(f"rules.toml: rule '{rule.id}': its condition can never hold")
    for question in rules.questionnaire.questions:
        _check_heard(question, rules)
        if question.unsure is not None:
            _check_unsure(question, rules)


def _check_heard(question: Question, rules: Rules) -> None:
    place = f"questions.toml: question '{question.id}'"
    conditions = [rule.condition for rule in rules.rules]
    conditions += [other.asked_when for other in rules.questionnaire.questions if other.asked_when is not None]
    comparisons = [c for condition in conditions for c in condition.comparisons if c.question == question.id]
    heard = {option for comparison in comparisons for option in comparison.options}
    for option in question.options:
        if option != question.none and option not in heard:
            raise ContentError(f"{place}: no rule hears the option '{option}'")
    if question.kind is Kind.NUMBER and not any(_is_numeric(comparison) for comparison in comparisons):
        raise ContentError(f"{place}: no rule hears its number")


def _check_unsure(question: Question, rules: Rules) -> None:
    """EVIDENCE G2: in doubt about a danger means doctor first, about today means not today."""
    hearing = [rule for rule in rules.rules if question.id in rule.condition.questions]
    for modality in sorted(question.modalities):
        about = [rule for rule in hearing if modality in rule.modalities]
        strictest = max((rule.outcome for rule in about if not _only_unsure(rule, question)), default=Outcome.OK)
        needed = min(strictest, Outcome.DOCTOR_FIRST)
        alone = [rule for rule in about if _met_by_unsure_alone(rule, question)]
        given = max((rule.outcome for rule in alone), default=Outcome.OK)
        if given < needed:
            raise ContentError(
                f"rules.toml: 'not sure' about question '{question.id}' gives {given.word} "
                f"for {modality.value}, and has to give at least {needed.word}"
            )


def _unsure_counts(comparison: Comparison, question: Question) -> bool:
    return comparison.question == question.id and question.unsure in comparison.options


def _met_by_unsure_alone(rule: Rule, question: Question) -> bool:
    pick = all if rule.condition.needs_all else any
    return pick(_unsure_counts(comparison, question) for comparison in rule.condition.comparisons)


def _only_unsure(rule: Rule, question: Question) -> bool:
    return all(
        comparison.options == (question.unsure,)
        for comparison in rule.condition.comparisons
        if comparison.question == question.id
    )


def check_texts(place: str, texts: RuleTexts, rules: Rules) -> None:
    """Every page, question, option and rule has words, and no words are left over. Raises ContentError."""
    questions = rules.questionnaire.questions
    _same(f"{place}: page", texts.pages.keys(), {page.id for page in rules.questionnaire.pages})
    _same(f"{place}: question", texts.questions.keys(), {question.id for question in questions})
    _same(f"{place}: rule", texts.rules.keys(), {rule.id for rule in rules.rules})
    for question in questions:
        _same(
            f"{place}: question '{question.id}': option",
            texts.questions[question.id].options.keys(),
            set(question.options),
        )


def _check_comparisons(place: str, condition: Condition, questions: dict[str, Question]) -> None:
    for comparison in condition.comparisons:
        question = questions.get(comparison.question)
        if question is None:
            raise ContentError(f"{place}: unknown question '{comparison.question}'")
        for option in comparison.options:
            if option not in question.options:
                raise ContentError(f"{place}: question '{question.id}' has no option '{option}'")
        if _is_numeric(comparison) and not _within(comparison, question):
            raise ContentError(f"{place}: question '{question.id}' has no such number")


def _is_numeric(comparison: Comparison) -> bool:
    return comparison.at_least is not None or comparison.at_most is not None


def _within(comparison: Comparison, question: Question) -> bool:
    bounds = [bound for bound in (comparison.at_least, comparison.at_most) if bound is not None]
    return (
        question.kind is Kind.NUMBER
        and all(question.minimum <= bound <= question.maximum for bound in bounds)
        and bounds == sorted(bounds)
    )


def _unique(place: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ContentError(f"{place} '{name}' is there twice")
        seen.add(name)


def _same(place: str, there: Set[str], needed: Set[str]) -> None:
    for name in sorted(needed - there):
        raise ContentError(f"{place} '{name}' has no text")
    for name in sorted(there - needed):
        raise ContentError(f"{place} '{name}' does not exist")
