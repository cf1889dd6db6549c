"""People of a household: each has a check and a log of their own, and nobody is switched while a session is live."""

from collections.abc import Callable

import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.household_changes import HouseholdChanges, SessionIsLiveError
from massage_companion.companion.massager_entry import entry_of
from massage_companion.companion.ports import StoreError
from massage_companion.session.refusal import FindingStands, NeverChecked
from massage_companion.session.states import End, FeelsWrong
from tests.support.household import LENA, Household
from tests.support.several_people import changes_of, check, known, reasons
from tests.support.situation import clearance
from tests.support.small_rules import KNEADER


@pytest.fixture
def changes(home: Household) -> HouseholdChanges:
    """Changes in the household of Lena, who has been through the check."""
    return changes_of(home)


class TestPeople:
    def test_somebody_new_is_there_and_it_is_not_their_turn_yet(
        self, home: Household, changes: HouseholdChanges
    ) -> None:
        ben = changes.add_person("  Ben   Li ")
        assert ben == Person("new-1", "Ben Li", home.clock.read().utc_ms)
        assert [person.id for person in home.store.people()] == [LENA, "new-1"]
        assert home.store.settings().current_person == ""
        assert changes.choose_person(ben.id) == ben
        assert home.store.settings().current_person == ben.id

    @pytest.mark.parametrize("name", ["Lena", "lena", " LENA ", "ＬＥＮＡ", "Le\u200bna"])
    def test_two_people_do_not_have_names_that_look_the_same(self, changes: HouseholdChanges, name: str) -> None:
        assert changes.name_problem(name) == "taken"
        with pytest.raises(ValueError, match="name"):
            changes.add_person(name)

    @pytest.mark.parametrize(
        ("name", "problem"), [("", "missing"), (" \u200b ", "missing"), ("x" * 61, "too_long"), ("李", "")]
    )
    def test_a_name_can_be_seen_and_is_not_endless(self, changes: HouseholdChanges, name: str, problem: str) -> None:
        assert changes.name_problem(name) == problem

    def test_another_name_changes_nothing_else(self, home: Household, changes: HouseholdChanges) -> None:
        screenings = home.store.screenings(LENA)
        assert changes.rename_person(LENA, "LENA").name == "LENA"
        assert home.store.people() == (Person(LENA, "LENA"),)
        assert home.store.screenings(LENA) == screenings
        changes.add_person("Ben")
        with pytest.raises(ValueError, match="name"):
            changes.rename_person(LENA, "ben")

    def test_nobody_can_be_chosen_who_is_not_there(self, changes: HouseholdChanges) -> None:
        with pytest.raises(KeyError):
            changes.choose_person("nobody")
        with pytest.raises(KeyError):
            changes.rename_person("nobody", "Somebody")

    def test_each_person_has_a_verdict_of_their_own(self, home: Household, changes: HouseholdChanges) -> None:
        ben = changes.add_person("Ben").id
        assert reasons(home, ben) == [NeverChecked]
        check(home, ben, signs="clumsy-hands")
        assert reasons(home, ben) == [FindingStands]
        assert reasons(home, LENA) == []

    def test_nothing_of_one_person_counts_for_another(self, home: Household, changes: HouseholdChanges) -> None:
        home.running()
        home.clock.advance(minutes=5)
        home.sessions.happened(FeelsWrong())
        home.store.keep_clearance(clearance("undiagnosed", person=LENA))
        ben = changes.add_person("Ben").id
        check(home, ben)
        assert home.sessions.records(ben, 100) == ()
        assert home.store.clearances(ben) == ()
        assert home.store.stop_signs(ben) == ()
        assert reasons(home, ben) == []
        assert home.sessions.standing(ben, KNEADER).limits.minutes == 15
        assert reasons(home, LENA) != []

    def test_what_cannot_be_stored_changes_nothing(self, home: Household, changes: HouseholdChanges) -> None:
        home.store.fails = StoreError("full", "disk")
        with pytest.raises(StoreError):
            changes.add_person("Ben")
        with pytest.raises(StoreError):
            changes.put_away(KNEADER.id)
        assert len(home.store.people()) == 1
        assert not known(home, KNEADER.id).retired


class TestLiveSession:
    @pytest.mark.parametrize(
        "change",
        [
            lambda changes: changes.add_person("Ben"),
            lambda changes: changes.rename_person(LENA, "Leni"),
            lambda changes: changes.choose_person(LENA),
            lambda changes: changes.choose_massager(KNEADER.id),
            lambda changes: changes.add_massager(entry_of(KNEADER)),
            lambda changes: changes.edit_massager(KNEADER.id, entry_of(KNEADER)),
            lambda changes: changes.put_away(KNEADER.id),
            lambda changes: changes.bring_back(KNEADER.id),
        ],
    )
    def test_it_refuses_every_change(
        self, home: Household, changes: HouseholdChanges, change: Callable[[HouseholdChanges], object]
    ) -> None:
        home.running()
        before = (home.store.people(), home.store.massagers(), home.store.settings())
        assert changes.is_live()
        with pytest.raises(SessionIsLiveError):
            change(changes)
        assert (home.store.people(), home.store.massagers(), home.store.settings()) == before

    def test_it_refuses_also_while_nobody_knows_how_it_ended(self, home: Household) -> None:
        home.running()
        home.clock.reboot(minutes=30)
        home.started_program().recover()
        with pytest.raises(SessionIsLiveError):
            changes_of(home).choose_person(LENA)

    def test_afterwards_everything_can_be_changed_again(self, home: Household, changes: HouseholdChanges) -> None:
        home.running()
        home.clock.advance(minutes=3)
        home.sessions.happened(End())
        ben = changes.add_person("Ben").id
        changes.choose_person(ben)
        changes.choose_massager(KNEADER.id)
        assert home.store.settings().current_person == ben
        assert home.store.settings().current_massager == KNEADER.id
