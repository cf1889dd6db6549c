"""The few questions that the program knows by name, because it asks or answers them at a moment of its own.

What an answer to them means is in the rule files alone. The loader refuses rule files without them.
"""

from typing import Final

FELT_WRONG_PAGE: Final = "felt-wrong"
"""The page (stage "sign") whose tick lists say what was felt. Other sign questions are not on it."""

SORENESS: Final = "soreness-before"
"""How sore it is right before a session: a number, stage "sign"."""

SIGNS_BEFORE: Final = "signs-before"
"""What was felt before the last safety check and still needs a doctor's yes: tick list, stage "sign", never shown."""

LOG_FACTS: Final = "log-facts"
"""What the log shows: tick list, stage "fact", never asked."""
