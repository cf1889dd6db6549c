"""What every store promises of the log: each order, each filter, each search, and sums and points that agree."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import LogQuery, LogTotals, Order
from massage_companion.companion.ports import Store
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.point import Point
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.household_values import record


@pytest.fixture
def store(either_store: Store) -> Store:
    return either_store


def session(number: int, **different: object) -> SessionRecord:
    """A session of Ann, each an hour after the one before, with a difference."""
    made = record(f"session-{number}", started=shifted(NOON, number * HOUR_MS))
    return structs.replace(made, **{"sore_before": None, **different})


def names(rows: tuple[SessionRecord, ...]) -> list[int]:
    return [int(row.id.removeprefix("session-")) for row in rows]


def pages(store: Store, query: LogQuery, length: int) -> Iterator[SessionRecord]:
    after: SessionRecord | None = None
    while page := store.find(query, length, after):
        yield from page
        after = page[-1]


MIXED = (
    session(0, sore_before=3, sore_after=3),
    session(1, used_ms=9 * MINUTE_MS, overtime_ms=2 * MINUTE_MS, sore_after=0),
    session(2, massager="gun", sore_before=0, ending=Ending.STOPPED_EARLY),
    session(3, sore_before=10, sore_after=3, used_ms=1),
    session(4, massager="gun", sore_after=7, ending=Ending.FELT_WRONG),
    session(5, sore_before=3),
)
ORDERS = {
    Order.NEWEST: [5, 4, 3, 2, 1, 0],
    Order.OLDEST: [0, 1, 2, 3, 4, 5],
    Order.LONGEST: [1, 5, 4, 2, 0, 3],
    Order.SOREST_BEFORE: [3, 5, 0, 2, 4, 1],
    Order.SOREST_AFTER: [4, 3, 0, 1, 5, 2],
}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("length", [1, 2, 3, 100])
def test_the_log_is_paged_through_in_every_order(store: Store, order: Order, length: int) -> None:
    store.add_records((*MIXED, record("session-9", "ben")))
    assert names(tuple(pages(store, LogQuery("ann", order=order), length))) == ORDERS[order]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.LONGEST, Order.SOREST_BEFORE, Order.SOREST_AFTER])
def test_equal_rows_are_all_shown_once(store: Store, order: Order) -> None:
    store.add_records(tuple(structs.replace(session(number), started=NOON) for number in range(7)))
    query = LogQuery("ann", order=order)
    assert names(tuple(pages(store, query, 2))) == [6, 5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        ({"since_utc_ms": NOON.utc_ms + 2 * HOUR_MS}, [5, 4, 3, 2]),
        ({"until_utc_ms": NOON.utc_ms + 2 * HOUR_MS}, [1, 0]),
        ({"massager": "gun"}, [4, 2]),
        ({"massager": "nothing"}, []),
        ({"endings": frozenset({Ending.FELT_WRONG})}, [4]),
        ({"endings": frozenset({Ending.FELT_WRONG, Ending.STOPPED_EARLY})}, [4, 2]),
        ({"massager": "cushion", "endings": frozenset({Ending.FELT_WRONG})}, []),
        ({"since_utc_ms": NOON.utc_ms + HOUR_MS, "until_utc_ms": NOON.utc_ms + 5 * HOUR_MS, "massager": "gun"}, [4, 2]),
    ],
)
def test_every_filter_narrows_rows_and_sums_alike(store: Store, narrow: dict[str, object], found: list[int]) -> None:
    store.add_records(MIXED)
    query = structs.replace(LogQuery("ann"), **narrow)
    assert names(store.find(query, 100)) == found
    used_ms = sum(MIXED[number].used_ms + MIXED[number].overtime_ms for number in found)
    assert store.totals(query) == LogTotals(len(found), used_ms)


NOTES = {
    0: "Neck BETTER after work",
    1: "肩膀好多了，左边还有点酸",
    2: 'said "no" AND 50% off_ (really*) NEAR(1) -x',
    3: "",
    4: "脖子 stiff; Straße, ÉCOLE",
    5: "a",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("better", [0]),
        ("neck work", [0]),
        ("work neck", [0]),
        ("neck stiff", []),
        ("eck bett", [0]),
        ("肩膀", [1]),
        ("酸", [1]),
        ("肩膀好", [1]),
        ("好多了，左", [1]),
        ("脖子 stiff", [4]),
        ("STRASSE école", [4]),
        ("a", [5, 4, 2, 0]),
        ("  ", [5, 4, 3, 2, 1, 0]),
        ('"', [2]),
        ('"no"', [2]),
        ('"no" AND', [2]),
        ("better OR stiff", []),
        ("NOT stiff", []),
        ("50%", [2]),
        ("5%", []),
        ("_", [2]),
        ("off_", [2]),
        ("of__", []),
        ("(really*)", [2]),
        ("really*", [2]),
        ("neck*", []),
        ("NEAR(1)", [2]),
        ("-x", [2]),
        ("search:better", []),
        ("\0", [5, 4, 3, 2, 1, 0]),
        ("\ud800better", [0]),
        ("zzz", []),
    ],
)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.LONGEST])
def test_search_takes_every_sign_as_plain_text(store: Store, text: str, found: list[int], order: Order) -> None:
    store.add_records(tuple(session(number, note=note) for number, note in NOTES.items()))
    query = LogQuery("ann", text=text, order=order)
    assert names(store.find(query, 100)) == found
    assert names(tuple(pages(store, query, 1))) == found
    assert store.totals(query).sessions == len(found)


def test_a_changed_note_is_found_by_its_new_words_alone(store: Store) -> None:
    store.finish(session(0), "End", None)
    for note, words in (("first words", "first"), ("second words", "second"), ("", ""), ("third", "third")):
        store.rate("session-0", None, note)
        assert names(store.find(LogQuery("ann", text=words), 10)) == [0]
        assert all(
            store.find(LogQuery("ann", text=other), 10) == ()
            for other in ("first", "second", "third")
            if other != words
        )


def test_points_are_what_the_rows_say_the_earliest_first(store: Store) -> None:
    store.add_records(MIXED)
    points = store.points("ann")
    assert [(point.started_utc_ms, point.massager, point.used_ms, point.sore_before, point.sore_after) for point in
            points] == [(row.started.utc_ms, row.massager, row.used_ms + row.overtime_ms, row.sore_before,
                         row.sore_after) for row in MIXED]  # fmt: skip
    assert store.points("ben") == ()


def test_a_point_has_the_local_day_and_minute_of_its_start(store: Store) -> None:
    place = structs.replace(shifted(NOON, 4 * HOUR_MS), offset_minutes=8 * 60, zone="CST")
    west = structs.replace(shifted(NOON, 4 * HOUR_MS + 1), offset_minutes=-11 * 60, zone="SST")
    at_home = structs.replace(session(0), started=place, intensity=Intensity.HIGH, sore_next=2)
    store.add_records((at_home, structs.replace(session(1), started=west)))
    day = NOON.utc_ms // DAY_MS
    assert store.points("ann") == (
        Point(day + 1, 0, place.utc_ms, "cushion", 10 * MINUTE_MS, 3, None, None, 2),
        Point(day, 5 * 60, west.utc_ms, "cushion", 10 * MINUTE_MS, 1, None, None, None),
    )
    assert [point.day for point in store.points("ann", day + 1)] == [day + 1]
    assert store.points("ann", day + 2) == ()


def test_a_row_tells_what_was_reported_of_its_session(store: Store) -> None:
    store.finish(session(0, ending=Ending.FELT_WRONG), "FeelsWrong", StopSign("bare", "ann", NOON, "session-0"))
    answers = Answers({"signs": ("S03", "unsure", "S01"), "soreness-before": 7})
    store.add_stop_sign(StopSign("told", "ann", NOON, "session-0", about="bare", answers=answers))
    store.add_stop_sign(StopSign("more", "ann", NOON, "session-0", answers=Answers({"signs": ("S03", "S05", "none")})))
    store.add_stop_sign(StopSign("other", "ann", NOON, answers=Answers({"signs": ("S09",)})))
    store.finish(session(1), "End", None)
    expected = {"session-0": ("S03", "S01", "S05"), "session-1": ()}
    for rows in (store.find(LogQuery("ann"), 10), store.records("ann", 10)):
        assert {row.id: row.signs for row in rows} == expected
    found = store.record("session-0")
    assert found is not None
    assert found.signs == expected["session-0"]


def test_the_first_session_with_each_massager_is_known(store: Store) -> None:
    store.add_records(MIXED)
    gun = MIXED[2].started.utc_ms
    assert store.first_sessions("ann") == {"cushion": NOON.utc_ms, "gun": gun}
    store.change_records((structs.replace(MIXED[2], removed_utc_ms=1),))
    assert store.first_sessions("ann") == {"cushion": NOON.utc_ms, "gun": MIXED[4].started.utc_ms}
    assert store.first_sessions("ben") == {}
