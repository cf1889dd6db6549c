"""What the log, the saved plans and the check-ins need from the store. Each method is one transaction."""

from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from massage_companion.log.point import Point
from massage_companion.log.record import SessionRecord
from massage_companion.session.plan import SavedPlan
from massage_companion.session.states import Ending


class Order(StrEnum):
    """How rows of the log are sorted. Equal ones follow by start, the latest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    SOREST_BEFORE = "sorest_before"
    SOREST_AFTER = "sorest_after"


class LogQuery(Struct, frozen=True):
    """Which rows of one person's log. Empty fields do not narrow.

    Each word of ``text`` has to be somewhere in the note, in any order, in upper or lower case; no sign in it means
    anything but itself. ``since_utc_ms`` is included, ``until_utc_ms`` is not. ``removed`` shows the bin instead.
    """

    person: str
    since_utc_ms: int | None = None
    until_utc_ms: int | None = None
    massager: str | None = None
    endings: frozenset[Ending] = frozenset()
    text: str = ""
    order: Order = Order.NEWEST
    removed: bool = False


class LogTotals(Struct, frozen=True):
    """How many sessions a query finds, and their massage time in ms, overtime included."""

    sessions: int
    used_ms: int


class CheckIn(Struct, frozen=True):
    """A question about late signs, asked once: ``day`` is 1, 3, 7 or 21 days after the first session.

    ``answer`` is ``fine``, ``signs`` (something was reported) or ``skipped``.
    """

    person: str
    massager: str
    day: int
    answered_utc_ms: int
    answer: str


class LogStore(Protocol):
    """The finished sessions. Those in the bin are in no result unless a query asks for them."""

    def find(self, query: LogQuery, limit: int, after: SessionRecord | None = None) -> tuple[SessionRecord, ...]:
        """Rows in the query's order; ``after`` is the last row already seen."""
        ...

    def totals(self, query: LogQuery) -> LogTotals:
        """Sums over all rows of a query."""
        ...

    def points(self, person: str, since_day: int | None = None) -> tuple[Point, ...]:
        """What trends are computed from, the earliest start first; ``since_day`` as in Point."""
        ...

    def add_records(self, records: tuple[SessionRecord, ...]) -> None:
        """Add finished sessions that no timer of this program measured, all or none; ids that are there stay as is.

        ``signs`` are not kept: they come from stop signs. StoreError (``other``) where a person or massager is unknown.
        """
        ...

    def change_records(self, records: tuple[SessionRecord, ...]) -> None:
        """Correct finished sessions, all or none: ratings, note, person, massager (with its name), bin.

        ``first_person`` and ``signs`` of the records do not matter: the store remembers who the first one was.
        StoreError (``other``) where a row is missing or anything else would change.
        """
        ...

    def purge_removed(self, before_utc_ms: int) -> int:
        """Delete for good what went to the bin before an instant; how many that were."""
        ...

    def first_sessions(self, person: str) -> dict[str, int]:
        """By massager, when its first session that still stands began (Unix time in ms)."""
        ...


class PlanStore(Protocol):
    """Plans kept under a name."""

    def saved_plans(self, massager: str) -> tuple[SavedPlan, ...]:
        """The plans of a massager, in the order in which they were made."""
        ...

    def keep_plan(self, plan: SavedPlan) -> None:
        """Add a plan or change the one with that id."""
        ...

    def drop_plan(self, plan: str) -> None:
        """Forget a plan; nothing happens where there is none."""
        ...


class CheckInStore(Protocol):
    """Answers to check-ins. One for each person, massager and day, the first one given."""

    def check_ins(self, person: str) -> tuple[CheckIn, ...]:
        """All of a person."""
        ...

    def keep_check_in(self, check_in: CheckIn) -> None:
        """Remember that it was asked and what was said. A second answer to the same one changes nothing."""
        ...
