"""Saved plans on screen: using one fills the wish, what does not fit says what it becomes, the gate decides as ever."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from massage_companion.companion.ports import StoreError
from massage_companion.companion.saved_plans import PlanDraft, SavedPlans
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Phase
from massage_companion.session.states import Running
from massage_companion.ui.session import intents
from massage_companion.ui.session.plan_row import PlanRow
from massage_companion.ui.session.view import BlockedView, Deed, PlansView, ReadyView
from massage_companion.ui.widgets.drop_down import DropDown
from tests.support.counting_ids import CountingIds
from tests.support.small_rules import HEALTHY, WARM_KNEADER
from tests.ui.session.reaching import CORD, key
from tests.ui.session.session_world import World, press, start

MakeWorld = Callable[..., World]
SIDES = (Phase("Left side", 6), Phase("Right side", 6))
EVENING = PlanDraft("Evening", intensity=Intensity.MEDIUM, heat=True, phases=SIDES)


def saved(world: World, *drafts: PlanDraft, massager: str = WARM_KNEADER.id) -> list[str]:
    """Keep plans as at an earlier time; their ids."""
    plans = SavedPlans(world.store, CountingIds("saved"))
    ids = [plans.keep(massager, draft).id for draft in drafts]
    world.controller.refresh()
    return ids


def ready(world: World) -> ReadyView:
    view = world.controller.view
    assert isinstance(view, ReadyView)
    return view


def arranging(world: World) -> PlansView:
    view = world.controller.view
    assert isinstance(view, PlansView)
    return view


def button(world: World, name: str) -> QAbstractButton:
    """The showing button of this spoken or written name."""
    return next(
        each
        for each in world.screen.findChildren(QAbstractButton)
        if each.isVisible() and name in (each.text(), each.accessibleName())
    )


def test_using_a_plan_fills_the_wish_and_the_session_follows_it(world: World) -> None:
    (evening,) = saved(world, EVENING)
    world.controller.intend(intents.UsePlan(evening))
    view = ready(world)
    assert view.time == "12:00"
    assert view.controls.phases == "Left side 6, Right side 6"
    assert [option.key for option in view.controls.minutes] == [5, 10, 12, 15, 20]
    start(world)
    live = world.sessions.live
    assert live is not None
    assert isinstance(live.state, Running)
    assert live.state.plan == EVENING.plan


def test_using_a_plan_never_passes_the_gate(make_world: MakeWorld) -> None:
    world = make_world(checked=CORD)
    (evening,) = saved(world, EVENING)
    world.controller.intend(intents.UsePlan(evening))
    assert isinstance(world.controller.view, BlockedView)
    assert world.sessions.live is None


def test_a_plan_that_no_longer_fits_says_what_it_becomes_and_why(make_world: MakeWorld) -> None:
    short = structs.replace(WARM_KNEADER, manual=Limits(minutes=8))
    world = make_world(massagers=(short,), checked=HEALTHY.with_answer("age", 70))
    (evening,) = saved(world, EVENING)
    option = ready(world).controls.plans[0]
    assert option.text == "Evening · 8 min now"
    world.controller.intend(intents.UsePlan(evening))
    controls = ready(world).controls
    assert controls.phases == "Left side 4, Right side 4"
    assert controls.becomes.startswith("8 minutes instead of 12. The manual allows 8 minutes at most.")
    assert "Low level instead of medium." in controls.becomes
    assert controls.level == Intensity.LOW
    start(world)
    live = world.sessions.live
    assert live is not None
    assert isinstance(live.state, Running)
    assert (live.state.plan.minutes, live.state.plan.intensity) == (8, Intensity.LOW)


def test_a_plan_changed_by_hand_is_no_saved_one_any_more(world: World) -> None:
    (evening,) = saved(world, EVENING)
    world.controller.intend(intents.UsePlan(evening))
    world.controller.intend(intents.ChooseMinutes(10))
    controls = ready(world).controls
    assert (controls.plan, controls.phases, controls.chosen_minutes) == ("", "", 10)


def test_without_a_saved_plan_what_is_proposed_comes_back(world: World) -> None:
    (evening,) = saved(world, EVENING)
    world.controller.intend(intents.UsePlan(evening))
    world.controller.intend(intents.UsePlan(""))
    assert ready(world).time == "05:00"


def test_plans_of_another_massager_are_not_offered(make_world: MakeWorld) -> None:
    other = Massager("other", "Other", "kneader", WARM_KNEADER.modalities, True)
    world = make_world(massagers=(WARM_KNEADER, other))
    (evening,) = saved(world, EVENING, massager="other")
    before = world.controller.view
    world.controller.intend(intents.UsePlan(evening))
    assert world.controller.view == before


def test_the_present_plan_is_saved_under_a_name_by_keys(shown: World) -> None:
    shown.controller.intend(intents.ChooseMinutes(10))
    button(shown, "Plans").click()
    QTest.keyClicks(QApplication.focusWidget() or shown.screen, "After work")
    button(shown, "Save").setFocus()
    key(shown, Qt.Key.Key_Return)
    controls = ready(shown).controls
    assert [option.text for option in controls.plans] == ["After work"]
    assert controls.plan == controls.plans[0].key
    assert controls.chosen_minutes == 10


def test_parts_are_suggested_added_moved_and_removed_and_the_total_follows(shown: World) -> None:
    button(shown, "Plans").click()
    for name in ("Add: Left side", "Add: Low neck", "Add: Right side"):
        button(shown, name).click()
    button(shown, "Earlier: part 3, Right side").click()
    button(shown, "Remove: part 1, Left side").click()
    editor = arranging(shown).editor
    assert editor is not None
    assert [phase.name for phase in editor.draft.phases] == ["Right side", "Low neck"]
    assert editor.total == "Together 10 minutes"
    rows = [field.text() for field in shown.screen.findChildren(QLineEdit) if field.isVisible()]
    assert rows[1:4:2] == ["Right side", "5"] or "Right side" in rows


def test_typing_a_name_never_moves_the_cursor(shown: World) -> None:
    button(shown, "Plans").click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Evning")
    field.setCursorPosition(2)
    QTest.keyClicks(field, "e")
    assert (field.text(), field.cursorPosition()) == ("Evening", 3)


def test_a_plan_without_a_name_is_told_and_not_kept(shown: World) -> None:
    button(shown, "Plans").click()
    button(shown, "Save").click()
    editor = arranging(shown).editor
    assert editor is not None
    assert editor.problem == "Give the plan a name."
    assert any(label.text() == editor.problem for label in shown.screen.findChildren(QLabel) if label.isVisible())
    assert shown.store.saved_plans(WARM_KNEADER.id) == ()


def test_more_minutes_than_a_session_may_have_are_told_while_they_are_typed(world: World) -> None:
    saved(world, EVENING)
    press(world, Deed.PLANS)
    press(world, Deed.NEW_PLAN)
    world.controller.intend(intents.ChangeDraft(PlanDraft("Long", phases=(Phase("Left", 9), Phase("Right", 9)))))
    editor = arranging(world).editor
    assert editor is not None
    assert editor.problem == "A session lasts at most 15 minutes. Make it shorter."
    press(world, Deed.KEEP_PLAN)
    assert isinstance(world.controller.view, PlansView)


def test_deleting_leaves_the_way_back_in_its_place(shown: World) -> None:
    saved(shown, EVENING, structs.replace(EVENING, name="Morning"))
    button(shown, "Plans").click()
    delete = button(shown, "Delete: Evening")
    delete.setFocus()
    delete.click()
    assert [(each.name, each.dropped) for each in arranging(shown).saved] == [("Evening", True), ("Morning", False)]
    assert QApplication.focusWidget() is button(shown, "Undo")
    button(shown, "Undo").click()
    assert {each.name for each in arranging(shown).saved} == {"Evening", "Morning"}
    assert len(shown.store.saved_plans(WARM_KNEADER.id)) == 2


def test_a_deleted_plan_that_was_in_use_is_not_wished_any_more(world: World) -> None:
    (evening,) = saved(world, EVENING)
    world.controller.intend(intents.UsePlan(evening))
    press(world, Deed.PLANS)
    world.controller.intend(intents.DropPlan(evening))
    press(world, Deed.BACK)
    assert ready(world).controls.plan == ""


def test_what_the_disk_does_not_take_is_told(world: World) -> None:
    (evening,) = saved(world, EVENING)
    press(world, Deed.PLANS)
    world.store.fails = StoreError("full", "")
    world.controller.intend(intents.DropPlan(evening))
    assert world.screen.notice is not None
    assert world.screen.notice.title == "Your saved plans could not be read or changed"
    assert [each.dropped for each in arranging(world).saved] == [False]


def test_the_menu_of_plans_is_reached_by_keys(shown: World) -> None:
    saved(shown, EVENING)
    menu = shown.screen.findChildren(PlanRow)[0].findChild(DropDown)
    assert isinstance(menu, DropDown)
    assert menu.isVisible()
    menu.setFocus()
    key(shown, Qt.Key.Key_Down)
    assert ready(shown).time == "12:00"
