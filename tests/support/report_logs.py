"""Logs of Li Wei, as the report for a doctor tells of them: in a store, with sessions, ratings and stop signs."""

from collections.abc import Mapping
from functools import cache
from random import Random

from msgspec import structs

from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.report_log import LogReport, log_report
from massage_companion.companion.report_log_data import Logged, read_log
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending
from massage_companion.session.stop_sign import Moment, StopSign
from tests.support.fake_clock import NOON
from tests.support.healthy_answers import real_rules
from tests.support.household_values import record
from tests.support.memory_store import MemoryStore
from tests.support.reports import LI, PILLOW, content, words

GUN = Massager("gun", "Gun", "gun", frozenset(), heat_can_be_switched_off=False)


def ago(days: float) -> Reading:
    """So many days before now."""
    return shifted(NOON, -round(days * DAY_MS))


class LiWeisLog:
    """A store with Li Wei's log; sessions are added by how many days ago they began."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.store.keep_person(LI)
        for massager in (PILLOW, GUN):
            self.store.keep_massager(massager)
        self._sessions = 0
        self._signs: list[StopSign] = []

    def session(self, days_ago: float, minutes: int = 10, **fields: object) -> SessionRecord:
        """A session with the pillow, at a low level, unless told otherwise."""
        self._sessions += 1
        row = record(f"session-{self._sessions}", LI.id, started=ago(days_ago), minutes=minutes)
        row = structs.replace(row, massager=PILLOW.id, massager_name=PILLOW.name, sore_before=None)
        row = structs.replace(row, **fields)
        self.store.finish(row, "End", None)
        return row

    def by_hand(self, days_ago: float, minutes: int = 10) -> SessionRecord:
        """A session that was entered by hand."""
        return self.session(days_ago, minutes, origin=Origin.MANUAL)

    def rated(self, count: int, change: int, morning: int | None = None, seed: int = 1) -> None:
        """So many sessions, one on every second day up to yesterday, after which the neck is sorer by ``change``."""
        rng = Random(seed)
        for number in range(count):
            before = rng.choice((4, 5, 5, 6, 7) if change < 0 else (2, 3, 3, 4))
            after = min(10, max(0, before + change + rng.choice((-1, 0, 0, 1))))
            nxt = None if morning is None else min(10, max(0, before + morning + rng.choice((-1, 0, 1))))
            self.session(1 + 2 * (count - 1 - number), rng.choice((5, 10, 10, 15)),
                         sore_before=before, sore_after=after, sore_next=nxt)  # fmt: skip

    def stopped(
        self, days_ago: float, felt: Mapping[str, tuple[str, ...]] = {}, note: str = "", settled: bool = False
    ) -> None:
        """Something felt wrong in a session, and then what it was: ticks by list, such as ``{"head": ("sight",)}``."""
        name = f"sign-{len(self._signs)}"
        row = self.session(days_ago, 6, ending=Ending.FELT_WRONG)
        moment = Moment(PILLOW.id, PILLOW.name, 6 * MINUTE_MS, "left side", Intensity.LOW, heat=True)
        first = StopSign(name, LI.id, row.ended, session=row.id, moment=moment, settled=settled)
        answers = Answers({f"signs-{page}": options for page, options in felt.items()})
        told = StopSign(
            f"{name}-told", LI.id, shifted(row.ended, MINUTE_MS), session=row.id, about=name, answers=answers,
            note=note, settled=settled,
        )  # fmt: skip
        for sign in (first, told) if felt or note else (first,):
            self._signs.append(sign)
            self.store.add_stop_sign(sign)

    def asked(self, day: int, answer: str) -> None:
        """A check-in about late signs was answered."""
        self.store.keep_check_in(CheckIn(LI.id, PILLOW.id, day, NOON.utc_ms - HOUR_MS, answer))

    @property
    def logged(self) -> Logged:
        """What is read of it."""
        return read_log(self.store, real_rules(), LI.id, self.store.stop_signs(LI.id), HARD_LIMITS, NOON)

    def report(self, language: str = "en") -> LogReport:
        """What the page tells of it."""
        return log_report(self.logged, real_rules(), content(language).texts, words(language))


ALL_SIGNS: Mapping[str, tuple[str, ...]] = {
    "head": ("none",), "body": ("none",), "feeling": ("dizzy-passed",), "skin": ("none",), "massager": ("none",),
}  # fmt: skip


@cache
def long_log() -> LiWeisLog:
    """Half a year with everything that there can be, far more stop signs than fit."""
    log = LiWeisLog()
    log.rated(90, -2, morning=0)
    for number in range(12):
        log.session(3 + 10 * number, 15, massager=GUN.id, massager_name=GUN.name, intensity=Intensity.MEDIUM)
    log.by_hand(0.2)
    log.session(0.5, ending=Ending.UNCONFIRMED, at_most_ms=30 * MINUTE_MS)
    note = "It began on the left side, behind the ear, and went on for about an hour after the massager was off. " * 3
    for number in range(10):
        log.stopped(2 + 12 * number, {**ALL_SIGNS, "skin": ("red-skin", "small-bruise")}, note, settled=number > 1)
    log.stopped(1.2, {"head": ("spinning-fall", "sight")})
    log.stopped(1.1)
    log.asked(1, "fine")
    log.asked(3, "signs")
    return log
