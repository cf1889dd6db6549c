"""How strictly a finding speaks, from "nothing stands against it" to "call for help now".

The order is the meaning: the strictest finding decides, so nothing here may ever rank a danger lower.
"""

from enum import IntEnum


class Outcome(IntEnum):
    """Ordered from mildest to strictest (DESIGN section 2)."""

    OK = 0
    PRECAUTION = 1
    NOT_TODAY = 2
    DOCTOR_FIRST = 3
    CONTRAINDICATED = 4
    EMERGENCY = 5

    @property
    def word(self) -> str:
        """The name used in rule files and on the command line, such as ``doctor_first``."""
        return self.name.lower()

    @property
    def blocks(self) -> bool:
        """Whether a session is impossible with this outcome."""
        return self >= Outcome.NOT_TODAY


OUTCOME_BY_WORD: dict[str, Outcome] = {outcome.word: outcome for outcome in Outcome}
