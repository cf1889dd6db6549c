"""When a rule is met and when a question is asked: flat comparisons, no code.

A comparison can only be met by an answer that is there. There is no "not": more risk can never unmeet a condition.
"""

from collections.abc import Set
from enum import Enum

from msgspec import Struct

from massage_companion.eligibility.answers import Answers


class Truth(Enum):
    """Whether a condition holds; ``UNKNOWN`` while an answer that could decide it is missing."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Comparison(Struct, frozen=True):
    """One question's answer is one of ``options``, or a number within ``at_least`` and ``at_most`` (inclusive)."""

    question: str
    options: tuple[str, ...] = ()
    at_least: int | None = None
    at_most: int | None = None

    def truth(self, answers: Answers, never_asked: Set[str] = frozenset()) -> Truth:
        """Whether the answers meet this comparison. A question that is never asked has no answer to wait for."""
        answer = answers.get(self.question)
        if answer is None:
            return Truth.NO if self.question in never_asked else Truth.UNKNOWN
        if isinstance(answer, tuple):
            return Truth.YES if any(option in self.options for option in answer) else Truth.NO
        if self.at_least is None and self.at_most is None:
            return Truth.NO
        low = self.at_least is None or answer >= self.at_least
        high = self.at_most is None or answer <= self.at_most
        return Truth.YES if low and high else Truth.NO


class Condition(Struct, frozen=True):
    """``all`` or ``any`` of some comparisons (at least one)."""

    needs_all: bool
    comparisons: tuple[Comparison, ...]

    def truth(self, answers: Answers, never_asked: Set[str] = frozenset()) -> Truth:
        """Whether the answers meet the condition: the weakest link of "all", the strongest of "any"."""
        truths = [comparison.truth(answers, never_asked) for comparison in self.comparisons]
        pick = min if self.needs_all else max
        return pick(truths, key=lambda truth: truth.value)

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the questions it looks at, in order, each once."""
        return tuple(dict.fromkeys(comparison.question for comparison in self.comparisons))
