"""Opens the window in which the page for a doctor is saved or printed, about one person and one massager."""

from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject, ResultReport, result_report
from massage_companion.companion.words import Words
from massage_companion.session.massager import Massager
from massage_companion.ui.parts import Parts
from massage_companion.ui.report.panel import ReportDialog, Ways


def open_report(parts: Parts, person: Person, massager: Massager, words: Words, parent: QWidget) -> ReportDialog | None:
    """The window, open; ``None`` where there is no completed check to tell of."""
    if parts.checks.latest(person.id) is None:
        return None

    def page_in(language: str) -> ResultReport:
        result = parts.checks.result(person.id, massager)
        assert result is not None, "a completed check never goes away"
        standing = parts.sessions.standing(person.id, massager)
        about = ReportSubject(person, massager, result, standing)
        return result_report(about, parts.texts_in(language), parts.words_in(language))

    dialog = ReportDialog(words, page_in, Ways(parts.write_file), parent)
    dialog.open()
    return dialog
