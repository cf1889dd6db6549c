"""A few words of one's own. What is longer than the log keeps cannot be typed, so that nothing is cut off unseen."""

from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from massage_companion.ui.theme import scaled

NOTE_LENGTH = 500


class NoteField(QPlainTextEdit):
    """At most 500 characters. Tab leaves the field."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(76))
        self.textChanged.connect(self._shorten)

    def note(self) -> str:
        """What was written, without empty edges."""
        return self.toPlainText().strip()

    def _shorten(self) -> None:
        text = self.toPlainText()
        if len(text) <= NOTE_LENGTH:
            return
        place = min(self.textCursor().position(), NOTE_LENGTH)
        self.blockSignals(True)
        self.setPlainText(text[:NOTE_LENGTH])
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
