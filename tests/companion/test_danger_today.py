"""A danger reported on today's page is not wiped away by answering the page again."""

from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.today import danger_today
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import StopSignOpen
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.healthy_answers import filled, real_rules
from tests.support.memory_store import MemoryStore

KNEADER = Massager("m1", "Kneader", "u-kneader", frozenset({Modality.KNEADING}), heat_can_be_switched_off=False)
RULES = real_rules()
HEALTHY = filled(RULES.questionnaire, Answers(), KNEADER.judged_modalities)
GOT_WORSE = HEALTHY.with_answer("today-body", ("worse-last-time",))


def home() -> tuple[Sessions, MemoryStore, FakeClock]:
    clock, store = FakeClock(), MemoryStore()
    store.keep_person(Person("mei", "Mei"))
    store.keep_massager(KNEADER)
    store.complete_check(Screening("c1", "mei", HEALTHY, RULES.version, clock.read().utc_ms))
    return Sessions(RULES, store, clock, CountingIds()), store, clock


def today_of(answers: Answers) -> Answers:
    return answers.only(frozenset({"today-body", "today-massager"}))


def test_it_got_worse_after_the_last_session_blocks_until_a_new_check() -> None:
    sessions, _store, clock = home()
    sessions.answer_today("mei", today_of(GOT_WORSE))
    clock.advance(hours=3)
    sessions.answer_today("mei", today_of(HEALTHY))
    assert [type(reason) for reason in sessions.standing("mei", KNEADER).reasons] == [StopSignOpen]


def test_what_is_only_for_today_leaves_nothing_behind() -> None:
    sessions, store, _clock = home()
    sessions.answer_today("mei", today_of(HEALTHY.with_answer("today-body", ("alcohol",))))
    assert store.stop_signs("mei") == ()


def test_not_sure_is_no_report_of_a_danger() -> None:
    unsure = today_of(HEALTHY.with_answer("today-body", ("unsure",)))
    assert danger_today(RULES, HEALTHY, unsure) is None


def test_what_the_disk_does_not_take_still_blocks_in_this_run() -> None:
    sessions, store, _clock = home()
    store.fails = StoreError("full", "no room")
    sessions.answer_today("mei", today_of(GOT_WORSE))
    assert StopSignOpen in [type(reason) for reason in sessions.standing("mei", KNEADER).reasons]


def test_it_is_remembered_also_while_something_mild_is_open() -> None:
    sessions, store, _clock = home()
    sessions.start("mei", KNEADER, Plan(5), sore_before=9)
    sessions.answer_today("mei", today_of(GOT_WORSE))
    assert [sign.sign for sign in store.stop_signs("mei")] == ["R87", None]


def test_reporting_twice_makes_one_stop_sign() -> None:
    sessions, store, _clock = home()
    sessions.answer_today("mei", today_of(GOT_WORSE))
    sessions.answer_today("mei", today_of(GOT_WORSE))
    assert len(store.stop_signs("mei")) == 1
