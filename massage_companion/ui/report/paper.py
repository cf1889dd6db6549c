"""Prints the page for a doctor on the printer that the person chooses.

The printing part of Qt is loaded here and nowhere else, when it is first wanted.
"""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from massage_companion.ui.report.pdf import PAGE, DrawingError, draw
from massage_companion.ui.report.sheet import Sheet


def print_on_paper(sheet: Sheet, parent: QWidget) -> bool:
    """Ask for a printer and print; ``False`` where the person changed their mind. Raises DrawingError."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(PAGE)
    printer.setDocName(f"{sheet.report.title} · {sheet.report.footer}")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    draw(sheet, printer)
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise DrawingError
    return True
