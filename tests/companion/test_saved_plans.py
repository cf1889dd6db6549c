"""Saved plans: kept by name for one massager, changed, deleted and brought back. None of it loosens a limit."""

import pytest
from msgspec import structs

from massage_companion.companion.ports import StoreError
from massage_companion.companion.saved_plans import NAME_LENGTH, PlanDraft, Problem, SavedPlans, draft_of
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.plan import LONGEST_PHASE_NAME, MOST_PHASES, Phase, Plan
from tests.support.counting_ids import CountingIds
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import KNEADER

SIDES = PlanDraft("Evening", phases=(Phase("Left side", 5), Phase("Right side", 5)))


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.keep_massager(KNEADER)
    return store


@pytest.fixture
def plans(store: MemoryStore) -> SavedPlans:
    return SavedPlans(store, CountingIds())


def test_a_plan_is_kept_under_its_name_with_the_minutes_of_its_phases(plans: SavedPlans) -> None:
    saved = plans.keep("kneader", structs.replace(SIDES, name="  After   work ", minutes=3, intensity=Intensity.HIGH))
    assert saved.name == "After work"
    assert saved.plan == Plan(10, Intensity.HIGH, phases=SIDES.phases)
    assert saved.plan.phases_fit
    assert plans.of("kneader") == (saved,)


def test_plans_belong_to_one_massager(plans: SavedPlans) -> None:
    plans.keep("kneader", SIDES)
    assert plans.of("gun") == ()
    assert plans.problem("gun", SIDES) is None


def test_a_changed_plan_stays_the_same_one(plans: SavedPlans) -> None:
    saved = plans.keep("kneader", SIDES)
    draft = draft_of(saved.plan, saved.name, saved.id)
    changed = plans.keep("kneader", structs.replace(draft, name="Morning", phases=(), minutes=7))
    assert changed.id == saved.id
    assert [(each.name, each.plan.minutes) for each in plans.of("kneader")] == [("Morning", 7)]


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (structs.replace(SIDES, name=" \u200b "), Problem("name_missing")),
        (structs.replace(SIDES, name="x" * (NAME_LENGTH + 1)), Problem("name_too_long")),
        (structs.replace(SIDES, phases=(Phase("Left side", 5), Phase("  ", 5))), Problem("phase_missing", 1)),
        (structs.replace(SIDES, phases=(Phase("x" * (LONGEST_PHASE_NAME + 1), 5),)), Problem("phase_too_long", 0)),
        (structs.replace(SIDES, phases=(Phase("Left", 1),) * (MOST_PHASES + 1)), Problem("too_many_phases")),
        (structs.replace(SIDES, phases=(Phase("Left", 0), Phase("Right", 5))), Problem("too_short")),
        (structs.replace(SIDES, phases=(), minutes=0), Problem("too_short")),
        (structs.replace(SIDES, phases=(Phase("Left", 8), Phase("Right", 8))), Problem("too_long")),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(plans: SavedPlans, draft: PlanDraft, problem: Problem) -> None:
    assert plans.problem("kneader", draft) == problem
    with pytest.raises(ValueError, match="problem"):
        plans.keep("kneader", draft)
    assert plans.of("kneader") == ()


def test_two_plans_of_a_massager_cannot_look_alike(plans: SavedPlans) -> None:
    saved = plans.keep("kneader", SIDES)
    assert plans.problem("kneader", structs.replace(SIDES, name="ｅvening ")) == Problem("name_taken")
    assert plans.problem("kneader", structs.replace(SIDES, id=saved.id)) is None


def test_a_deleted_plan_can_be_brought_back_as_it_was(plans: SavedPlans) -> None:
    saved = plans.keep("kneader", SIDES)
    plans.drop(saved)
    assert plans.of("kneader") == ()
    plans.bring_back(saved)
    assert plans.of("kneader") == (saved,)


def test_brought_back_beside_a_new_one_of_that_name_it_gets_a_number(plans: SavedPlans) -> None:
    saved = plans.keep("kneader", SIDES)
    plans.drop(saved)
    plans.keep("kneader", SIDES)
    plans.keep("kneader", structs.replace(SIDES, name="Evening 2"))
    plans.bring_back(saved)
    assert {each.name for each in plans.of("kneader")} == {"Evening", "Evening 2", "Evening 3"}


def test_what_the_disk_does_not_take_is_not_there(plans: SavedPlans, store: MemoryStore) -> None:
    store.fails = StoreError("full", "")
    with pytest.raises(StoreError):
        plans.keep("kneader", SIDES)
    store.fails = None
    assert plans.of("kneader") == ()
