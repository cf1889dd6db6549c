"""What must hold for questions about signs that were felt and about the log. Each failure names the exact place.

Code asks a few questions by name; a rule file without them, or with a sign that ends without an end, must not be used.
"""

from massage_companion.eligibility.condition import Comparison
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Kind, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.sign_questions import FELT_WRONG_PAGE, LOG_FACTS, SIGNS_BEFORE, SORENESS
from massage_companion.storage.content_checks import ContentError

_KNOWN_BY_NAME = {
    SORENESS: (Stage.SIGN, Kind.NUMBER),
    SIGNS_BEFORE: (Stage.SIGN, Kind.MANY),
    LOG_FACTS: (Stage.FACT, Kind.MANY),
}


def check_sign_questions(questionnaire: Questionnaire) -> None:
    """The questions that code knows are there, and sign questions stand on their own. Raises ContentError."""
    questions = {question.id: question for question in questionnaire.questions}
    for name, (stage, kind) in _KNOWN_BY_NAME.items():
        known = questions.get(name)
        if known is None or (known.stage, known.kind) != (stage, kind):
            raise ContentError(f"questions.toml: needs a question '{name}' of stage {stage.value}, kind {kind.value}")
    listed = [question for question in questionnaire.questions if question.page == FELT_WRONG_PAGE]
    if not listed or any((each.stage, each.kind) != (Stage.SIGN, Kind.MANY) for each in listed):
        raise ContentError(f"questions.toml: needs a page '{FELT_WRONG_PAGE}' of stage sign with lists to tick")
    for question in questionnaire.questions:
        _check_stands_alone(question, questions)


def _check_stands_alone(question: Question, questions: dict[str, Question]) -> None:
    place = f"questions.toml: question '{question.id}'"
    if question.asked_when is not None:
        for earlier in question.asked_when.questions:
            if questions[earlier].stage not in ASKED_BEFORE:
                raise ContentError(f"{place}: asked_when cannot need '{earlier}'")
    if question.stage in ASKED_BEFORE:
        return
    if question.asked_when is not None or question.modalities != ALL_MODALITIES:
        raise ContentError(f"{place}: is about the person, whatever else was answered and whatever the massager does")
    if question.kind is Kind.ONE:
        raise ContentError(f"{place}: several answers to it have to fit together, so it cannot be of kind one")


def check_sign_rules(rules: Rules) -> None:
    """Every rule about signs says how long it counts, and no other rule does. Raises ContentError."""
    questions = {question.id: question for question in rules.questionnaire.questions}
    for rule in rules.rules:
        about = [part for part in rule.condition.comparisons if questions[part.question].stage is Stage.SIGN]
        if about:
            _check_about_signs(rule, about, questions)
        elif rule.lasts_hours is not None or rule.once_checked is not None:
            raise ContentError(f"{_place(rule)}: lasts_hours and once_checked belong to rules about signs")


def _check_about_signs(rule: Rule, about: list[Comparison], questions: dict[str, Question]) -> None:
    if rule.modalities != ALL_MODALITIES:
        raise ContentError(f"{_place(rule)}: a sign concerns every massager")
    for part in about:
        if questions[part.question].none in part.options:
            raise ContentError(f"{_place(rule)}: 'none' of '{part.question}' is no sign")
        if part.at_most is not None:
            raise ContentError(f"{_place(rule)}: of several numbers the highest counts, so it cannot use at_most")
    if any(part.question == SIGNS_BEFORE for part in about):
        passes = rule.lasts_hours is not None or rule.once_checked is not None
        if rule.outcome < Outcome.DOCTOR_FIRST or len(about) > 1 or passes:
            raise ContentError(f"{_place(rule)}: what was felt before needs a doctor first, and nothing beside it")
        return
    passes = rule.outcome < Outcome.DOCTOR_FIRST
    if passes != (rule.lasts_hours is not None):
        raise ContentError(f"{_place(rule)}: lasts_hours belongs to not_today and precaution, and has to be there")
    if (rule.outcome > Outcome.DOCTOR_FIRST) != (rule.once_checked is not None):
        raise ContentError(f"{_place(rule)}: once_checked belongs to what no doctor clears, and has to be there")
    before = questions[SIGNS_BEFORE]
    if rule.once_checked is not None and rule.once_checked not in _risks(before):
        raise ContentError(f"{_place(rule)}: once_checked is no option of '{SIGNS_BEFORE}'")


def _risks(question: Question) -> tuple[str, ...]:
    return tuple(option for option in question.options if question.role(option) is None)


def _place(rule: Rule) -> str:
    return f"rules.toml: rule '{rule.id}'"
