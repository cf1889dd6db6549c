"""Plays stories on the use cases over a database on disk. A crash or a reboot closes it and opens it anew.

The computer's clocks are a story's; everything else is what the program itself uses.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from massage_companion.companion.household import Person
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.log.dose import dose_of
from massage_companion.log.record import Session, SessionRecord, record_of
from massage_companion.session.allowance import next_allowed_wait_ms
from massage_companion.session.gate import HARD_LIMITS, Refusal
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, shifted
from massage_companion.session.refusal import MinutesUsedUp, Reason, RestNotOver
from massage_companion.session.states import Effect, Ended, Ending, Event, Look, State
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.counting_ids import CountingIds
from tests.support.session_script import Way
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules
from tests.support.story_machine import LOOK_EVERY_MS, StoryClock
from tests.support.story_words import describe, row, wall

LENA = "lena"


class HouseholdPlayer:
    """Fulfils ``Player`` for Lena, who is healthy, has a pillow that kneads, and did the check a month ago."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._time = StoryClock()
        self._ids = CountingIds("session")
        self._plan = Plan(10)
        self._opened: tuple[SqliteStore, Sessions] | None = None
        self._live: Session | None = None
        self._state: State | None = None
        self._refused = ""
        self._effects: list[Effect] = []
        self._expected: list[SessionRecord] = []

    def plan(self, plan: Plan) -> None:
        self._plan = plan

    def start(self) -> None:
        store, sessions = self._opened or self._open()
        if not store.people():
            self._moves_in(store)
        sessions.answer_today(LENA, FINE_TODAY)
        begun = sessions.start(LENA, KNEADER, self._plan, sore_before=3)
        if isinstance(begun, Refusal):
            self._refused = f"refused {_told(begun.reasons[0], self._time)}"
            return
        self._live, self._state = begun.session, begun.state

    def says(self, event: Event) -> None:
        happened = self._sessions.happened(event)
        if happened is not None:
            self._follow(*happened)

    def passes(self, ms: int, way: Way, wall_by_ms: int = 0) -> None:
        if way in (Way.CRASH, Way.REBOOT):
            self._store.close()
            self._time.passes(ms, way, wall_by_ms)
            store, sessions = self._open()
            self._recover(store, sessions)
            return
        step_ms = LOOK_EVERY_MS if way is Way.WATCHED and self._live is not None else max(1, ms)
        for passed in range(0, ms, step_ms):
            self._time.passes(min(step_ms, ms - passed), way, 0)
            self.says(Look())

    def sets_wall(self, wall: str) -> None:
        self._time.sets_wall(wall)

    def moves_wall(self, by_ms: int) -> None:
        self._time.moves_wall(by_ms)
        self.says(Look())

    def travels(self, offset_minutes: int) -> None:
        self._time.travels(offset_minutes)
        if self._opened is not None:
            self.says(Look())

    def tells(self, about: str) -> str:
        now = self._time.clock.read()
        match about:
            case "clock":
                return wall(now)
            case "log":
                record = self._store.record(self._expected[-1].id)
                return "nothing" if record is None else row(record)
            case "dose":
                dose = dose_of(self._store.recent(LENA, now.utc_ms - 2 * DAY_MS), now)
                minutes, wait_ms = -(-dose.used_last_day_ms() // MINUTE_MS), next_allowed_wait_ms(dose, HARD_LIMITS)
                at = f"at {_then(wait_ms, self._time)}" if wait_ms else "now"
                return f"{minutes} of {HARD_LIMITS.minutes_per_day} minutes, next {at}"
        refused, self._refused = self._refused, ""
        assert refused or self._state is not None, "the script has to start the session first"
        return refused or (describe(self._state, now) if self._state is not None else "")

    def heard(self) -> Iterable[Effect]:
        effects, self._effects = self._effects, []
        return effects

    def ends(self) -> None:
        """The log, read anew, holds each session once and as it ended; what did not end is still there."""
        self._store.close()
        store, _ = self._open()
        live = store.live()
        assert (live.session if live is not None else None) == self._live
        assert {each.id: each for each in store.records(LENA, 1_000)} == {each.id: each for each in self._expected}
        assert len(store.records(LENA, 1_000)) == len(self._expected)
        wrong = {each.id for each in self._expected if each.ending is Ending.FELT_WRONG}
        assert {sign.session for sign in store.stop_signs(LENA)} == wrong
        store.close()

    @property
    def _store(self) -> SqliteStore:
        return self._running()[0]

    @property
    def _sessions(self) -> Sessions:
        return self._running()[1]

    def _running(self) -> tuple[SqliteStore, Sessions]:
        assert self._opened is not None, "the script has to start the session first"
        return self._opened

    def _open(self) -> tuple[SqliteStore, Sessions]:
        """The program starts."""
        opened = open_store(self._folder, self._time.clock.read())
        assert opened.set_aside is None
        self._opened = (opened.store, Sessions(small_rules(), opened.store, self._time.clock, self._ids))
        return self._opened

    def _recover(self, store: SqliteStore, sessions: Sessions) -> None:
        found: LiveSession | None = sessions.recover()
        assert (found.session if found is not None else None) == self._live
        if found is not None:
            self._state = found.state
            self._effects.append(Effect.ASK)
            assert store.live() == found

    def _moves_in(self, store: SqliteStore) -> None:
        a_month_ago = self._time.clock.read().utc_ms - 30 * DAY_MS
        store.keep_person(Person(LENA, "Lena"))
        store.keep_massager(KNEADER)
        store.complete_check(Screening("check", LENA, HEALTHY, small_rules().version, a_month_ago))

    def _follow(self, state: State, effects: tuple[Effect, ...]) -> None:
        self._state = state
        self._effects += effects
        if isinstance(state, Ended) and self._live is not None:
            self._expected.append(record_of(self._live, state))
            self._live = None


def _told(reason: Reason, time: StoryClock) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(reason).__name__).lower()
    return f"{words} until {_then(reason.wait_ms, time)}" if isinstance(reason, RestNotOver | MinutesUsedUp) else words


def _then(wait_ms: int, time: StoryClock) -> str:
    """The wall clock after a wait; a minute that has begun counts in full."""
    then = shifted(time.clock.read(), wait_ms)
    return wall(shifted(then, -then.utc_ms % MINUTE_MS))
