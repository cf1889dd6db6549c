"""Data folders as the program itself leaves them, so that a test in a real window begins where it matters.

Everything goes through the program's own store and rules. A session that is already under way is written as one that
was killed leaves it; its times are those of the computer's real clocks.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, structs

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import LiveSession
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import Session, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending, Live, Overtime, Paused, Running
from massage_companion.storage.store import open_store, read_store
from massage_companion.storage.system_clock import SystemClock
from tests.support.healthy_answers import answers_from, filled, real_rules

MEI = Person("mei", "Mei")
KNEADER = frozenset({Modality.KNEADING, Modality.HEAT})
SECOND_MS = 1_000


class Kept(Struct, frozen=True):
    """What the file on disk holds about sessions."""

    rows: tuple[SessionRecord, ...]
    live: LiveSession | None
    stop_signs: int

    @property
    def endings(self) -> list[Ending]:
        """How the sessions ended, the newest first."""
        return [row.ending for row in self.rows]


def prepare(
    folder: Path,
    minutes: int = 15,
    said: Mapping[str, object] | None = None,
    settings: Settings | None = None,
    others: tuple[Person, ...] = (),
) -> Path:
    """Mei has been through the safety check, and her massager's manual allows so many minutes. The folder."""
    now = SystemClock().read()
    rules = real_rules()
    store = open_store(folder, now).store
    try:
        store.keep_settings(settings or Settings())
        store.keep_massager(Massager("kneader", "Kneader", "kneader", KNEADER, True, Limits(minutes=minutes), "p. 12"))
        for person in (MEI, *others):
            store.keep_person(person)
            answers = filled(rules.questionnaire, answers_from(rules.questionnaire, said or {}), KNEADER)
            own = answers.only(frozenset(q.id for q in rules.questionnaire.questions if q.stage is Stage.CHECK))
            store.complete_check(Screening(f"check-{person.id}", person.id, own, rules.version, now.utc_ms - HOUR_MS))
    finally:
        store.close()
    return folder


def leave_session(folder: Path, began_ms_ago: int, minutes: int = 1, most: int = 1, paused: bool = False) -> None:
    """A session that a killed program left behind, looked at until now."""
    now = SystemClock().read()
    began, plan = shifted(now, -began_ms_ago), Plan(minutes)
    state: Live = Running(plan, began, began, now)
    if paused:
        state = Paused(plan, began, now, now, used_ms=began_ms_ago)
    elif began_ms_ago >= plan.planned_ms:
        state = Overtime(plan, began, shifted(began, plan.planned_ms), now)
    store = open_store(folder, now).store
    try:
        session = Session("left", MEI.id, "kneader", "Kneader", 3, real_rules().version, most_minutes=most)
        store.keep_live(LiveSession(session, Running(plan, began, began, began)), "started", began)
        store.keep_live(LiveSession(session, state), "Look", now)
    finally:
        store.close()


def let_time_pass(folder: Path, ms: int) -> None:
    """The running session that a killed program left is so much older than it was: a test has no minutes to wait."""
    store = open_store(folder, SystemClock().read()).store
    try:
        live = store.live()
        assert live is not None
        assert isinstance(live.state, Running)
        began = shifted(live.state.started, -ms)
        state = structs.replace(live.state, started=began, since=began)
        store.keep_live(LiveSession(live.session, state), "Look", state.seen)
    finally:
        store.close()


def log_session(folder: Path, hours_ago: float, minutes: int = 10) -> None:
    """A session of the past that ran to its end."""
    now = SystemClock().read()
    began = shifted(now, -round(hours_ago * HOUR_MS))
    used = minutes * MINUTE_MS
    plan, name = Plan(minutes), f"past-{hours_ago}"
    row = SessionRecord(
        name, MEI.id, "kneader", "Kneader", began, shifted(began, used), minutes, plan.intensity, False,
        Ending.FINISHED, used, 0, 0, used, 5, 3,
    )  # fmt: skip
    store = open_store(folder, now).store
    try:
        store.add_records((row,))
    finally:
        store.close()


def kept(folder: Path, person: str = MEI.id) -> Kept:
    """What is on disk now."""
    store = read_store(folder)
    assert store is not None
    try:
        return Kept(store.records(person, 100), store.live(), len(store.stop_signs(person)))
    finally:
        store.close()
