"""What every store promises of saved plans and of answers to check-ins."""

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.ports import Store, StoreError
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.plan import Phase, Plan, SavedPlan
from tests.support.fake_clock import NOON

PHASES = (Phase("左边", 4), Phase("right", 6))
EVENING = SavedPlan("plan-1", "cushion", "Evening", Plan(10, Intensity.MEDIUM, heat=True, phases=PHASES))
SHORT = SavedPlan("plan-2", "cushion", "Short", Plan(5))
OTHER = SavedPlan("plan-3", "gun", "Legs", Plan(5))


@pytest.fixture
def store(either_store: Store) -> Store:
    return either_store


def test_plans_come_back_by_massager_in_the_order_in_which_they_were_made(store: Store) -> None:
    for plan in (EVENING, OTHER, SHORT):
        store.keep_plan(plan)
    assert store.saved_plans("cushion") == (EVENING, SHORT)
    assert store.saved_plans("gun") == (OTHER,)
    assert store.saved_plans("nothing") == ()


def test_a_plan_is_changed_in_its_place_and_dropped(store: Store) -> None:
    store.keep_plan(EVENING)
    store.keep_plan(SHORT)
    renamed = structs.replace(EVENING, name="晚上")
    store.keep_plan(renamed)
    assert store.saved_plans("cushion") == (renamed, SHORT)
    store.drop_plan("plan-1")
    store.drop_plan("unknown")
    assert store.saved_plans("cushion") == (SHORT,)


def test_a_plan_can_go_over_to_another_massager(store: Store) -> None:
    store.keep_plan(EVENING)
    store.keep_plan(structs.replace(EVENING, massager="gun"))
    assert store.saved_plans("cushion") == ()
    assert [plan.name for plan in store.saved_plans("gun")] == ["Evening"]


def test_the_first_answer_to_a_check_in_stays(store: Store) -> None:
    first = CheckIn("ann", "cushion", 1, NOON.utc_ms, "signs")
    others = (
        CheckIn("ann", "cushion", 3, NOON.utc_ms + 1, "fine"),
        CheckIn("ann", "gun", 1, NOON.utc_ms + 2, "skipped"),
    )
    store.keep_check_in(first)
    store.keep_check_in(structs.replace(first, answer="fine", answered_utc_ms=0))
    for other in (*others, CheckIn("ben", "cushion", 1, 0, "fine")):
        store.keep_check_in(other)
    assert store.check_ins("ann") == (first, *others)
    assert store.check_ins("ben") == (CheckIn("ben", "cushion", 1, 0, "fine"),)


def test_they_belong_to_something_that_is_there(store: Store) -> None:
    with pytest.raises(StoreError) as no_massager:
        store.keep_plan(structs.replace(SHORT, massager="nothing"))
    with pytest.raises(StoreError) as nobody:
        store.keep_check_in(CheckIn("nobody", "cushion", 1, 0, "fine"))
    with pytest.raises(StoreError) as nothing:
        store.keep_check_in(CheckIn("ann", "nothing", 1, 0, "fine"))
    assert no_massager.value.kind == nobody.value.kind == nothing.value.kind == "other"
