"""What the desktop offers beside the window, as the pages see it: notifications, tray, sound, sleep.

A page tells what it shows and asks what there is; how a desktop does it is none of its business.
"""

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Settings
from massage_companion.companion.words import Words
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.controller import SessionController


class Desk(QObject):
    """A desktop that offers nothing. The real one is made where the program is put together.

    ``sound_known(bool)`` whenever a sound was tried; ``tray_changed(bool)`` when a place for an icon came or went;
    ``felt_wrong_wanted`` from the tray; ``about_to_sleep`` right before the computer does. None of the methods ever
    raises or waits.
    """

    sound_known = Signal(bool)
    tray_changed = Signal(bool)
    felt_wrong_wanted = Signal()
    about_to_sleep = Signal()

    def around(self) -> Around:
        """The channels of a session beside the bell."""
        return Around()

    def has_small_window(self) -> bool:
        """Whether a small window can stay above others here."""
        return True

    def has_tray(self) -> bool:
        """Whether there is a place for an icon now."""
        return False

    def sound_works(self) -> bool | None:
        """Whether there was a device at the last try; ``None`` before the first."""
        return None

    def look(self) -> None:
        """Find out anew what there is."""

    def use(self, settings: Settings) -> None:
        """Do as these settings say from now on."""

    def follow(self, session: SessionController, words: Words) -> None:
        """From now on carry what this session page shows to the desktop, and back what is chosen there."""

    def offer_felt_wrong(self, offered: bool) -> None:
        """Whether something that feels wrong can be told now."""

    def let_go(self) -> None:
        """Leave the session page that was followed."""
