"""What every store promises of corrections: what may be corrected is, nothing else is, and no minute is ever gained."""

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import Store, StoreError
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.plan import Phase
from massage_companion.session.reading import DAY_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from tests.support.fake_clock import NOON
from tests.support.household_values import live_session, record

SINCE = NOON.utc_ms - 2 * DAY_MS
MANUAL = structs.replace(record("typed"), origin=Origin.MANUAL, sore_before=None, rules_version="", precautions=())


@pytest.fixture
def store(either_store: Store) -> Store:
    either_store.finish(record(), "End", None)
    return either_store


def counted(store: Store, person: str) -> set[str]:
    """Which sessions count for the dose."""
    return {row.id for row in store.recent(person, SINCE)}


def in_log(store: Store, person: str) -> list[str]:
    found = [row.id for row in store.find(LogQuery(person), 100)]
    assert found == [row.id for row in store.records(person, 100)]
    assert store.session_count(person) == len(found) == store.totals(LogQuery(person)).sessions
    assert len(store.points(person)) == len(found)
    return found


def test_ratings_and_note_are_corrected_and_given_back(store: Store) -> None:
    corrected = structs.replace(record(), sore_before=None, sore_after=3, sore_next=10, note="Better. 好多了")
    store.change_records((corrected,))
    assert store.record("session-1") == corrected
    assert store.find(LogQuery("ann"), 10) == (corrected,)
    store.change_records((record(),))
    assert store.record("session-1") == record()


@pytest.mark.parametrize(
    "different",
    [
        {"used_ms": 1},
        {"overtime_ms": 1},
        {"paused_ms": 1},
        {"at_most_ms": 1},
        {"planned_minutes": 9},
        {"started": shifted(NOON, 1)},
        {"ended": shifted(NOON, 1)},
        {"intensity": Intensity.HIGH},
        {"heat": True},
        {"ending": Ending.STOPPED_EARLY},
        {"origin": Origin.MANUAL},
        {"rules_version": "x"},
        {"precautions": ()},
        {"phases": (Phase("left", 10),)},
        {"massager_name": "another"},
        {"sore_after": 11},
        {"sore_next": -1},
        {"person": "nobody"},
        {"massager": "nothing"},
        {"id": "unknown"},
    ],
)
def test_what_was_measured_stays_and_one_wrong_change_stops_all(store: Store, different: dict[str, object]) -> None:
    store.add_records((MANUAL,))
    noted = structs.replace(MANUAL, note="new")
    with pytest.raises(StoreError) as raised:
        store.change_records((noted, structs.replace(record(), **different)))
    assert raised.value.kind == "other"
    assert store.record("session-1") == record()
    assert store.record("typed") == MANUAL


def test_the_live_session_is_not_corrected(store: Store) -> None:
    store.keep_live(live_session("session-2"), "started", NOON)
    with pytest.raises(StoreError):
        store.change_records((record("session-2"),))
    store.add_records((record("session-2"),))
    assert store.live() == live_session("session-2")
    assert store.record("session-2") is None


def test_a_session_moved_to_somebody_else_counts_for_both(store: Store) -> None:
    store.change_records((structs.replace(record(), person="ben"),))
    moved = structs.replace(record(), person="ben", first_person="ann")
    assert store.record("session-1") == moved
    assert (in_log(store, "ann"), in_log(store, "ben")) == ([], ["session-1"])
    assert counted(store, "ann") == counted(store, "ben") == {"session-1"}


def test_the_first_person_stays_the_first_whatever_is_claimed(store: Store) -> None:
    store.change_records((structs.replace(record(), person="ben", first_person="ben"),))
    store.change_records((structs.replace(record(), person="ben", note="x"),))
    assert store.record("session-1") == structs.replace(record(), person="ben", first_person="ann", note="x")
    store.change_records((record(),))
    assert store.record("session-1") == record()
    assert counted(store, "ben") == set()


def test_another_massager_can_be_named(store: Store) -> None:
    corrected = structs.replace(record(), massager="gun", massager_name="Gun")
    store.change_records((corrected,))
    assert store.record("session-1") == corrected
    assert store.session_count("ann", "gun") == 1
    assert [point.massager for point in store.points("ann")] == ["gun"]
    assert set(store.first_sessions("ann")) == {"gun"}
    store.change_records((structs.replace(corrected, sore_after=1),))
    store.change_records((record(),))
    assert store.record("session-1") == record()


def test_the_bin_hides_a_session_from_the_log_and_not_from_the_dose(store: Store) -> None:
    binned = structs.replace(record(), removed_utc_ms=NOON.utc_ms)
    store.change_records((binned,))
    assert in_log(store, "ann") == []
    assert store.find(LogQuery("ann", removed=True), 10) == (binned,)
    assert store.totals(LogQuery("ann", removed=True)).sessions == 1
    assert store.record("session-1") == binned
    assert counted(store, "ann") == {"session-1"}
    store.change_records((record(),))
    assert in_log(store, "ann") == ["session-1"]


def test_a_typed_entry_counts_until_it_is_taken_back(store: Store) -> None:
    store.add_records((MANUAL,))
    assert counted(store, "ann") == {"session-1", "typed"}
    store.change_records((structs.replace(MANUAL, removed_utc_ms=1),))
    assert counted(store, "ann") == {"session-1"}


def test_moving_and_binning_together_gains_nothing(store: Store) -> None:
    store.change_records((structs.replace(record(), person="ben", removed_utc_ms=1),))
    assert counted(store, "ann") == counted(store, "ben") == {"session-1"}


def test_many_typed_entries_do_not_push_out_what_a_wrong_clock_dated_long_ago(store: Store) -> None:
    long_ago = structs.replace(NOON, utc_ms=NOON.utc_ms - 3000 * DAY_MS)
    store.finish(record("misdated", started=long_ago), "End", None)
    store.add_records(tuple(structs.replace(MANUAL, id=f"typed-{number}", started=long_ago, ended=long_ago)
                            for number in range(100)))  # fmt: skip
    assert "misdated" in counted(store, "ann")


def test_what_is_added_comes_back_the_same_and_twice_is_once(store: Store) -> None:
    full = SessionRecord(
        **{
            **structs.asdict(record("added", "ben")),
            "sore_after": 0,
            "sore_next": 10,
            "note": "=1+1 “quoted”",
            "phases": (Phase("left", 4), Phase("右边", 6)),
            "first_person": "ann",
            "removed_utc_ms": NOON.utc_ms,
            "overtime_ms": MINUTE_MS,
        }
    )
    store.add_records((full, MANUAL))
    store.add_records((structs.replace(full, note="other"), structs.replace(record(), note="other")))
    assert store.record("added") == full
    assert store.record("session-1") == record()
    assert store.record("typed") == MANUAL
    assert "added" in counted(store, "ann")


@pytest.mark.parametrize("different", [{"person": "nobody"}, {"massager": "nothing"}, {"sore_after": 11}])
def test_either_all_are_added_or_none(store: Store, different: dict[str, object]) -> None:
    with pytest.raises(StoreError):
        store.add_records((MANUAL, structs.replace(record("wrong"), **different)))
    assert store.record("typed") is None


def test_what_was_long_enough_in_the_bin_is_deleted_for_good(store: Store) -> None:
    store.finish(record("session-2"), "End", None)
    store.finish(record("session-3"), "End", None)
    store.change_records(
        (structs.replace(record(), removed_utc_ms=99), structs.replace(record("session-2"), removed_utc_ms=100))
    )
    assert store.purge_removed(100) == 1
    assert store.record("session-1") is None
    assert [row.id for row in store.find(LogQuery("ann", removed=True), 10)] == ["session-2"]
    assert in_log(store, "ann") == ["session-3"]
    assert store.purge_removed(100) == 0
