"""All answers of a check as they are shown for review. No Qt, no rule of its own."""

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.walk import Walk


class AnswerRow(Struct, frozen=True):
    """One question with its answer in words, one line for each choice."""

    question: str
    text: str
    answers: tuple[str, ...]


class AnswerGroup(Struct, frozen=True):
    """The questions of one page."""

    page: str
    title: str
    rows: tuple[AnswerRow, ...]


class ReviewView(Struct, frozen=True):
    """All answers. ``editable`` while the check is open; afterwards they are only read."""

    title: str
    help: str
    groups: tuple[AnswerGroup, ...]
    editable: bool
    progress: str = ""
    spoken: str = ""
    total: int = 0


def review_view(rules: Rules, walk: Walk, texts: RuleTexts, words: Words) -> ReviewView:
    """The review at the end of an open check."""
    place = walking.progress(rules, walk)
    title = words("check.review.title")
    return ReviewView(
        title=title,
        help=words("check.review.help"),
        groups=_groups(rules, walk, texts, words),
        editable=True,
        progress=words("check.page.progress", number=place.number, total=place.total, title=title),
        spoken=words("check.page.spoken_progress", number=place.number, total=place.total, title=title),
        total=place.total,
    )


def kept_view(
    rules: Rules, answers: Answers, modalities: frozenset[Modality], texts: RuleTexts, words: Words
) -> ReviewView:
    """The answers of a check that is over, as far as they matter for these modalities."""
    taken = Walk(modalities, rules.questionnaire.readable(answers), None)
    return ReviewView(
        title=words("check.review.kept_title"),
        help=words("check.review.kept_help"),
        groups=_groups(rules, taken, texts, words),
        editable=False,
    )


def _groups(rules: Rules, walk: Walk, texts: RuleTexts, words: Words) -> tuple[AnswerGroup, ...]:
    return tuple(
        AnswerGroup(
            page.id,
            texts.pages[page.id],
            tuple(_row(question, walk.answers, texts, words) for question in questions),
        )
        for page, questions in rules.questionnaire.pages_asked(Stage.CHECK, walk.answers, walk.modalities)
    )


def _row(question: Question, answers: Answers, texts: RuleTexts, words: Words) -> AnswerRow:
    answer = answers.get(question.id)
    text = texts.questions[question.id]
    if answer is None:
        return AnswerRow(question.id, text.text, (words("check.review.open"),))
    if isinstance(answer, int):
        return AnswerRow(question.id, text.text, (str(answer),))
    return AnswerRow(question.id, text.text, tuple(text.options[option] for option in answer))
