"""Changes of the log that can be undone: what somebody may correct, the bin, and entries by hand.

What the timer measured is never changed here. Every change is one transaction of the store: where that fails, nothing
is half-done and what can be undone stays as it was. Nothing that was changed elsewhere meanwhile is overwritten.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, structs

from massage_companion.companion.log_bin import removal_utc_ms
from massage_companion.companion.ports import Clock, Store
from massage_companion.log.record import SessionRecord

_MOST_CHANGES = 100
"""As many can be undone; each holds its rows twice."""


class ChangeKind(StrEnum):
    """What a change did; its value names the words for it."""

    DELETE = "delete"
    RESTORE = "restore"
    ADD = "add"
    NOTE = "note"
    SORENESS = "soreness"
    MASSAGER = "massager"
    PERSON = "person"
    SEVERAL = "several"


class Change(Struct, frozen=True):
    """A change that was made: the rows as they were and as they are since."""

    kind: ChangeKind
    before: tuple[SessionRecord, ...]
    after: tuple[SessionRecord, ...]


class Correction(Struct, frozen=True):
    """Everything about a session that may be corrected, as it shall be. Soreness from 0 to 10, ``None`` not noted."""

    sore_before: int | None
    sore_after: int | None
    sore_next: int | None
    note: str
    massager: str
    massager_name: str
    person: str


class ChangedSinceError(Exception):
    """A row is not as this change left it, or is gone; nothing was written."""


def correction_of(record: SessionRecord) -> Correction:
    """The fields of a session that may be corrected, as they are."""
    return Correction(*(getattr(record, name) for name in Correction.__struct_fields__))


class LogChanges:
    """Does, undoes and redoes. Every method that writes raises StoreError, and ChangedSinceError where it says so."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def undoable(self) -> Change | None:
        """The change that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Change | None:
        """The change that ``redo`` would make again."""
        return self._undone[-1] if self._undone else None

    def forget(self) -> None:
        """Let nothing be undone any more, as when another person has the turn."""
        self._done.clear()
        self._undone.clear()

    def delete(self, sessions: Sequence[str]) -> Change:
        """Put sessions into the bin, all or none. ChangedSinceError where one is gone or there already."""
        before = tuple(self._row(name, in_bin=False) for name in sessions)
        person = before[0].person if before else ""
        removed = removal_utc_ms(self._store, person, self._clock.read())
        after = tuple(structs.replace(record, removed_utc_ms=removed) for record in before)
        return self._make(Change(ChangeKind.DELETE, before, after))

    def restore(self, sessions: Sequence[str]) -> Change:
        """Take sessions out of the bin, all or none. ChangedSinceError where one is gone or out already."""
        before = tuple(self._row(name, in_bin=True) for name in sessions)
        after = tuple(structs.replace(record, removed_utc_ms=None) for record in before)
        return self._make(Change(ChangeKind.RESTORE, before, after))

    def correct(self, shown: SessionRecord, wanted: Correction) -> Change | None:
        """Correct a session from how it was shown to how it shall be; ``None`` where both are the same.

        Fields that stay as shown are not touched. ChangedSinceError where a field to correct is not as shown any more.
        """
        fields = _differences(correction_of(shown), wanted)
        if not fields:
            return None
        now = self._row(shown.id, in_bin=False)
        if any(getattr(now, name) != getattr(shown, name) for name in fields):
            raise ChangedSinceError
        after = structs.replace(now, **fields)
        if "person" in fields:
            after = _moved(now, after)
        return self._make(Change(_kind_of(frozenset(fields)), (now,), (after,)))

    def add(self, record: SessionRecord) -> Change:
        """Add a session that no timer measured. Undoing it puts it into the bin."""
        removed = structs.replace(record, removed_utc_ms=removal_utc_ms(self._store, record.person, self._clock.read()))
        change = Change(ChangeKind.ADD, (removed,), (record,))
        return self._make(change, lambda rows: self._store.add_records(rows))

    def undo(self) -> Change | None:
        """Take the last change back; ``None`` where there is none.

        ChangedSinceError where what it changed was changed again elsewhere; that change is then forgotten, so that
        those before it can still be undone.
        """
        return self._turn_back(self._done, self._undone, lambda change: (change.after, change.before))

    def redo(self) -> Change | None:
        """Make the change again that was undone last; ``None`` where there is none. ChangedSinceError as in undo."""
        return self._turn_back(self._undone, self._done, lambda change: (change.before, change.after))

    def _make(self, change: Change, write: Callable[[tuple[SessionRecord, ...]], None] | None = None) -> Change:
        (write or self._store.change_records)(change.after)
        self._done.append(change)
        del self._done[:-_MOST_CHANGES]
        self._undone.clear()
        return change

    def _turn_back(
        self,
        source: list[Change],
        target: list[Change],
        way: Callable[[Change], tuple[tuple[SessionRecord, ...], tuple[SessionRecord, ...]]],
    ) -> Change | None:
        if not source:
            return None
        change = source[-1]
        try:
            rows = tuple(self._changed(old, new) for old, new in zip(*way(change), strict=True))
        except ChangedSinceError:
            source.pop()
            raise
        self._store.change_records(rows)
        target.append(source.pop())
        return change

    def _changed(self, old: SessionRecord, new: SessionRecord) -> SessionRecord:
        """The row as it is now, with what tells old from new as in new. What was changed beside that stays."""
        fields = _differences(old, new)
        now = self._store.record(old.id)
        if now is None or any(getattr(now, name) != getattr(old, name) for name in fields):
            raise ChangedSinceError
        return structs.replace(now, **fields)

    def _row(self, name: str, in_bin: bool) -> SessionRecord:
        record = self._store.record(name)
        if record is None or (record.removed_utc_ms is not None) != in_bin:
            raise ChangedSinceError
        return record


def _differences(old: Struct, new: Struct) -> dict[str, Any]:
    """The fields in which two values of a kind differ, as they are in the new one."""
    names = old.__struct_fields__
    return {name: getattr(new, name) for name in names if getattr(old, name) != getattr(new, name)}


def _moved(before: SessionRecord, after: SessionRecord) -> SessionRecord:
    """Whoever it was logged for at first is remembered: it goes on counting for their dose."""
    first = before.first_person or before.person
    return structs.replace(after, first_person="" if after.person == first else first)


def _kind_of(fields: frozenset[str]) -> ChangeKind:
    groups = {
        ChangeKind.NOTE: frozenset({"note"}),
        ChangeKind.SORENESS: frozenset({"sore_before", "sore_after", "sore_next"}),
        ChangeKind.MASSAGER: frozenset({"massager", "massager_name"}),
        ChangeKind.PERSON: frozenset({"person"}),
    }
    return next((kind for kind, names in groups.items() if fields <= names), ChangeKind.SEVERAL)
