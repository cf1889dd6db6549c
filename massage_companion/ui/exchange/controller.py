"""Reads a file that the person chose: what it is, what it would add, and adding it once they agree.

Nothing is kept before that. A table of another program is asked about first, column by column.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from massage_companion.companion import moments
from massage_companion.companion.exchange import foreign_csv
from massage_companion.companion.exchange.bring_in import Preview, bring_in, preview
from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, Bundle
from massage_companion.companion.exchange.in_words import preview_lines
from massage_companion.companion.exchange.own_csv import is_own, unpack_table
from massage_companion.companion.exchange.table import Table, TableError, read_table
from massage_companion.companion.exchange.unpack import LARGEST_BYTES, Unpacked, UnpackError, unpack
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import Store, StoreError
from massage_companion.companion.wall_time import LocalTime
from massage_companion.companion.words import Words
from massage_companion.session.reading import Reading
from massage_companion.ui.exchange.columns_dialog import Choices, Chosen, ColumnsDialog
from massage_companion.ui.exchange.import_dialog import ImportDialog

_SAMPLES = 3


class ImportController(QObject):
    """``imported`` after something was added; ``failed(str)`` carries a sentence."""

    imported = Signal()
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        read_file: Callable[[Path, int], bytes],
        local_time: LocalTime,
        words: Words,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._read_file = read_file
        self._local_time = local_time
        self._words = words
        self._window = window

    def open(self, file: Path, person: Person) -> None:
        """Read a file and show what it would add; a foreign table is taken for this person's sessions."""
        words = self._words
        try:
            data = self._read_file(file, LARGEST_BYTES + 1)
            unpacked = self._unpacked(data, file, person)
            seen = None if unpacked is None else preview(self._store, unpacked)
        except StoreError as error:
            self.failed.emit(words(f"backup.trouble.{error.kind}"))
        except (UnpackError, TableError) as error:
            self.failed.emit(words(f"exchange.trouble.{error.kind}"))
        else:
            if unpacked is not None and seen is not None:
                self._show(unpacked, seen)

    def _show(self, unpacked: Unpacked, seen: Preview) -> None:
        dialog = ImportDialog(
            preview_lines(seen, self._words),
            seen.brings_something,
            lambda: self._add(unpacked),
            self._words,
            self._window,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.imported.emit()

    def _add(self, unpacked: Unpacked) -> None:
        bring_in(self._store, unpacked)

    def _unpacked(self, data: bytes, file: Path, person: Person) -> Unpacked | None:
        if file.suffix.lower() not in (".csv", ".txt", ".tsv"):
            return unpack(data)
        table = read_table(data)
        return unpack_table(table, self._store) if is_own(table) else self._foreign(table, person)

    def _foreign(self, table: Table, person: Person) -> Unpacked | None:
        massagers = {each.id: each for each in self._store.massagers()}
        choices = Choices(table.header, [(each.id, each.name) for each in massagers.values()], foreign_csv.guess(table))

        def unpacked(chosen: Chosen) -> Unpacked:
            records, wrong = foreign_csv.records_of(
                table, chosen.columns, person, massagers[chosen.massager], self._local_time
            )
            bundle = Bundle(SCHEMA, VERSION, "", "", Settings(), (), (), (), (), (), (), (), (), records)
            return Unpacked(bundle, wrong)

        dialog = ColumnsDialog(choices, lambda chosen: self._sample(unpacked(chosen)), self._words, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return unpacked(dialog.chosen)

    def _sample(self, unpacked: Unpacked) -> list[str]:
        words, sessions = self._words, unpacked.bundle.sessions
        lines = [
            words(
                "import.columns.row",
                when=_when(record.started, words),
                minutes=record.planned_minutes,
                before="–" if record.sore_before is None else record.sore_before,
                after="–" if record.sore_after is None else record.sore_after,
                note=record.note[:60],
            )
            for record in sessions[:_SAMPLES]
        ]
        lines.append(words.count("import.columns.good", len(sessions)))
        if unpacked.wrong:
            lines.append(words.count("import.columns.bad", len(unpacked.wrong)))
        return lines


def _when(at: Reading, words: Words) -> str:
    return f"{moments.day(at.utc_ms, at.offset_minutes, words)} {moments.clock_time(at.utc_ms, at.offset_minutes)}"
