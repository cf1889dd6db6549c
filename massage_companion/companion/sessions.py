"""Sessions as a use case: standing, today's check, start, everything that happens, and the end.

Each event is committed before anybody sees it. There is one way to start, and it goes through the gate.
"""

from massage_companion.companion.cases import Cases
from massage_companion.companion.clearances import withdraw_dated_ahead
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.ports import Clock, Ids, LiveSession, Store, StoreError
from massage_companion.companion.today import danger_today, soreness_refused
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.sign_questions import SORENESS
from massage_companion.log.record import Session, SessionRecord, record_of
from massage_companion.session import gate, machine, measure
from massage_companion.session.aftermath import grave_signs
from massage_companion.session.dose import Dose
from massage_companion.session.gate import Permit, Refusal, Standing, TodayAnswers
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, proposed_plan
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.states import Effect, Ended, Ending, Event, FoundUnfinished, Live, Look, State
from massage_companion.session.stop_sign import Moment, StopSign

HEARTBEAT_MS = 20_000
"""A running session is written this often: each write wakes the computer, and what a crash leaves open is asked for."""


class AlreadyRunningError(Exception):
    """There is a session without an end; it has to end first."""


class Sessions:
    """The one session that can be live, and everything about starting and ending it."""

    def __init__(self, rules: Rules, store: Store, clock: Clock, ids: Ids, facts: LogFacts | None = None) -> None:
        self._rules = rules
        self._store = store
        self._clock = clock
        self._ids = ids
        self._live: LiveSession | None = None
        self._kept_at: Reading | None = None
        self._unwritten: StoreError | None = None
        self._today: dict[str, TodayAnswers] = {}
        self._cases = Cases(store, facts)

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
        self._cases.hold(StopSign(self._ids.new(), person, reported=self._clock.read()))

    def remember(self, sign: StopSign) -> StoreError | None:
        """Keep a stop sign. What the disk does not take still holds for this run; returned is why it did not."""
        try:
            self._store.add_stop_sign(sign)
        except StoreError as error:
            self._cases.hold(sign)
            return error
        withdraw_dated_ahead(self._store, sign.person, sign.reported)
        return None

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        """All stop signs of a person, those that only this run knows too, the newest first."""
        return self._cases.stop_signs(person)

    def standing(self, person: str, massager: Massager) -> Standing:
        """What speaks against any session now, and the limits of one."""
        now = self._clock.read()
        return gate.standing(self._rules, self._cases.case(person, massager, now), now)

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
        checked = Answers() if screening is None else screening.answers
        danger = danger_today(self._rules, checked, answers)
        grave = grave_signs(self._rules, checked, self.stop_signs(person))
        if danger is not None and all(sign.settled for sign in grave):
            self.remember(StopSign(self._ids.new(), person, reported=now, sign=danger.rule.id))

    def forget_today(self, person: str) -> None:
        """Ask today's questions again."""
        self._today.pop(person, None)

    def proposed_plan(self, person: str, massager: Massager, standing: Standing | None = None) -> Plan:
        """What to show first; ``standing`` where it is known already."""
        limits = (standing or self.standing(person, massager)).limits
        return proposed_plan(limits, self._store.session_count(person, massager.id))

    def dose(self, person: str) -> Dose:
        """What was used lately, as the gate counts it."""
        return self._cases.dose(person, self._clock.read())

    def decide(self, person: str, massager: Massager, plan: Plan, sore_before: int | None = None) -> Permit | Refusal:
        """What the gate says to this plan now."""
        return self._decide(person, massager, plan, self._clock.read(), sore_before)

    def start(self, person: str, massager: Massager, plan: Plan, sore_before: int | None) -> LiveSession | Refusal:
        """Start a session if the gate says yes. Raises AlreadyRunningError, or StoreError with nothing started.

        Soreness that is refused is remembered: a smaller number right after does not start.
        """
        if self._live is not None:
            raise AlreadyRunningError
        now = self._clock.read()
        decision = self._decide(person, massager, plan, now, sore_before)
        if isinstance(decision, Refusal):
            if sore_before is not None and soreness_refused(decision, self.standing(person, massager)):
                said = Answers({SORENESS: sore_before})
                self.remember(StopSign(self._ids.new(), person, reported=now, answers=said))
            return decision
        session = Session(
            id=self._ids.new(),
            person=person,
            massager=massager.id,
            massager_name=massager.name,
            sore_before=sore_before,
            rules_version=decision.rules_version,
            precautions=tuple(finding.rule.id for finding in decision.precautions),
            most_minutes=decision.limits.minutes,
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

    def flush(self) -> None:
        """Write the live session as it stands, as before the computer sleeps. Never raises StoreError."""
        if self._live is not None:
            self._keep(self._live, Look(), self._clock.read())

    def now(self) -> Reading:
        """What the clocks say now."""
        return self._clock.read()

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        """Write how the neck is after a session."""
        self._store.rate(session, sore_after, note)
        self._cases.log_changed()

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        """Rows of the log, the latest first."""
        return self._store.records(person, limit, before)

    def _apply(self, event: Event, now: Reading) -> tuple[State, tuple[Effect, ...]]:
        assert self._live is not None
        session = self._live.session
        stepped = machine.step(self._live.state, event, now)
        if isinstance(stepped.state, Ended):
            self._finish(self._live, stepped.state, event, now)
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

    def _finish(self, live: LiveSession, state: Ended, event: Event, now: Reading) -> None:
        session, sign = live.session, None
        if state.ending is Ending.FELT_WRONG:
            moment = _moment(session, live.state, state, now)
            sign = StopSign(self._ids.new(), session.person, reported=now, session=session.id, moment=moment)
        self._store.finish(record_of(session, state), type(event).__name__, sign)
        if sign is not None:
            withdraw_dated_ahead(self._store, session.person, now)
        self._live, self._kept_at, self._unwritten = None, None, None
        self._cases.log_changed()

    def _worth_keeping(self, event: Event, effects: tuple[Effect, ...], now: Reading) -> bool:
        if not isinstance(event, Look):
            return True
        if any(effect is not Effect.ALARM for effect in effects):
            return True
        return self._kept_at is None or elapsed_ms(self._kept_at, now) >= HEARTBEAT_MS

    def _decide(
        self, person: str, massager: Massager, plan: Plan, now: Reading, soreness: int | None
    ) -> Permit | Refusal:
        case = self._cases.case(person, massager, now, soreness)
        return gate.decide(self._rules, case, self._fresh_today(person, now), plan, now)

    def _fresh_today(self, person: str, now: Reading) -> TodayAnswers | None:
        given = self._today.get(person)
        return given if given is not None and given.is_fresh(now) else None


def _moment(session: Session, before: Live, state: Ended, now: Reading) -> Moment:
    phase = measure.current_phase(before, now)
    return Moment(
        massager=session.massager,
        massager_name=session.massager_name,
        used_ms=state.used_ms + state.overtime_ms,
        phase="" if phase is None else phase.name,
        intensity=state.plan.intensity,
        heat=state.plan.heat,
    )
