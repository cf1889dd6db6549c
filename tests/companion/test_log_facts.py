"""What the log shows reaches the gate, is worked out once, and anew when the log or the day changes."""

from collections.abc import Sequence

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.log_facts import LogFacts, local_day
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.sign_questions import LOG_FACTS
from massage_companion.log.facts import FACTS, log_facts
from massage_companion.log.point import Point
from massage_companion.session.reading import Reading
from massage_companion.session.refusal import FindingStands
from massage_companion.session.states import End
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.healthy_answers import real_rules
from tests.support.household import LENA, Household
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import KNEADER, small_rules


class Shown:
    """Stands for the statistics: shows what a test sets, and counts how often it is asked."""

    def __init__(self, *facts: str) -> None:
        self.facts = facts
        self.asked: list[tuple[int, int]] = []

    def __call__(self, points: Sequence[Point], today: int) -> tuple[str, ...]:
        self.asked.append((len(points), today))
        return self.facts


def facts_of(home: Household, shown: Shown) -> LogFacts:
    return LogFacts(small_rules(), home.store, home.clock, shown)


def test_what_it_shows_closes_the_gate_and_stands_in_the_result(home: Household) -> None:
    facts = facts_of(home, Shown("rising", "no-better"))
    sessions = Sessions(small_rules(), home.store, home.clock, CountingIds("s"), facts)
    (reason,) = sessions.standing(LENA, KNEADER).reasons
    assert isinstance(reason, FindingStands)
    assert reason.finding.answers[0].answer == ("no-better", "rising")
    checks = SafetyChecks(small_rules(), home.store, home.clock, CountingIds("c"), facts)
    result = checks.result(LENA, KNEADER)
    assert result is not None
    assert not result.verdict.allowed


def test_where_it_shows_nothing_there_is_no_answer(home: Household) -> None:
    assert facts_of(home, Shown()).answers(LENA) == Answers()


def test_a_word_that_no_rule_knows_hides_no_other() -> None:
    home = Household()
    assert facts_of(home, Shown("rising", "later-idea")).answers(LENA) == Answers({LOG_FACTS: ("rising",)})


def test_it_is_worked_out_once_a_day(home: Household) -> None:
    shown = Shown()
    facts = facts_of(home, shown)
    for _ in range(3):
        facts.answers(LENA)
    home.clock.advance(hours=12)
    facts.answers(LENA)
    today = local_day(home.clock.read())
    assert shown.asked == [(0, today - 1), (0, today)]


def test_a_session_that_ends_and_a_rating_change_the_log(home: Household) -> None:
    shown = Shown()
    home.sessions = Sessions(small_rules(), home.store, home.clock, CountingIds("s"), facts_of(home, shown))
    live = home.running()
    asked = len(shown.asked)
    home.clock.advance(minutes=2)
    home.sessions.happened(End())
    home.sessions.standing(LENA, KNEADER)
    home.sessions.rate(live.session.id, 3, "")
    home.sessions.standing(LENA, KNEADER)
    home.sessions.standing(LENA, KNEADER)
    assert [count for count, _ in shown.asked[asked:]] == [1, 1]


def test_it_is_forgotten_for_one_person_or_for_all() -> None:
    home, shown = Household(), Shown()
    facts = facts_of(home, shown)
    for forgotten in ("paul", LENA, None):
        facts.answers(LENA)
        facts.forget(forgotten)
    facts.answers(LENA)
    assert len(shown.asked) == 3


def test_the_day_is_that_of_the_place() -> None:
    assert local_day(Reading("b", 0, 0, 86_400_000 - 1)) == 0
    assert local_day(Reading("b", 0, 0, 86_400_000 - 60_000, offset_minutes=1)) == 1
    assert local_day(Reading("b", 0, 0, 60_000, offset_minutes=-2)) == -1


def test_the_statistics_and_the_rule_files_speak_of_the_same_facts() -> None:
    assert set(FACTS) == set(real_rules().questionnaire.question(LOG_FACTS).options)
    facts = LogFacts(real_rules(), MemoryStore(), FakeClock(), log_facts)
    assert facts.answers("nobody") == Answers()
