"""What comes after a doctor's yes can end it, and nothing but a new yes brings it back."""

import pytest
from msgspec import structs

from massage_companion.eligibility.clearance import Clearance
from massage_companion.session.doctors_word import Heard, heard, still_heard
from massage_companion.session.reading import DAY_MS, MINUTE_MS
from massage_companion.session.refusal import FindingStands, StopSignOpen
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, ago, stop_sign
from tests.support.situation import clearance as plain_clearance

ON_STEROIDS = ALL_FINE.also_said(said(body="steroids"))
NOW = NOON.utc_ms
AN_HOUR_AGO = NOW - 60 * MINUTE_MS
"""When the stop sign of these tests was reported."""


def clearance(*, given: int = NOW - DAY_MS, recorded: int = NOW - DAY_MS, **changes: object) -> Clearance:
    return plain_clearance("steroids", given_utc_ms=given, recorded_utc_ms=recorded, **changes)


AFTER = clearance(given=AN_HOUR_AGO + 1, recorded=AN_HOUR_AGO + 1)


class TestTheGateAfterAStopSign:
    def test_a_yes_lifts_while_nothing_felt_wrong(self) -> None:
        assert ON_STEROIDS.but(clearances=(clearance(),)).says_yes

    def test_a_yes_from_before_lifts_nothing_also_once_a_new_check_settled_the_sign(self) -> None:
        settled = ON_STEROIDS.but(clearances=(clearance(),), stop_signs=(stop_sign(settled=True),))
        assert settled.reason_types == [FindingStands]

    def test_a_yes_from_after_it_lifts_once_it_is_settled(self) -> None:
        settled = ON_STEROIDS.but(clearances=(AFTER,), stop_signs=(stop_sign(settled=True),))
        assert settled.says_yes
        assert settled.but(stop_signs=(stop_sign(),)).reason_types == [StopSignOpen]

    @pytest.mark.parametrize(
        ("given", "recorded"),
        [
            (AN_HOUR_AGO, AN_HOUR_AGO + 1),
            (AN_HOUR_AGO + 1, AN_HOUR_AGO),
            (AN_HOUR_AGO - 1, NOW),
            (NOW, AN_HOUR_AGO - 1),
        ],
    )
    def test_both_the_day_on_the_slip_and_the_typing_have_to_be_later(self, given: int, recorded: int) -> None:
        yes = clearance(given=given, recorded=recorded)
        assert not ON_STEROIDS.but(clearances=(yes,), stop_signs=(stop_sign(settled=True),)).says_yes

    def test_the_newest_sign_decides(self) -> None:
        older = StopSign("older", "p", ago(3 * 24 * 60), settled=True)
        between = clearance(given=NOW - 2 * DAY_MS, recorded=NOW - 2 * DAY_MS)
        assert ON_STEROIDS.but(clearances=(between,), stop_signs=(older,)).says_yes
        for signs in ((older, stop_sign(settled=True)), (stop_sign(settled=True), older)):
            assert not ON_STEROIDS.but(clearances=(between,), stop_signs=signs).says_yes

    def test_one_whose_typing_nobody_knows_counts_as_the_older(self) -> None:
        unknown = clearance(given=AN_HOUR_AGO + 1, recorded=0)
        assert not ON_STEROIDS.but(clearances=(unknown,), stop_signs=(stop_sign(settled=True),)).says_yes
        assert ON_STEROIDS.but(clearances=(unknown,)).says_yes

    def test_its_limits_bind_no_session_that_it_does_not_open(self) -> None:
        healthy = ALL_FINE.but(clearances=(clearance(),), stop_signs=(stop_sign(settled=True),))
        assert healthy.permit.limits == ALL_FINE.permit.limits


class TestTheGateAfterANo:
    no = clearance(recorded=NOW - MINUTE_MS, for_home=False, id="no")

    def test_it_ends_the_yes_from_before(self) -> None:
        for both in ((clearance(), self.no), (self.no, clearance())):
            assert ON_STEROIDS.but(clearances=both).reason_types == [FindingStands]

    def test_at_the_same_moment_the_no_counts(self) -> None:
        same = clearance(recorded=self.no.recorded_utc_ms)
        assert not ON_STEROIDS.but(clearances=(same, self.no)).says_yes

    def test_a_later_yes_counts_again(self) -> None:
        assert ON_STEROIDS.but(clearances=(clearance(recorded=NOW), self.no)).says_yes

    def test_withdrawing_the_no_brings_nothing_back(self) -> None:
        withdrawn = structs.replace(self.no, withdrawn=True)
        assert not ON_STEROIDS.but(clearances=(clearance(), withdrawn)).says_yes

    def test_a_no_to_another_massager_or_about_something_else_ends_nothing(self) -> None:
        other = structs.replace(self.no, massager="gun")
        elsewhere = structs.replace(self.no, rules=frozenset({"metal"}))
        assert ON_STEROIDS.but(clearances=(clearance(), other, elsewhere)).says_yes


YES = clearance()


@pytest.mark.parametrize(
    ("yes", "others", "signs", "worth"),
    [
        (YES, (), (), Heard.YES),
        (structs.replace(YES, for_home=False), (), (), Heard.NO),
        (structs.replace(YES, withdrawn=True), (), (), Heard.WITHDRAWN),
        (YES, (), (stop_sign(settled=True),), Heard.BEFORE_STOP_SIGN),
        (YES, (TestTheGateAfterANo.no,), (), Heard.NO_SINCE),
        (structs.replace(YES, until_utc_ms=NOW), (), (), Heard.OVER),
        (structs.replace(YES, until_utc_ms=NOW + 1), (), (), Heard.YES),
        (clearance(given=NOW + 1), (), (), Heard.NOT_YET),
        (clearance(given=NOW), (), (), Heard.YES),
    ],
)
def test_what_a_clearance_is_worth(
    yes: Clearance, others: tuple[Clearance, ...], signs: tuple[StopSign, ...], worth: Heard
) -> None:
    assert heard(yes, (yes, *others), signs, NOW) is worth


def test_only_what_is_worth_a_yes_opens_the_gate() -> None:
    no = TestTheGateAfterANo.no
    kinds = (
        YES,
        structs.replace(YES, for_home=False),
        structs.replace(YES, withdrawn=True),
        structs.replace(YES, until_utc_ms=NOW),
        clearance(given=NOW + 1),
    )
    for yes in kinds:
        for others in ((), (no,)):
            for signs in ((), (stop_sign(settled=True),)):
                situation = ON_STEROIDS.but(clearances=(yes, *others), stop_signs=signs)
                assert situation.says_yes == (heard(yes, (yes, *others), signs, NOW) is Heard.YES)


def test_what_is_not_heard_any_more_is_left_out_and_nothing_else() -> None:
    gone = clearance(id="gone", recorded=1)
    assert still_heard((AFTER, gone), (stop_sign(settled=True),)) == (AFTER,)
    assert still_heard((AFTER, gone), ()) == (AFTER, gone)
