"""The session that is chosen, in full, with what can be done with it. It renders values and tells intents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.log.details_view import Details
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading, muted


class DetailsCard(Card):
    """``edit_pressed()``, ``delete_pressed()``."""

    edit_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(focusable=True, parent=parent)
        self._words = words
        self._heading = heading("", 3)
        self._edit = LinkButton(words("log.edit"))
        self._edit.clicked.connect(self.edit_pressed)
        self._delete = LinkButton(words("log.delete"))
        self._delete.clicked.connect(self.delete_pressed)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._heading, 1)
        for link in (self._edit, self._delete):
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.setSpacing(4)
        self._measured = muted("")
        self._told = body("")
        self.add(self._measured)
        self.add(self._told)
        self.body.addStretch(1)

    def show_details(self, shown: Details) -> None:
        """Show one session."""
        between = self._words("log.detail.between")
        self._edit.show()
        self._show(shown.title, between.join(shown.measured), between.join(shown.told))

    def show_several(self, title: str, text: str) -> None:
        """Show that several are chosen, which can only be deleted together."""
        self._edit.hide()
        self._show(title, text, "")

    def _show(self, title: str, measured: str, told: str) -> None:
        self._heading.setText(title)
        self._measured.setText(measured)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.setAccessibleName(title)
        self.set_summary(" ".join(text for text in (measured, told) if text))
        self.setMinimumWidth(scaled(240))
