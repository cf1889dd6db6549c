"""The log's row holds what the timer measured and what the session was about."""

from msgspec import structs

from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Session, SessionRecord, record_of
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ended, Ending
from tests.support.session_states import at

SESSION = Session("s", "lena", "pillow", "My pillow", 4, "2026.11.1", ("R65a",))
ENDED = Ended(
    Plan(10, Intensity.MEDIUM, heat=True),
    started=at(0),
    ended=at(12),
    ending=Ending.UNCONFIRMED,
    used_ms=10 * MINUTE_MS,
    overtime_ms=MINUTE_MS,
    paused_ms=2_000,
    at_most_ms=30 * MINUTE_MS,
)


def test_every_fact_is_in_the_row() -> None:
    assert record_of(SESSION, ENDED) == SessionRecord(
        id="s",
        person="lena",
        massager="pillow",
        massager_name="My pillow",
        started=at(0),
        ended=at(12),
        planned_minutes=10,
        intensity=Intensity.MEDIUM,
        heat=True,
        ending=Ending.UNCONFIRMED,
        used_ms=10 * MINUTE_MS,
        overtime_ms=MINUTE_MS,
        paused_ms=2_000,
        at_most_ms=30 * MINUTE_MS,
        sore_before=4,
        sore_after=None,
        note="",
        rules_version="2026.11.1",
        precautions=("R65a",),
    )


def test_soreness_may_be_left_out() -> None:
    assert record_of(structs.replace(SESSION, sore_before=None), ENDED).sore_before is None
