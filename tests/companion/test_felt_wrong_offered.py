"""When something that feels wrong can be told, and what a block says of it."""

import pytest

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.eligibility.answers import Answers
from massage_companion.session.refusal import StopSignOpen
from massage_companion.session.states import End, FeelsWrong
from massage_companion.session.stop_sign import StopSign
from tests.support.counting_ids import CountingIds
from tests.support.household import LENA, Household
from tests.support.small_rules import KNEADER, small_rules

LOST_SIGHT = Answers({"felt": ("lost-sight",), "felt-skin": ("none",)})


@pytest.fixture
def reports(home: Household) -> FeltWrong:
    return FeltWrong(small_rules(), home.store, home.clock, CountingIds("felt"), home.sessions)


def stopped(home: Household) -> StopSign:
    """Lena uses her massager for two minutes, and something feels wrong."""
    home.running()
    home.clock.advance(minutes=2)
    home.sessions.happened(FeelsWrong())
    return home.store.stop_signs(LENA)[0]


class TestWhenItIsOffered:
    def test_never_before_the_first_session(self, reports: FeltWrong) -> None:
        assert not reports.is_offered(LENA)

    def test_in_a_session_and_for_four_weeks_after_it(self, home: Household, reports: FeltWrong) -> None:
        home.running()
        assert reports.is_offered(LENA)
        assert not reports.is_offered("paul")
        home.clock.advance(minutes=1)
        home.sessions.happened(End())
        home.clock.advance(days=28)
        assert reports.is_offered(LENA)
        home.clock.advance(ms=1)
        assert not reports.is_offered(LENA)

    def test_as_long_as_a_report_waits(self, home: Household, reports: FeltWrong) -> None:
        stopped(home)
        home.clock.advance(days=90)
        assert reports.is_offered(LENA)


class TestASessionFeltWrongReasonsForBlocks:
    def test_a_reason_tells_whether_it_is_explained(self, home: Household, reports: FeltWrong) -> None:
        sign = stopped(home)
        assert home.sessions.standing(LENA, KNEADER).reasons[0] == StopSignOpen(sign.reported.utc_ms, explained=False)
        reports.explain(LENA, sign, LOST_SIGHT)
        assert StopSignOpen(sign.reported.utc_ms, explained=True) in home.sessions.standing(LENA, KNEADER).reasons
