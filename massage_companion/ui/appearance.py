"""Dresses the application as the settings say. Called at the start and whenever settings or the desktop change."""

from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Settings
from massage_companion.ui.theme import Scheme, apply_theme, theme_for

_QT_WORDS = {"zh": "qtbase_zh_CN"}
_SCHEMES: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark"}


def dress(application: QApplication, settings: Settings) -> None:
    """Colours and text size."""
    theme = theme_for(_SCHEMES.get(settings.scheme, "system"), application.styleHints())
    apply_theme(application, theme, settings.text_percent / 100)


def speak(application: QApplication, language: str) -> None:
    """Let Qt's own parts (file and print dialogs, the menu of a text field) speak the language too."""
    old = application.property("translator")
    if old is not None:
        application.removeTranslator(old)
        application.setProperty("translator", None)
    if language not in _QT_WORDS:
        return
    # Imported when wanted: English needs none of it.
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(application)
    if translator.load(_QT_WORDS[language], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
        application.setProperty("translator", translator)


def show_icon(application: QApplication, svg: bytes) -> None:
    """The program's own picture in title bars and task lists."""
    # Imported when the window is there, as the picture itself.
    from PySide6.QtGui import QIcon, QPixmap

    picture = QPixmap()
    if picture.loadFromData(svg):
        application.setWindowIcon(QIcon(picture))
