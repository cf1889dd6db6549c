"""Asks before something large happens: what it means in plain lines, and a choice that is not made by accident.

Keeping things as they are is what Enter and Escape do. It decides nothing and does nothing itself.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading
from massage_companion.ui.widgets.page import Page
from massage_companion.ui.widgets.tick import TickBox


class Consequence(Struct, frozen=True):
    """What is about to happen. ``understood`` is a sentence to tick first, empty where nothing is lost for good."""

    title: str
    lines: Sequence[str]
    do: str
    keep: str
    understood: str = ""


class ConsequenceDialog(QDialog):
    """Accepted only where the person chose the deed itself."""

    def __init__(self, consequence: Consequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(consequence.title)
        self.setAccessibleDescription(" ".join(consequence.lines))
        page = Page(consequence.title)
        page.add(heading(consequence.title, 2))
        for line in consequence.lines:
            page.add(body(line))
        self.deed = DangerButton(consequence.do) if consequence.understood else PrimaryButton(consequence.do)
        self.deed.setAutoDefault(False)
        self.deed.clicked.connect(self.accept)
        self.keep = QuietButton(consequence.keep)
        self.keep.clicked.connect(self.reject)
        self.keep.setDefault(True)
        self.understood: TickBox | None = None
        if consequence.understood:
            self.understood = TickBox(consequence.understood, framed=True)
            self.understood.toggled.connect(self.deed.setEnabled)
            self.deed.setEnabled(False)
            page.add(self.understood)
        page.add(ButtonRow(self.deed, self.keep))
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        self.resize(QSize(scaled(560), scaled(380)).boundedTo(self.screen().availableSize()))
        self.keep.setFocus()


def is_wanted(consequence: Consequence, parent: QWidget) -> bool:
    """Ask, and wait for the answer."""
    return ConsequenceDialog(consequence, parent).exec() == QDialog.DialogCode.Accepted
