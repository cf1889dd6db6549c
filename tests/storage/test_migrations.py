"""Every database that a released version ever wrote can be opened, and nothing in it is lost."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from massage_companion.companion.log_ports import CheckIn, LogQuery, LogTotals
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.log.record import Origin
from massage_companion.session.reading import DAY_MS, MINUTE_MS
from massage_companion.session.states import Ending, Running
from massage_companion.storage import schema_check
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.migrations import SCHEMA_VERSION, migrate, statements, version_of
from massage_companion.storage.schema import FINGERPRINTS, STEPS
from massage_companion.storage.store import SqliteStore, open_store, read_store
from tests.support.fake_clock import NOON

MUSEUM = Path(__file__).resolve().parents[1] / "museum"
MORE = (*STEPS, "ALTER TABLE person ADD COLUMN later TEXT; CREATE TABLE later (a INTEGER) STRICT;")


SINCE_DAY = 20_771
"""The local day of the museum's noon, in China: 14 November 2026."""


@pytest.fixture
def sample(folder: Path, request: pytest.FixtureRequest) -> Path:
    """A data folder with the database of a released schema."""
    folder.mkdir()
    shutil.copyfile(MUSEUM / f"v{request.param}.sqlite", folder / FILE_NAME)
    return folder


every_schema = pytest.mark.parametrize("sample", range(1, SCHEMA_VERSION + 1), indirect=True)
schema_1 = pytest.mark.parametrize("sample", [1], indirect=True)


def assert_all_is_there(store: SqliteStore) -> None:
    assert [person.name for person in store.people()] == ["Ann", "张三"]
    assert [(person.sound, person.next_morning, person.check_ins) for person in store.people()] == (
        [("bell", None, True)] * 2
    )
    assert [(massager.id, massager.retired) for massager in store.massagers()] == [("cushion", False), ("gun", True)]
    assert [check.answers for check in store.screenings("ann")] == [
        Answers({"head-signs": ("none",), "age": 40, "illnesses": ("diabetes", "unsure")})
    ]
    draft = store.draft("ben")
    assert draft is None or draft.page == "body-signs"
    assert [clearance.rules for clearance in store.clearances("ann")] == [frozenset({"R25"})]
    assert [(sign.session, sign.settled) for sign in store.stop_signs("ann")] == [("session-2", False)]
    assert [(row.id, row.sore_after, row.note) for row in store.records("ann", 10)] == [
        ("session-2", None, ""),
        ("session-1", 3, "Better. 好多了"),
    ]
    live = store.live()
    assert live is not None
    assert isinstance(live.state, Running)


@every_schema
def test_a_database_of_every_released_schema_opens_with_all_that_is_in_it(sample: Path) -> None:
    opened = open_store(sample, NOON)
    assert opened.set_aside is None
    assert_all_is_there(opened.store)
    opened.store.close()


@every_schema
def test_and_it_can_be_looked_at_as_it_is(sample: Path) -> None:
    before = (sample / FILE_NAME).read_bytes()
    looking = read_store(sample)
    assert looking is not None
    assert_all_is_there(looking)
    assert looking.totals(LogQuery("ann", text="好多")).sessions == 1
    with pytest.raises(StoreError) as raised:
        looking.rate("session-1", 1, "")
    assert raised.value.kind == "read_only"
    looking.close()
    assert [path.name for path in sample.iterdir()] == [FILE_NAME]
    assert (sample / FILE_NAME).read_bytes() == before


@every_schema
def test_what_was_there_can_be_searched_sorted_and_added_up(sample: Path) -> None:
    store = open_store(sample, NOON).store
    assert store.totals(LogQuery("ann")) == LogTotals(2, 20 * MINUTE_MS)
    assert [row.id for row in store.find(LogQuery("ann", text="好多"), 10)] == ["session-1"]
    assert [row.id for row in store.find(LogQuery("ann", text="BETTER"), 10)] == ["session-1"]
    assert store.totals(LogQuery("ann", endings=frozenset({Ending.FINISHED}))).sessions == 2
    points = [(point.day, point.minute, point.used_ms, point.sore_after) for point in store.points("ann")]
    noon_in_china = 20 * 60
    assert points == [(SINCE_DAY, noon_in_china, 10 * MINUTE_MS, 3), (SINCE_DAY + 1, noon_in_china, 600_000, None)]
    recent = [row.id for row in store.recent("ann", 0)]
    assert [name for name in recent if name in ("session-1", "session-2")] == ["session-2", "session-1"]
    store.finish(store.records("ann", 1)[0], "End", None)
    store.close()


@pytest.mark.parametrize("sample", range(2, SCHEMA_VERSION + 1), indirect=True)
def test_what_schema_2_brought_is_there(sample: Path) -> None:
    store = open_store(sample, NOON).store
    (plan,) = store.saved_plans("cushion")
    assert [phase.name for phase in plan.plan.phases] == ["left", "右边"]
    assert [each.answer for each in store.check_ins("ann")] == ["fine"]
    assert store.check_ins("ann") == (CheckIn("ann", "cushion", 1, 1_794_657_600_000 + DAY_MS, "fine"),)
    whole, typed, moved = store.find(LogQuery("ben"), 10)
    assert (whole.signs, len(whole.phases), whole.note) == (("S03", "S05"), 2, "脖子 stiff")
    assert (typed.origin, typed.sore_before, typed.sore_next) == (Origin.MANUAL, 5, 2)
    assert (moved.person, moved.first_person, moved.sore_after) == ("ben", "ann", 1)
    assert [row.id for row in store.find(LogQuery("ben", removed=True), 10)] == ["session-6"]
    assert "session-7" in {row.id for row in store.recent("ann", 0)}
    (sign,) = store.stop_signs("ben")
    assert sign.moment is not None
    assert (sign.moment.phase, sign.note) == ("left", "Left. 左边")
    store.close()


@schema_1
def test_a_row_that_was_damaged_before_a_migration_is_not_invented_by_it(sample: Path) -> None:
    connection = sqlite3.connect(sample / FILE_NAME, isolation_level=None)
    guard = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'session_facts_stay'").fetchone()[0]
    connection.execute("DROP TRIGGER session_facts_stay")
    connection.execute("UPDATE session SET body = replace(body, '600000', '700000') WHERE id = 'session-1'")
    connection.execute("UPDATE session SET body = '{' WHERE id = 'session-2'")
    connection.execute(guard)
    connection.close()
    store = open_store(sample, NOON).store
    for row in store.records("ann", 10):
        assert (row.ending, row.used_ms, row.sore_before) == (Ending.UNCONFIRMED, 0, None)
        assert row.at_most_ms >= 10 * MINUTE_MS
    assert store.totals(LogQuery("ann", endings=frozenset({Ending.UNCONFIRMED}))) == LogTotals(2, 0)
    assert [point.used_ms for point in store.points("ann")] == [0, 0]
    assert [row.note for row in store.find(LogQuery("ann", text="better"), 10)] == ["Better. 好多了"]
    store.close()


@schema_1
def test_what_a_person_said_before_a_session_moves_to_its_column(sample: Path) -> None:
    store = open_store(sample, NOON).store
    connection = sqlite3.connect(sample / FILE_NAME)
    filled = connection.execute(
        "SELECT sore_before, used_ms, ending, origin, shelf, search FROM session WHERE id = 'session-1'"
    ).fetchone()
    signs = connection.execute("SELECT session FROM stop_sign").fetchall()
    waiting = connection.execute("SELECT ending, shelf FROM session WHERE live = 1").fetchone()
    connection.close()
    assert filled == (None, 10 * MINUTE_MS, "finished", "timer", 0, "better. 好多了")
    assert signs == [("session-2",)]
    assert waiting == (None, None)
    store.close()


def test_the_newest_schema_has_its_sample() -> None:
    assert (MUSEUM / f"v{SCHEMA_VERSION}.sqlite").exists()


def test_the_schema_is_known_by_its_checksum() -> None:
    made = []
    for version in range(SCHEMA_VERSION + 1):
        with closing(schema_check.model_of(version)) as model:
            made.append(schema_check.fingerprint(model))
    assert tuple(made) == FINGERPRINTS


def test_a_migration_keeps_a_sound_copy_of_what_was_there(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    migrate(connection, folder / FILE_NAME, MORE)
    assert version_of(connection) == len(MORE)
    assert connection.execute("SELECT count(*), max(later) FROM person").fetchone() == (2, None)
    connection.close()
    copy = folder / f"{FILE_NAME}.schema-{len(STEPS)}"
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert kept.execute("SELECT count(*) FROM person").fetchone() == (2,)
    kept.close()


def test_a_copy_never_replaces_an_earlier_one(store: SqliteStore, folder: Path) -> None:
    store.close()
    earlier = folder / f"{FILE_NAME}.schema-{len(STEPS)}"
    earlier.write_text("kept")
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    migrate(connection, folder / FILE_NAME, MORE)
    connection.close()
    assert earlier.read_text() == "kept"
    assert Path(f"{earlier}-2").exists()


def test_a_migration_that_fails_leaves_everything_as_it_was(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(
            connection, folder / FILE_NAME, (*MORE, "CREATE TABLE other (a INTEGER) STRICT; ALTER TABLE no DROP x;")
        )
    assert version_of(connection) == len(STEPS)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('later', 'other')").fetchone() == (0,)
    connection.close()
    again = open_store(folder, NOON)
    assert again.set_aside is None
    assert len(again.store.people()) == 2
    again.store.close()


def test_what_cannot_be_copied_whole_is_not_migrated(store: SqliteStore, folder: Path) -> None:
    store.close()
    file = folder / FILE_NAME
    content = bytearray(file.read_bytes())
    content[2 * 4096 : 3 * 4096] = bytes(4096)
    file.write_bytes(content)
    connection = sqlite3.connect(file, isolation_level=None)
    with pytest.raises(sqlite3.DatabaseError):
        migrate(connection, file, MORE)
    assert version_of(connection) == len(STEPS)
    connection.close()


def test_a_step_is_cut_into_whole_statements() -> None:
    script = "CREATE TABLE a (b TEXT DEFAULT ';');\nCREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT 1; SELECT 2; END;"
    assert statements(script) == [script.split("\n")[0], script.split("\n")[1]]
