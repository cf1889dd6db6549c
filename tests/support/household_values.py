"""Ready-made values of a small household, for tests that keep and read them."""

from massage_companion.companion.household import Person
from massage_companion.companion.ports import LiveSession
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import Session, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending, Running
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON

ANN = Person("ann", "Ann", NOON.utc_ms)
BEN = Person("ben", "张三", NOON.utc_ms)
CUSHION = Massager(
    "cushion",
    "Kneading cushion",
    "cushion",
    frozenset({Modality.KNEADING, Modality.HEAT}),
    heat_can_be_switched_off=True,
    manual=Limits(minutes=15, rest_minutes=60),
    manual_source="Manual, page 4",
)
GUN = Massager("gun", "Gun", "gun", frozenset({Modality.PERCUSSION}), heat_can_be_switched_off=False)


def screening(name: str = "check-1", person: str = "ann", **given: str) -> Screening:
    """A completed check with these answers."""
    answers = Answers({question.replace("_", "-"): (option,) for question, option in given.items()})
    return Screening(name, person, answers, "2026.11.1", NOON.utc_ms, 480)


def clearance(name: str = "clearance-1", person: str = "ann", *, withdrawn: bool = False) -> Clearance:
    """A doctor's yes for the cushion at home."""
    return Clearance(
        id=name,
        person=person,
        massager="cushion",
        rules=frozenset({"R25", "R26"}),
        for_home=True,
        by_whom="Dr Li",
        given_utc_ms=NOON.utc_ms,
        until_utc_ms=NOON.utc_ms + 90 * DAY_MS,
        limits=Limits(minutes=5, intensity=Intensity.LOW),
        withdrawn=withdrawn,
    )


def stop_sign(name: str = "sign-1", person: str = "ann") -> StopSign:
    """Something felt wrong."""
    return StopSign(name, person, NOON, session=None, sign="S03")


def live_session(name: str = "session-1", person: str = "ann", at: Reading = NOON) -> LiveSession:
    """A session that has just begun."""
    session = Session(name, person, "cushion", "Kneading cushion", 4, "2026.11.1", ("R60",))
    return LiveSession(session, Running(Plan(10), started=at, since=at, seen=at))


def record(
    name: str = "session-1", person: str = "ann", *, started: Reading = NOON, minutes: int = 10
) -> SessionRecord:
    """A session that was used for its planned minutes."""
    used_ms = minutes * MINUTE_MS
    return SessionRecord(
        id=name,
        person=person,
        massager="cushion",
        massager_name="Kneading cushion",
        started=started,
        ended=shifted(started, used_ms),
        planned_minutes=minutes,
        intensity=Intensity.LOW,
        heat=False,
        ending=Ending.FINISHED,
        used_ms=used_ms,
        overtime_ms=0,
        paused_ms=0,
        at_most_ms=used_ms,
        sore_before=4,
        rules_version="2026.11.1",
        precautions=("R60",),
    )
