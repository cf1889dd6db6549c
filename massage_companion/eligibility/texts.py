"""The words of questions and rules in one language. Values only; where they come from is not known here."""

from msgspec import Struct


class QuestionText(Struct, frozen=True):
    """A question as it is read: the line itself, a hint under it, why it is asked, and its options by id."""

    text: str
    help: str
    why: str
    options: dict[str, str]


class RuleText(Struct, frozen=True):
    """A finding as it is read: what it is, why it matters, what to do next."""

    title: str
    why: str
    next: str


class RuleTexts(Struct, frozen=True):
    """All texts of the rule files in one language."""

    language: str
    pages: dict[str, str]
    questions: dict[str, QuestionText]
    rules: dict[str, RuleText]
