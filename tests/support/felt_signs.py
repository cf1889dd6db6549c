"""Stop signs of the small rules and what the gate says about them, for tests of what was felt."""

from typing import TypeAlias

from massage_companion.eligibility.answers import Answers
from massage_companion.session.refusal import FindingStands
from massage_companion.session.stop_sign import StopSign
from tests.support.situation import ALL_FINE, Situation, ago

Ticks: TypeAlias = str | tuple[str, ...]

BARE = StopSign("bare", "p", ago(70))
"""Something felt wrong 70 minutes ago; nobody has told yet what."""


def found(situation: Situation) -> list[str]:
    """The findings that stand and every other kind of reason, in order."""
    return [
        reason.finding.rule.id if isinstance(reason, FindingStands) else type(reason).__name__
        for reason in situation.reasons
    ]


def with_signs(*signs: StopSign) -> Situation:
    return ALL_FINE.but(stop_signs=signs)


def felt(
    name: str, *, minutes_ago: float = 60, about: str | None = None, settled: bool = False, **said: Ticks
) -> StopSign:
    """A stop sign with what was felt: "nothing" in every list of the small rules where nothing else is said."""
    ticks = {
        question.replace("_", "-"): (ticked,) if isinstance(ticked, str) else ticked
        for question, ticked in said.items()
    }
    answers = Answers({"felt": ("none",), "felt-skin": ("none",), **ticks})
    return StopSign(name, "p", ago(minutes_ago), about=about, settled=settled, answers=answers)
