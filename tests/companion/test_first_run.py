"""The first start keeps each step at once and asks nothing twice, however it was interrupted."""

import pytest

from massage_companion.companion.first_run import FirstRun, Step, name_problem
from massage_companion.companion.household import Person
from massage_companion.companion.massager_entry import MassagerEntry
from massage_companion.companion.ports import Draft
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.memory_store import MemoryStore

GUN = MassagerEntry(kind="gun", modalities=frozenset({Modality.PERCUSSION}), name="Gun")


def first_run(store: MemoryStore) -> FirstRun:
    return FirstRun(store, FakeClock(), CountingIds())


def test_the_steps_open_one_after_the_other() -> None:
    store = MemoryStore()
    guide = first_run(store)
    assert guide.open_step() is Step.LANGUAGE
    guide.keep_language("zh")
    assert guide.open_step() is Step.WHO
    guide.keep_name(" Li ")
    assert guide.open_step() is Step.MASSAGER
    guide.keep_massager(GUN)
    assert guide.open_step() is Step.INTRO
    assert store.settings().language == "zh"


def test_it_is_over_once_a_check_was_begun_or_done() -> None:
    for begin in ("draft", "screening"):
        store = MemoryStore()
        guide = first_run(store)
        person = guide.keep_name("Li")
        guide.keep_massager(GUN)
        if begin == "draft":
            store.keep_draft(person.id, Draft(Answers(), "signs"))
        else:
            store.complete_check(Screening("s", person.id, Answers(), "1", NOON.utc_ms))
        assert guide.open_step() is None


def test_who_and_what_are_stored_and_become_the_current_ones() -> None:
    store = MemoryStore()
    guide = first_run(store)
    assert guide.keep_name(" Li ") == Person("id-1", "Li", NOON.utc_ms)
    massager = guide.keep_massager(GUN)
    assert store.people() == (Person("id-1", "Li", NOON.utc_ms),)
    assert store.massagers() == (massager,)
    assert (store.settings().current_person, store.settings().current_massager) == ("id-1", massager.id)


def test_a_step_done_again_changes_what_was_stored_instead_of_adding() -> None:
    store = MemoryStore()
    guide = first_run(store)
    first = guide.keep_name("Li")
    again = guide.keep_name("Li Na")
    assert (again.id, again.name, again.created_utc_ms) == (first.id, "Li Na", first.created_utc_ms)
    kept = guide.keep_massager(GUN)
    assert guide.keep_massager(GUN).id == kept.id
    assert (len(store.people()), len(store.massagers())) == (1, 1)


def test_a_retired_massager_is_no_massager_to_begin_with() -> None:
    store = MemoryStore()
    guide = first_run(store)
    guide.keep_name("Li")
    store.keep_massager(Massager("old", "Old", "gun", frozenset(), False, retired=True))
    assert guide.open_step() is Step.MASSAGER


@pytest.mark.parametrize(
    ("name", "problem"), [("", "missing"), ("  ", "missing"), ("x" * 61, "too_long"), (" " + "x" * 60, ""), ("李", "")]
)
def test_a_name_is_neither_blank_nor_endless(name: str, problem: str) -> None:
    assert name_problem(name) == problem
    if problem:
        with pytest.raises(ValueError, match="problem"):
            first_run(MemoryStore()).keep_name(name)
