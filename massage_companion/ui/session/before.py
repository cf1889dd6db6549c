"""What a person is about to do: which massager, what plan, how sore. No Qt.

It proposes and explains; only the gate behind ``Sessions.start`` says yes.
"""

from collections.abc import Sequence

from msgspec import structs

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.gate import Refusal, Standing
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.session.refusal import (
    HeatNotAllowed,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    TodayUnanswered,
)
from massage_companion.ui.session.blocked_view import blocked_view, no_massager_view
from massage_companion.ui.session.dose_line import dose_line
from massage_companion.ui.session.intents import ChooseHeat, ChooseLevel, ChooseMassager, ChooseMinutes, RateBefore
from massage_companion.ui.session.ready_view import controls_of, ready_view
from massage_companion.ui.session.reason_in_words import Occasion, told
from massage_companion.ui.session.view import BlockedView, Notice, ReadyView
from massage_companion.ui.session.wanted import Room, Wish, fitted, room_of


class BeforeSession:
    """The plan of one person with one massager, until a session starts."""

    def __init__(
        self,
        sessions: Sessions,
        checks: SafetyChecks,
        texts: RuleTexts,
        words: Words,
        plans: SavedPlans | None = None,
    ) -> None:
        self._sessions = sessions
        self._checks = checks
        self._texts = texts
        self._words = words
        self._plans = plans
        self._person: Person | None = None
        self._massagers: tuple[Massager, ...] = ()
        self._massager: Massager | None = None
        self._wish: Plan | None = None
        self._chosen = ""
        self._plan: Plan | None = None
        self._sore: int | None = None
        self.room: Room | None = None
        """The limits of the plan as it was shown last; ``None`` while there is no massager."""

    def show_for(self, person: Person, massagers: Sequence[Massager], current: str) -> None:
        """Plan for this person; ``current`` is the id of the massager chosen last, any other means the first."""
        if self._person is None or person.id != self._person.id:
            self.forget()
        self._person = person
        self._massagers = tuple(massager for massager in massagers if not massager.retired)
        chosen = [massager for massager in self._massagers if massager.id == current]
        self._use(next(iter([*chosen, *self._massagers]), None))

    def forget(self) -> None:
        """Propose a plan anew and ask for soreness again."""
        self._put_down()
        self._sore = None

    def use(self, saved: SavedPlan | None) -> None:
        """Wish what a saved plan says, or what is proposed; the next view brings it inside the limits."""
        self._put_down()
        if saved is not None:
            self._wish, self._chosen = saved.plan, saved.id

    @property
    def plan(self) -> Plan | None:
        """The plan as it was shown last."""
        return self._plan

    @property
    def massager(self) -> Massager | None:
        """The massager that is planned for."""
        return self._massager

    def change(self, wish: ChooseMassager | ChooseMinutes | ChooseLevel | ChooseHeat | RateBefore) -> None:
        """Take over what was chosen; the next view brings it inside the limits."""
        match wish:
            case ChooseMassager(massager=name):
                self._use(next(massager for massager in self._massagers if massager.id == name))
            case RateBefore(soreness=soreness):
                self._sore = soreness
            case _ if self._plan is None:
                return
            case ChooseMinutes(minutes=minutes):
                # Phases fill the minutes they were made for, and no others.
                self._by_hand(structs.replace(self._plan, minutes=minutes, phases=()))
            case ChooseLevel(level=level):
                self._by_hand(structs.replace(self._plan, intensity=level))
            case ChooseHeat(on=on):
                self._by_hand(structs.replace(self._plan, heat=on))

    def view(self) -> ReadyView | BlockedView:
        """What can be done now. Raises StoreError where the data cannot be read."""
        if self._person is None or self._massager is None:
            return no_massager_view(self._words)
        person, massager = self._person, self._massager
        standing = self._sessions.standing(person.id, massager)
        now = self._sessions.now()
        dose = self._sessions.dose(person.id)
        room = room_of(standing, Limits(), massager, dose)
        wish = self._wished(person, massager, standing)
        self._plan = fitted(wish.plan, room)
        reasons = _standing_reasons(standing, room)
        if not reasons:
            reasons, room = self._after_today(person, massager, self._plan, room)
            self._plan = fitted(wish.plan, room)
        self.room = room
        controls = controls_of(room, wish, standing.verdict, self._massagers, self._sore, self._words)
        screening = self._checks.latest(person.id)
        if reasons:
            taken = screening.taken_utc_ms if screening is not None else None
            at = Occasion(self._texts, self._words, now, self._asked(Stage.TODAY), taken, self._asked(Stage.SIGN))
            return blocked_view(reasons, controls, at, dose_line(room, now, self._words))
        return ready_view(
            controls, room, standing.verdict, screening, self._texts, self._words, now, wish.saved is not None
        )

    def questions(self) -> tuple[Question, ...]:
        """Today's questions that have to be answered before a start."""
        if self._person is None or self._massager is None:
            return ()
        return self._sessions.questions_today(self._person.id, self._massager)

    def answer_today(self, answers: Answers) -> None:
        """Keep today's answers for the start that follows."""
        if self._person is not None:
            self._sessions.answer_today(self._person.id, answers)

    def ask_today_again(self) -> None:
        """Something has changed since today's answers."""
        if self._person is not None:
            self._sessions.forget_today(self._person.id)

    def start(self) -> LiveSession | Refusal | None:
        """Ask the gate and start; ``None`` where there is nothing to start. Raises StoreError, AlreadyRunningError."""
        if self._person is None or self._massager is None or self._plan is None:
            return None
        person, massager, plan = self._person.id, self._massager, self._plan
        begun = self._sessions.start(person, massager, plan, self._sore)
        if isinstance(begun, Refusal) and begun.reasons == (TodayUnanswered(()),) and not self.questions():
            # Rules that ask nothing today: there is nothing to answer first.
            self.answer_today(Answers())
            begun = self._sessions.start(person, massager, plan, self._sore)
        return begun

    def changed_plan(self, refusal: Refusal) -> Notice | None:
        """Why the plan alone was refused, since the next view only shows a smaller one; ``None`` for other reasons."""
        if not all(isinstance(reason, PlanTooLong | PlanTooStrong | HeatNotAllowed) for reason in refusal.reasons):
            return None
        at = Occasion(self._texts, self._words, self._sessions.now(), frozenset())
        return Notice(
            told(refusal.reasons[0], at).title, " ".join(told(each, at).lines[0].text for each in refusal.reasons)
        )

    def _use(self, massager: Massager | None) -> None:
        if massager is None or self._massager is None or massager.id != self._massager.id:
            self._put_down()
        self._massager = massager

    def _put_down(self) -> None:
        self._wish, self._plan, self._chosen = None, None, ""

    def _by_hand(self, wish: Plan) -> None:
        """What is put together by hand is no saved plan any more, even where it happens to equal one."""
        self._wish, self._chosen = wish, ""

    def _wished(self, person: Person, massager: Massager, standing: Standing) -> Wish:
        if self._wish is None:
            self._wish = self._sessions.proposed_plan(person.id, massager, standing)
        saved = None if self._plans is None else self._plans.of(massager.id)
        if not any(each.id == self._chosen for each in saved or ()):
            self._chosen = ""
        return Wish(self._wish, saved, self._chosen)

    def _asked(self, stage: Stage) -> frozenset[str]:
        questions = self._checks.rules.questionnaire.questions
        return frozenset(question.id for question in questions if question.stage is stage)

    def _after_today(
        self, person: Person, massager: Massager, plan: Plan, room: Room
    ) -> tuple[tuple[Reason, ...], Room]:
        """What today's answers, where they are fresh, add: reasons against any plan, or tighter limits."""
        if self.questions():
            return (), room
        decision = self._sessions.decide(person.id, massager, plan)
        if not isinstance(decision, Refusal):
            return (), room
        for reason in decision.reasons:
            room = structs.replace(room, limits=room.limits.tightened_by(_bound(reason)))
        against_any = tuple(
            reason
            for reason in decision.reasons
            if not isinstance(reason, PlanTooLong | PlanTooStrong | HeatNotAllowed | TodayUnanswered)
        )
        return against_any or _hot_reasons(room), room


def _standing_reasons(standing: Standing, room: Room) -> tuple[Reason, ...]:
    return standing.reasons or _hot_reasons(room)


def _hot_reasons(room: Room) -> tuple[Reason, ...]:
    """A massager that always heats cannot be used where heat has to stay off: no plan would pass the gate."""
    return (HeatNotAllowed(),) if room.always_hot and not room.limits.heat_allowed else ()


def _bound(reason: Reason) -> Limits:
    match reason:
        case PlanTooLong(allowed=allowed):
            return Limits(minutes=allowed)
        case PlanTooStrong(allowed=level):
            return Limits(intensity=level)
        case HeatNotAllowed():
            return Limits(heat_allowed=False)
        case _:
            return Limits()
