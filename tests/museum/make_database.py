"""Makes the museum's sample of a database of today's schema: every kind of row, and a session without an end.

Run it once, when a new schema is released, and keep the file for ever:

    python tests/museum/make_database.py

It never replaces a sample: what an old version wrote cannot be written again by a new one.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.ports import Draft, LiveSession
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import Origin, Session, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Phase, Plan, SavedPlan
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending, Running
from massage_companion.session.stop_sign import Moment, StopSign
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.migrations import SCHEMA_VERSION
from massage_companion.storage.store import SqliteStore, open_store

NOON = Reading("boot-of-the-museum", HOUR_MS, HOUR_MS, 1_794_657_600_000, 480, "CST")


def fill(store: SqliteStore) -> None:
    """Two people, two massagers, and at least one row of everything else that schema 1 knew."""
    store.keep_person(Person("ann", "Ann", NOON.utc_ms))
    store.keep_person(Person("ben", "张三", NOON.utc_ms))
    both = frozenset({Modality.KNEADING, Modality.HEAT})
    store.keep_massager(Massager("cushion", "Cushion", "cushion", both, True, Limits(minutes=15), "Page 4"))
    store.keep_massager(Massager("gun", "Gun", "gun", frozenset(), heat_can_be_switched_off=False, retired=True))
    answers = Answers({"head-signs": ("none",), "age": 40, "illnesses": ("diabetes", "unsure")})
    store.complete_check(Screening("check-1", "ann", answers, "2026.11.1", NOON.utc_ms, 480))
    store.keep_draft("ben", Draft(Answers({"head-signs": ("none",)}), "body-signs"))
    rules, until = frozenset({"R25"}), NOON.utc_ms + 90 * DAY_MS
    store.keep_clearance(Clearance("yes-1", "ann", "cushion", rules, True, "Dr Li", NOON.utc_ms, until))
    first, second = _record("session-1", NOON), _record("session-2", shifted(NOON, DAY_MS))
    store.finish(first, "End", None)
    store.rate("session-1", 3, "Better. 好多了")
    store.finish(second, "FeelsWrong", StopSign("sign-1", "ann", second.ended, "session-2"))
    last = shifted(NOON, 2 * DAY_MS)
    session = Session("session-3", "ann", "cushion", "Cushion", 2, "2026.11.1", ("R60",))
    store.keep_live(LiveSession(session, Running(Plan(10), last, last, last)), "started", last)


def fill_since_schema_2(store: SqliteStore) -> None:
    """Plans, check-ins, what was reported of a session, and sessions of Ben: typed, moved, binned, with phases."""
    phases = (Phase("left", 4), Phase("右边", 6))
    store.keep_plan(SavedPlan("plan-1", "cushion", "Evening", Plan(10, phases=phases)))
    store.keep_check_in(CheckIn("ann", "cushion", 1, NOON.utc_ms + DAY_MS, "fine"))
    answers = Answers({"signs": ("S03", "S05"), "soreness-before": 6})
    at = Moment("cushion", "Cushion", 4 * MINUTE_MS, "left", Intensity.LOW, heat=True)
    told = StopSign("sign-2", "ben", NOON, "session-5", about=None, answers=answers, moment=at, note="Left. 左边")
    store.add_stop_sign(told)
    typed = structs.replace(_record("session-4", NOON, "ben"), origin=Origin.MANUAL, sore_before=5, sore_next=2)
    whole = structs.replace(_record("session-5", shifted(NOON, HOUR_MS), "ben"), phases=phases, note="脖子 stiff")
    binned = structs.replace(_record("session-6", shifted(NOON, DAY_MS), "ben"), removed_utc_ms=NOON.utc_ms + DAY_MS)
    store.add_records((typed, whole, binned))
    moved = _record("session-7", shifted(NOON, -DAY_MS))
    store.finish(moved, "End", None)
    store.change_records((structs.replace(moved, person="ben", sore_after=1),))


def _record(name: str, started: Reading, person: str = "ann") -> SessionRecord:
    ten_ms = 10 * MINUTE_MS
    ended = shifted(started, ten_ms)
    return SessionRecord(
        name,
        person,
        "cushion",
        "Cushion",
        started,
        ended,
        10,
        Intensity.LOW,
        False,
        Ending.FINISHED,
        ten_ms,
        0,
        0,
        ten_ms,
    )


def main() -> None:
    """Write the sample of this schema."""
    sample = Path(__file__).with_name(f"v{SCHEMA_VERSION}.sqlite")
    if sample.exists():
        sys.exit(f"{sample.name} is there already and stays as it is")
    with tempfile.TemporaryDirectory() as temporary:
        store = open_store(Path(temporary), NOON).store
        fill(store)
        fill_since_schema_2(store)
        store.close()
        shutil.copyfile(Path(temporary) / FILE_NAME, sample)


if __name__ == "__main__":
    main()
