"""Limits as the command line prints them."""

from typing import Any

from massage_companion.eligibility.limits import Limits


def limits_values(limits: Limits) -> dict[str, Any]:
    """Limits as plain values, named as in the rule files; ``null`` means that there is no bound."""
    return {
        "minutes": limits.minutes,
        "sessions_per_day": limits.sessions_per_day,
        "minutes_per_day": limits.minutes_per_day,
        "rest_minutes": limits.rest_minutes,
        "intensity": None if limits.intensity is None else limits.intensity.word,
        "heat": None if limits.heat_allowed else "off",
        "placement": "back-of-neck" if limits.back_of_neck_only else None,
    }
