"""Opens the forms of the log on its stack of pages, and lets what they say be done. One is open at a time.

It decides nothing: what is wrong with an entry is told by the use case, and what could not be stored is not shown as
done.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.log_changes import ChangedSinceError, Correction, LogChanges
from massage_companion.companion.manual_entry import EntryWarnings, Field, ManualEntries, ManualEntry
from massage_companion.companion.ports import Clock, Store, StoreError
from massage_companion.companion.words import Words
from massage_companion.log.record import SessionRecord
from massage_companion.ui.log.details_view import facts
from massage_companion.ui.log.edit_page import EditPage, EditView
from massage_companion.ui.log.entry_page import EntryPage
from massage_companion.ui.log.view import moment, spoken_time
from massage_companion.ui.widgets.screens import Screens


class LogForms(QObject):
    """``changed(Change)`` after something was stored, ``closed()`` when the form is gone; ``failed(StoreError)``."""

    changed = Signal(object)
    closed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        changes: LogChanges,
        entries: ManualEntries,
        words: Words,
        screens: Screens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._changes = changes
        self._entries = entries
        self._words = words
        self._screens = screens
        self._form: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether a form is shown."""
        return self._form is not None

    def edit(self, record: SessionRecord) -> None:
        """Open the form for a session."""
        now = self._clock.read().utc_ms
        title = self._words("log.beside").join((moment(record, now, self._words), record.massager_name))
        view = EditView(record, title, facts(record, self._words), self._store.massagers(), self._store.people())
        form = EditPage(self._words, view)
        form.corrected.connect(lambda correction: self._correct(form, correction))
        form.left.connect(self.close)
        self._open(form)
        form.take_focus()

    def add(self, person: Person) -> None:
        """Open the form for a session that was done without the program."""
        form = EntryPage(self._words, self._store.massagers())
        form.described.connect(lambda entry, sure: self._add(form, person, entry, sure))
        form.left.connect(self.close)
        self._open(form)
        form.take_focus()

    def close(self) -> None:
        """Take the form away."""
        form, self._form = self._form, None
        if form is not None:
            self._screens.show_first()
            self._screens.remove(form)
            self.closed.emit()

    def _open(self, form: QWidget) -> None:
        self._form = form
        self._screens.add(form)
        self._screens.show_screen(form)

    def _correct(self, form: EditPage, correction: Correction) -> None:
        try:
            change = self._changes.correct(form.record, correction)
        except ChangedSinceError:
            form.show_problem(self._words("log.undo.changed_since"))
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.close()
            if change is not None:
                self.changed.emit(change)

    def _add(self, form: EntryPage, person: Person, entry: ManualEntry, sure: bool) -> None:
        try:
            problems = self._sentences(entry)
            if problems:
                form.show_problems(problems)
                return
            warnings = self._entries.warnings(person.id, entry)
            if warnings and not sure:
                form.show_warning(self._warned_in_words(warnings))
                return
            change = self._changes.add(self._entries.record(person.id, entry))
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.close()
            self.changed.emit(change)

    def _sentences(self, entry: ManualEntry) -> Mapping[Field, str]:
        sentences: dict[Field, str] = {}
        for problem in self._entries.problems(entry):
            sentence = self._words(f"log_forms.problem.{problem.sentence}", least=problem.least, most=problem.most)
            sentences.setdefault(problem.field, sentence)
        return sentences

    def _warned_in_words(self, warnings: EntryWarnings) -> str:
        now = self._clock.read().utc_ms
        lines = [
            self._words(
                "log_forms.entry.overlap",
                when=moment(record, now, self._words),
                time=spoken_time(record, self._words),
            )
            for record in warnings.overlaps
        ]
        if warnings.came_twice:
            lines.append(self._words("log_forms.entry.twice"))
        return "\n".join(lines)
