"""Logs for pictures: a week, a year that got better or worse, and one in which the neck got no better at all."""

from enum import Enum
from random import Random

from msgspec import Struct, structs

from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.plan import Phase
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending

_WEEK = (
    # hours ago, minutes, seconds over, sore before, sore after, level, how it ended
    (26.5, 15, 0, 5, 2, Intensity.MEDIUM, Ending.FINISHED),
    (49.0, 10, 4, 4, 3, Intensity.LOW, Ending.FINISHED),
    (66.3, 6, 0, 4, 5, Intensity.LOW, Ending.FELT_WRONG),
    (90.1, 15, 92, 6, 3, Intensity.MEDIUM, Ending.FINISHED),
    (120.7, 12, 0, 5, 4, Intensity.LOW, Ending.STOPPED_EARLY),
    (140.2, 10, 9, 3, 2, Intensity.MEDIUM, Ending.FINISHED),
    (165.0, 15, 0, 4, None, Intensity.LOW, Ending.UNCONFIRMED),
)


class Course(Enum):
    """How a year went: soreness before at its start and its end, and what a session and a night change."""

    BETTER = (6.4, 3.4, -2.2, -1.8)
    MIXED = (5.0, 5.0, -0.1, 0.1)
    WORSE = (4.2, 6.6, 0.9, 0.7)


class Told(Struct, frozen=True):
    """Whose sessions they are, with what they were done, and the words for a note and for two parts."""

    person: str
    massagers: tuple[tuple[str, str], ...]
    note: str
    parts: tuple[str, str]


def week(told: Told, now: Reading) -> list[SessionRecord]:
    """Seven sessions of every kind, one entered by hand, one with parts, one rated the next morning."""
    rows = []
    for number, (ago, minutes, over, before, after, level, ending) in enumerate(_WEEK):
        row = _row(told, f"s{number}", shifted(now, -round(ago * HOUR_MS)), minutes, level)
        at_most = row.used_ms + over * 1000 + (9 * MINUTE_MS if ending is Ending.UNCONFIRMED else 0)
        rows.append(
            structs.replace(
                row, ended=shifted(row.ended, over * 1000), overtime_ms=over * 1000, at_most_ms=at_most,
                ending=ending, heat=number % 2 == 0, planned_minutes=15, sore_before=before, sore_after=after,
            )
        )  # fmt: skip
    left, right = told.parts
    rows[0] = structs.replace(rows[0], phases=(Phase(left, 8), Phase(right, 7)), sore_next=3, note=told.note)
    rows[3] = structs.replace(rows[3], note=told.note)
    rows[5] = structs.replace(rows[5], origin=Origin.MANUAL, ending=Ending.FINISHED, overtime_ms=0)
    return rows


def year(told: Told, now: Reading, course: Course, weeks: int = 52) -> list[SessionRecord]:
    """Two or three sessions a week, some without a rating. The same each time."""
    first, last, change, night = course.value
    chance = Random(5)
    rows: list[SessionRecord] = []
    for number in range(weeks):
        usual = first + (last - first) * number / max(1, weeks - 1)
        for day in sorted(chance.sample(range(7), chance.choice((2, 3, 3)))):
            days_ago = 7 * (weeks - number) - day
            hour = chance.choice((8, 9, 19, 20, 20, 21)) - 12
            started = shifted(now, -days_ago * DAY_MS + hour * HOUR_MS + chance.randrange(50) * MINUTE_MS)
            row = _row(told, f"y{number}-{day}", started, chance.choice((5, 10, 10, 15)), Intensity.LOW)
            before = _rating(usual + chance.gauss(0, 1))
            rows.append(
                structs.replace(
                    row,
                    massager=told.massagers[len(rows) % 4 == 3][0],
                    massager_name=told.massagers[len(rows) % 4 == 3][1],
                    sore_before=before if chance.random() < 0.9 else None,
                    sore_after=_rating(before + change + chance.gauss(0, 0.8)),
                    sore_next=_rating(before + night + chance.gauss(0, 0.9)) if chance.random() < 0.6 else None,
                )
            )
    return rows


def no_better(told: Told, now: Reading) -> list[SessionRecord]:
    """Six weeks of use, and the neck is as sore as on the first day: a doctor should look at it."""
    chance = Random(3)
    rows = []
    for days_ago in range(43, 0, -1):
        row = _row(told, f"n{days_ago}", shifted(now, -days_ago * DAY_MS + 7 * HOUR_MS), 10, Intensity.LOW)
        before = chance.choice((6, 6, 7))
        rows.append(structs.replace(row, sore_before=before, sore_after=before, sore_next=before))
    return rows


def _rating(soreness: float) -> int:
    return max(0, min(10, round(soreness)))


def _row(told: Told, name: str, started: Reading, minutes: int, level: Intensity) -> SessionRecord:
    used = minutes * MINUTE_MS
    massager, called = told.massagers[0]
    return SessionRecord(
        name, told.person, massager, called, started, shifted(started, used), minutes, level, False, Ending.FINISHED,
        used, 0, 0, used,
    )  # fmt: skip
