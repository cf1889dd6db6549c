"""Watches every start of a session from outside, and asks the gate again with inputs gathered by itself.

Nothing of what the program remembers is believed: today's answers are overheard as they are given, log facts are worked
out anew, and stop signs that the store did not take are remembered here as well.
"""

from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.ports import Ids, LiveSession, StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.log.dose import dose_of
from massage_companion.log.facts import log_facts
from massage_companion.log.record import SessionRecord
from massage_companion.session import gate
from massage_companion.session.gate import Case, Permit, TodayAnswers
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading, elapsed_ms
from massage_companion.session.states import Asking
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore

LEAST_REST_MS = 60 * MINUTE_MS
MOST_MINUTES = 15

_READING = frozenset({
    "people", "massagers", "screenings", "draft", "clearances", "stop_signs", "live", "record", "records", "recent",
    "session_count", "find", "totals", "points", "first_sessions", "saved_plans", "check_ins",
})  # fmt: skip


class WatchedStore(MemoryStore):
    """A store that can fail in writing (``fails``) and in reading (``unreadable``), and lets each start be judged."""

    def __init__(self, clock: FakeClock, rules: Rules) -> None:
        super().__init__()
        self.unreadable = False
        self.without_end: set[str] = set()
        self.starts = 0
        self.wrongs: list[str] = []
        self.today: dict[str, TodayAnswers] = {}
        self.held: dict[str, tuple[StopSign, ...]] = {}
        self._clock = clock
        self._rules = rules

    def keep_live(self, live: LiveSession, event: str, at: Reading) -> None:
        new = live.session.id not in self.without_end
        wrong = self._wrong_with(live) if new and self.fails is None else ""
        super().keep_live(live, event, at)
        self.without_end.add(live.session.id)
        if new:
            self.starts += 1
        if wrong:
            self.wrongs.append(wrong)
        if len(self.without_end) > 1:
            self.wrongs.append(f"more than one session: {self.without_end}")

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        super().finish(record, event, stop_sign)
        self.without_end.discard(record.id)

    def add_stop_sign(self, sign: StopSign) -> None:
        try:
            super().add_stop_sign(sign)
        except StoreError:
            self.hold(sign)
            raise

    def complete_check(self, screening: Screening) -> None:
        super().complete_check(screening)
        self.held.pop(screening.person, None)

    def hold(self, sign: StopSign) -> None:
        """The program says that it remembers this for as long as it runs."""
        self.held[sign.person] = (sign, *self.held.get(sign.person, ()))

    def __getattribute__(self, name: str) -> object:
        if name in _READING and super().__getattribute__("unreadable"):
            raise StoreError("damaged", "a page cannot be read")
        return super().__getattribute__(name)

    def _wrong_with(self, live: LiveSession) -> str:
        """Why this session must not start; empty where it may."""
        session, now = live.session, self._clock.read()
        assert not isinstance(live.state, Asking), "nothing begins with a question"
        person = session.person
        massager = next(each for each in self.massagers() if each.id == session.massager)
        screenings, rows = self.screenings(person), self.recent(person, now.utc_ms - 2 * DAY_MS)
        facts = LogFacts(self._rules, self, self._clock, log_facts).answers(person)
        case = Case(
            massager=massager,
            screening=screenings[0] if screenings else None,
            clearances=self.clearances(person),
            stop_signs=(*self.held.get(person, ()), *self.stop_signs(person)),
            dose=dose_of(rows, now),
            facts=facts,
            soreness=session.sore_before,
        )
        decision = gate.decide(self._rules, case, self.today.pop(person, None), live.state.plan, now)
        if not isinstance(decision, Permit):
            return f"{person} started although {decision.reasons}"
        if not screenings:
            return f"{person} started without a check"
        if any(elapsed_ms(row.ended, now) < LEAST_REST_MS for row in rows if row.ended.boot_id == now.boot_id):
            return f"{person} started without a rest"
        return f"{live.state.plan.minutes} minutes" if live.state.plan.minutes > MOST_MINUTES else ""


class WatchedSessions(Sessions):
    """The sessions, overheard."""

    def __init__(self, rules: Rules, store: WatchedStore, clock: FakeClock, ids: Ids, facts: LogFacts) -> None:
        super().__init__(rules, store, clock, ids, facts)
        self._heard, self._watch = store, clock

    def answer_today(self, person: str, answers: Answers) -> None:
        self._heard.today[person] = TodayAnswers(answers, self._watch.read())
        super().answer_today(person, answers)

    def forget_today(self, person: str) -> None:
        self._heard.today.pop(person, None)
        super().forget_today(person)

    def hold(self, person: str) -> None:
        super().hold(person)
        self._heard.hold(StopSign("held", person, self._watch.read()))
