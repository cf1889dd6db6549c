"""One person's way through the whole program, without a window: check, gate, session, log."""

from massage_companion.companion.ports import LiveSession
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import MinutesUsedUp, NeverChecked, Reason, RestNotOver, TodayUnanswered
from massage_companion.session.states import Effect, End, Ended, Ending, Look, State
from tests.support.household import LENA, Household
from tests.support.small_rules import FINE_TODAY, HEALTHY


def test_from_the_first_start_to_the_log() -> None:
    home = Household()
    sessions, massager = home.sessions, home.massager

    # Nothing works before the check.
    assert isinstance(sessions.standing(LENA, massager).reasons[0], NeverChecked)
    home.checked(HEALTHY)
    assert sessions.standing(LENA, massager).reasons == ()

    # The first sessions are short and low; today's page comes before each.
    plan = sessions.proposed_plan(LENA, massager)
    assert plan == Plan(5)
    assert reasons_against(home, plan) == [TodayUnanswered]
    sessions.answer_today(LENA, FINE_TODAY)
    live = sessions.start(LENA, massager, plan, sore_before=4)
    assert isinstance(live, LiveSession)

    # It runs to zero, over it, and ends when she says so.
    assert looked_on(home, seconds=5 * 60 + 7) == [Effect.HALF, Effect.LAST_MINUTE, Effect.TIME_UP]
    assert isinstance(ended(home), Ended)

    # The log tells what was, and she adds how it felt.
    sessions.rate(live.session.id, sore_after=2, note="Better")
    (record,) = sessions.records(LENA, limit=10)
    assert (record.person, record.massager, record.massager_name) == (LENA, massager.id, massager.name)
    assert (record.planned_minutes, record.used_ms, record.overtime_ms) == (5, 300_000, 7_000)
    assert (record.ending, record.at_most_ms, record.paused_ms) == (Ending.FINISHED, 307_000, 0)
    assert (record.sore_before, record.sore_after, record.note) == (4, 2, "Better")
    assert (record.rules_version, record.precautions) == ("small-1", ())


def test_rest_comes_first_and_after_two_sessions_the_day_is_used_up() -> None:
    home = Household()
    home.checked(HEALTHY)
    home.running(5)
    ended(home)
    assert [type(reason) for reason in home.refused()] == [RestNotOver]
    home.clock.advance(hours=1)
    home.running(5)
    ended(home)
    home.clock.advance(hours=2)
    assert [type(reason) for reason in home.refused()] == [MinutesUsedUp]
    home.clock.advance(days=1)
    home.running(5)


def reasons_against(home: Household, plan: Plan) -> list[type[Reason]]:
    refused = home.sessions.start(LENA, home.massager, plan, sore_before=4)
    assert not isinstance(refused, LiveSession)
    return [type(reason) for reason in refused.reasons]


def looked_on(home: Household, seconds: int) -> list[Effect]:
    heard: list[Effect] = []
    for _ in range(seconds):
        home.clock.advance(seconds=1)
        happened = home.sessions.happened(Look())
        assert happened is not None
        heard += happened[1]
    return heard


def ended(home: Household) -> State:
    happened = home.sessions.happened(End())
    assert happened is not None
    assert home.sessions.live is None
    return happened[0]
