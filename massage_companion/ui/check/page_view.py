"""One page of the safety check as it is shown: all its words, ready to be read. No Qt, no rule of its own."""

from collections.abc import Mapping

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.questionnaire import Kind, Question
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.walk import Walk

_SECONDS_A_PAGE = 12
"""Ten pages in two minutes is what the design asks for; the estimate is rounded up."""


class OptionView(Struct, frozen=True):
    """One answer. ``aside`` marks "none" and "not sure"; ``exclusive`` only "none"."""

    id: str
    text: str
    aside: bool = False
    exclusive: bool = False


class QuestionView(Struct, frozen=True):
    """One question. ``typed`` is a number as it was typed; ``problem`` what is missing, empty while nothing is."""

    id: str
    kind: Kind
    text: str
    help: str
    why: str
    options: tuple[OptionView, ...]
    chosen: tuple[str, ...] = ()
    typed: str = ""
    field_name: str = ""
    problem: str = ""


class PageView(Struct, frozen=True):
    """One page. ``done`` of ``total`` segments are filled; ``spoken`` is what a screen reader hears of that."""

    page: str
    done: int
    total: int
    progress: str
    spoken: str
    time_left: str
    questions: tuple[QuestionView, ...]
    can_go_back: bool


def page_view(
    rules: Rules,
    walk: Walk,
    texts: RuleTexts,
    words: Words,
    typed: Mapping[str, str] | None = None,
    problems: Mapping[str, str] | None = None,
    from_review: bool = False,
) -> PageView:
    """The page where the walk is. ``typed`` and ``problems`` go by question id; Back leads to the review, if any."""
    place = walking.progress(rules, walk)
    title = texts.pages[walk.page or ""]
    pages_left = place.total - place.number
    shown = tuple(
        _question(question, walk, texts, words, (typed or {}).get(question.id), (problems or {}).get(question.id, ""))
        for question in walking.questions_here(rules, walk)
    )
    return PageView(
        page=walk.page or "",
        done=place.number,
        total=place.total,
        progress=words("check.page.progress", number=place.number, total=place.total, title=title),
        spoken=words("check.page.spoken_progress", number=place.number, total=place.total, title=title),
        time_left=words.count("check.page.minutes_left", max(1, -(-pages_left * _SECONDS_A_PAGE // 60))),
        questions=shown,
        can_go_back=from_review or place.number > 1,
    )


def missing(question: Question, words: Words) -> str:
    """What to say where a question has no answer yet, or a number that it does not take."""
    if question.kind is Kind.NUMBER:
        return words("check.page.number", least=question.minimum, most=question.maximum)
    return words("check.page.choose")


def _question(
    question: Question, walk: Walk, texts: RuleTexts, words: Words, typed: str | None, problem: str
) -> QuestionView:
    text = texts.questions[question.id]
    answer = walk.answers.get(question.id)
    number = str(answer) if isinstance(answer, int) else ""
    return QuestionView(
        id=question.id,
        kind=question.kind,
        text=text.text,
        help=text.help,
        why=text.why,
        options=tuple(_option(question, option, text.options[option]) for option in question.options),
        chosen=answer if isinstance(answer, tuple) else (),
        typed=number if typed is None else typed,
        field_name=words("check.page.number_field", question=text.text, least=question.minimum, most=question.maximum),
        problem=problem,
    )


def _option(question: Question, option: str, text: str) -> OptionView:
    role = question.role(option)
    # In a list of one, every choice takes the place of the one before; nothing has to be exclusive there.
    return OptionView(
        option,
        text,
        aside=role == "unsure" or (role == "none" and question.kind is Kind.MANY),
        exclusive=role == "none",
    )
