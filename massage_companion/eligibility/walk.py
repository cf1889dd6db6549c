"""Walking through the check, page by page. Back restores what was answered; only the path taken is judged.

It ends early on an emergency and otherwise only when every question that matters has an answer.
"""

from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Page, Question, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import evaluate


class Walk(Struct, frozen=True):
    """Where somebody is in the check. ``page`` is a page id, or ``None`` at the review of all answers.

    ``visits`` names the pages to show where only some are asked again; pages with an open question always are.
    ``carried`` says that some answers come from an earlier check. ``changes`` are the changes of health that were
    named before it.
    """

    modalities: frozenset[Modality]
    answers: Answers
    page: str | None
    stage: Stage = Stage.CHECK
    visits: frozenset[str] | None = None
    carried: bool = False
    changes: tuple[str, ...] = ()


class Progress(Struct, frozen=True):
    """Page ``number`` (from 1) of ``total`` as far as the answers so far tell."""

    number: int
    total: int


def begin(rules: Rules, modalities: frozenset[Modality], answers: Answers | None = None) -> Walk:
    """A walk from the first page with a question that is still open, or at the review where none is."""
    answers = Answers() if answers is None else answers
    walk = Walk(modalities, answers, None)
    return structs.replace(walk, page=_first_open(rules, walk))


def begin_again(rules: Rules, modalities: frozenset[Modality], earlier: Answers, pages: frozenset[str]) -> Walk:
    """A walk that asks these pages anew, and what follows from them, and keeps the other earlier answers.

    Nothing that is asked anew is preselected.
    """
    touched = touched_questions(rules, pages)
    kept = Answers({name: answer for name, answer in earlier.given.items() if name not in touched})
    walk = Walk(modalities, kept, None, visits=frozenset(), carried=len(kept) > 0)
    first = next((page.id for page, _ in _pages(rules, walk)), None)
    return _at(walk, first)


def resumed(rules: Rules, walk: Walk) -> Walk:
    """The same walk at its first page with an open question, or at the review where none is.

    It stays what it was: what it visits, what it carries over and why it was begun.
    """
    return _at(walk, _first_open(rules, walk))


def touched_questions(rules: Rules, pages: frozenset[str]) -> frozenset[str]:
    """The questions of these pages, and every follow-up that depends on one of them."""
    touched = {question.id for question in rules.questionnaire.questions if question.page in pages}
    for question in rules.questionnaire.questions:
        if question.asked_when is not None and touched.intersection(question.asked_when.questions):
            touched.add(question.id)
    return frozenset(touched)


def questions_here(rules: Rules, walk: Walk) -> tuple[Question, ...]:
    """The questions of the current page; none at the review."""
    return next((questions for page, questions in _pages(rules, walk) if page.id == walk.page), ())


def progress(rules: Rules, walk: Walk) -> Progress:
    """How far the walk is; the review counts as the last page."""
    pages = [page.id for page, _ in _pages(rules, walk)]
    number = pages.index(walk.page) + 1 if walk.page in pages else len(pages) + 1
    return Progress(number, len(pages) + 1)


def answered(walk: Walk, question: Question, raw: object) -> Walk:
    """The walk with this answer. Raises AnswerError where the question does not offer it."""
    return structs.replace(walk, answers=walk.answers.with_answer(question.id, question.checked(raw)))


def cleared(walk: Walk, question: Question) -> Walk:
    """The walk with this question open again."""
    return structs.replace(walk, answers=walk.answers.without(question.id))


def can_continue(rules: Rules, walk: Walk) -> bool:
    """Whether every question of this page has an answer."""
    return all(question.id in walk.answers for question in questions_here(rules, walk))


def forward(rules: Rules, walk: Walk) -> Walk:
    """The next page, or the review after the last one. Stays while the page is open.

    From a page that is not asked any more it leads to the first open one.
    """
    if walk.page is None or not can_continue(rules, walk):
        return walk
    pages = [page.id for page, _ in _pages(rules, walk)]
    if walk.page not in pages:
        return _at(walk, _first_open(rules, walk))
    following = pages[pages.index(walk.page) + 1 :]
    return _at(walk, following[0] if following else None)


def back(rules: Rules, walk: Walk) -> Walk:
    """The page before this one; the first page stays."""
    pages = [page.id for page, _ in _pages(rules, walk)]
    place = pages.index(walk.page) if walk.page in pages else len(pages)
    return structs.replace(walk, page=pages[max(0, place - 1)] if pages else None)


def jump(rules: Rules, walk: Walk, page: str) -> Walk:
    """A page of the path taken, to change an answer there; any other page, and one behind an open one, does nothing."""
    for known, questions in _asked(rules, walk):
        if known.id == page:
            return _at(walk, page)
        if _is_open(walk, questions):
            break
    return walk


def path_answers(rules: Rules, walk: Walk) -> Answers:
    """The answers that count: those to questions on the path taken."""
    return rules.questionnaire.on_path(walk.stage, walk.answers, walk.modalities)


def is_emergency(rules: Rules, walk: Walk) -> bool:
    """Whether an answer so far means that the check ends now with emergency advice."""
    verdict = evaluate(rules, path_answers(rules, walk), walk.modalities)
    return any(finding.outcome is Outcome.EMERGENCY for finding in verdict.findings)


def is_complete(rules: Rules, walk: Walk) -> bool:
    """Whether every question that matters has an answer."""
    answers = path_answers(rules, walk)
    return not rules.questionnaire.unanswered(walk.stage, answers, walk.modalities)


def _at(walk: Walk, page: str | None) -> Walk:
    """A page once shown stays on the way, also when it is answered."""
    if walk.visits is None or page is None:
        return structs.replace(walk, page=page)
    return structs.replace(walk, page=page, visits=walk.visits | {page})


def _asked(rules: Rules, walk: Walk) -> tuple[tuple[Page, tuple[Question, ...]], ...]:
    return rules.questionnaire.pages_asked(walk.stage, path_answers(rules, walk), walk.modalities)


def _pages(rules: Rules, walk: Walk) -> tuple[tuple[Page, tuple[Question, ...]], ...]:
    pages = _asked(rules, walk)
    if walk.visits is None:
        return pages
    return tuple((page, questions) for page, questions in pages if page.id in walk.visits or _is_open(walk, questions))


def _is_open(walk: Walk, questions: tuple[Question, ...]) -> bool:
    return any(question.id not in walk.answers for question in questions)


def _first_open(rules: Rules, walk: Walk) -> str | None:
    return next((page.id for page, questions in _asked(rules, walk) if _is_open(walk, questions)), None)
