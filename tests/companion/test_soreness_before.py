"""A very sore neck is not massaged today, and a smaller number right after does not change that."""

from massage_companion.companion.clearances import Clearances
from massage_companion.companion.ports import LiveSession, StoreError
from massage_companion.session.doctors_word import Heard
from massage_companion.session.gate import Refusal
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import FindingStands, StopSignOpen
from tests.support.counting_ids import CountingIds
from tests.support.household import LENA, Household
from tests.support.situation import clearance
from tests.support.small_rules import FINE_TODAY, KNEADER, small_rules


def start(home: Household, soreness: int | None) -> LiveSession | list[str]:
    """The session, or the reasons against it."""
    home.sessions.answer_today(LENA, FINE_TODAY)
    begun = home.sessions.start(LENA, KNEADER, Plan(5), soreness)
    if not isinstance(begun, Refusal):
        return begun
    return [each.finding.rule.id if isinstance(each, FindingStands) else type(each).__name__ for each in begun.reasons]


def test_seven_is_refused_with_its_finding_and_six_is_not(home: Household) -> None:
    assert start(home, 7) == ["too-sore"]
    assert isinstance(start(somebody_checked(), 6), LiveSession)


def test_a_smaller_number_or_none_does_not_start_for_a_day(home: Household) -> None:
    start(home, 8)
    assert start(home, 2) == ["too-sore"]
    assert start(home, None) == ["too-sore"]
    home.clock.advance(hours=23, minutes=59)
    assert start(home, 2) == ["too-sore"]
    home.clock.advance(minutes=1)
    assert isinstance(start(home, 2), LiveSession)


def test_neither_a_new_start_of_the_program_nor_a_new_check_wipes_it_away(home: Household) -> None:
    start(home, 8)
    home.sessions = home.started_program()
    home.clock.advance(minutes=1)
    home.checked()
    assert start(home, 0) == ["too-sore"]


def test_it_is_remembered_once(home: Household) -> None:
    for soreness in (8, 9, 3):
        start(home, soreness)
    assert len(home.store.stop_signs(LENA)) == 1


def test_it_is_remembered_also_where_something_else_forbids_the_session(home: Household) -> None:
    home.sessions.start(LENA, KNEADER, Plan(5), 9)
    assert start(home, 1) == ["too-sore"]


def test_a_look_at_the_gate_remembers_nothing(home: Household) -> None:
    assert isinstance(home.sessions.decide(LENA, KNEADER, Plan(5), sore_before=9), Refusal)
    assert home.store.stop_signs(LENA) == ()


def test_what_the_disk_does_not_take_still_holds_in_this_run(home: Household) -> None:
    home.store.fails = StoreError("full", "no room")
    start(home, 8)
    home.store.fails = None
    assert start(home, 2) == ["too-sore"]


def test_it_neither_ends_a_doctors_yes_nor_asks_for_a_new_check(home: Household) -> None:
    yes = clearance("steroids", person=LENA, massager=KNEADER.id, recorded_utc_ms=home.clock.read().utc_ms)
    home.store.keep_clearance(yes)
    home.clock.advance(days=1)
    start(home, 8)
    for rules, worth in ((small_rules(), Heard.YES), (None, Heard.BEFORE_STOP_SIGN)):
        known = Clearances(home.store, home.clock, CountingIds("c"), rules).all(LENA)
        assert [each.heard for each in known] == [worth]
    assert len(home.checks.begin_missing(LENA).answers) > 0


def test_an_emergency_that_is_held_stands_beside_it(home: Household) -> None:
    start(home, 8)
    home.sessions.hold(LENA)
    reasons = [type(reason) for reason in home.sessions.standing(LENA, KNEADER).reasons]
    assert reasons == [FindingStands, StopSignOpen]


def somebody_checked() -> Household:
    home = Household()
    home.checked()
    return home
