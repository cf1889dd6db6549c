"""What the guide shows when something feels wrong, as values. No Qt, no rule of its own.

It must never make a finding milder than the rules do, and never say that a session is possible.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from massage_companion.companion.emergency_numbers import emergency_call
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Question
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.reading import Reading
from massage_companion.ui.check.page_view import OptionView, QuestionView
from massage_companion.ui.check.result_view import FindingView, finding_view


class ListView(Struct, frozen=True):
    """One list of what can be felt. ``leave`` is the way back where nothing was told yet, empty otherwise.

    ``note`` is what was written in one's own words, ``None`` on a list that does not ask for it.
    """

    number: int
    total: int
    progress: str
    spoken: str
    question: QuestionView
    leave: str = ""
    note: str | None = None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a list before this one."""
        return self.number > 1


class AdviceView(Struct, frozen=True):
    """What to do now, ``note`` for the doctor, empty where there is no need of one."""

    outcome: Outcome
    title: str
    lines: tuple[str, ...]
    findings: tuple[FindingView, ...]
    note: str = ""

    @property
    def spoken(self) -> tuple[str, ...]:
        """What is said aloud at once."""
        return (self.title, *self.lines)


class Entered(Struct, frozen=True):
    """What was entered so far: answers by question id as they are shown, and one's own words."""

    answers: dict[str, tuple[str, ...] | str] = {}
    note: str = ""


class Told(Struct, frozen=True):
    """What came of it; findings strictest first. ``unsure`` is whether "not sure" was ticked, ``locked`` whether a new
    safety check is needed, ``trouble`` why it could not be stored, empty where it was. ``since`` is when it was first
    reported, ``None`` where that is now.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    unsure: bool = False
    locked: bool = False
    trouble: str = ""
    since: Reading | None = None


def list_view(
    questions: Sequence[Question],
    place: int,
    entered: Entered,
    ways: tuple[str, bool],
    texts: RuleTexts,
    words: Words,
    missing: bool = False,
) -> ListView:
    """The list at a place, 0 for the first. ``ways`` are the lead above it and whether one may leave it all."""
    lead, can_leave = ways
    number, total = place + 1, len(questions)
    return ListView(
        number=number,
        total=total,
        progress=words("felt_wrong.list.progress", number=number, total=total, lead=lead),
        spoken=words("felt_wrong.list.spoken", number=number, total=total),
        question=_question(questions[place], entered, texts, words("felt_wrong.list.choose") if missing else ""),
        leave=words("felt_wrong.list.leave") if can_leave and place == 0 else "",
        note=entered.note if number == total else None,
    )


def advice_view(told: Told, country: str, note: str, texts: RuleTexts, words: Words) -> AdviceView:
    """What to do, by the strictest finding; all of them are shown, strictest first."""
    outcome = told.outcome
    title, lines = _what_to_do(told, country, words)
    if told.unsure:
        lines = (*lines, words("felt_wrong.advice.unsure"))
    if told.trouble:
        lines = (*lines, words("felt_wrong.advice.unsaved"), told.trouble)
    elif told.locked:
        lines = (*lines, words("felt_wrong.advice.locked"))
    mixed = len({finding.outcome for finding in told.findings}) > 1
    return AdviceView(
        outcome=outcome,
        title=title,
        lines=lines,
        findings=tuple(finding_view(finding, finding.modalities, texts, words, mixed) for finding in told.findings),
        note=note if outcome.blocks else "",
    )


def _what_to_do(told: Told, country: str, words: Words) -> tuple[str, tuple[str, ...]]:
    outcome = told.outcome
    if outcome is Outcome.EMERGENCY:
        call = emergency_call(country, words)
        return call.title, (call.hint, *(words(f"felt_wrong.advice.{line}") for line in ("wait", "stay", "time")))
    title = words(f"felt_wrong.advice.{outcome.word}.title")
    if outcome is Outcome.OK:
        return title, (words("felt_wrong.advice.ok.lead"),)
    lines = (words("felt_wrong.advice.off"),)
    return title, lines if told.findings else (*lines, words("felt_wrong.advice.none_fits"))


def is_unsure(questions: Iterable[Question], entered: Entered) -> bool:
    """Whether "not sure" is among the answers."""
    return any(q.unsure is not None and q.unsure in entered.answers.get(q.id, ()) for q in questions)


def signs_in_words(
    questions: Iterable[Question], entered: Entered, findings: tuple[Finding, ...], texts: RuleTexts
) -> tuple[str, ...]:
    """Every sign that was ticked, now or about the same report before, in the words of the list.

    "None" and "not sure" are no signs.
    """
    ticked = {(name, option) for name, answer in entered.answers.items() for option in answer}
    for given in (given for finding in findings for given in finding.answers):
        if isinstance(given.answer, tuple):
            ticked |= {(given.question, option) for option in given.answer}
    return tuple(
        texts.questions[question.id].options[option]
        for question in questions
        if question.kind is not Kind.NUMBER
        for option in question.options
        if question.role(option) is None and (question.id, option) in ticked
    )


def _question(question: Question, entered: Entered, texts: RuleTexts, problem: str) -> QuestionView:
    text = texts.questions[question.id]
    given = entered.answers.get(question.id, ())
    return QuestionView(
        id=question.id,
        kind=question.kind,
        text=text.text,
        help=text.help,
        why=text.why,
        options=tuple(
            OptionView(option, text.options[option], question.role(option) is not None, option == question.none)
            for option in question.options
        ),
        chosen=given if isinstance(given, tuple) else (),
        typed=given if isinstance(given, str) else "",
        field_name=text.text,
        problem=problem,
    )
