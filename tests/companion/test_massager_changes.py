"""Massagers of a household: a new modality is asked about, none is lost, and what is put away is not used."""

import pytest
from msgspec import structs

from massage_companion.companion.household_changes import FactsTakenError, HouseholdChanges, UnreadableMassagerError
from massage_companion.companion.massager_entry import MassagerEntry, entry_of
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.session.refusal import CheckIncomplete, FindingStands, MassagerRetired
from massage_companion.session.states import End
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.several_people import changes_of, check, known, reasons
from tests.support.situation import clearance
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER

PULSES = MassagerEntry(kind="pulse-patch", modalities=frozenset({Modality.PULSE}), name="TENS")
KNEADS_AND_PULSES = structs.replace(entry_of(KNEADER), modalities=frozenset({Modality.KNEADING, Modality.PULSE}))
ONLY_KNEADS = structs.replace(entry_of(WARM_KNEADER), modalities=frozenset({Modality.KNEADING}), heat_switch="")


@pytest.fixture
def changes(home: Household) -> HouseholdChanges:
    """Changes in the household of Lena, who has been through the check."""
    return changes_of(home)


class TestNewModality:
    def test_everybody_is_asked_only_what_is_missing_for_them(self, home: Household, changes: HouseholdChanges) -> None:
        ben = changes.add_person("Ben").id
        check(home, ben)
        edited = changes.edit_massager(KNEADER.id, KNEADS_AND_PULSES)
        assert edited.gained == {Modality.PULSE}
        for person in (LENA, ben):
            assert reasons(home, person, edited.massager) == [CheckIncomplete]
            walk = home.checks.begin_missing(person)
            asked = [q.id for q in walking.questions_here(home.rules, walk) if q.id not in walk.answers]
            assert asked == ["pads"]
        walk = home.walked(said(pads="for-necks"), home.checks.begin_missing(LENA))
        home.checks.complete(LENA, walk)
        assert reasons(home, LENA, edited.massager) == []
        assert reasons(home, ben, edited.massager) == [CheckIncomplete]

    def test_a_doctors_yes_to_the_massager_as_it_was_ends(self, home: Household, changes: HouseholdChanges) -> None:
        ben = changes.add_person("Ben").id
        check(home, ben, body="steroids")
        home.store.keep_clearance(clearance("steroids", id="c1", person=ben))
        home.store.keep_clearance(clearance("steroids", id="c2", person=ben, massager="another"))
        assert reasons(home, ben) == []
        assert changes.has_yes(ben, KNEADER.id)
        assert not changes.has_yes(LENA, KNEADER.id)
        edited = changes.edit_massager(KNEADER.id, KNEADS_AND_PULSES)
        assert edited.ended_for == {ben}
        assert not changes.has_yes(ben, KNEADER.id)
        assert FindingStands in reasons(home, ben, edited.massager)
        assert {each.id: each.withdrawn for each in home.store.clearances(ben)} == {"c1": True, "c2": False}

    def test_a_doctors_yes_stays_with_another_name_and_manual(self, home: Household, changes: HouseholdChanges) -> None:
        home.store.keep_clearance(clearance("steroids", person=LENA))
        changes.edit_massager(KNEADER.id, structs.replace(entry_of(KNEADER), name="Red one", minutes="10"))
        assert [each.withdrawn for each in home.store.clearances(LENA)] == [False]
        assert known(home, KNEADER.id).name == "Red one"
        assert known(home, KNEADER.id).manual == Limits(minutes=10)

    def test_a_new_massager_does_not_count_as_checked(self, home: Household, changes: HouseholdChanges) -> None:
        added = changes.add_massager(PULSES)
        assert reasons(home, LENA, added) == [CheckIncomplete]
        assert reasons(home, LENA) == []


class TestLosingFacts:
    def test_a_massager_that_was_judged_loses_no_modality(self) -> None:
        home = Household(WARM_KNEADER)
        home.checked(HEALTHY.merged(said(body="numb-skin")))
        with pytest.raises(FactsTakenError) as refused:
            changes_of(home).edit_massager(WARM_KNEADER.id, ONLY_KNEADS)
        assert refused.value.taken.modalities == {Modality.HEAT}
        assert known(home, WARM_KNEADER.id) == WARM_KNEADER

    def test_heat_that_cannot_go_off_stays_so(self) -> None:
        home = Household(HOT_KNEADER)
        home.checked()
        with pytest.raises(FactsTakenError) as refused:
            changes_of(home).edit_massager(HOT_KNEADER.id, structs.replace(entry_of(HOT_KNEADER), heat_switch="yes"))
        assert refused.value.taken.heat

    def test_it_does_not_matter_who_was_checked(self) -> None:
        home = Household(WARM_KNEADER)
        changes = changes_of(home)
        check(home, changes.add_person("Ben").id)
        assert changes.is_fixed(WARM_KNEADER)
        with pytest.raises(FactsTakenError):
            changes.edit_massager(WARM_KNEADER.id, ONLY_KNEADS)

    def test_before_anybody_was_checked_a_slip_can_be_mended(self) -> None:
        home = Household(WARM_KNEADER)
        changes = changes_of(home)
        assert not changes.is_fixed(WARM_KNEADER)
        assert not changes.taken_by(WARM_KNEADER.id, ONLY_KNEADS)
        assert changes.edit_massager(WARM_KNEADER.id, ONLY_KNEADS).massager.modalities == {Modality.KNEADING}

    def test_put_away_and_added_anew_it_is_another_massager(self, home: Household, changes: HouseholdChanges) -> None:
        home.store.keep_clearance(clearance("steroids", person=LENA))
        changes.put_away(KNEADER.id)
        added = changes.add_massager(entry_of(KNEADER))
        assert added.id != KNEADER.id
        check(home, LENA, body="steroids")
        assert reasons(home, LENA, added) == [FindingStands]


class TestPuttingAway:
    def test_nobody_starts_with_it_until_it_is_back(self, home: Household, changes: HouseholdChanges) -> None:
        assert reasons(home, LENA, changes.put_away(KNEADER.id)) == [MassagerRetired]
        assert reasons(home, LENA, changes.bring_back(KNEADER.id)) == []
        assert known(home, KNEADER.id) == KNEADER

    def test_the_log_stays(self, home: Household, changes: HouseholdChanges) -> None:
        home.running()
        home.clock.advance(minutes=5)
        home.sessions.happened(End())
        changes.put_away(KNEADER.id)
        assert [row.massager for row in home.sessions.records(LENA, 10)] == [KNEADER.id]

    def test_one_that_cannot_be_read_stays_put_away(self, home: Household, changes: HouseholdChanges) -> None:
        lost = Massager("lost", "lost", "", frozenset(), False, retired=True)
        home.store.keep_massager(lost)
        with pytest.raises(UnreadableMassagerError):
            changes.bring_back("lost")
        with pytest.raises(UnreadableMassagerError):
            changes.edit_massager("lost", PULSES)
        assert changes.put_away("lost") == known(home, "lost") == lost
