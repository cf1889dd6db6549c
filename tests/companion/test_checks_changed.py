"""Another check after the first: what it asks again, what it carries over, and what it never goes on with."""

import pytest
from msgspec import structs

from massage_companion.companion.checks import CheckUnfinishedError
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.walk import Walk
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.session.stop_sign import StopSign
from tests.support.changing_rules import changing_rules
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY

MEDICINES = frozenset({"medicines"})
EVERYTHING = frozenset({"something-else"})


@pytest.fixture
def home() -> Household:
    """Lena completed a check; the rules know what a change asks again."""
    home = Household(rules=changing_rules())
    home.checked(HEALTHY)
    home.clock.advance(days=30)
    return home


def felt_wrong(home: Household) -> None:
    home.store.add_stop_sign(StopSign(f"sign-{home.clock.read().utc_ms}", LENA, home.clock.read()))


def pages_from(home: Household, walk: Walk, answers: Answers = HEALTHY) -> list[str]:
    """The pages that are shown until the review."""
    shown = []
    while walk.page is not None:
        shown.append(walk.page)
        for question in walking.questions_here(home.rules, walk):
            if (answer := answers.get(question.id)) is not None:
                walk = walking.answered(walk, question, answer)
        walk = walking.forward(home.rules, walk)
    return shown


class TestAfterAChange:
    def test_only_what_it_touches_is_asked_again_with_nothing_ticked(self, home: Household) -> None:
        walk = home.checks.begin_changed(LENA, MEDICINES)
        assert pages_from(home, walk) == ["signs", "body"]
        assert walk.answers == said(neck="none")
        assert walk.carried

    def test_what_led_to_it_is_stored_in_the_order_of_the_questions(self, home: Household) -> None:
        walk = home.checks.begin_changed(LENA, frozenset({"medicines", "new-signs"}))
        assert home.checks.complete(LENA, home.walked(HEALTHY, walk)).changes == ("new-signs", "medicines")

    def test_carried_answers_keep_their_age(self, home: Household) -> None:
        first = home.checks.latest(LENA)
        assert first is not None
        second = home.checks.complete(LENA, home.walked(HEALTHY, home.checks.begin_changed(LENA, MEDICINES)))
        assert second.taken_utc_ms > first.taken_utc_ms
        assert second.valid_from_utc_ms == first.taken_utc_ms

    def test_where_everything_is_asked_again_the_check_is_as_young_as_today(self, home: Household) -> None:
        walk = home.checks.begin_changed(LENA, EVERYTHING)
        assert len(walk.answers) == 0
        taken = home.checks.complete(LENA, home.walked(HEALTHY, walk))
        assert taken.valid_from_utc_ms == taken.taken_utc_ms
        assert taken.changes == ("something-else",)

    def test_it_forgets_a_check_that_was_left_half_way(self, home: Household) -> None:
        home.checks.keep(LENA, home.checks.begin_anew(LENA))
        home.checks.begin_changed(LENA, MEDICINES)
        assert home.store.draft(LENA) is None

    def test_a_change_that_nobody_knows_is_a_mistake_and_begins_nothing(self, home: Household) -> None:
        with pytest.raises(KeyError):
            home.checks.begin_changed(LENA, frozenset({"weather"}))

    def test_without_an_earlier_check_everything_is_asked(self) -> None:
        home = Household(rules=changing_rules())
        assert pages_from(home, home.checks.begin_changed(LENA, MEDICINES)) == ["signs", "neck", "body"]

    def test_without_a_named_change_everything_is_asked(self, home: Household) -> None:
        assert pages_from(home, home.checks.begin_changed(LENA, frozenset())) == ["signs", "neck", "body"]


class TestNothingIsCarriedOver:
    """Only a whole new check counts, whatever was named; what was named is kept all the same."""

    def test_after_a_stop_sign(self, home: Household) -> None:
        felt_wrong(home)
        assert len(home.checks.begin_missing(LENA).answers) == 0
        self.asks_everything(home, home.checks.begin_changed(LENA, MEDICINES))

    def test_from_a_check_that_is_out_of_date(self, home: Household) -> None:
        home.clock.advance(days=340)
        assert len(home.checks.begin_missing(LENA).answers) == 0
        self.asks_everything(home, home.checks.begin_changed(LENA, MEDICINES))

    def test_from_a_check_that_ended_with_an_emergency(self, home: Household) -> None:
        home.checked(HEALTHY.merged(said(signs="sudden-dizzy")))
        assert len(home.checks.begin_missing(LENA).answers) == 0
        self.asks_everything(home, home.checks.begin_changed(LENA, MEDICINES))

    def test_in_the_last_moment_that_a_check_is_in_date_it_still_is(self, home: Household) -> None:
        home.clock.advance(days=335, ms=-1)
        assert home.checks.begin_changed(LENA, MEDICINES).carried
        home.clock.advance(ms=1)
        assert not home.checks.begin_changed(LENA, MEDICINES).carried

    @staticmethod
    def asks_everything(home: Household, walk: Walk) -> None:
        assert pages_from(home, walk) == ["signs", "neck", "body"]
        assert (walk.carried, walk.changes) == (False, ("medicines",))
        taken = home.checks.complete(LENA, home.walked(HEALTHY, walk))
        assert (taken.valid_from_utc_ms, taken.changes) == (taken.taken_utc_ms, ("medicines",))


class TestHalfWay:
    def test_it_goes_on_where_it_was_left_as_what_it_was(self, home: Household) -> None:
        walk = home.checks.begin_changed(LENA, MEDICINES)
        for name in ("signs", "age"):
            walk = walking.answered(walk, home.rules.questionnaire.question(name), HEALTHY.get(name))
        walk = walking.forward(home.rules, walk)
        home.checks.keep(LENA, walk)
        again = home.checks.begin(LENA)
        assert again == walk
        assert home.checks.complete(LENA, home.walked(HEALTHY, again)).changes == ("medicines",)

    def test_it_is_told_while_there_is_one(self, home: Household) -> None:
        assert not home.checks.half_way(LENA)
        home.checks.keep(LENA, home.checks.begin_anew(LENA))
        assert home.checks.half_way(LENA)
        home.checked(HEALTHY)
        assert not home.checks.half_way(LENA)

    def test_its_age_counts_from_its_first_answers(self, home: Household) -> None:
        began = home.clock.read().utc_ms
        home.checks.keep(LENA, home.checks.begin_anew(LENA))
        home.clock.advance(days=5)
        walk = home.walked(HEALTHY, home.checks.begin(LENA))
        home.checks.keep(LENA, walk)
        assert home.checks.complete(LENA, walk).valid_from_utc_ms == began

    def test_one_of_an_older_version_is_as_young_as_its_end(self, home: Household) -> None:
        walk = home.checks.begin_anew(LENA)
        home.checks.keep(LENA, walk)
        draft = home.store.draft(LENA)
        assert draft is not None
        home.store.keep_draft(LENA, structs.replace(draft, begun_utc_ms=0))
        taken = home.checks.complete(LENA, home.walked(HEALTHY, walk))
        assert taken.valid_from_utc_ms == taken.taken_utc_ms

    def test_a_clock_that_was_set_back_makes_nothing_younger_than_its_end(self, home: Household) -> None:
        home.checks.keep(LENA, home.checks.begin_anew(LENA))
        home.clock.set_wall(home.clock.read().utc_ms - DAY_MS)
        taken = home.checks.complete(LENA, home.walked(HEALTHY, home.checks.begin(LENA)))
        assert taken.valid_from_utc_ms == taken.taken_utc_ms

    def test_answers_from_before_something_felt_wrong_are_not_gone_on_with(self, home: Household) -> None:
        home.checks.keep(LENA, home.walked(HEALTHY, home.checks.begin_anew(LENA, MEDICINES)))
        felt_wrong(home)
        assert not home.checks.half_way(LENA)
        walk = home.checks.begin(LENA)
        assert (len(walk.answers), walk.page) == (0, "signs")

    def test_a_check_begun_after_it_is_gone_on_with(self, home: Household) -> None:
        felt_wrong(home)
        home.clock.advance(minutes=1)
        walk = home.walked(said(signs="none", age=40), home.checks.begin_anew(LENA))
        home.checks.keep(LENA, walk)
        assert home.checks.half_way(LENA)
        assert home.checks.begin(LENA) == walk


class TestSomethingFeltWrongMeanwhile:
    def test_a_check_with_carried_answers_cannot_be_completed(self, home: Household) -> None:
        walk = home.walked(HEALTHY, home.checks.begin_changed(LENA, MEDICINES))
        felt_wrong(home)
        with pytest.raises(CheckUnfinishedError):
            home.checks.complete(LENA, walk)
        assert home.store.screenings(LENA)[0].changes == ()

    def test_nor_can_a_whole_one_that_was_begun_before(self, home: Household) -> None:
        walk = home.walked(HEALTHY, home.checks.begin_anew(LENA))
        home.checks.keep(LENA, walk)
        felt_wrong(home)
        with pytest.raises(CheckUnfinishedError):
            home.checks.complete(LENA, walk)

    def test_a_whole_one_that_was_begun_after_it_settles_the_sign(self, home: Household) -> None:
        felt_wrong(home)
        home.clock.advance(minutes=1)
        walk = home.walked(HEALTHY, home.checks.begin_anew(LENA))
        home.checks.keep(LENA, walk)
        home.checks.complete(LENA, walk)
        assert all(sign.settled for sign in home.store.stop_signs(LENA))


class TestMissingAnswers:
    pulse = Massager("tens", "TENS", "tens", frozenset({Modality.PULSE}), True)

    def test_only_they_are_asked_and_a_half_way_check_is_forgotten(self, home: Household) -> None:
        home.store.keep_massager(self.pulse)
        home.checks.keep(LENA, home.checks.begin_anew(LENA))
        walk = home.checks.begin_missing(LENA)
        assert home.store.draft(LENA) is None
        assert pages_from(home, walk, HEALTHY.merged(said(pads="for-necks"))) == ["body"]
        assert walk.changes == ()


def test_every_check_is_in_the_history_the_newest_first(home: Household) -> None:
    home.checked(HEALTHY.merged(said(neck="mild", pain=1)))
    newest, oldest = home.checks.history(LENA)
    assert newest.answers.get("neck") == ("mild",)
    assert oldest.answers == HEALTHY
    assert home.checks.history("nobody") == ()


def test_what_cannot_be_forgotten_is_not_begun(home: Household) -> None:
    home.store.fails = StoreError("full", "no space left")
    with pytest.raises(StoreError):
        home.checks.begin_changed(LENA, MEDICINES)
