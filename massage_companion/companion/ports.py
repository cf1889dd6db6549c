"""What the use cases need from the world: a clock, new ids and a store. Each store method is one transaction.

The fakes of the tests and the real adapters in ``storage`` fulfil the same promises.
"""

from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import CheckInStore, LogStore, PlanStore
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import Session, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading
from massage_companion.session.states import Live
from massage_companion.session.stop_sign import StopSign


class StoreError(Exception):
    """The store could not do it; nothing was half-written. ``kind`` names the cause for the message shown.

    Kinds: ``full`` (disk), ``read_only``, ``locked``, ``damaged``, ``newer`` (schema), ``gone`` (folder), ``other``.
    """

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


class Draft(Struct, frozen=True):
    """A check that was left half-way. It never counts as a check. ``visits``, ``carried``, ``changes`` as in a walk.

    ``begun_utc_ms`` is when its first answers were kept; 0, older than anything, where that is not known.
    """

    answers: Answers
    page: str | None
    visits: frozenset[str] | None = None
    carried: bool = False
    changes: tuple[str, ...] = ()
    begun_utc_ms: int = 0


class LiveSession(Struct, frozen=True):
    """The one session that has no end yet, as it stands in the store."""

    session: Session
    state: Live


class Clock(Protocol):
    """All clocks at once."""

    def read(self) -> Reading:
        """What the clocks say now."""
        ...


class Ids(Protocol):
    """New names for new things."""

    def new(self) -> str:
        """An id that was never given before."""
        ...


class HouseholdStore(Protocol):
    """People, massagers, settings."""

    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they came."""
        ...

    def keep_person(self, person: Person) -> None:
        """Add a person or change the one with that id."""
        ...

    def massagers(self) -> tuple[Massager, ...]:
        """Every massager, retired ones too, in the order in which they came."""
        ...

    def keep_massager(self, massager: Massager) -> None:
        """Add a massager or change the one with that id."""
        ...

    def settings(self) -> Settings:
        """The settings; what cannot be read is at its default."""
        ...

    def keep_settings(self, settings: Settings) -> None:
        """Replace the settings."""
        ...

    def forget_person(self, person: str) -> None:
        """Delete everything about a person for good, all of it or nothing.

        StoreError (``other``) where the live session is theirs. A session that was measured for somebody else and
        moved to them goes back to that person's bin, without rating and note, so that its minutes still count.
        """
        ...

    def forget_all(self) -> None:
        """Delete everything for good but how the program looks. StoreError (``other``) where a session is live."""
        ...


class CheckStore(Protocol):
    """Safety checks: append-only, newest first."""

    def screenings(self, person: str) -> tuple[Screening, ...]:
        """All completed checks of a person, the newest first."""
        ...

    def complete_check(self, screening: Screening) -> None:
        """Add a completed check, drop the draft, and settle the person's open stop signs."""
        ...

    def draft(self, person: str) -> Draft | None:
        """The check that was left half-way."""
        ...

    def keep_draft(self, person: str, draft: Draft | None) -> None:
        """Remember where the person is in the check, or forget it."""
        ...

    def clearances(self, person: str) -> tuple[Clearance, ...]:
        """All clearances of a person, the newest first."""
        ...

    def keep_clearance(self, clearance: Clearance) -> None:
        """Add a clearance, or withdraw the one with that id."""
        ...

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        """All stop signs of a person, settled ones too, the newest first."""
        ...

    def add_stop_sign(self, sign: StopSign) -> None:
        """Add a stop sign. It drops the person's half-way check: answers from before it must not settle it."""
        ...


class SessionStore(Protocol):
    """The running session and the log."""

    def live(self) -> LiveSession | None:
        """The session without an end, if there is one."""
        ...

    def keep_live(self, live: LiveSession, event: str, at: Reading) -> None:
        """Begin or update the live session and note the event. StoreError where another one is live."""
        ...

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        """End the live session: its row goes to the log, with the stop sign if there is one.

        A stop sign drops the person's half-way check: answers from before it must not settle it.
        """
        ...

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        """Write the rating and note of a finished session."""
        ...

    def record(self, session: str) -> SessionRecord | None:
        """One row of the log, in the bin or not."""
        ...

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        """Rows of the log, the latest start first; ``before`` is (started_utc_ms, id) of the last row already seen."""
        ...

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        """At least the rows that ended at or after an instant, and any dated later than now, the latest written first.

        Those in the bin too, but for manual entries; and those that were moved from or to the person. The order is
        that in which the timer of this program wrote them. Those that were added in another way come last, as if they
        had been written before all others: when they were written says nothing about when they were.
        """
        ...

    def session_count(self, person: str, massager: str | None = None) -> int:
        """How many sessions the log holds, those in the bin not counted."""
        ...


class Store(HouseholdStore, CheckStore, SessionStore, LogStore, PlanStore, CheckInStore, Protocol):
    """Everything that is kept."""

    def together(self) -> AbstractContextManager[None]:
        """Everything written inside is kept whole, or nothing of it. Settings have a file of their own."""
        ...
