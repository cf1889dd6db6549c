"""Sessions as a use case: standing, today's check, start, everything that happens, and the end.

Each event is committed before anybody sees it. There is one way to start, and it goes through the gate.
"""

from massage_companion.companion.ports import Clock, Ids, LiveSession, Store, StoreError
from massage_companion.companion.today import danger_today
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.log.dose import dose_of
from massage_companion.log.record import Session, SessionRecord, record_of
from massage_companion.session import gate, machine
from massage_companion.session.gate import Case, Permit, Refusal, Standing, TodayAnswers
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, proposed_plan
from massage_companion.session.reading import DAY_MS, Reading, elapsed_ms
from massage_companion.session.states import Effect, Ended, Ending, Event, FoundUnfinished, Look, State
from massage_companion.session.stop_sign import StopSign

HEARTBEAT_MS = 10_000
"""A running session is written at least this often, and at most one transaction each time (DESIGN 11)."""


class AlreadyRunningError(Exception):
    """There is a session without an end; it has to end first."""


class Sessions:
    """The one session that can be live, and everything about starting and ending it."""

    def __init__(self, rules: Rules, store: Store, clock: Clock, ids: Ids) -> None:
        self._rules = rules
        self._store = store
        self._clock = clock
        self._ids = ids
        self._live: LiveSession | None = None
        self._kept_at: Reading | None = None
        self._unwritten: StoreError | None = None
        self._today: dict[str, TodayAnswers] = {}
        self._held: dict[str, tuple[StopSign, str | None]] = {}

    @property
    def live(self) -> LiveSession | None:
        """The session without an end."""
        return self._live

    @property
    def unwritten(self) -> StoreError | None:
        """Why the last look could not be written; ``None`` once one could. Time goes on meanwhile."""
        return self._unwritten

    def recover(self) -> LiveSession | None:
        """At the start of the program: a session without an end waits for the person's word."""
        found = self._store.live()
        if found is None:
            return None
        now = self._clock.read()
        self._live = found
        self._apply(FoundUnfinished(), now)
        return self._live

    def hold(self, person: str) -> None:
        """Let nobody start until that person's next completed check: for an emergency that could not be stored."""
        sign = StopSign(self._ids.new(), person, reported=self._clock.read())
        newest = next(iter(self._store.screenings(person)), None)
        self._held[person] = (sign, None if newest is None else newest.id)

    def standing(self, person: str, massager: Massager) -> Standing:
        """What speaks against any session now, and the limits of one."""
        now = self._clock.read()
        return gate.standing(self._rules, self._case(person, massager, now), now)

    def questions_today(self, person: str, massager: Massager) -> tuple[Question, ...]:
        """Today's questions for this massager that have no fresh answer."""
        given = self._fresh_today(person, self._clock.read())
        answers = given.answers if given is not None else Answers()
        return self._rules.questionnaire.unanswered(Stage.TODAY, answers, massager.judged_modalities)

    def answer_today(self, person: str, answers: Answers) -> None:
        """Keep today's answers for half an hour; a danger among them outlives it, as a stop sign does.

        Raises AnswerError for an answer that is not offered.
        """
        for name in answers:
            self._rules.questionnaire.question(name).checked(answers.given[name])
        now = self._clock.read()
        self._today[person] = TodayAnswers(answers, now)
        screening = next(iter(self._store.screenings(person)), None)
        danger = danger_today(self._rules, Answers() if screening is None else screening.answers, answers)
        if danger is None or any(not sign.settled for sign in self._store.stop_signs(person)):
            return
        try:
            self._store.add_stop_sign(StopSign(self._ids.new(), person, reported=now, sign=danger.rule.id))
        except StoreError:
            # What the disk does not take must still hold for this run.
            self.hold(person)

    def forget_today(self, person: str) -> None:
        """Ask today's questions again."""
        self._today.pop(person, None)

    def proposed_plan(self, person: str, massager: Massager) -> Plan:
        """What to show first."""
        limits = self.standing(person, massager).limits
        return proposed_plan(limits, self._store.session_count(person, massager.id))

    def decide(self, person: str, massager: Massager, plan: Plan) -> Permit | Refusal:
        """What the gate says to this plan now."""
        now = self._clock.read()
        return self._decide(person, massager, plan, now)

    def start(self, person: str, massager: Massager, plan: Plan, sore_before: int | None) -> LiveSession | Refusal:
        """Start a session if the gate says yes. Raises AlreadyRunningError, or StoreError with nothing started."""
        if self._live is not None:
            raise AlreadyRunningError
        now = self._clock.read()
        decision = self._decide(person, massager, plan, now)
        if isinstance(decision, Refusal):
            return decision
        session = Session(
            id=self._ids.new(),
            person=person,
            massager=massager.id,
            massager_name=massager.name,
            sore_before=sore_before,
            rules_version=decision.rules_version,
            precautions=tuple(finding.rule.id for finding in decision.precautions),
        )
        begun = LiveSession(session, machine.start(decision, now))
        self._store.keep_live(begun, Effect.STARTED.value, now)
        self._live, self._kept_at = begun, now
        self.forget_today(person)
        return begun

    def happened(self, event: Event) -> tuple[State, tuple[Effect, ...]] | None:
        """Let something happen to the live session; ``None`` where there is none. Raises StoreError."""
        if self._live is None:
            return None
        return self._apply(event, self._clock.read())

    def now(self) -> Reading:
        """What the clocks say now."""
        return self._clock.read()

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        """Write how the neck is after a session."""
        self._store.rate(session, sore_after, note)

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        """Rows of the log, the latest first."""
        return self._store.records(person, limit, before)

    def _apply(self, event: Event, now: Reading) -> tuple[State, tuple[Effect, ...]]:
        assert self._live is not None
        session = self._live.session
        stepped = machine.step(self._live.state, event, now)
        if isinstance(stepped.state, Ended):
            self._finish(session, stepped.state, event, now)
            return stepped.state, stepped.effects
        after = LiveSession(session, stepped.state)
        if self._worth_keeping(event, stepped.effects, now):
            self._keep(after, event, now)
        self._live = after
        return stepped.state, stepped.effects

    def _keep(self, live: LiveSession, event: Event, now: Reading) -> None:
        """Write the live session. A look tells nothing that a person did: zero comes whether it is written or not."""
        try:
            self._store.keep_live(live, type(event).__name__, now)
        except StoreError as error:
            if not isinstance(event, Look | FoundUnfinished):
                raise
            self._unwritten = error
        else:
            self._unwritten = None
        self._kept_at = now

    def _finish(self, session: Session, state: Ended, event: Event, now: Reading) -> None:
        sign = None
        if state.ending is Ending.FELT_WRONG:
            sign = StopSign(self._ids.new(), session.person, reported=now, session=session.id)
        self._store.finish(record_of(session, state), type(event).__name__, sign)
        self._live, self._kept_at, self._unwritten = None, None, None

    def _worth_keeping(self, event: Event, effects: tuple[Effect, ...], now: Reading) -> bool:
        if not isinstance(event, Look):
            return True
        if any(effect is not Effect.ALARM for effect in effects):
            return True
        return self._kept_at is None or elapsed_ms(self._kept_at, now) >= HEARTBEAT_MS

    def _decide(self, person: str, massager: Massager, plan: Plan, now: Reading) -> Permit | Refusal:
        case = self._case(person, massager, now)
        return gate.decide(self._rules, case, self._fresh_today(person, now), plan, now)

    def _fresh_today(self, person: str, now: Reading) -> TodayAnswers | None:
        given = self._today.get(person)
        return given if given is not None and given.is_fresh(now) else None

    def _case(self, person: str, massager: Massager, now: Reading) -> Case:
        screenings = self._store.screenings(person)
        return Case(
            massager=massager,
            screening=screenings[0] if screenings else None,
            clearances=self._store.clearances(person),
            stop_signs=(*self._still_held(person, screenings), *self._store.stop_signs(person)),
            dose=dose_of(self._store.recent(person, now.utc_ms - 2 * DAY_MS), now),
        )

    def _still_held(self, person: str, screenings: tuple[Screening, ...]) -> tuple[StopSign, ...]:
        sign, newest = self._held.get(person, (None, None))
        checked_since = bool(screenings) and screenings[0].id != newest
        return () if sign is None or checked_since else (sign,)
