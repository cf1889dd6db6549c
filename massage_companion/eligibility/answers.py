"""What a person answered. Health answers must never end up in a log line or a crash report."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

Answer: TypeAlias = tuple[str, ...] | int
"""Ids of the chosen options, or a whole number. A tuple is never empty."""


class Answers(Struct, frozen=True):
    """Answers by question id. A question that is not here is unanswered, which never counts as "no"."""

    given: dict[str, Answer] = {}

    def get(self, question: str) -> Answer | None:
        """The answer to a question, or ``None`` while there is none."""
        return self.given.get(question)

    def __contains__(self, question: str) -> bool:
        return question in self.given

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def __len__(self) -> int:
        return len(self.given)

    def with_answer(self, question: str, answer: Answer) -> "Answers":
        """A copy in which this question has this answer."""
        return Answers({**self.given, question: answer})

    def without(self, question: str) -> "Answers":
        """A copy in which this question is unanswered."""
        return Answers({name: answer for name, answer in self.given.items() if name != question})

    def merged(self, later: "Answers") -> "Answers":
        """A copy with the later answers in place of earlier ones to the same question."""
        return Answers({**self.given, **later.given})

    def only(self, questions: frozenset[str]) -> "Answers":
        """A copy that keeps the answers to these questions."""
        return Answers({name: answer for name, answer in self.given.items() if name in questions})

    def as_plain(self) -> Mapping[str, list[str] | int]:
        """Plain values for a file."""
        return {name: answer if isinstance(answer, int) else list(answer) for name, answer in self.given.items()}

    def __repr__(self) -> str:
        return f"Answers(<{len(self.given)} given>)"
