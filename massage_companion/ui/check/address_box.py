"""Addresses of sources as text to select and copy. It opens nothing: nothing here leaves the computer.

Not a label: an address has no spaces, and a label would cut it off or push the page wider.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from massage_companion.ui.theme import scaled

# Frame and margins of the field on both sides together.
_AROUND = 36


class AddressBox(QPlainTextEdit):
    """Read-only lines that break anywhere; as high as its text needs. The Tab key passes through."""

    def __init__(self, name: str, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__("\n".join(lines), parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - scaled(_AROUND)), 100_000)
        flags = Qt.TextFlag.TextWrapAnywhere
        return self.fontMetrics().boundingRect(room, flags, self.toPlainText()).height() + scaled(_AROUND)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), self.heightForWidth(max(scaled(200), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(100), self.fontMetrics().height() + scaled(_AROUND))
