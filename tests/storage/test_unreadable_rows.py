"""A row that cannot be read never becomes a yes: it counts as no answers, as open, as nothing, as the longest."""

import pytest
from msgspec import structs

from massage_companion.companion.ports import Draft, LiveSession
from massage_companion.eligibility.answers import Answers
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, elapsed_ms, shifted
from massage_companion.session.states import Asking, Ending, Running
from massage_companion.storage.store import SqliteStore
from tests.storage.conftest import Damage
from tests.support.fake_clock import NOON
from tests.support.household_values import clearance, live_session, record, screening, stop_sign

DAMAGES = (
    "body = 'x' || body",
    "body = replace(body, 'ann', 'bob')",
    "body = '{}', seal = 2745614147",
    "seal = seal + 1",
    "body = CAST(x'ff' AS TEXT)",
)


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_newest_check_has_no_answers_and_hides_no_older_one(
    store: SqliteStore, damage: Damage, how: str
) -> None:
    store.complete_check(screening("old", head="none"))
    store.complete_check(screening("new", head="dizzy"))
    damage("screening", f"{how} WHERE id = 'new'")
    newest, older = store.screenings("ann")
    assert (newest.id, newest.person, newest.answers) == ("new", "ann", Answers())
    assert newest.taken_utc_ms == NOON.utc_ms
    assert older == screening("old", head="none")
    assert store.screenings("ben") == ()


def test_an_unreadable_check_of_nobody_known_counts_for_everybody(store: SqliteStore, damage: Damage) -> None:
    for person in ("ann", "ben"):
        store.complete_check(screening(f"check-{person}", person))
    damage("screening", "seal = 0, person = 'anm' WHERE id = 'check-ann'")
    assert [check.answers for check in store.screenings("ann")] == [Answers()]
    assert [check.id for check in store.screenings("ben")] == ["check-ben", "check-ann"]


def test_a_later_check_takes_the_place_of_an_unreadable_one(store: SqliteStore, damage: Damage) -> None:
    store.complete_check(screening("old"))
    damage("screening", "seal = 0")
    store.complete_check(screening("new", head="none"))
    assert store.screenings("ann")[0] == screening("new", head="none")


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_stop_sign_is_open_until_the_next_check(store: SqliteStore, damage: Damage, how: str) -> None:
    store.add_stop_sign(stop_sign())
    damage("stop_sign", how)
    assert [sign.settled for sign in store.stop_signs("ann")] == [False]
    assert store.stop_signs("ben") == ()
    store.complete_check(screening())
    assert [sign.settled for sign in store.stop_signs("ann")] == [True]


def test_a_stop_sign_settled_by_no_check_there_is_stays_open(store: SqliteStore, damage: Damage) -> None:
    store.add_stop_sign(stop_sign())
    damage("stop_sign", "settled_by = 'check-x'")
    assert store.stop_signs("ann") == (stop_sign(),)


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_clearance_clears_nothing(store: SqliteStore, damage: Damage, how: str) -> None:
    store.keep_clearance(clearance("one"))
    store.keep_clearance(clearance("two"))
    damage("clearance", f"{how} WHERE id = 'two'")
    assert store.clearances("ann") == (clearance("one"),)


def test_an_unreadable_draft_is_begun_again(store: SqliteStore, damage: Damage) -> None:
    store.keep_draft("ann", Draft(Answers({"head": ("none",)}), "you"))
    damage("draft", "seal = 0")
    assert store.draft("ann") is None


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_massager_is_retired_and_may_do_anything(store: SqliteStore, damage: Damage, how: str) -> None:
    damage("massager", how.replace("'ann'", "'gun'") + " WHERE id = 'gun'")
    gun = store.massagers()[1]
    assert (gun.id, gun.retired, gun.modalities) == ("gun", True, frozenset())


def test_an_unreadable_person_stays_in_the_list(store: SqliteStore, damage: Damage) -> None:
    damage("person", "seal = 0")
    assert [(person.id, person.name) for person in store.people()] == [("ann", "ann"), ("ben", "ben")]


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_live_session_waits_for_the_persons_word(store: SqliteStore, damage: Damage, how: str) -> None:
    begun = live_session()
    seen = shifted(NOON, 4 * MINUTE_MS)
    store.keep_live(LiveSession(begun.session, structs.replace(begun.state, seen=seen)), "Look", seen)
    damage("session", how)
    live = store.live()
    assert live is not None
    assert (live.session.id, live.session.person, live.session.massager) == ("session-1", "ann", "cushion")
    assert isinstance(live.state, Asking)
    interrupted = live.state.interrupted
    assert isinstance(interrupted, Running)
    assert interrupted.plan == Plan(10)
    assert elapsed_ms(interrupted.started, interrupted.seen) == 4 * MINUTE_MS
    assert elapsed_ms(interrupted.seen, shifted(NOON, 9 * MINUTE_MS)) == 5 * MINUTE_MS
    store.finish(record(), "DoNotKnow", None)
    assert store.live() is None
    assert store.record("session-1") == record()


@pytest.mark.parametrize("how", DAMAGES)
def test_an_unreadable_row_of_the_log_counts_with_the_most_it_can_have_been(
    store: SqliteStore, damage: Damage, how: str
) -> None:
    store.finish(record(minutes=10), "End", None)
    damage("session", how)
    (row,) = store.recent("ann", NOON.utc_ms)
    assert (row.id, row.ending, row.used_ms, row.at_most_ms) == (
        "session-1",
        Ending.UNCONFIRMED,
        0,
        10 * MINUTE_MS,
    )
    assert elapsed_ms(row.ended, shifted(NOON, 20 * MINUTE_MS)) == 10 * MINUTE_MS
    assert store.records("ann", 10) == (row,)


@pytest.mark.parametrize("how", ["person = 'anm'", "seen_utc_ms = 0", "person = 'ben', started_utc_ms = 0"])
def test_a_row_whose_columns_are_wrong_is_counted_by_its_body(store: SqliteStore, damage: Damage, how: str) -> None:
    store.finish(record(), "End", None)
    damage("session", how)
    assert store.recent("ann", NOON.utc_ms) == (record(),)


def test_a_session_that_a_wrong_wall_clock_dated_long_ago_is_still_recent(store: SqliteStore) -> None:
    long_ago = structs.replace(NOON, utc_ms=NOON.utc_ms - 3000 * DAY_MS)
    store.finish(record(started=long_ago), "End", None)
    assert store.recent("ann", NOON.utc_ms - DAY_MS) == (record(started=long_ago),)


def test_the_log_can_be_paged_through_whatever_its_rows_say(store: SqliteStore, damage: Damage) -> None:
    for number in range(6):
        store.finish(record(f"session-{number}", started=shifted(NOON, number)), "End", None)
    damage("session", f"started_utc_ms = {NOON.utc_ms - 5} WHERE id IN ('session-1', 'session-4')")
    damage("session", "seal = 0 WHERE id = 'session-2'")
    read: list[str] = []
    before: tuple[int, str] | None = None
    while page := store.records("ann", 2, before):
        read += [row.id for row in page]
        before = (page[-1].started.utc_ms, page[-1].id)
    assert sorted(read) == [f"session-{number}" for number in range(6)]


def test_columns_that_make_no_sense_are_read_as_something_strict(store: SqliteStore, damage: Damage) -> None:
    store.finish(record(), "End", None)
    damage("session", "seal = 0, planned_minutes = -5, intensity = 9, seen_utc_ms = 9000000000000000000")
    (row,) = store.records("ann", 10)
    assert (row.planned_minutes, int(row.intensity)) == (15, 3)
    assert row.at_most_ms >= 15 * MINUTE_MS
