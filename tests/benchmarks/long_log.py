"""How a log of 100,000 sessions compares with one of 100. Run by hand:

    python -m tests.benchmarks.long_log [SESSIONS]

Each size has a process of its own, so that its peak memory is its own. Prints milliseconds (the best of five) and the
ratio of the two sizes. Compare ratios: the milliseconds of one machine change within an afternoon.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.household_values import record

START = Reading("bench", HOUR_MS, HOUR_MS, 1_000_000_000_000, 480, "CST")
PERSON = "7d1f" * 8
MASSAGERS = ("a0b1" * 8, "c2d3" * 8, "e4f5" * 8)
PAGE = 256
ROUNDS = 5
WORDS = ("neck", "shoulder", "left", "right", "stiff", "better", "worse", "after work", "a long day", "at the computer",
         "slept badly")  # fmt: skip
CHINESE = ("肩膀", "脖子", "好多了", "还有点酸", "左边", "右边", "睡得不好", "工作之后", "电脑前坐了一天")


def session(number: int, dice: random.Random) -> SessionRecord:
    """One of a long row, each a few hours after the one before."""
    started = shifted(START, number * 9 * HOUR_MS + dice.randrange(HOUR_MS))
    note = " ".join(dice.choices(WORDS, k=8)) if number % 2 else "，".join(dice.choices(CHINESE, k=4))
    made = record(f"{dice.getrandbits(128):032x}", PERSON, started=started, minutes=dice.randrange(1, 16))
    return structs.replace(
        made,
        massager=dice.choice(MASSAGERS),
        ending=dice.choices(list(Ending), (90, 6, 1, 3))[0],
        overtime_ms=dice.choice((0, 0, MINUTE_MS)),
        sore_before=dice.choice((None, *range(11))),
        sore_after=dice.choice((None, *range(11))),
        sore_next=dice.choice((None, *range(11))),
        note=f"{note} zebra" if number % 1000 == 0 else note,
    )


def fill(folder: Path, sessions: int) -> None:
    """A store with so many sessions, and nothing left in its write-ahead file."""
    store = open_store(folder, START).store
    store.keep_person(Person(PERSON, "Mei"))
    for name in MASSAGERS:
        store.keep_massager(Massager(name, name[:4], "cushion", frozenset(), heat_can_be_switched_off=True))
    dice = random.Random(1)
    for begin in range(0, sessions, 5000):
        store.add_records(tuple(session(number, dice) for number in range(begin, min(begin + 5000, sessions))))
    store.close()


def questions(sessions: int) -> dict[str, Callable[[SqliteStore], object]]:
    """What the log and the trends ask."""
    month = START.utc_ms + sessions * 9 * HOUR_MS - 30 * DAY_MS
    asked: dict[str, LogQuery] = {f"first page, {order.value}": LogQuery(PERSON, order=order) for order in Order}
    asked |= {
        f"filter: {name}": query
        for name, query in {
            "last 30 days": LogQuery(PERSON, since_utc_ms=month),
            "massager": LogQuery(PERSON, massager=MASSAGERS[1]),
            "felt wrong (1 %)": LogQuery(PERSON, endings=frozenset({Ending.FELT_WRONG})),
            "felt wrong, longest": LogQuery(PERSON, endings=frozenset({Ending.FELT_WRONG}), order=Order.LONGEST),
            "massager nobody used": LogQuery(PERSON, massager="none", order=Order.SOREST_AFTER),
            "bin": LogQuery(PERSON, removed=True),
        }.items()
    }
    texts = ("a", "zz", "ze", "zebra", "neck stiff", "computer slept", "酸", "肩膀", "好多了", "电脑前坐", "无")
    asked |= {f"search: {text}": LogQuery(PERSON, text=text) for text in texts}
    asked |= {f"search, longest: {text}": LogQuery(PERSON, text=text, order=Order.LONGEST) for text in texts}

    def page(query: LogQuery) -> Callable[[SqliteStore], object]:
        return lambda store: store.find(query, PAGE)

    def sums(query: LogQuery) -> Callable[[SqliteStore], object]:
        return lambda store: store.totals(query)

    return {
        **{name: page(query) for name, query in asked.items()},
        **{f"totals, {name}": sums(query) for name, query in asked.items() if "longest" not in name},
        "page deep in the log": lambda store: store.find(LogQuery(PERSON), PAGE, _middle(store, month)),
        "dose (recent)": lambda store: store.recent(PERSON, month),
        "count": lambda store: store.session_count(PERSON),
        "first sessions": lambda store: store.first_sessions(PERSON),
        "points, all": lambda store: store.points(PERSON),
        "points, last 90 days": lambda store: store.points(PERSON, month // DAY_MS - 60),
    }


def _middle(store: SqliteStore, month: int) -> SessionRecord:
    return store.find(LogQuery(PERSON, until_utc_ms=(START.utc_ms + month) // 2), 1)[0]


def measure(folder: Path, sessions: int) -> dict[str, float]:
    """Milliseconds by question, and peak memory in MiB before and after them."""
    measured: dict[str, float] = {}
    begun = time.perf_counter()
    store = open_store(folder, START).store
    measured["open"] = (time.perf_counter() - begun) * 1000
    for name, ask in questions(sessions).items():
        best = 1e9
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            ask(store)
            best = min(best, (time.perf_counter() - begun) * 1000)
        measured[name] = best
        if name.startswith("first page"):
            measured["peak MiB after the first pages"] = _peak_mib()
    measured["peak MiB at the end"] = _peak_mib()
    store.close()
    return measured


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Compare the two sizes."""
    if len(sys.argv) == 4:
        print(json.dumps(measure(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as temporary:
        for sessions in (100, many):
            folder = Path(temporary) / str(sessions)
            fill(folder, sessions)
            size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            print(f"{sessions} sessions: {size:.1f} MB")
            command = [sys.executable, "-m", "tests.benchmarks.long_log", "measure", str(folder), str(sessions)]
            found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    few, large = found
    print(f"{'':40} {100:>10} {many:>10} {'ratio':>7}")
    for name, value in large.items():
        print(f"{name:40} {few[name]:10.2f} {value:10.2f} {value / few[name]:7.2f}")


if __name__ == "__main__":
    main()
