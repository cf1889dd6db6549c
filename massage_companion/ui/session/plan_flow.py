"""What a person does at the saved plans: use one, write one, delete one and bring it back. No Qt.

Using one only fills what is wished; nothing here starts a session.
"""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import structs

from massage_companion.companion.ports import StoreError
from massage_companion.companion.saved_plans import PlanDraft, SavedPlans, draft_of
from massage_companion.companion.words import Words
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.ui.session.before import BeforeSession
from massage_companion.ui.session.flow import SessionFlow
from massage_companion.ui.session.intents import ChangeDraft, DropPlan, EditPlan, UsePlan
from massage_companion.ui.session.plan_views import PlansView
from massage_companion.ui.session.plans_view import plans_view
from massage_companion.ui.session.stages import ArrangingPlans, Choosing, Dropped
from massage_companion.ui.session.view import Badge, Deed

PlanIntent: TypeAlias = UsePlan | EditPlan | DropPlan | ChangeDraft
PLAN_DEEDS = frozenset({Deed.PLANS, Deed.NEW_PLAN, Deed.KEEP_PLAN, Deed.LEAVE_PLAN, Deed.UNDO_DROP})


class PlanFlow:
    """Moves the stage of a flow among the saved plans of the massager that is planned for."""

    def __init__(self, plans: SavedPlans, before: BeforeSession, flow: SessionFlow, words: Words) -> None:
        self._plans = plans
        self._before = before
        self._flow = flow
        self._words = words

    def view(self, stage: ArrangingPlans, badge: Badge) -> PlansView | None:
        """What is shown; ``None`` while there is no massager. Raises StoreError."""
        room = self._before.room
        if room is None:
            return None
        saved = self._plans.of(room.massager.id)
        problem = None if stage.draft is None else self._plans.problem(room.massager.id, stage.draft)
        return plans_view(stage, saved, problem, room, badge, self._words)

    def press(self, deed: Deed) -> None:
        """Do what a button says; what could not be stored is told above whatever is shown."""
        self._stored(lambda: self._press(deed))

    def follow(self, intent: PlanIntent) -> None:
        """Do what is wanted with one plan; what could not be stored is told above whatever is shown."""
        self._stored(lambda: self._follow(intent))

    def _press(self, deed: Deed) -> None:
        stage = self._stage()
        match deed:
            case Deed.PLANS:
                # Whoever has none yet came to save the present one.
                none_yet = not self._saved()
                self._flow.go_to(ArrangingPlans(self._present() if none_yet else None))
            case Deed.NEW_PLAN:
                self._flow.go_to(ArrangingPlans(self._present()))
            case Deed.KEEP_PLAN if stage.draft is not None:
                self._keep(stage.draft)
            case Deed.LEAVE_PLAN:
                self._flow.go_to(ArrangingPlans() if self._saved() else Choosing())
            case Deed.UNDO_DROP if stage.dropped is not None:
                self._plans.bring_back(stage.dropped.saved)
                self._flow.go_to(ArrangingPlans())
            case _:
                return

    def _follow(self, intent: PlanIntent) -> None:
        if isinstance(intent, ChangeDraft):
            self._flow.go_to(structs.replace(self._stage(), draft=intent.draft))
            return
        if isinstance(intent, UsePlan) and not intent.plan:
            self._before.use(None)
            return
        saved = self._saved()
        place = next((number for number, each in enumerate(saved) if each.id == intent.plan), None)
        if place is None:
            return
        match intent:
            case UsePlan():
                self._before.use(saved[place])
                self._flow.go_to(Choosing())
            case EditPlan():
                self._flow.go_to(ArrangingPlans(draft_of(saved[place].plan, saved[place].name, saved[place].id)))
            case DropPlan():
                self._plans.drop(saved[place])
                self._flow.go_to(ArrangingPlans(dropped=Dropped(saved[place], place)))

    def _keep(self, draft: PlanDraft) -> None:
        massager = self._before.massager
        if massager is None:
            return
        if self._plans.problem(massager.id, draft) is not None:
            self._flow.go_to(ArrangingPlans(draft, tried=True))
            return
        self._before.use(self._plans.keep(massager.id, draft))
        self._flow.go_to(Choosing())

    def _stored(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except StoreError as error:
            self._flow.tell("plan", error)

    def _saved(self) -> tuple[SavedPlan, ...]:
        massager = self._before.massager
        return () if massager is None else self._plans.of(massager.id)

    def _present(self) -> PlanDraft:
        return draft_of(self._before.plan or Plan(PlanDraft().minutes))

    def _stage(self) -> ArrangingPlans:
        stage = self._flow.stage
        return stage if isinstance(stage, ArrangingPlans) else ArrangingPlans()
