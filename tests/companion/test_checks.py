"""The safety check as a use case: left half-way, finished, done anew; only a finished one counts."""

import pytest
from msgspec import structs

from massage_companion.companion.checks import CheckUnfinishedError
from massage_companion.companion.ports import Draft, StoreError
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.situation import stop_sign
from tests.support.small_rules import HEALTHY, KNEADER, small_rule, small_rules

PULSER = Massager("tens", "TENS", "tens", frozenset({Modality.PULSE}), True)


@pytest.fixture
def fresh() -> Household:
    """Lena has not been through the check yet."""
    return Household()


class TestCompleting:
    def test_the_answers_are_kept_with_the_rules_and_the_moment(self, fresh: Household) -> None:
        fresh.clock.travel(480, "Asia/Shanghai")
        screening = fresh.checked(HEALTHY)
        now = fresh.clock.read()
        assert screening == Screening(
            "check-1", LENA, HEALTHY, "small-1", now.utc_ms, 480, now.utc_ms, found=("no-symptoms",)
        )
        assert fresh.checks.latest(LENA) == screening

    def test_only_answers_to_questions_on_the_path_are_kept(self, fresh: Household) -> None:
        walk = fresh.walked(HEALTHY.merged(said(neck="more", pain=8)))
        again = walking.answered(
            walking.jump(fresh.rules, walk, "neck"), fresh.rules.questionnaire.question("neck"), "none"
        )
        assert fresh.checks.complete(LENA, fresh.walked(Answers(), again)).answers == HEALTHY

    def test_an_open_check_is_not_completed(self, fresh: Household) -> None:
        walk = fresh.walked(HEALTHY.without("neck"))
        assert walk.page == "neck"
        with pytest.raises(CheckUnfinishedError):
            fresh.checks.complete(LENA, walk)
        assert fresh.checks.latest(LENA) is None

    def test_an_emergency_is_kept_at_once_and_blocks(self, fresh: Household) -> None:
        fresh.checks.complete(LENA, fresh.walked(said(signs="sudden-dizzy")))
        result = fresh.checks.result(LENA, KNEADER)
        assert result is not None
        assert result.verdict.outcome is Outcome.EMERGENCY
        assert not result.verdict.complete

    def test_what_cannot_be_written_is_not_completed(self, fresh: Household) -> None:
        walk = fresh.walked(HEALTHY)
        fresh.store.fails = StoreError("full", "no space left")
        with pytest.raises(StoreError):
            fresh.checks.complete(LENA, walk)
        assert fresh.checks.latest(LENA) is None

    def test_a_new_check_stands_before_the_old_one_which_stays(self, fresh: Household) -> None:
        first = fresh.checked(HEALTHY)
        second = fresh.checked(HEALTHY.merged(said(age=41)))
        assert fresh.store.screenings(LENA) == (second, first)
        assert fresh.checks.latest(LENA) == second


class TestResult:
    def test_without_a_check_there_is_none(self, fresh: Household) -> None:
        assert fresh.checks.result(LENA, KNEADER) is None

    def test_todays_rules_judge_the_stored_answers(self, fresh: Household) -> None:
        fresh.checked(HEALTHY)
        stricter = structs.replace(small_rule("no-symptoms"), id="new", outcome=Outcome.CONTRAINDICATED)
        rules = Rules("small-2", small_rules().questionnaire, (*small_rules().rules, stricter))
        later = Household(rules=rules, store=fresh.store)
        result = later.checks.result(LENA, KNEADER)
        assert result is not None
        assert result.verdict.outcome is Outcome.CONTRAINDICATED

    def test_another_massager_gets_its_own(self, fresh: Household) -> None:
        fresh.checked(HEALTHY)
        result = fresh.checks.result(LENA, PULSER)
        assert result is not None
        assert result.verdict.unanswered == ("pads",)


class TestHalfWay:
    def test_it_goes_on_where_it_was_left(self, fresh: Household) -> None:
        walk = fresh.walked(HEALTHY.without("body"))
        fresh.checks.keep(LENA, walk)
        assert fresh.checks.begin(LENA) == walk

    def test_also_on_an_earlier_page(self, fresh: Household) -> None:
        walk = walking.back(fresh.rules, fresh.walked(HEALTHY.without("body")))
        fresh.checks.keep(LENA, walk)
        assert fresh.checks.begin(LENA).page == "neck"

    def test_it_never_counts_as_a_check(self, fresh: Household) -> None:
        fresh.checks.keep(LENA, fresh.walked(HEALTHY))
        assert fresh.checks.latest(LENA) is None

    def test_it_can_be_begun_anew(self, fresh: Household) -> None:
        fresh.checks.keep(LENA, fresh.walked(HEALTHY))
        assert len(fresh.checks.begin_anew(LENA).answers) == 0
        assert fresh.checks.begin(LENA).page == "signs"

    def test_a_completed_check_leaves_none(self, fresh: Household) -> None:
        fresh.checks.keep(LENA, fresh.walked(HEALTHY))
        fresh.checked(HEALTHY)
        assert fresh.store.draft(LENA) is None

    def test_answers_that_are_not_offered_any_more_are_asked_again(self, fresh: Household) -> None:
        fresh.store.keep_draft(LENA, Draft(HEALTHY.merged(said(neck="wonderful")), None))
        assert fresh.checks.begin(LENA).page == "neck"


class TestMissing:
    def test_a_new_massager_asks_only_its_own_questions(self, home: Household) -> None:
        home.store.keep_massager(PULSER)
        walk = home.checks.begin_missing(LENA)
        assert walk.page == "body"
        assert [q.id for q in walking.questions_here(home.rules, walk) if q.id not in walk.answers] == ["pads"]
        screening = home.checks.complete(LENA, home.walked(said(pads="for-necks"), walk))
        assert screening.answers == HEALTHY.merged(said(pads="for-necks"))

    def test_it_makes_the_check_no_younger(self, home: Household) -> None:
        taken = home.clock.read().utc_ms
        home.clock.advance(days=300)
        home.store.keep_massager(PULSER)
        screening = home.checks.complete(LENA, home.walked(said(pads="for-necks"), home.checks.begin_missing(LENA)))
        assert screening.valid_from_utc_ms == taken

    def test_without_a_check_everything_is_missing(self, fresh: Household) -> None:
        assert fresh.checks.begin_missing(LENA) == fresh.checks.begin_anew(LENA)

    def test_after_a_stop_sign_everything_is_asked(self, home: Household) -> None:
        home.store.add_stop_sign(structs.replace(stop_sign(), person=LENA))
        assert home.checks.begin_missing(LENA).page == "signs"
        assert len(home.checks.begin_missing(LENA).answers) == 0


class TestModalities:
    def test_without_a_massager_it_is_about_all(self, fresh: Household) -> None:
        fresh.store.keep_massager(structs.replace(KNEADER, retired=True))
        assert fresh.checks.modalities() == ALL_MODALITIES

    def test_it_is_about_what_the_massagers_in_use_do(self, fresh: Household) -> None:
        fresh.store.keep_massager(PULSER)
        fresh.store.keep_massager(
            structs.replace(PULSER, id="old", modalities=frozenset({Modality.HEAT}), retired=True)
        )
        assert fresh.checks.modalities() == {Modality.KNEADING, Modality.PULSE}
