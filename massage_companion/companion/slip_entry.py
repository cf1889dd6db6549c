"""What somebody typed from a doctor's slip, what is wrong with it, and the slip it describes.

Nothing is guessed: a date that is no date and a number that is no number are told, never mended. Whether the slip
clears anything is decided by the clearances.
"""

from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from massage_companion.companion.clearances import LONGEST_NAME, Slip, last_day
from massage_companion.companion.typed_number import whole_number
from massage_companion.eligibility.limits import Intensity, Limits

Field: TypeAlias = Literal["findings", "home", "by_whom", "given", "until", "minutes", "sessions_per_day"]
YesNo: TypeAlias = Literal["", "yes", "no"]

RANGES: Final[dict[Field, tuple[int, int]]] = {"minutes": (1, 240), "sessions_per_day": (1, 10)}
"""As in a manual; the program's own limits stay below."""

_EARLIEST, _LATEST = 1990, 2100

_FIELD_OF: Final[dict[str, Field]] = {
    "nothing_cleared": "findings",
    "no_doctor": "by_whom",
    "not_yet": "given",
    "before_stop_sign": "given",
    "no_since": "given",
    "too_long": "until",
    "over": "until",
}


class TypedDate(Struct, frozen=True):
    """A date as it was typed, in three parts so that nobody has to know an order."""

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def date(self) -> date | None:
        """The date that it is; ``None`` where it is none, or lies beyond what a slip can say."""
        day, month, year = (whole_number(part) for part in (self.day, self.month, self.year))
        if day is None or month is None or year is None or not _EARLIEST <= year <= _LATEST:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None


class SlipEntry(Struct, frozen=True):
    """The form as it stands. An empty number means that the slip does not give it.

    ``no_last_day`` says that the slip names none; the longest time counts then.
    """

    findings: frozenset[str] = frozenset()
    for_home: YesNo = ""
    by_whom: str = ""
    given: TypedDate = TypedDate()
    until: TypedDate = TypedDate()
    no_last_day: bool = False
    minutes: str = ""
    sessions_per_day: str = ""
    lowest_level: bool = False
    heat_off: bool = False

    @property
    def says_no(self) -> bool:
        """Whether the doctor did not approve: then there is nothing to limit and nothing that ends."""
        return self.for_home == "no"


class SlipProblem(Struct, frozen=True):
    """What is wrong with a field, by the name of its sentence; ``least`` and ``most`` are the numbers in it."""

    field: Field
    sentence: str
    least: int = 0
    most: int = 0


def slip_problems(entry: SlipEntry) -> tuple[SlipProblem, ...]:
    """What has to be typed first, in the order of the form; empty where there is a slip."""
    found: list[SlipProblem] = []
    if not entry.findings:
        found.append(problem_of("nothing_cleared"))
    if not entry.for_home:
        found.append(SlipProblem("home", "no_answer"))
    if not 1 <= len(entry.by_whom.strip()) <= LONGEST_NAME:
        found.append(problem_of("no_doctor"))
    if entry.given.date is None:
        found.append(SlipProblem("given", "no_date"))
    if entry.says_no:
        return tuple(found)
    if entry.until.date is None and not entry.no_last_day:
        found.append(SlipProblem("until", "no_last_day"))
    typed: tuple[tuple[Field, str], ...] = (
        ("minutes", entry.minutes),
        ("sessions_per_day", entry.sessions_per_day),
    )
    for field, text in typed:
        least, most = RANGES[field]
        number = whole_number(text)
        if text.strip() and (number is None or not least <= number <= most):
            found.append(SlipProblem(field, "no_number", least, most))
    return tuple(found)


def problem_of(clearance_problem: str) -> SlipProblem:
    """Where to say what a ClearanceError says. Raises KeyError for a problem that it does not have."""
    return SlipProblem(_FIELD_OF[clearance_problem], clearance_problem, most=LONGEST_NAME)


def slip_from(entry: SlipEntry) -> Slip:
    """The slip that the entry describes. Raises ValueError where it has problems."""
    given = entry.given.date
    if given is None or slip_problems(entry):
        raise ValueError("the entry has problems")
    until = None if entry.no_last_day or entry.says_no else entry.until.date
    limits = Limits(
        minutes=whole_number(entry.minutes),
        sessions_per_day=whole_number(entry.sessions_per_day),
        intensity=Intensity.LOW if entry.lowest_level else None,
        heat_allowed=not entry.heat_off,
    )
    return Slip(
        rules=entry.findings,
        for_home=entry.for_home == "yes",
        by_whom=entry.by_whom.strip(),
        given=given,
        until=until or last_day(given),
        limits=Limits() if entry.says_no else limits,
    )
