"""Files damaged at random: nothing but StoreError ever comes out, and nobody who was blocked gets a permit."""

import random
import shutil
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.screening import Screening
from massage_companion.session.gate import Permit
from massage_companion.session.plan import Plan
from massage_companion.session.reading import HOUR_MS, MINUTE_MS, shifted
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.settings_file import SettingsFile
from massage_companion.storage.store import SqliteStore, open_store, read_store
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import record, stop_sign
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules

TIMES = 200
DIZZY = HEALTHY.with_answer("signs", ("clumsy-hands",))
BLOCKED = ("no check", "by an answer", "by a newer check", "by a stop sign", "by rest", "by the day", "by the bin",
           "by what went to another")  # fmt: skip


def checked(store: SqliteStore, person: str, answers: Answers, number: int = 1) -> None:
    store.complete_check(Screening(f"{person}-{number}", person, answers, "small-1", NOON.utc_ms - HOUR_MS))


def used(store: SqliteStore, person: str, hours_ago: float, number: int = 1) -> None:
    started = shifted(NOON, -round(hours_ago * HOUR_MS))
    session = record(f"session-{person}-{number}", person, started=started, minutes=10)
    store.finish(structs.replace(session, massager=KNEADER.id), "End", None)


def fill(store: SqliteStore) -> None:
    """Somebody who may start, and one person for every kind of no."""
    store.keep_massager(KNEADER)
    for name in ("free", *BLOCKED):
        store.keep_person(Person(name, name))
    for number in range(3):
        used(store, "free", 100 + number, number)
    checked(store, "free", HEALTHY)
    checked(store, "by an answer", DIZZY)
    for person in BLOCKED[2:]:
        checked(store, person, HEALTHY)
    checked(store, "by a newer check", DIZZY, 2)
    store.add_stop_sign(stop_sign("sign", "by a stop sign"))
    used(store, "by rest", 0.5)
    used(store, "by the day", 20, 1)
    used(store, "by the day", 10, 2)
    for person in ("by the bin", "by what went to another"):
        used(store, person, 0.5)
    (binned,), (moved,) = store.records("by the bin", 1), store.records("by what went to another", 1)
    store.change_records((structs.replace(binned, removed_utc_ms=NOON.utc_ms),))
    store.change_records((structs.replace(moved, person="by the day", note="not mine"),))


def permitted(store: SqliteStore) -> set[str]:
    """Who gets a permit now."""
    sessions = Sessions(small_rules(), store, FakeClock(), CountingIds())
    found: set[str] = set()
    for name in ("free", *BLOCKED):
        sessions.answer_today(name, FINE_TODAY)
        if isinstance(sessions.decide(name, KNEADER, Plan(5)), Permit):
            found.add(name)
    return found


def damaged(content: bytes, dice: random.Random) -> bytes:
    """The content with one of the damages that files suffer."""
    spoiled = bytearray(content)
    place = dice.randrange(len(spoiled))
    match dice.randrange(6):
        case 0:
            spoiled[place] ^= 1 << dice.randrange(8)
        case 1:
            for _ in range(dice.randrange(1, 40)):
                spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        case 2:
            del spoiled[place:]
        case 3:
            length = dice.choice([16, 512, 4096])
            spoiled[place : place + length] = bytes(len(spoiled[place : place + length]))
        case 4:
            pages = [bytes(spoiled[start : start + 4096]) for start in range(0, len(spoiled), 4096)]
            one, other = dice.randrange(len(pages)), dice.randrange(len(pages))
            pages[one] = pages[other]
            spoiled = bytearray(b"".join(pages))
        case _:
            spoiled[place:place] = dice.randbytes(dice.randrange(1, 100))
    return bytes(spoiled)


def look_at_everything(store: SqliteStore) -> None:
    """Every reading of the port, for everybody."""
    store.people()
    store.massagers()
    store.live()
    for name in BLOCKED:
        store.draft(name)
        store.stop_signs(name)
        store.records(name, 10)
        store.session_count(name)
        store.points(name)
        store.first_sessions(name)
        store.check_ins(name)
        for order in Order:
            store.find(LogQuery(name, order=order, text="not mine"), 10)
        store.totals(LogQuery(name, removed=True))
    store.saved_plans(KNEADER.id)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A folder with a sound database, closed in order."""
    folder = tmp_path / "sound"
    store = open_store(folder, NOON).store
    fill(store)
    assert permitted(store) == {"free"}
    store.close()
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_database_never_gives_a_permit_to_somebody_who_is_blocked(
    sound: Path, tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    content = (sound / FILE_NAME).read_bytes()
    for number in range(TIMES // 4):
        folder = tmp_path / str(number)
        folder.mkdir()
        spoiled = damaged(content, dice)
        (folder / FILE_NAME).write_bytes(spoiled)
        assert_never_permits(folder)
        shutil.rmtree(folder)


def test_a_damaged_write_ahead_file_never_forgets_what_came_before_its_last_commit(tmp_path: Path) -> None:
    """The last commit alone can look like the rest of a power cut; here that is a rating."""
    store = open_store(tmp_path / "open", NOON).store
    fill(store)
    store.rate("session-free-1", 2, "")
    content = {path.name: path.read_bytes() for path in (tmp_path / "open").iterdir()}
    wal = f"{FILE_NAME}-wal"
    last_commit = len(content[wal]) - 3 * (4096 + 24)
    dice = random.Random(7)
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(content[FILE_NAME])
        spoiled = bytearray(content[wal])
        spoiled[dice.randrange(last_commit)] ^= 1 << dice.randrange(8)
        (folder / wal).write_bytes(spoiled)
        assert_never_permits(folder)
    store.close()


def assert_never_permits(folder: Path) -> None:
    try:
        looking = read_store(folder)
        if looking is not None:
            assert permitted(looking) <= {"free"}
            looking.close()
    except StoreError:
        pass
    try:
        opened = open_store(folder, NOON)
    except StoreError:
        return
    try:
        assert permitted(opened.store) <= {"free"}
        look_at_everything(opened.store)
        checked(opened.store, "free", HEALTHY, 9)
    except StoreError:
        pass
    finally:
        opened.store.close()


def test_damaged_settings_stop_nothing(tmp_path: Path) -> None:
    dice = random.Random(3)
    file = SettingsFile(tmp_path)
    file.keep(file.read())
    content = (tmp_path / "settings.json").read_bytes()
    for _ in range(TIMES):
        (tmp_path / "settings.json").write_bytes(damaged(content, dice))
        read = SettingsFile(tmp_path).read()
        assert read.scheme in ("system", "light", "dark")
        assert 100 <= read.text_percent <= 200


def test_a_session_that_was_damaged_still_rests(tmp_path: Path) -> None:
    """The fixture's household stays blocked for the right reasons, and is free again when they are over."""
    store = open_store(tmp_path, NOON).store
    fill(store)
    later = FakeClock(shifted(NOON, 45 * MINUTE_MS))
    sessions = Sessions(small_rules(), store, later, CountingIds())
    sessions.answer_today("by rest", FINE_TODAY)
    assert isinstance(sessions.decide("by rest", KNEADER, Plan(5)), Permit)
    store.close()


@pytest.mark.parametrize("cut", [1, 4000, 4096, 4120])
def test_what_a_power_cut_left_of_the_last_commit_is_no_damage(tmp_path: Path, cut: int) -> None:
    store = open_store(tmp_path / "open", NOON).store
    fill(store)
    store.rate("session-free-1", 2, "")
    folder = tmp_path / "cut"
    shutil.copytree(tmp_path / "open", folder)
    store.close()
    wal = folder / f"{FILE_NAME}-wal"
    wal.write_bytes(wal.read_bytes()[:-cut])
    again = open_store(folder, NOON)
    assert again.set_aside is None
    row = again.store.record("session-free-1")
    assert row is not None
    assert row.sore_after is None
    assert permitted(again.store) == {"free"}
    again.store.close()
