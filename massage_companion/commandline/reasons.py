"""The gate's reasons for a no, as plain values and in one line each. It never says which answer would unlock."""

import re
from typing import Any

from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.moments import iso_moment
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    MinutesUsedUp,
    Reason,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
)


def reason_values(reason: Reason, texts: RuleTexts, words: Words, now: Reading) -> dict[str, Any]:
    """Its kind, its words, and what belongs to it: minutes to wait, questions, the finding."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(reason).__name__).lower()
    match reason:
        case FindingStands(finding=finding):
            title = texts.rules[finding.rule.id].title
            return {"kind": "finding", "text": title, "id": finding.rule.id, "outcome": finding.outcome.word}
        case MinutesUsedUp(wait_ms=wait_ms) | RestNotOver(wait_ms=wait_ms):
            # A minute that has begun counts in full, so that nobody comes back too early.
            from_utc_ms = -(-(now.utc_ms + wait_ms) // MINUTE_MS) * MINUTE_MS
            moment = iso_moment(from_utc_ms, now.offset_minutes)
            return {
                "kind": kind,
                "text": words(f"commandline.status.{kind}", time=moment[:16].replace("T", " ")),
                "wait_minutes": -(-wait_ms // MINUTE_MS),
                "allowed_from": moment,
            }
        case CheckIncomplete(questions=questions) | TodayUnanswered(questions=questions):
            details: dict[str, Any] = {"questions": list(questions)}
        case CheckExpired(taken_utc_ms=taken_utc_ms):
            details = {"taken": iso_moment(taken_utc_ms, now.offset_minutes)}
        case StopSignOpen(reported_utc_ms=reported_utc_ms):
            details = {"reported": iso_moment(reported_utc_ms, now.offset_minutes)}
        case _:
            details = {}
    return {"kind": kind, "text": words(f"commandline.status.{kind}"), **details}
