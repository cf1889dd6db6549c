"""Whatever is added, corrected, moved, binned and purged: the store on disk and the one in memory say the same."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.companion.ports import Store, StoreError
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from massage_companion.storage.store import open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, GUN, record
from tests.support.memory_store import MemoryStore

Step = Callable[[Store], object]

PEOPLE, MASSAGERS = ("ann", "ben"), ("cushion", "gun")
people, massagers = st.sampled_from(PEOPLE), st.sampled_from(MASSAGERS)
ratings = st.none() | st.integers(0, 10)
names = st.sampled_from(["a", "b", "c", "d", "e"])
notes = st.text(st.sampled_from('aAbB 肩膀酸"%_*ß\n'), max_size=8)
bins = st.none() | st.integers(0, 3)


@st.composite
def records(draw: st.DrawFn) -> SessionRecord:
    started = structs.replace(
        shifted(NOON, draw(st.integers(-3, 3)) * HOUR_MS), offset_minutes=draw(st.sampled_from((-660, 0, 345, 780)))
    )
    person = draw(people)
    return structs.replace(
        record(draw(names), person, started=started, minutes=draw(st.integers(1, 3))),
        massager=draw(massagers),
        intensity=draw(st.sampled_from(Intensity)),
        ending=draw(st.sampled_from(Ending)),
        overtime_ms=draw(st.sampled_from((0, MINUTE_MS))),
        origin=draw(st.sampled_from(Origin)),
        first_person=draw(st.sampled_from(["", *(each for each in PEOPLE if each != person)])),
        sore_before=draw(ratings),
        sore_after=draw(ratings),
        sore_next=draw(ratings),
        note=draw(notes),
        removed_utc_ms=draw(bins),
    )


@st.composite
def corrections(draw: st.DrawFn) -> Step:
    name, person, massager = draw(names), draw(people), draw(massagers)
    values = {"sore_before": draw(ratings), "sore_after": draw(ratings), "sore_next": draw(ratings)}
    note, removed = draw(notes), draw(bins)

    def correct(store: Store) -> None:
        found = store.record(name)
        if found is not None:
            store.change_records(
                (structs.replace(found, person=person, massager=massager, note=note, removed_utc_ms=removed, **values),)
            )

    return correct


steps = st.lists(
    st.one_of(
        st.lists(records(), max_size=4).map(lambda rows: lambda store: store.add_records(tuple(rows))),
        records().map(lambda row: lambda store: store.finish(structs.replace(row, first_person=""), "End", None)),
        corrections(),
        st.tuples(names, ratings, notes).map(lambda given: lambda store: store.rate(*given)),
        st.integers(0, 4).map(lambda before: lambda store: store.purge_removed(before)),
    ),
    max_size=12,
)
queries = st.builds(
    LogQuery,
    person=people,
    since_utc_ms=st.none() | st.integers(-3, 3).map(lambda hours: NOON.utc_ms + hours * HOUR_MS),
    until_utc_ms=st.none() | st.integers(-3, 3).map(lambda hours: NOON.utc_ms + hours * HOUR_MS),
    massager=st.none() | massagers,
    endings=st.frozensets(st.sampled_from(Ending), max_size=3),
    text=notes,
    order=st.sampled_from(Order),
    removed=st.booleans(),
)


def done(store: Store, step: Step) -> object:
    """What a step gave, or how it failed."""
    try:
        return step(store)
    except StoreError as error:
        return error.kind


def whole(store: Store, query: LogQuery, length: int) -> list[SessionRecord]:
    read: list[SessionRecord] = []
    while page := store.find(query, length, read[-1] if read else None):
        read += page
    return read


@settings(max_examples=60, deadline=None)
@given(steps, st.lists(queries, min_size=1, max_size=6), st.integers(1, 3))
def test_both_stores_say_the_same(taken: list[Step], asked: list[LogQuery], length: int) -> None:
    memory = MemoryStore()
    with tempfile.TemporaryDirectory() as temporary:
        disk = open_store(Path(temporary), NOON).store
        for store in (disk, memory):
            for each in (ANN, BEN):
                store.keep_person(each)
            for massager in (CUSHION, GUN):
                store.keep_massager(massager)
        for step in taken:
            assert done(disk, step) == done(memory, step)
        for query in asked:
            assert whole(disk, query, length) == whole(memory, query, length) == list(disk.find(query, 1000))
            assert disk.totals(query) == memory.totals(query)
        for person in PEOPLE:
            assert disk.recent(person, NOON.utc_ms) == memory.recent(person, NOON.utc_ms)
            assert set(disk.points(person)) == set(memory.points(person))
            assert disk.points(person, NOON.utc_ms // DAY_MS) == tuple(
                point for point in disk.points(person) if point.day >= NOON.utc_ms // DAY_MS
            )
            assert disk.first_sessions(person) == memory.first_sessions(person)
            assert disk.session_count(person, "gun") == memory.session_count(person, "gun")
        disk.close()
