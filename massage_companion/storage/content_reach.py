"""Whether a condition can hold at all: one that never does hides its rule or its question without a word.

It looks at what one question can be answered at once; it must never refuse a condition that some answers meet.
"""

from collections.abc import Mapping

from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.questionnaire import Kind, Question


def can_hold(condition: Condition, questions: Mapping[str, Question]) -> bool:
    """Whether some answers to these questions meet the condition. Its comparisons fit their questions."""
    if not condition.needs_all:
        return True
    return all(
        _at_once(questions[name], [part for part in condition.comparisons if part.question == name])
        for name in condition.questions
    )


def _at_once(question: Question, parts: list[Comparison]) -> bool:
    numeric = [part for part in parts if not part.options]
    if numeric:
        low = max((part.at_least for part in numeric if part.at_least is not None), default=question.minimum)
        high = min((part.at_most for part in numeric if part.at_most is not None), default=question.maximum)
        return len(numeric) == len(parts) and low <= high
    heard = [set(part.options) for part in parts]
    if question.kind is Kind.MANY and not all(question.none in options for options in heard):
        return all(options - {question.none} for options in heard)
    return bool(set.intersection(*heard))
