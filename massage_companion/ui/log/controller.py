"""Ties the log's pages to its use cases: what is pressed in, rows and sentences out.

It shows one person's sessions; with another person everything begins anew, and nothing of before can be undone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.log_changes import Change, ChangedSinceError, ChangeKind, LogChanges
from massage_companion.companion.manual_entry import ManualEntries
from massage_companion.companion.ports import Clock, Ids, Store, StoreError
from massage_companion.companion.wall_time import LocalTime
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.log.bin_desk import BinDesk
from massage_companion.ui.log.changes_in_words import done, redo_name, redone, undo_name, undone
from massage_companion.ui.log.foot_bar import FootBar
from massage_companion.ui.log.forms import LogForms
from massage_companion.ui.log.local_time import system_local_time
from massage_companion.ui.log.log_desk import LogDesk
from massage_companion.ui.widgets.screens import Screens


class LogController(QObject):
    """``export_wanted(format)``: "csv", "json" or "ics"; ``import_wanted()``, ``report_wanted()``.

    ``changed()`` after the log was changed, ``failed(StoreError)``. ``screens`` is what to show.
    """

    export_wanted = Signal(str)
    import_wanted = Signal()
    report_wanted = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ids: Ids,
        texts: RuleTexts,
        words: Words,
        parent: QObject | None = None,
        local_time: LocalTime = system_local_time,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._words = words
        self._changes = LogChanges(store, clock)
        self._person: Person | None = None
        self._bin: BinDesk | None = None
        self.screens = Screens()
        self._log = LogDesk(store, clock, texts, words, local_time, self)
        self.screens.add(self._log.screen)
        entries = ManualEntries(store, clock, ids, local_time)
        self._forms = LogForms(store, clock, self._changes, entries, words, self.screens, self)
        self._connect()

    def show_for(self, person: Person) -> None:
        """Show the log of this person, read anew. What is being typed stays as long as the person does."""
        is_another = self._person is None or person.id != self._person.id
        self._person = person
        if is_another:
            self._begin(person)
        elif not self._forms.is_open:
            self._read_anew()

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        if self._bin is not None and self._bin.is_open:
            self._bin.page.take_focus()
        elif not self._forms.is_open:
            self._log.screen.take_focus()

    def _begin(self, person: Person) -> None:
        self._changes.forget()
        self._forms.close()
        self.screens.show_screen(self._log.screen)
        self._log.begin(person)
        self._say("")

    def _edit(self, session: str) -> None:
        def open_form() -> None:
            record = self._store.record(session)
            if record is not None and record.removed_utc_ms is None:
                self._forms.edit(record)

        self._guarded(open_form)

    def _add(self) -> None:
        if self._person is not None:
            person = self._person
            self._guarded(lambda: self._forms.add(person))

    def _delete(self, sessions: tuple[str, ...]) -> None:
        self._guarded(lambda: self._take_in(self._changes.delete(sessions)))

    def _restore(self, sessions: tuple[str, ...]) -> None:
        self._guarded(lambda: self._take_in(self._changes.restore(sessions)))

    def _undo(self) -> None:
        self._turn(self._changes.undo, undone)

    def _redo(self) -> None:
        self._turn(self._changes.redo, redone)

    def _turn(self, turn: Callable[[], Change | None], told: Callable[[Change, Words], str]) -> None:
        def do() -> None:
            change = turn()
            if change is None:
                self._say(self._words("log.undo.nothing"))
                return
            self._read_anew()
            self._say(told(change, self._words))
            self.changed.emit()

        self._guarded(do)

    def _take_in(self, change: Change) -> None:
        """Show what was done, and offer to take it back."""
        if change.kind is ChangeKind.DELETE:
            self._log.take_away(change.before)
        else:
            self._read_anew()
        people = {person.id: person.name for person in self._store.people()}
        self._say(done(change, people, self._words))
        self.changed.emit()

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do it; what cannot be done is said, and what is shown is read anew."""
        try:
            act()
        except ChangedSinceError:
            self._read_anew()
            self._say(self._words("log.undo.not_now"))
        except StoreError as error:
            self.failed.emit(error)

    def _read_anew(self) -> None:
        self._log.refresh()
        if self._bin is not None and self._bin.is_open:
            self._bin.refresh()
        self._offer_undo()

    def _open_bin(self) -> None:
        if self._person is None:
            return
        if self._bin is None:
            self._bin = BinDesk(self._store, self._clock, self._words, self.screens, self)
            self._bin.restore_wanted.connect(self._restore)
            self._bin.left.connect(self._leave_bin)
            self._bin.failed.connect(self.failed)
            self._connect_foot(self._bin.page.foot)
        self._bin.open(self._person)
        self._say("")

    def _leave_bin(self) -> None:
        self.screens.show_screen(self._log.screen)
        self._log.refresh()
        self._say("")
        self._log.screen.take_focus()

    def _say(self, text: str) -> None:
        """Say it on the page that is shown; what was said before is gone everywhere."""
        self._offer_undo()
        in_bin = self._bin is not None and self._bin.is_open
        for foot in self._feet():
            foot.say(text if (foot is not self._log.screen.foot) == in_bin else "")

    def _offer_undo(self) -> None:
        undo, redo = undo_name(self._changes.undoable, self._words), redo_name(self._changes.redoable, self._words)
        for foot in self._feet():
            foot.show_changes(undo, redo)

    def _feet(self) -> tuple[FootBar, ...]:
        own = self._log.screen.foot
        return (own,) if self._bin is None else (own, self._bin.page.foot)

    def _connect_foot(self, foot: FootBar) -> None:
        foot.undo_pressed.connect(self._undo)
        foot.redo_pressed.connect(self._redo)

    def _connect(self) -> None:
        screen = self._log.screen
        screen.edit_wanted.connect(self._edit)
        screen.delete_wanted.connect(self._delete)
        screen.add_wanted.connect(self._add)
        screen.report_wanted.connect(self.report_wanted)
        screen.export.export_chosen.connect(self.export_wanted)
        screen.export.import_chosen.connect(self.import_wanted)
        screen.foot.bin_pressed.connect(self._open_bin)
        self._connect_foot(screen.foot)
        self._log.failed.connect(self.failed)
        self._forms.changed.connect(lambda change: self._guarded(lambda: self._take_in(change)))
        self._forms.closed.connect(screen.take_focus)
        self._forms.failed.connect(self.failed)
