"""The button of each deed, so that it has the same words wherever it stands."""

from typing import Final

from PySide6.QtWidgets import QPushButton

from massage_companion.companion.words import Words
from massage_companion.ui.session.view import Deed
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton

_MAIN: Final = frozenset({Deed.DO_CHECK, Deed.CHECK_AGAIN, Deed.MASSAGERS, Deed.TRY_AGAIN})
AT_THE_END: Final = frozenset({Deed.HEALTH_CHANGED})
"""What stands apart, at the end of the line."""


def deed_button(deed: Deed, words: Words) -> QPushButton:
    """A button for what can be done about a block."""
    text = words(f"session.blocked.{deed.value}")
    return PrimaryButton(text) if deed in _MAIN else QuietButton(text)
