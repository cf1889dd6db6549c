"""Buttons that mean something on the page about the safety check, with the same words wherever they stand."""

from typing import Final

from PySide6.QtWidgets import QPushButton

from massage_companion.companion.words import Words
from massage_companion.ui.safety.intents import Deed
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton

_OPENS_MORE: Final = frozenset({Deed.HEALTH_CHANGED, Deed.RECORD_YES, Deed.REPORT})


def deed_button(deed: Deed, words: Words, main: bool = False) -> QPushButton:
    """The button of a deed; the main one of the page is filled. A name without the dots is easier to listen to."""
    text = words(f"safety.deed.{deed.value}")
    button: QPushButton = PrimaryButton(text) if main else QuietButton(text)
    if deed in _OPENS_MORE:
        button.setAccessibleName(words(f"safety.deed_spoken.{deed.value}"))
    return button
