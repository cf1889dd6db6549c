"""What happens in a household of several people and massagers, for tests that tell it in few words."""

from massage_companion.companion.household_changes import HouseholdChanges
from massage_companion.session.massager import Massager
from massage_companion.session.refusal import Reason
from tests.support.counting_ids import CountingIds
from tests.support.household import Household
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, KNEADER


def changes_of(home: Household) -> HouseholdChanges:
    """The changes of this household."""
    return HouseholdChanges(home.store, home.clock, CountingIds("new"))


def check(home: Household, person: str, **different: str) -> None:
    """Somebody completes the whole check, healthy but for these answers."""
    home.checks.complete(person, home.walked(HEALTHY.merged(said(**different)), home.checks.begin_anew(person)))


def reasons(home: Household, person: str, massager: Massager = KNEADER) -> list[type[Reason]]:
    """What kinds of reasons speak against a session of that person now."""
    return [type(reason) for reason in home.sessions.standing(person, massager).reasons]


def known(home: Household, massager: str) -> Massager:
    """The massager as it is stored."""
    return next(each for each in home.store.massagers() if each.id == massager)
