"""Opens the window in which the report for a doctor is saved or printed, about one person and one massager."""

from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject, ResultReport, result_report
from massage_companion.companion.report_log import log_report
from massage_companion.companion.report_log_data import read_log
from massage_companion.companion.report_whole import doctors_report
from massage_companion.companion.words import Words
from massage_companion.session.gate import Standing
from massage_companion.session.massager import Massager
from massage_companion.ui.parts import Parts
from massage_companion.ui.report.panel import ReportDialog, Ways
from massage_companion.ui.report.sheet import Sheet, sheet_of


def open_report(parts: Parts, person: Person, massager: Massager, words: Words, parent: QWidget) -> ReportDialog:
    """The window, open. Where no check was completed yet, the report tells of the log and says so."""
    dialog = ReportDialog(
        words, lambda language: sheet_about(parts, person, massager, language), Ways(parts.keeping.write_file), parent
    )
    dialog.open()
    return dialog


def sheet_about(parts: Parts, person: Person, massager: Massager, language: str) -> Sheet:
    """Everything as it stands now, in a language. Raises StoreError."""
    words, texts, now = parts.words_in(language), parts.texts_in(language), parts.clock.read()
    standing = parts.sessions.standing(person.id, massager)
    signs = parts.sessions.stop_signs(person.id)
    logged = read_log(parts.store, parts.rules, person.id, signs, standing.limits, now)
    log = log_report(logged, parts.rules, texts, words)
    check = _check(parts, person, massager, standing, language)
    return sheet_of(doctors_report(person, massager, check, log, now, words), words)


def _check(parts: Parts, person: Person, massager: Massager, standing: Standing, language: str) -> ResultReport | None:
    result = parts.checks.result(person.id, massager)
    if result is None:
        return None
    clearances = tuple(each for each in parts.clearances.all(person.id) if each.clearance.massager == massager.id)
    about = ReportSubject(person, massager, result, standing, clearances)
    return result_report(about, parts.texts_in(language), parts.words_in(language))
