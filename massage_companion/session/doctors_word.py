"""Which of a person's clearances are still heard. What was said later only ever takes a yes away, never gives one.

A stop sign ends every yes from before it: the doctor knew nothing of it. A doctor's no ends the yes that stood until
then. Whether a clearance fits a finding, a massager and a moment is for the clearance itself to say.
"""

from collections.abc import Iterable
from enum import StrEnum

from massage_companion.eligibility.clearance import Clearance
from massage_companion.session.stop_sign import StopSign


class Heard(StrEnum):
    """What a clearance is worth now. Only ``YES`` lifts anything."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"
    BEFORE_STOP_SIGN = "before_stop_sign"
    NO_SINCE = "no_since"
    NOT_YET = "not_yet"
    OVER = "over"


def still_heard(clearances: tuple[Clearance, ...], stop_signs: Iterable[StopSign]) -> tuple[Clearance, ...]:
    """The clearances that nothing later took away."""
    signs = tuple(stop_signs)
    return tuple(each for each in clearances if not _is_before(each, signs) and not _has_no_since(each, clearances))


def heard(
    clearance: Clearance, clearances: tuple[Clearance, ...], stop_signs: Iterable[StopSign], now_utc_ms: int
) -> Heard:
    """What one of a person's clearances is worth now."""
    if not clearance.for_home:
        return Heard.NO
    if clearance.withdrawn:
        return Heard.WITHDRAWN
    if _is_before(clearance, stop_signs):
        return Heard.BEFORE_STOP_SIGN
    if _has_no_since(clearance, clearances):
        return Heard.NO_SINCE
    if now_utc_ms >= clearance.last_utc_ms:
        return Heard.OVER
    return Heard.YES if clearance.given_utc_ms <= now_utc_ms else Heard.NOT_YET


def _is_before(clearance: Clearance, stop_signs: Iterable[StopSign]) -> bool:
    """Whether it was given, or typed in, before something felt wrong."""
    oldest_utc_ms = min(clearance.given_utc_ms, clearance.recorded_utc_ms)
    return any(oldest_utc_ms <= sign.reported.utc_ms for sign in stop_signs)


def _has_no_since(clearance: Clearance, clearances: Iterable[Clearance]) -> bool:
    """Whether a doctor said no to the same massager for one of its findings, and this was typed in no later.

    A no cannot be withdrawn: only a new yes follows it.
    """
    return any(
        not other.for_home
        and other.massager == clearance.massager
        and other.rules & clearance.rules
        and clearance.recorded_utc_ms <= other.recorded_utc_ms
        for other in clearances
    )
