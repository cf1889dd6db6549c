"""Dresses the application as the settings say. Called at the start and whenever settings or the desktop change."""

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Settings
from massage_companion.ui.theme import Scheme, apply_theme, theme_for

_SCHEMES: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark"}


def dress(application: QApplication, settings: Settings) -> None:
    """Colours and text size."""
    theme = theme_for(_SCHEMES.get(settings.scheme, "system"), application.styleHints())
    apply_theme(application, theme, settings.text_percent / 100)


def show_icon(application: QApplication, svg: bytes) -> None:
    """The program's own picture in title bars and task lists."""
    picture = QPixmap()
    if picture.loadFromData(svg):
        application.setWindowIcon(QIcon(picture))
