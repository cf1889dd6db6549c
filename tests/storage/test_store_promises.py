"""What every store promises: the one on disk and the one that the tests use instead of it."""

import pytest
from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.companion.ports import Draft, Store, StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.log.record import Origin
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Asking, Overtime, Paused, Running
from tests.support.fake_clock import NOON
from tests.support.household_values import (
    ANN,
    BEN,
    CUSHION,
    GUN,
    clearance,
    live_session,
    record,
    screening,
    stop_sign,
)


@pytest.fixture
def store(either_store: Store) -> Store:
    return either_store


def test_people_and_massagers_come_back_in_the_order_in_which_they_came(store: Store) -> None:
    store.keep_person(structs.replace(ANN, name="Anne"))
    store.keep_massager(structs.replace(CUSHION, retired=True))
    assert store.people() == (structs.replace(ANN, name="Anne"), BEN)
    assert store.massagers() == (structs.replace(CUSHION, retired=True), GUN)


def test_settings_come_back(store: Store) -> None:
    assert store.settings() == Settings()
    chosen = Settings(language="zh", scheme="dark", text_percent=150, volume_percent=0, current_person="ann")
    store.keep_settings(chosen)
    assert store.settings() == chosen


def test_the_newest_check_is_the_one_completed_last_whatever_its_date(store: Store) -> None:
    later = structs.replace(screening("check-2", head="none"), taken_utc_ms=NOON.utc_ms - 400 * DAY_MS)
    store.complete_check(screening("check-1", head="dizzy"))
    store.complete_check(later)
    store.complete_check(screening("check-3", person="ben"))
    assert store.screenings("ann") == (later, screening("check-1", head="dizzy"))
    assert store.screenings("nobody") == ()


def test_a_completed_check_drops_the_draft_and_settles_that_persons_stop_signs(store: Store) -> None:
    draft = Draft(Answers({"head": ("none",), "age": 40}), "you")
    for person in ("ann", "ben"):
        store.add_stop_sign(stop_sign(f"sign-{person}", person))
        store.keep_draft(person, draft)
    store.complete_check(screening())
    assert store.draft("ann") is None
    assert store.draft("ben") == draft
    assert [sign.settled for sign in store.stop_signs("ann")] == [True]
    assert [sign.settled for sign in store.stop_signs("ben")] == [False]


def test_a_draft_is_replaced_and_forgotten(store: Store) -> None:
    assert store.draft("ann") is None
    store.keep_draft("ann", Draft(Answers(), "head"))
    store.keep_draft("ann", Draft(Answers({"head": ("none",)}), None))
    assert store.draft("ann") == Draft(Answers({"head": ("none",)}), None)
    store.keep_draft("ann", None)
    assert store.draft("ann") is None


def test_something_felt_wrong_drops_the_half_way_check_since_its_answers_are_from_before(store: Store) -> None:
    store.keep_draft("ann", Draft(Answers({"head": ("none",)}), "you"))
    store.finish(record(), "FeelsWrong", stop_sign())
    assert store.draft("ann") is None
    store.keep_draft("ann", Draft(Answers({"head": ("none",)}), "you"))
    store.add_stop_sign(stop_sign("sign-2"))
    assert store.draft("ann") is None


def test_a_stop_sign_after_the_last_check_is_open(store: Store) -> None:
    store.complete_check(screening())
    store.add_stop_sign(stop_sign("sign-1"))
    store.add_stop_sign(stop_sign("sign-2"))
    assert store.stop_signs("ann") == (stop_sign("sign-2"), stop_sign("sign-1"))


def test_a_clearance_can_be_withdrawn_and_never_given_back(store: Store) -> None:
    store.keep_clearance(clearance("clearance-1"))
    store.keep_clearance(clearance("clearance-2"))
    store.keep_clearance(clearance("clearance-1", withdrawn=True))
    kept = (clearance("clearance-2"), clearance("clearance-1", withdrawn=True))
    assert store.clearances("ann") == kept
    with pytest.raises(StoreError) as raised:
        store.keep_clearance(clearance("clearance-1"))
    assert raised.value.kind == "other"
    assert store.clearances("ann") == kept
    assert store.clearances("ben") == ()


def test_the_live_session_comes_back_in_every_state(store: Store) -> None:
    assert store.live() is None
    begun = live_session()
    assert isinstance(begun.state, Running)
    plan, later = begun.state.plan, shifted(NOON, 5 * MINUTE_MS)
    paused = Paused(plan, NOON, later, later, used_ms=5 * MINUTE_MS)
    overtime = Overtime(plan, NOON, zero=shifted(NOON, 10 * MINUTE_MS), seen=shifted(NOON, 11 * MINUTE_MS))
    for state in (begun.state, paused, overtime, Asking(paused, later), Asking(overtime, later)):
        live = structs.replace(begun, state=state)
        store.keep_live(live, "Look", later)
        assert store.live() == live


def test_there_is_one_live_session_for_the_whole_household(store: Store) -> None:
    store.keep_live(live_session("session-1"), "started", NOON)
    with pytest.raises(StoreError):
        store.keep_live(live_session("session-2", "ben"), "started", NOON)
    assert store.live() == live_session("session-1")


def test_a_session_that_has_ended_is_in_the_log_and_never_lives_again(store: Store) -> None:
    store.keep_live(live_session(), "started", NOON)
    assert store.records("ann", 10) == ()
    assert store.session_count("ann") == 0
    store.finish(record(), "End", stop_sign())
    assert store.live() is None
    assert store.record("session-1") == record()
    assert store.records("ann", 10) == (record(),)
    assert store.stop_signs("ann") == (stop_sign(),)
    with pytest.raises(StoreError):
        store.keep_live(live_session(), "Look", NOON)
    store.finish(record(minutes=3), "End", None)
    assert store.record("session-1") == record()


def test_rating_and_note_are_written_and_changed(store: Store) -> None:
    store.finish(record(), "End", None)
    store.rate("session-1", 3, "Better. 好多了")
    store.rate("session-1", 2, "")
    assert store.record("session-1") == structs.replace(record(), sore_after=2, note="")
    with pytest.raises(StoreError):
        store.rate("nothing", 2, "")


def test_the_log_is_read_in_pages_the_latest_start_first(store: Store) -> None:
    for number in range(7):
        started = shifted(NOON, (number // 2) * HOUR_MS)
        store.finish(record(f"session-{number}", started=started), "End", None)
    store.finish(record("of-ben", "ben"), "End", None)
    whole = store.records("ann", 100)
    assert [row.id for row in whole] == [f"session-{number}" for number in (6, 5, 4, 3, 2, 1, 0)]
    read: list[str] = []
    before: tuple[int, str] | None = None
    while page := store.records("ann", 2, before):
        read += [row.id for row in page]
        before = (page[-1].started.utc_ms, page[-1].id)
    assert read == [row.id for row in whole]


def test_recent_sessions_are_those_that_ended_since_and_those_dated_later_than_now(store: Store) -> None:
    dates = {"future": 3 * DAY_MS, "today": -HOUR_MS}
    for name, ago in dates.items():
        store.finish(record(name, started=shifted(NOON, ago)), "End", None)
    assert {row.id for row in store.recent("ann", NOON.utc_ms - DAY_MS)} == {"future", "today"}
    assert store.recent("ben", NOON.utc_ms - DAY_MS) == ()


def test_recent_sessions_come_in_the_order_of_writing_the_latest_first_whatever_their_dates(store: Store) -> None:
    for name, days in (("right", 0), ("ahead", 365), ("behind", -365), ("right again", 1)):
        store.finish(record(name, started=shifted(NOON, days * DAY_MS)), "End", None)
    assert [row.id for row in store.recent("ann", 0)] == ["right again", "behind", "ahead", "right"]


def test_recent_sessions_that_no_timer_here_measured_count_as_written_before_all_others(store: Store) -> None:
    store.finish(record("first"), "End", None)
    brought = record("brought from elsewhere", started=shifted(NOON, DAY_MS))
    typed = structs.replace(record("typed"), origin=Origin.MANUAL)
    store.add_records((brought, typed))
    store.finish(record("second"), "End", None)
    names = [row.id for row in store.recent("ann", 0)]
    assert names == ["second", "first", "typed", "brought from elsewhere"]


def test_a_session_that_began_live_keeps_its_place_and_one_that_came_back_does_too(store: Store) -> None:
    store.keep_live(live_session("first"), "started", NOON)
    store.finish(record("first"), "End", None)
    store.finish(record("second"), "End", None)
    store.change_records((structs.replace(record("first"), removed_utc_ms=NOON.utc_ms, person="ben"),))
    store.change_records((record("first"),))
    assert [row.id for row in store.recent("ann", 0)] == ["second", "first"]


def test_sessions_are_counted_for_a_person_and_a_massager(store: Store) -> None:
    store.finish(record("session-1"), "End", None)
    store.finish(structs.replace(record("session-2"), massager="gun"), "End", None)
    store.finish(record("session-3", "ben"), "End", None)
    assert store.session_count("ann") == 2
    assert store.session_count("ann", "gun") == 1
    assert store.session_count("ben", "gun") == 0
