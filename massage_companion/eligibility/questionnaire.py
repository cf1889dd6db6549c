"""The questions and the order in which they are asked.

Which page comes next depends on the answers alone; a question may be left out only when it cannot matter.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from msgspec import Struct

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.condition import Condition, Truth
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality


class Stage(StrEnum):
    """When a question is asked: once in the safety check, on today's page before every session, or when something felt
    wrong ("sign"). What the log shows is a question too ("fact"), which nobody is asked.
    """

    CHECK = "check"
    TODAY = "today"
    SIGN = "sign"
    FACT = "fact"


ASKED_BEFORE: Final = frozenset({Stage.CHECK, Stage.TODAY})
"""The stages that are asked before a session. Blanks are judged in these only: a sign that nobody reports is none."""


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    NUMBER = "number"


class AnswerError(ValueError):
    """An answer that its question does not offer; the text names question and answer."""


class Question(Struct, frozen=True):
    """One question. ``none`` and ``unsure`` are real choices among ``options``, never a default."""

    id: str
    stage: Stage
    page: str
    kind: Kind
    options: tuple[str, ...]
    none: str | None = None
    unsure: str | None = None
    asked_when: Condition | None = None
    modalities: frozenset[Modality] = ALL_MODALITIES
    minimum: int = 0
    maximum: int = 0

    def role(self, option: str) -> str | None:
        """``none`` or ``unsure`` where the option has that meaning."""
        if option == self.none:
            return "none"
        return "unsure" if option == self.unsure else None

    def checked(self, raw: object) -> Answer:
        """The answer that a plain value (option id, list of ids, whole number) or an answer stands for.

        Raises AnswerError where the question does not offer it.
        """
        if isinstance(raw, bool) or not isinstance(raw, (str, list, tuple, int)):
            raise AnswerError(f"question '{self.id}': {self._expected()}")
        if isinstance(raw, int):
            return self._checked_number(raw)
        if isinstance(raw, str):
            return self._checked_options((raw,))
        # A tuple is an answer as it is kept, with one option where there can be only one; a list is a plain value.
        if self.kind is not Kind.MANY and not (isinstance(raw, tuple) and len(raw) == 1):
            raise AnswerError(f"question '{self.id}': {self._expected()}")
        return self._checked_options(tuple(raw))

    def _checked_number(self, number: int) -> int:
        if self.kind is not Kind.NUMBER:
            raise AnswerError(f"question '{self.id}': {self._expected()}")
        if not self.minimum <= number <= self.maximum:
            raise AnswerError(f"question '{self.id}': {number} is not between {self.minimum} and {self.maximum}")
        return number

    def _checked_options(self, chosen: tuple[object, ...]) -> tuple[str, ...]:
        if not chosen:
            raise AnswerError(f"question '{self.id}': {self._expected()}")
        for option in chosen:
            if not isinstance(option, str):
                raise AnswerError(f"question '{self.id}': {self._expected()}")
            if option not in self.options:
                raise AnswerError(f"question '{self.id}': unknown option '{option[:60]}'")
        if self.none in chosen and len(set(chosen)) > 1:
            raise AnswerError(f"question '{self.id}': '{self.none}' cannot stand beside other options")
        return tuple(option for option in self.options if option in chosen)

    def _expected(self) -> str:
        match self.kind:
            case Kind.NUMBER:
                return f"the answer has to be a whole number from {self.minimum} to {self.maximum}, or an option"
            case Kind.ONE:
                return "the answer has to be one option id"
            case Kind.MANY:
                return "the answer has to be an option id or a list with at least one"


class Page(Struct, frozen=True):
    """Questions that are shown together."""

    id: str
    stage: Stage


class Change(Struct, frozen=True):
    """Something that may have changed in a person's health, and the ids of the pages that it asks again."""

    id: str
    pages: frozenset[str]


class Questionnaire(Struct, frozen=True):
    """All pages and questions in the order in which they are asked, and what each change of health asks again."""

    pages: tuple[Page, ...]
    questions: tuple[Question, ...]
    changes: tuple[Change, ...] = ()

    def question(self, name: str) -> Question:
        """The question of that id. Raises KeyError where there is none."""
        for question in self.questions:
            if question.id == name:
                return question
        raise KeyError(name)

    def relevant(self, stage: Stage, answers: Answers, modalities: frozenset[Modality]) -> tuple[Question, ...]:
        """The questions that matter, or may still matter once an open one is answered."""
        return tuple(question for question in self._relevant(answers, modalities) if question.stage is stage)

    def _relevant(self, answers: Answers, modalities: frozenset[Modality]) -> Iterator[Question]:
        never_asked: set[str] = set()
        for question in self.questions:
            asked_when = question.asked_when
            if question.modalities & modalities and (
                asked_when is None or asked_when.truth(answers, never_asked) is not Truth.NO
            ):
                yield question
            else:
                never_asked.add(question.id)

    def asked(self, stage: Stage, answers: Answers, modalities: frozenset[Modality]) -> tuple[Question, ...]:
        """The questions to show for these answers: those whose condition is met."""
        return tuple(
            question
            for question in self.relevant(stage, answers, modalities)
            if question.asked_when is None or question.asked_when.truth(answers) is Truth.YES
        )

    def unanswered(self, stage: Stage, answers: Answers, modalities: frozenset[Modality]) -> tuple[Question, ...]:
        """Relevant questions without an answer. Empty means that the stage is complete."""
        return tuple(q for q in self.relevant(stage, answers, modalities) if q.id not in answers)

    def pages_asked(
        self, stage: Stage, answers: Answers, modalities: frozenset[Modality]
    ) -> tuple[tuple[Page, tuple[Question, ...]], ...]:
        """The pages to show for these answers, each with its questions, in order."""
        asked = self.asked(stage, answers, modalities)
        pages = ((page, tuple(q for q in asked if q.page == page.id)) for page in self.pages)
        return tuple((page, questions) for page, questions in pages if questions)

    def readable(self, answers: Answers) -> Answers:
        """The answers that their questions offer today; any other counts as no answer at all."""
        known = {question.id: question for question in self.questions}
        kept: dict[str, Answer] = {}
        for name, answer in answers.given.items():
            if name not in known:
                continue
            try:
                kept[name] = known[name].checked(answer)
            except AnswerError:
                continue
        return Answers(kept)

    def on_path(self, stage: Stage, answers: Answers, modalities: frozenset[Modality]) -> Answers:
        """The answers to questions that are asked: what a changed earlier answer left behind is dropped."""
        kept = answers
        while True:
            asked = frozenset(question.id for question in self.asked(stage, kept, modalities))
            narrowed = kept.only(asked)
            if len(narrowed) == len(kept):
                return narrowed
            kept = narrowed
