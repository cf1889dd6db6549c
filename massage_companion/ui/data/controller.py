"""Fulfils the wishes of the data part of Settings: asks for a place, says what would happen, does it or tells why not.

Restoring and deleting everything need the whole program to begin anew, so they are only asked for here.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion import moments
from massage_companion.companion.backups import Safekeeping, made_on, restorable_lines, trouble
from massage_companion.companion.household import Person
from massage_companion.companion.ports import Clock, Store, StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.data.asking import ask_for_file, ask_for_folder
from massage_companion.ui.data.consequence import Consequence, is_wanted
from massage_companion.ui.data.part import DataPart, Wish
from massage_companion.ui.report.where import FileKind, ask_where
from massage_companion.ui.widgets.announce import announce

_FORMS = {Wish.EXPORT_CSV: "csv", Wish.EXPORT_ICS: "ics", Wish.EXPORT_JSON: "json"}


class Asking(Struct, frozen=True):
    """How the person is asked; a test answers instead. ``None`` and ``False`` mean that they changed their mind."""

    where: Callable[[QWidget, FileKind], Path | None] = ask_where
    file: Callable[[QWidget, str, str], Path | None] = ask_for_file
    folder: Callable[[QWidget, str, str], Path | None] = ask_for_folder
    wanted: Callable[[Consequence, QWidget], bool] = is_wanted


class DataController(QObject):
    """``export(form, path)`` writes an export. ``folder_chosen(str)`` is where daily backups go from now on.

    ``restore_wanted(Path)`` and ``delete_all_wanted()`` ask for the program to begin anew; ``person_deleted(str)``
    carries the name of somebody who is gone; ``file_chosen(Path)`` is a file to import.
    """

    folder_chosen = Signal(str)
    restore_wanted = Signal(object)
    delete_all_wanted = Signal()
    person_deleted = Signal(str)
    file_chosen = Signal(object)

    def __init__(
        self,
        part: DataPart,
        store: Store,
        clock: Clock,
        safekeeping: Safekeeping,
        export: Callable[[str, Path], None],
        person: Person,
        words: Words,
        asking: Asking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._part = part
        self._store = store
        self._clock = clock
        self._safekeeping = safekeeping
        self._export = export
        self._person = person
        self._words = words
        self._asking = asking
        part.wanted.connect(self.fulfil)

    def fulfil(self, wish: Wish) -> None:
        """Do what a button asks for."""
        match wish:
            case Wish.CHOOSE_FOLDER:
                self._choose_folder()
            case Wish.BACK_UP:
                self._back_up()
            case Wish.RESTORE:
                self._restore()
            case Wish.BRING_IN:
                words = self._words
                file = self._asking.file(self._part, words("data.exchange.open"), words("data.exchange.files_all"))
                if file is not None:
                    self.file_chosen.emit(file)
            case Wish.DELETE_PERSON:
                self._delete_person()
            case Wish.DELETE_ALL:
                self._delete_all()
            case _:
                self._save_export(_FORMS[wish])

    def _choose_folder(self) -> None:
        chosen = self._asking.folder(self._part, self._words("data.backup.choose"), "")
        if chosen is not None:
            self._part.show_folder(str(chosen))
            self.folder_chosen.emit(str(chosen))

    def _back_up(self) -> None:
        words = self._words
        name = words("data.backup.name", date=self._today().isoformat())
        kind = FileKind(words("data.backup.save"), name, "zip", words("data.backup.files"))
        place = self._asking.where(self._part, kind)
        if place is None:
            return
        try:
            self._safekeeping.back_up(place)
        except StoreError as error:
            self._say_problem(trouble(error, words))
        else:
            self._say_done(words("data.backup.made", file=_breakable(place)))

    def _restore(self) -> None:
        words = self._words
        if self._is_live():
            return
        place = self._asking.file(self._part, words("data.backup.open"), words("data.backup.files"))
        if place is None:
            return
        try:
            found = self._safekeeping.look_into(place)
        except StoreError as error:
            self._say_problem(trouble(error, words))
            return
        lines = [made_on(found, words), words("backup.found.changes"), "\n".join(restorable_lines(found, words))]
        lines += [words("backup.found.signs_stay"), words("data.restore.keep_first")]
        consequence = Consequence(
            words("data.restore.title"), lines, words("data.restore.do"), words("data.restore.keep")
        )
        if self._asking.wanted(consequence, self._part):
            self.restore_wanted.emit(place)

    def _delete_person(self) -> None:
        words, name = self._words, self._person.name
        if self._is_live():
            return
        count = self._store.session_count(self._person.id)
        consequence = Consequence(
            words("data.delete_person.title", name=name),
            [
                words("data.delete_person.checks"),
                words.count("data.delete_person.sessions", count),
                words("data.delete_person.massagers"),
                words("data.delete_person.backups"),
            ],
            words("data.delete_person.do", name=name),
            words("data.delete_person.keep"),
            words("data.delete_person.understood"),
        )
        if not self._asking.wanted(consequence, self._part):
            return
        try:
            self._store.forget_person(self._person.id)
        except StoreError as error:
            self._say_problem(words(f"storage.{error.kind}"))
        else:
            self.person_deleted.emit(name)

    def _delete_all(self) -> None:
        words = self._words
        if self._is_live():
            return
        consequence = Consequence(
            words("data.delete_all.title"),
            [
                words.count("data.delete_all.people", len(self._store.people())),
                words("data.delete_all.rest"),
                words("data.delete_person.backups"),
            ],
            words("data.delete_all.do"),
            words("data.delete_person.keep"),
            words("data.delete_person.understood"),
        )
        if self._asking.wanted(consequence, self._part):
            self.delete_all_wanted.emit()

    def _save_export(self, form: str) -> None:
        words = self._words
        name = words("data.exchange.name", date=self._today().isoformat())
        kind = FileKind(words("data.exchange.save"), f"{name}.{form}", form, words(f"data.exchange.files_{form}"))
        place = self._asking.where(self._part, kind)
        if place is None:
            return
        try:
            self._export(form, place)
        except StoreError as error:
            self._say_problem(trouble(error, words))
        else:
            self._say_done(words("data.exchange.saved", file=_breakable(place)))

    def _is_live(self) -> bool:
        """Nothing under a running session is replaced or deleted."""
        if self._store.live() is None:
            return False
        self._say_problem(self._words("data.restore.live"))
        return True

    def _today(self) -> date:
        now = self._clock.read()
        return moments.local(now.utc_ms, now.offset_minutes).date()

    def _say_done(self, text: str) -> None:
        self._part.say_done(text)
        announce(self._part, text)

    def _say_problem(self, text: str) -> None:
        self._part.say_problem(text)
        announce(self._part, text, urgent=True)


def _breakable(place: Path) -> str:
    """A path has no spaces to break at: without this it would be cut in a narrow window."""
    return str(place).replace("/", "/\u200b")
