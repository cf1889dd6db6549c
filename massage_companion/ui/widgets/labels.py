"""Text on a page, in the few sizes the design knows.

Why: every text wraps and is shown as it is, so that a note with "<" in it never becomes markup.
A label that shows a value must never be given an accessible name: the name would hide the text from a screen reader.
"""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def heading(text: str, level: Literal[1, 2, 3] = 1) -> QLabel:
    """A heading: 1 of the page, 2 of a warning or a result, 3 of a card."""
    return _label(text, f"h{level}")


def body(text: str) -> QLabel:
    """Plain reading text."""
    return _label(text, "body")


def muted(text: str) -> QLabel:
    """Reading text of less weight, such as a hint under a question."""
    return _label(text, "muted")


def small(text: str) -> QLabel:
    """A note in smaller letters: sources, limits, what a button will do."""
    return _label(text, "small")


def field_label(text: str, buddy: QWidget | None = None) -> QLabel:
    """The name of a field; with `buddy`, that field takes the text as its accessible name."""
    label = _label(text, "field")
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def lead(bold: str, text: str) -> QLabel:
    """A sentence that begins with a bold lead, such as "What to do"."""
    label = _label("", "body")
    label.setTextFormat(Qt.TextFormat.RichText)
    set_lead(label, bold, text)
    return label


def set_lead(label: QLabel, bold: str, text: str) -> None:
    """Change both parts of a label made by `lead`."""
    label.setText(f"<b>{_as_text(bold)}</b> {_as_text(text)}")


def _as_text(text: str) -> str:
    """The text with nothing in it left that a label would take for markup."""
    # Not html.escape: its module brings 2,000 entities along, which every start would pay for.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    label.setWordWrap(True)
    # Preferred, not Minimum: a long line may always be broken rather than push the page wider.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
