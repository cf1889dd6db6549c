"""How the program looks: which colours, which letters, how large.

Why: Qt does not report a dark scheme on a plain X session, so the program sets palette and style sheet itself.
The chosen theme is kept on the QApplication; widgets ask for it when they paint. It must never be kept in a module.
"""

from itertools import islice
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from massage_companion.ui.theme_colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme
from massage_companion.ui.theme_style import style_sheet

__all__ = [
    "DARK",
    "DARK_CONTRAST",
    "LIGHT",
    "LIGHT_CONTRAST",
    "Scheme",
    "Theme",
    "apply_theme",
    "current_theme",
    "restyle",
    "scaled",
    "tabular",
    "text_scale",
    "theme_for",
]

Scheme = Literal["system", "light", "dark"]

# Letters of the design, when they are installed; else the system's own. Then Han characters in their mainland forms.
_PREFERRED: Final = ("Inter", "Noto Sans", "Segoe UI", "Ubuntu", "Cantarell")
_CHINESE: Final = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei")
_BASE_POINTS: Final = 10.5
# 10.5 points at 96 dots per inch: the size of plain text in the design, to which all its pixels relate.
_DESIGN_PIXELS: Final = 14.0


def theme_for(scheme: Scheme, style_hints: QStyleHints, high_contrast: bool = False) -> Theme:
    """The theme that a setting asks for; "system" follows the desktop, light where the desktop says nothing.

    `high_contrast` asks for it; a desktop that prefers more contrast gets it unasked.
    """
    dark = scheme == "dark" or (scheme == "system" and style_hints.colorScheme() == Qt.ColorScheme.Dark)
    preference = style_hints.accessibility().contrastPreference()
    if high_contrast or preference == Qt.ContrastPreference.HighContrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def apply_theme(app: QApplication, theme: Theme, text_scale: float = 1.0) -> None:
    """Dress the whole application; may be called again at any time. `text_scale` 2.0 means letters twice as large.

    The style beneath must be Fusion: start the QApplication with "-style Fusion" where it might be another. Asked
    for here it would cost 6 ms, because Qt for Python answers with a QStyle and has to make that class first.
    """
    font = _letters(text_scale)
    ratio = font.pointSizeF() / 72 * app.primaryScreen().logicalDotsPerInch() / _DESIGN_PIXELS
    app.setProperty("theme", theme)
    app.setProperty("textScale", text_scale)
    app.setProperty("pixelRatioOfText", ratio)
    app.setPalette(_palette(theme))
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, ratio))


def current_theme() -> Theme:
    """The theme in use; the light one before any was applied."""
    app = QApplication.instance()
    theme = app.property("theme") if app else None
    return theme if isinstance(theme, Theme) else LIGHT


def text_scale() -> float:
    """The text size in use: 1.0 is the design's own."""
    app = QApplication.instance()
    return float((app.property("textScale") if app else None) or 1.0)


def scaled(pixels: float) -> int:
    """Pixels of the design at today's text size."""
    app = QApplication.instance()
    return round(pixels * float((app.property("pixelRatioOfText") if app else None) or 1.0))


def tabular(font: QFont) -> QFont:
    """The same letters with digits of equal width, so that a clock does not tremble."""
    steady = QFont(font)
    steady.setFeature(QFont.Tag("tnum"), 1)
    return steady


def restyle(widget: QWidget) -> None:
    """Apply the style sheet to a widget again, after a dynamic property that it selects on has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _letters(scale: float) -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(system)
    installed = filter(QFontDatabase.hasFamily, _PREFERRED)
    chinese = filter(QFontDatabase.hasFamily, _CHINESE)
    font.setFamilies([*islice(installed, 1), *system.families(), *islice(chinese, 1)])
    # A desktop already set to large letters is believed.
    font.setPointSizeF(max(_BASE_POINTS, system.pointSizeF()) * scale)
    return font


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.card), QColor(theme.background))
    colours = {
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Base: theme.card,
        role.AlternateBase: theme.background,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Mid: theme.edge,
    }
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.disabled))
    return palette
