"""Deleting everything about somebody, or everything: it is gone for good, and nobody else's no becomes a yes."""

import sqlite3
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.companion.log_ports import CheckIn, LogQuery
from massage_companion.companion.ports import Draft, Store, StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.session.reading import DAY_MS, shifted
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, GUN, clearance, live_session, record, screening, stop_sign

PLAN = SavedPlan("plan-1", "cushion", "Evening", Plan(10))
SECRET = "a secret of theirs"
EVERY_TABLE = (
    *("person", "massager", "draft", "screening", "clearance", "stop_sign", "session", "session_event"),
    *("plan", "check_in", "forgetting", "purging"),
)


def fill(store: Store, person: str) -> None:
    """One of everything of somebody."""
    store.add_stop_sign(structs.replace(stop_sign(f"settled-{person}", person), note=SECRET))
    store.complete_check(structs.replace(screening(f"check-{person}", person), answers=Answers({person: (SECRET,)})))
    store.keep_clearance(clearance(f"clearance-{person}", person))
    store.keep_live(live_session(f"session-{person}", person), "started", NOON)
    store.finish(record(f"session-{person}", person), "FeelsWrong", stop_sign(f"sign-{person}", person))
    store.rate(f"session-{person}", 3, f"{person}: {SECRET}")
    store.keep_check_in(CheckIn(person, "cushion", 1, NOON.utc_ms, "fine"))
    store.keep_draft(person, Draft(Answers({"head": (SECRET,)}), "you"))


@pytest.fixture
def store(either_store: Store) -> Store:
    for person in ("ann", "ben"):
        fill(either_store, person)
    either_store.keep_plan(PLAN)
    either_store.keep_settings(Settings(scheme="dark", current_person="ann", current_massager="gun"))
    return either_store


def everything_of(store: Store, person: str) -> tuple[object, ...]:
    return (
        [each for each in store.people() if each.id == person],
        store.screenings(person),
        store.clearances(person),
        store.stop_signs(person),
        store.draft(person),
        store.check_ins(person),
        store.records(person, 100),
        store.find(LogQuery(person, removed=True), 100),
        store.recent(person, 0),
        store.points(person),
    )


NOTHING: tuple[object, ...] = ([], (), (), (), None, (), (), (), (), ())


def test_all_of_somebody_is_gone_and_everybody_else_is_as_before(store: Store) -> None:
    before = everything_of(store, "ben")
    store.forget_person("ann")
    assert everything_of(store, "ann") == NOTHING
    assert everything_of(store, "ben") == before
    assert store.record("session-ann") is None
    assert store.people() == (BEN,)
    assert store.massagers() == (CUSHION, GUN)
    assert store.saved_plans("cushion") == (PLAN,)
    assert store.settings() == Settings(scheme="dark", current_person="", current_massager="gun")


def test_forgetting_somebody_else_leaves_the_chosen_person_chosen(store: Store) -> None:
    store.forget_person("ben")
    assert store.settings().current_person == "ann"


def test_nobody_is_forgotten_during_their_session(store: Store) -> None:
    store.keep_live(live_session("now"), "started", NOON)
    before = everything_of(store, "ann")
    with pytest.raises(StoreError) as of_one:
        store.forget_person("ann")
    with pytest.raises(StoreError) as of_all:
        store.forget_all()
    assert of_one.value.kind == of_all.value.kind == "other"
    assert everything_of(store, "ann") == before
    assert store.settings().current_person == "ann"
    store.forget_person("ben")
    assert store.people() == (ANN,)


def test_minutes_that_were_moved_to_somebody_forgotten_still_count_for_the_first(store: Store) -> None:
    moved = structs.replace(record("session-ben", "ben"), person="ann", sore_after=1, note=SECRET)
    store.change_records((moved,))
    store.forget_person("ann")
    (left,) = store.find(LogQuery("ben", removed=True), 10)
    assert left == structs.replace(
        record("session-ben", "ben"), sore_before=None, removed_utc_ms=record().ended.utc_ms
    )  # fmt: skip
    assert store.records("ben", 10) == ()
    assert store.recent("ben", NOON.utc_ms - DAY_MS) == (left,)


def test_a_session_that_was_moved_away_stays_with_who_has_it_and_names_nobody_else(store: Store) -> None:
    moved = structs.replace(record("session-ann"), person="ben", note="of ben")
    store.change_records((moved,))
    store.forget_person("ann")
    assert store.record("session-ann") == moved
    store.change_records((structs.replace(moved, sore_after=2),))
    assert store.record("session-ann") == structs.replace(moved, sore_after=2)


def test_forgetting_everything_leaves_how_the_program_looks(store: Store) -> None:
    store.forget_all()
    assert everything_of(store, "ann") == everything_of(store, "ben") == NOTHING
    assert (store.people(), store.massagers(), store.saved_plans("cushion")) == ((), (), ())
    assert store.settings() == Settings(scheme="dark")
    store.keep_person(ANN)
    assert store.people() == (ANN,)


def test_forgetting_nobody_known_is_nothing(store: Store) -> None:
    before = everything_of(store, "ann")
    store.forget_person("nobody")
    assert everything_of(store, "ann") == before


class TestOnDisk:
    @pytest.fixture
    def disk(self, folder: Path) -> SqliteStore:
        store = open_store(folder, NOON).store
        for each in (ANN, BEN):
            store.keep_person(each)
        store.keep_massager(CUSHION)
        fill(store, "ann")
        return store

    def test_not_one_of_their_words_is_left_in_any_file(self, disk: SqliteStore, folder: Path) -> None:
        assert any(SECRET.encode() in path.read_bytes() for path in folder.iterdir())
        disk.forget_person("ann")
        for path in folder.iterdir():
            content = path.read_bytes()
            for left in (b"secret", b"theirs", b"-ann", b'"ann"', b"Ann"):
                assert left not in content, path
        disk.close()

    def test_no_row_is_left_when_everything_goes(self, disk: SqliteStore, folder: Path) -> None:
        disk.keep_plan(PLAN)
        disk.forget_all()
        disk.close()
        connection = sqlite3.connect(folder / FILE_NAME)
        assert [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in EVERY_TABLE] == (
            [0] * len(EVERY_TABLE)
        )
        connection.close()
        again = open_store(folder, NOON)
        assert again.set_aside is None
        again.store.close()

    def test_somebody_who_looks_meanwhile_does_not_keep_it(self, disk: SqliteStore, folder: Path) -> None:
        looking = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        looking.execute("BEGIN")
        looking.execute("SELECT count(*) FROM person").fetchone()
        disk.forget_person("ann")
        assert everything_of(disk, "ann") == NOTHING
        looking.execute("ROLLBACK")
        looking.close()
        disk.close()

    def test_older_copies_are_named(self, disk: SqliteStore, folder: Path) -> None:
        assert disk.copies_left() == ()
        for name in (".schema-1", ".damaged-20261114-120000"):
            (folder / f"{FILE_NAME}{name}").write_bytes(b"older")
        assert [path.suffix for path in disk.copies_left()] == [".damaged-20261114-120000", ".schema-1"]
        disk.close()

    def test_what_stops_half_way_has_deleted_nothing(self, disk: SqliteStore, folder: Path) -> None:
        other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        other.execute("CREATE TRIGGER stuck BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'stuck'); END")
        before = everything_of(disk, "ann")
        with pytest.raises(StoreError):
            disk.forget_person("ann")
        assert everything_of(disk, "ann") == before
        assert other.execute("SELECT count(*) FROM forgetting").fetchone() == (0,)
        other.close()
        disk.close()

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM session",
            "DELETE FROM session_event",
            "DELETE FROM clearance",
            "DELETE FROM check_in",
            "DELETE FROM person",
            "INSERT INTO purging VALUES ('session-ann')",
            "INSERT INTO purging VALUES ('session-2')",
            "UPDATE check_in SET day = 3",
            "UPDATE stop_sign SET session = 'x' WHERE session IS NOT NULL",
            "UPDATE session SET person = 'ben'",
            "UPDATE session SET first_person = 'ben'",
            "UPDATE session SET used_ms = 0",
            "UPDATE session SET ending = 'finished'",
            "UPDATE session SET local_day = 0",
            "UPDATE session SET origin = 'manual'",
            "UPDATE session SET shelf = 1",
            "UPDATE session SET removed_utc_ms = 1",
            "UPDATE session SET sore_before = 11",
            "UPDATE session SET sore_next = -1",
        ],
    )
    def test_the_guards_hold_everywhere_else(self, disk: SqliteStore, folder: Path, statement: str) -> None:
        later = shifted(NOON, DAY_MS)
        disk.finish(record("session-2", started=later), "End", structs.replace(stop_sign("s"), session="session-2"))
        connection = sqlite3.connect(folder / FILE_NAME)
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
        connection.close()
        disk.close()
