"""Findings in a person's words: what you answered, why it matters, what to do, who says so.

Used by every screen, the printout and the command line, so that all of them say exactly the same.
"""

from msgspec import Struct

from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Source
from massage_companion.eligibility.texts import QuestionText, RuleTexts
from massage_companion.eligibility.verdict import AnswerGiven, Finding


class SpokenAnswer(Struct, frozen=True):
    """An answer as it is read: the question's line and what was chosen, one text for each choice."""

    question: str
    question_text: str
    options: tuple[str, ...]
    chosen: tuple[str, ...]


class Explained(Struct, frozen=True):
    """A finding as it is read."""

    rule: str
    outcome: Outcome
    modalities: tuple[Modality, ...]
    title: str
    answers: tuple[SpokenAnswer, ...]
    why: str
    next: str
    sources: tuple[Source, ...]
    reviewed_by: str

    @property
    def answered(self) -> str:
        """Everything that was chosen, in one line."""
        return "; ".join(text for answer in self.answers for text in answer.chosen)

    @property
    def source_line(self) -> str:
        """Publishers with their years, in one line."""
        return " · ".join(dict.fromkeys(source_name(source) for source in self.sources))


def source_name(source: Source) -> str:
    """Publisher and year, such as "BMJ 2018"."""
    return source.publisher if source.year is None else f"{source.publisher} {source.year}"


def explain(finding: Finding, texts: RuleTexts) -> Explained:
    """The finding in the language of the texts."""
    text = texts.rules[finding.rule.id]
    return Explained(
        rule=finding.rule.id,
        outcome=finding.outcome,
        modalities=tuple(sorted(finding.modalities)),
        title=text.title,
        answers=tuple(spoken(given, texts) for given in finding.answers),
        why=text.why,
        next=text.next,
        sources=finding.rule.sources,
        reviewed_by=finding.rule.reviewed_by,
    )


def spoken(given: AnswerGiven, texts: RuleTexts) -> SpokenAnswer:
    """An answer in the language of the texts."""
    question = texts.questions[given.question]
    if isinstance(given.answer, int):
        return SpokenAnswer(given.question, question.text, (), (f"{question.text} {given.answer}",))
    chosen = tuple(_alone(question, option, texts) for option in given.answer)
    return SpokenAnswer(given.question, question.text, given.answer, chosen)


def _alone(question: QuestionText, option: str, texts: RuleTexts) -> str:
    """The option as it is understood without its question: "None of these" alone says nothing."""
    text = question.options[option]
    asked_with_it = sum(text in other.options.values() for other in texts.questions.values())
    return text if asked_with_it == 1 else f"{question.text} {text}"
