"""Which of the situations it is, and its view. No Qt. It reads and never changes anything."""

from massage_companion.companion.ports import LiveSession, StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.reading import Reading
from massage_companion.session.states import Asking, Overtime, Paused, Running
from massage_companion.ui.session.after_view import after_view, felt_wrong_view
from massage_companion.ui.session.asking_view import asking_view
from massage_companion.ui.session.before import BeforeSession
from massage_companion.ui.session.blocked_view import unreadable_view
from massage_companion.ui.session.flow import SessionFlow
from massage_companion.ui.session.live_view import overtime_view, paused_view, running_view
from massage_companion.ui.session.plan_flow import PlanFlow
from massage_companion.ui.session.stages import AnsweringToday, ArrangingPlans, Choosing, FeltWrong, Rating, Stage
from massage_companion.ui.session.today_view import today_view
from massage_companion.ui.session.view import BlockedView, SessionView


class Situations:
    """From the live session or the stage before and after one to what is shown."""

    def __init__(
        self,
        sessions: Sessions,
        before: BeforeSession,
        plans: PlanFlow | None,
        rules: Rules,
        texts: RuleTexts,
        words: Words,
    ) -> None:
        self._sessions = sessions
        self._before = before
        self._plans = plans
        self._texts = texts
        self._words = words
        self._mild = frozenset(rule.id for rule in rules.rules if rule.outcome is Outcome.OK)

    def shown(self, flow: SessionFlow, quiet_until: Reading | None, now: Reading) -> SessionView:
        """What is shown now, and why nothing can be where the data cannot be read."""
        try:
            flow.recover()
            return self.view(flow.stage, quiet_until, now)
        except StoreError as error:
            return unreadable_view(self._words(f"storage.{error.kind}"), self._words)

    def view(self, stage: Stage, quiet_until: Reading | None, now: Reading) -> SessionView:
        """What is shown at a reading. Raises StoreError only while no session is live."""
        if isinstance(stage, FeltWrong):
            return felt_wrong_view(stage.session, stage.stored, self._words)
        live = self._sessions.live
        if live is not None:
            return self._live(live, quiet_until, now)
        match stage:
            case Rating(session=session, ended=ended):
                return after_view(session, ended, self._words)
            case AnsweringToday(questions=questions, missing=missing):
                plan = self._before.view()
                if isinstance(plan, BlockedView):
                    return plan
                return today_view(questions, missing, plan.badge, self._texts, self._words)
            case ArrangingPlans():
                ready = self._before.view()
                shown = None if self._plans is None else self._plans.view(stage, ready.badge)
                return ready if shown is None else shown
            case Choosing():
                return self._before.view()

    def _live(self, live: LiveSession, quiet_until: Reading | None, now: Reading) -> SessionView:
        words = self._words
        match live.state:
            case Running():
                return running_view(live.state, live.session, self._limited(live), now, words)
            case Paused():
                return paused_view(live.state, live.session, self._limited(live), now, words)
            case Overtime():
                return overtime_view(live.state, live.session, now, quiet_until, words)
            case Asking():
                return asking_view(live.state, now, words)

    def _limited(self, live: LiveSession) -> bool:
        """Whether the permit came with conditions: a finding that says more than "ok"."""
        return not self._mild.issuperset(live.session.precautions)
