"""Whole numbers as people type them. What cannot be read is never guessed."""

_LONGEST = 6


def whole_number(text: str) -> int | None:
    """The whole number that was typed, in any script's digits; ``None`` for anything else or a very long one."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else None
