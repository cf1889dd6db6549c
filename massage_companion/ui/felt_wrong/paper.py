"""Prints the note for the doctor. The printing part of Qt is loaded here, when it is first wanted."""

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_TITLE_POINTS = 16
_TEXT_POINTS = 12


def print_note(title: str, text: str, parent: QWidget) -> bool:
    """Ask for a printer and print; ``False`` only where the printer reports a mistake."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return True
    note_document(title, text, parent.font()).print_(printer)
    return printer.printerState() != QPrinter.PrinterState.Error


def note_document(title: str, text: str, font: QFont) -> QTextDocument:
    """The note with its title above it, every line as it was typed."""
    document = QTextDocument()
    document.setDefaultFont(QFont(font.family(), _TEXT_POINTS))
    cursor = QTextCursor(document)
    large = QTextCharFormat()
    large.setFontPointSize(_TITLE_POINTS)
    large.setFontWeight(QFont.Weight.Bold)
    cursor.insertText(title, large)
    cursor.insertBlock()
    cursor.insertText(f"\n{text}", QTextCharFormat())
    return document
