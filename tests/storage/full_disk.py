"""A household on a disk that fills up: run as a program of its own, since the limit holds for the whole process.

    python -m tests.storage.full_disk FOLDER

For many sizes of the disk it does everything that writes, remembers what was said to be kept, then looks whether it
is. It prints what went wrong, a line for each, and nothing where all is well.
"""

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.companion.log_ports import CheckIn, LogQuery
from massage_companion.companion.ports import StoreError
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.storage.backup import write_backup
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.restore import look_into
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, clearance, live_session, record, screening, stop_sign

STEP = 1777
"""Bytes from one disk to the next: no round number, so that every part of a page is hit once."""

KINDS = {"full", "other"}
NOTE = "a note that needs some room " * 20

Deed = tuple[Callable[[SqliteStore], object], Callable[[SqliteStore], bool]]
DEEDS: dict[str, Deed] = {
    "person": (
        lambda s: s.keep_person(structs.replace(BEN, name="Benjamin")),
        lambda s: s.people()[-1].name == "Benjamin",
    ),
    "settings": (lambda s: s.keep_settings(Settings(language="zh")), lambda s: s.settings().language == "zh"),
    "plan": (
        lambda s: s.keep_plan(SavedPlan("p", CUSHION.id, "short", Plan(5))),
        lambda s: bool(s.saved_plans(CUSHION.id)),
    ),
    "check": (lambda s: s.complete_check(screening()), lambda s: bool(s.screenings("ann"))),
    "clearance": (lambda s: s.keep_clearance(clearance()), lambda s: bool(s.clearances("ann"))),
    "begin": (lambda s: s.keep_live(live_session(), "started", NOON), lambda s: True),
    "end": (lambda s: s.finish(record(), "End", stop_sign()), lambda s: s.record("session-1") is not None),
    "rate": (
        lambda s: s.rate("session-1", 3, NOTE),
        lambda s: (kept := s.record("session-1")) is None or kept.note == NOTE,
    ),
    "by hand": (
        lambda s: s.add_records((record("h1", minutes=5), record("h2", minutes=5))),
        lambda s: {"h1", "h2"} <= {each.id for each in s.find(LogQuery("ann"), 10)},
    ),
    "check-in": (
        lambda s: s.keep_check_in(CheckIn("ann", CUSHION.id, 3, NOON.utc_ms, "fine")),
        lambda s: bool(s.check_ins("ann")),
    ),
}


def main(folder: Path) -> int:
    """Try disks of many sizes; 1 where anything acknowledged was lost or anything refused was half-written."""
    wrong: list[str] = []
    fits = False
    for step in range(0, 400):
        place = folder / f"room-{step}"
        fits = try_with(place, step * STEP, wrong)
        if fits:
            break
    if not fits:
        wrong.append("no disk was large enough")
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


def try_with(folder: Path, room: int, wrong: list[str]) -> bool:
    """Whether everything fitted into so many bytes more than an empty household takes."""
    store = open_store(folder, NOON).store
    for person in (ANN, BEN):
        store.keep_person(person)
    store.keep_massager(CUSHION)
    largest = max(each.stat().st_size for each in folder.iterdir())
    kept: list[str] = []
    refused: list[str] = []
    with files_of_at_most(largest + room):
        for name, (do, _) in DEEDS.items():
            try:
                do(store)
                kept.append(name)
            except StoreError as error:
                refused.append(name)
                if error.kind not in KINDS:
                    wrong.append(f"room {room}: {name} was told as {error.kind}")
        backed_up = back_up(folder, wrong)
    store.close()
    look_again(folder, room, kept, wrong)
    if backed_up:
        look_into(folder, folder.parent / f"{folder.name}.zip")
    return not refused and backed_up


def back_up(folder: Path, wrong: list[str]) -> bool:
    """A backup that is whole, or none at all."""
    place = folder.parent / f"{folder.name}.zip"
    try:
        write_backup(folder, place, NOON)
    except StoreError as error:
        if error.kind not in KINDS:
            wrong.append(f"{folder.name}: the backup was told as {error.kind}")
        if place.exists() or any(each.name.startswith(".massage-companion-") for each in folder.parent.iterdir()):
            wrong.append(f"{folder.name}: a half backup was left")
        return False
    return True


def look_again(folder: Path, room: int, kept: list[str], wrong: list[str]) -> None:
    """What was acknowledged is there, and the file is sound."""
    opened = open_store(folder, NOON)
    if opened.set_aside is not None:
        wrong.append(f"room {room}: the database was damaged")
    opened.store.check_whole()
    wrong += [f"room {room}: {name} was lost" for name in kept if not DEEDS[name][1](opened.store)]
    by_hand = {"h1", "h2"} & {each.id for each in opened.store.find(LogQuery("ann"), 10)}
    if len(by_hand) == 1:
        wrong.append(f"room {room}: half of what was entered by hand is there")
    if "end" in kept and not opened.store.stop_signs("ann"):
        wrong.append(f"room {room}: an end without its stop sign")
    opened.store.close()
    if not (folder / FILE_NAME).exists():
        wrong.append(f"room {room}: the database is gone")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Every write beyond this size of a file fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
