"""The style sheet for fields, tables and scroll bars.

Why: apart from theme_style only for its length. The same rule holds: it must never name a colour or a font.
"""

from massage_companion.ui.theme_colours import Theme


def field_rules(theme: Theme, ratio: float) -> str:
    """Rules for everything that takes or lists text."""
    return _fields(theme, ratio) + _tables(theme, ratio) + _scroll_bars(theme)


def _fields(theme: Theme, ratio: float) -> str:
    airy = 1 + (ratio - 1) / 2
    vertical, horizontal, arrow = round(7 * airy), round(11 * airy), round(30 * ratio)
    tall = 2 * vertical + round(22 * ratio)
    each = "QLineEdit{0},QComboBox{0},QAbstractSpinBox{0},QPlainTextEdit{0},QTextEdit{0}"
    return f"""
{each.format("")}{{background:{theme.card};color:{theme.text};border:1px solid {theme.edge};border-radius:7px;
 padding:{vertical}px {horizontal}px;selection-background-color:{theme.accent};selection-color:{theme.on_accent};
 placeholder-text-color:{theme.muted}}}
{each.format(":focus")}{{border:2px solid {theme.focus};padding:{vertical - 1}px {horizontal - 1}px}}
{each.format(":disabled")}{{background:{theme.background};color:{theme.disabled};border-color:{theme.line}}}
QLineEdit,QComboBox{{min-height:{round(22 * ratio)}px}}
QComboBox::drop-down{{border:none;width:{arrow}px}}
QComboBox::down-arrow{{image:none}}
QComboBox[look="painted"]{{color:transparent}}
QComboBox QAbstractItemView{{background:{theme.card};color:{theme.text};border:1px solid {theme.edge};
 padding:4px;outline:none;selection-background-color:{theme.accent_soft};selection-color:{theme.text}}}
QAbstractSpinBox{{padding:0;min-height:{tall}px}}
QAbstractSpinBox:focus{{padding:0;min-height:{tall - 2}px}}
QAbstractSpinBox::up-button,QAbstractSpinBox::down-button,QAbstractSpinBox::drop-down{{border:none;width:{arrow}px}}
QAbstractSpinBox::up-arrow,QAbstractSpinBox::down-arrow{{image:none}}
QAbstractSpinBox QLineEdit,QAbstractSpinBox QLineEdit:focus,QComboBox QLineEdit,QComboBox QLineEdit:focus{{
 border:none;background:transparent;padding:0 0 0 {horizontal - 1}px;min-height:0}}
QCheckBox,QRadioButton{{spacing:{round(10 * ratio)}px}}
QCheckBox::indicator,QRadioButton::indicator{{width:{round(18 * ratio)}px;height:{round(18 * ratio)}px}}
"""


def _tables(theme: Theme, ratio: float) -> str:
    side, gap = round(12 * ratio), round(9 * ratio)
    return f"""
QTableView,QListView{{background:{theme.card};border:1px solid {theme.line};border-radius:12px;
 gridline-color:{theme.line};selection-background-color:{theme.accent_soft};selection-color:{theme.text};outline:none}}
QTableView:focus,QListView:focus{{border:2px solid {theme.focus}}}
QTableView::item{{padding:0 {side}px;border:none;border-bottom:1px solid {theme.line}}}
QTableView::item:selected{{background:{theme.accent_soft};color:{theme.text}}}
QHeaderView{{background:transparent;border:none}}
QHeaderView::section{{background:transparent;color:{theme.muted};border:none;border-bottom:1px solid {theme.line};
 padding:{gap}px {side}px;font-size:{13 * ratio:.0f}px;font-weight:600}}
QTableCornerButton::section{{background:transparent;border:none}}
"""


def _scroll_bars(theme: Theme) -> str:
    return f"""
QScrollBar:vertical{{background:transparent;border:none;width:12px;margin:2px}}
QScrollBar:horizontal{{background:transparent;border:none;height:12px;margin:2px}}
QScrollBar::handle{{background:{theme.edge};border-radius:4px}}
QScrollBar::handle:vertical{{min-height:40px}}
QScrollBar::handle:horizontal{{min-width:40px}}
QScrollBar::handle:hover{{background:{theme.muted}}}
QScrollBar::add-line,QScrollBar::sub-line{{width:0;height:0}}
QScrollBar::add-page,QScrollBar::sub-page{{background:transparent}}
"""
