"""What is wrong with a field, in words right beside it.

Why: a red border alone says nothing to somebody who cannot see it. It takes no room while there is nothing to say.
It must never blame: the sentence says what to type or choose.
"""

from PySide6.QtWidgets import QLabel

from massage_companion.ui.widgets.labels import body


def problem_label() -> QLabel:
    """A label for `tell`, hidden until there is something to say."""
    label = body("")
    label.setProperty("look", "danger")
    label.hide()
    return label


def tell(label: QLabel, text: str) -> None:
    """Show what is wrong, or nothing where the text is empty."""
    label.setText(text)
    label.setVisible(bool(text))
