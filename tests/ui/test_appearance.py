"""Qt's own words follow the program's language, and go back to English with it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from massage_companion.ui.appearance import speak


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_file_dialogs_speak_chinese_with_the_program_and_english_again(qapp: QApplication) -> None:
    speak(qapp, "zh")
    assert cancel() == "取消"
    speak(qapp, "zh")
    speak(qapp, "en")
    assert cancel() == "Cancel"
