"""The button that opens the ways out of the log and the one in. It only tells which was chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.buttons import QuietButton

FORMATS = ("csv", "json", "ics")


class ExportButton(QuietButton):
    """``export_chosen(format)`` with one of FORMATS, ``import_chosen()``."""

    export_chosen = Signal(str)
    import_chosen = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(f"{words('log.export')} ▾", parent=parent)
        self.setAccessibleName(words("log.export"))
        menu = QMenu(self)
        menu.setAccessibleName(words("log.export"))
        for each in FORMATS:
            action = menu.addAction(words(f"log.export_as.{each}"))
            action.triggered.connect(lambda _checked=False, each=each: self.export_chosen.emit(each))
        menu.addSeparator()
        menu.addAction(words("log.export_as.import")).triggered.connect(lambda: self.import_chosen.emit())
        self.setMenu(menu)
