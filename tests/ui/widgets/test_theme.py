from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    Scheme,
    Theme,
    apply_theme,
    current_theme,
    restyle,
    scaled,
    tabular,
    text_scale,
    theme_for,
)


class Desktop:
    """A desktop that says which colours it prefers."""

    def __init__(self, dark: bool | None, high_contrast: bool = False) -> None:
        scheme = Qt.ColorScheme
        self._scheme = {None: scheme.Unknown, True: scheme.Dark, False: scheme.Light}[dark]
        preference = Qt.ContrastPreference
        self._contrast = preference.HighContrast if high_contrast else preference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self._scheme

    def accessibility(self) -> "Desktop":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self._contrast

    def hints(self) -> QStyleHints:
        return cast("QStyleHints", self)


@pytest.mark.parametrize(
    ("setting", "dark_desktop", "theme"),
    [
        ("system", None, LIGHT),
        ("system", False, LIGHT),
        ("system", True, DARK),
        ("light", True, LIGHT),
        ("dark", False, DARK),
        ("dark", None, DARK),
    ],
)
def test_the_setting_wins_and_system_follows_the_desktop(
    setting: Scheme, dark_desktop: bool | None, theme: Theme
) -> None:
    assert theme_for(setting, Desktop(dark_desktop).hints()) is theme


def test_a_desktop_in_high_contrast_gets_it_unasked() -> None:
    assert theme_for("system", Desktop(dark=True, high_contrast=True).hints()) is DARK_CONTRAST
    assert theme_for("light", Desktop(dark=None).hints(), high_contrast=True) is LIGHT_CONTRAST


def test_the_theme_is_kept_on_the_application(qapp: QApplication) -> None:
    apply_theme(qapp, DARK, 1.5)
    assert current_theme() is DARK
    assert text_scale() == 1.5
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background


def test_text_doubles_and_pixels_with_it_however_often_it_is_applied(qapp: QApplication) -> None:
    points, pixels = qapp.font().pointSizeF(), scaled(100)
    for _ in range(3):
        apply_theme(qapp, LIGHT, 2.0)
    assert qapp.font().pointSizeF() == pytest.approx(2 * points)
    assert scaled(100) == pytest.approx(2 * pixels, abs=1)


def test_headings_are_larger_than_body_text_at_every_size(qtbot: QtBot, text_size: float) -> None:
    heading, text = QLabel("Log"), QLabel("Log")
    heading.setProperty("look", "h1")
    for label in (heading, text):
        qtbot.addWidget(label)
        label.ensurePolished()
    assert heading.sizeHint().height() > 1.2 * text.sizeHint().height()
    assert text.fontMetrics().height() >= 15 * text_size


def test_a_changed_property_takes_effect_after_restyle(qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.ensurePolished()
    label.setProperty("look", "danger")
    restyle(label)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.danger


def test_digits_of_a_clock_are_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(tabular(QFont(qapp.font())))
    widths = [metrics.horizontalAdvance(digit * 10) for digit in "0123456789"]
    assert max(widths) - min(widths) < 2.5  # a fraction of a pixel for each: hinting
