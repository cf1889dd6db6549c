"""Builds today's page: the questions that need a fresh answer. Pure. Nothing is ever preselected."""

from collections.abc import Collection, Mapping, Sequence

from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.questionnaire import AnswerError, Kind, Question
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.check.page_view import OptionView, QuestionView
from massage_companion.ui.session.view import Badge, TodayView


def today_view(
    questions: Sequence[Question], missing: Collection[str], badge: Badge, texts: RuleTexts, words: Words
) -> TodayView:
    """The page for these questions (at least one); those ``missing`` say so."""
    shown = (_question(question, question.id in missing, texts, words) for question in questions)
    return TodayView(badge, texts.pages[questions[0].page], tuple(shown))


def answers_of(questions: Sequence[Question], entered: Mapping[str, tuple[str, ...] | str]) -> Answers:
    """The answers for what was entered; what a question does not offer is no answer to it."""
    answers = Answers()
    for question in questions:
        raw = entered.get(question.id, ())
        number = int(raw) if isinstance(raw, str) and raw.isdecimal() and question.kind is Kind.NUMBER else raw
        try:
            answers = answers.with_answer(question.id, question.checked(number))
        except AnswerError:
            continue
    return answers


def none_of_these(view: TodayView) -> dict[str, tuple[str, ...] | str] | None:
    """What is entered by one "none of these" for the whole page; ``None`` where a question has no such answer."""
    entered: dict[str, tuple[str, ...] | str] = {}
    for question in view.questions:
        none = next((option.id for option in question.options if option.exclusive), None)
        if none is None:
            return None
        entered[question.id] = (none,)
    return entered


def _question(question: Question, missing: bool, texts: RuleTexts, words: Words) -> QuestionView:
    text = texts.questions[question.id]
    options = (
        OptionView(option, text.options[option], question.role(option) is not None, question.role(option) == "none")
        for option in question.options
    )
    return QuestionView(
        id=question.id,
        kind=question.kind,
        text=text.text,
        help=text.help,
        why=text.why,
        options=tuple(options),
        field_name=text.text,
        problem=words("session.today.open") if missing else "",
    )
