"""Going on with a walk keeps what it was: what it visits, what it carries over, and why it was begun."""

from msgspec import structs

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.walk import Walk
from tests.support.changing_rules import changing_rules
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY

RULES = changing_rules()
KNEADING = frozenset({Modality.KNEADING})


def changed() -> Walk:
    """A walk after new medicines: it asks signs and body again and keeps the rest."""
    again = walking.begin_again(RULES, KNEADING, HEALTHY, frozenset({"signs", "body"}))
    return structs.replace(again, changes=("medicines",))


def answered(walk: Walk) -> Walk:
    for name, answer in said(signs="none", age=40, body="none").given.items():
        walk = walking.answered(walk, RULES.questionnaire.question(name), answer)
    return walk


def test_it_goes_to_the_first_open_page() -> None:
    at_review = structs.replace(changed(), page=None)
    assert walking.resumed(RULES, at_review).page == "signs"


def test_it_goes_to_the_review_where_nothing_is_open() -> None:
    assert walking.resumed(RULES, answered(changed())).page is None


def test_it_stays_what_it_was() -> None:
    walk = answered(changed())
    later = walking.resumed(RULES, walk)
    assert later == structs.replace(walk, page=None)
    assert (later.carried, later.changes) == (True, ("medicines",))
    assert later.visits is not None


def test_a_page_that_it_leads_to_stays_on_the_way() -> None:
    walk = structs.replace(answered(changed()), visits=frozenset({"signs", "body"}))
    sore = walking.answered(walk, RULES.questionnaire.question("neck"), ("more",))
    asked = walking.resumed(RULES, sore)
    assert asked.page == "neck-more"
    assert asked.visits == frozenset({"signs", "body", "neck-more"})


def test_a_whole_walk_stays_whole() -> None:
    assert walking.resumed(RULES, Walk(KNEADING, said(signs="none"), "body")).visits is None
