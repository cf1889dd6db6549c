"""The style sheet for buttons, cards, labels and the frame of the window.

Why: plain Qt widgets then look right wherever they appear, message boxes included. Sizes are design pixels times the
size of the letters; paddings grow half as fast, so that large letters still find room.
It must never name a colour or a font: colours come from the theme, letters from the application.
"""

from massage_companion.ui.theme_colours import Theme, blend
from massage_companion.ui.theme_fields import field_rules


def style_sheet(theme: Theme, ratio: float) -> str:
    """The application's style sheet; `ratio` is the size of the letters relative to the design."""
    return "\n".join(
        (
            _labels(theme, ratio),
            _cards(theme),
            _buttons(theme, ratio),
            field_rules(theme, ratio),
            _surfaces(theme, ratio),
        )
    )


def _labels(theme: Theme, ratio: float) -> str:
    def px(size: float) -> str:
        return f"font-size:{size * ratio:.0f}px"

    return f"""
QLabel[look="h1"]{{{px(22.5)};font-weight:700}}
QLabel[look="h2"]{{{px(18)};font-weight:600}}
QLabel[look="h3"]{{{px(16)};font-weight:600}}
QLabel[look="field"]{{{px(13)};font-weight:600}}
QLabel[look="muted"]{{color:{theme.muted}}}
QLabel[look="small"]{{{px(13)};color:{theme.muted}}}
QLabel[look="warning"]{{color:{theme.warning}}}
QLabel[look="danger"]{{color:{theme.danger}}}
QLabel[look="accent"]{{color:{theme.accent}}}
QLabel:disabled{{color:{theme.disabled}}}
QLabel[look="pill"]{{{px(13)};font-weight:500;border-radius:{12 * ratio:.0f}px;
 padding:{5 * ratio:.0f}px {11 * ratio:.0f}px}}
QLabel[look="pill"][tone="ok"]{{color:{theme.accent};background:{theme.accent_soft}}}
QLabel[look="pill"][tone="warning"]{{color:{theme.warning};background:{theme.warning_soft}}}
QLabel[look="pill"][tone="danger"]{{color:{theme.danger};background:{theme.danger_soft}}}
QLabel[look="pill"][tone="neutral"]{{color:{theme.muted};background:{blend(theme.background, theme.text, 0.08)}}}
"""


def _cards(theme: Theme) -> str:
    def card(tone: str, surface: str, border: str) -> str:
        return f'QGroupBox[look="card"][tone="{tone}"]{{background:{surface};border-color:{border}}}'

    return f"""
QGroupBox[look="bare"]{{border:0px solid transparent;margin:0;padding:0;background:transparent}}
QGroupBox[look="card"]{{border:1px solid {theme.line};border-radius:12px;margin:0;padding:0}}
{card("plain", theme.card, theme.line)}
{card("warning", theme.warning_soft, theme.warning)}
{card("danger", theme.danger_soft, theme.danger)}
QGroupBox[look="card"]:focus{{border:2px solid {theme.focus}}}
QGroupBox[look="card"][tone="warning"] QLabel[look="h2"]{{color:{theme.warning}}}
QGroupBox[look="card"][tone="danger"] QLabel[look="h2"]{{color:{theme.danger}}}
QFrame[look="line"]{{background:{theme.line};border:none;max-height:1px;min-height:1px}}
"""


def _button(selector: str, look: dict[str, str], box: tuple[float, float, float], border: str) -> str:
    """One kind of button: its declarations, (height, vertical, horizontal) in px, and the border when focused."""
    height, vertical, horizontal = box
    declarations = ";".join(f"{key}:{value}" for key, value in look.items())
    inner = height - 2 * vertical - 2
    return f"""
{selector}{{{declarations};min-height:{inner:.0f}px;padding:{vertical:.0f}px {horizontal:.0f}px}}
{selector}:focus{{border:2px solid {border};padding:{vertical - 1:.0f}px {horizontal - 1:.0f}px}}
"""


def _buttons(theme: Theme, ratio: float) -> str:
    airy = 1 + (ratio - 1) / 2
    normal, tall = (8 * airy, 18 * airy), (10 * airy, 30 * airy)
    quiet = {
        "background": theme.card,
        "color": theme.text,
        "border": f"1px solid {theme.line}",
        "border-radius": "8px",
        "font-weight": "600",
    }
    primary = {"background": theme.accent, "color": theme.on_accent, "border-color": theme.accent}
    danger = {"color": theme.danger, "border-color": theme.danger}
    link = {"background": "transparent", "border-color": "transparent", "color": theme.accent, "font-weight": "500"}
    large = {"font-size": f"{16 * ratio:.0f}px"}
    rules = (
        _button("QPushButton", quiet, (40, *normal), theme.focus),
        _button('QPushButton[look="primary"]', primary, (44, *normal), theme.accent),
        _button('QPushButton[look="danger"]', danger, (44, *normal), theme.focus),
        _button('QPushButton[look="link"]', link, (32, 4 * airy, 6 * airy), theme.focus),
        _button('QPushButton[large="true"]', large, (52, *tall), theme.focus),
        _button('QPushButton[look="primary"][large="true"]', {}, (52, *tall), theme.accent),
        _button_states(theme),
    )
    return "".join(rules)


def _button_states(theme: Theme) -> str:
    darker, darkest = blend(theme.accent, theme.text, 0.14), blend(theme.accent, theme.text, 0.28)
    faint = blend(theme.background, theme.card, 0.5)
    return f"""
QPushButton:hover{{background:{theme.hover}}}
QPushButton:pressed{{background:{theme.line}}}
QPushButton[look="primary"]:hover{{background:{darker};border-color:{darker}}}
QPushButton[look="primary"]:pressed{{background:{darkest};border-color:{darkest}}}
QPushButton[look="danger"]:hover{{background:{theme.danger_soft}}}
QPushButton[look="link"]:hover{{background:transparent;text-decoration:underline}}
QPushButton:disabled{{background:{faint};color:{theme.disabled};border-color:{theme.line}}}
QPushButton[look="primary"]:disabled,QPushButton[look="danger"]:disabled{{
 background:{faint};color:{theme.disabled};border-color:{theme.line}}}
QPushButton[look="link"]:disabled{{background:transparent;color:{theme.disabled};border-color:transparent}}
QPushButton::menu-indicator{{image:none}}
QPushButton[look="painted"],QPushButton[look="painted"]:focus{{min-height:0;padding:0;border:none}}
"""


def _surfaces(theme: Theme, ratio: float) -> str:
    return f"""
QFrame[look="sidebar"]{{background:{theme.sidebar};border:none}}
QScrollArea{{background:transparent;border:none}}
QScrollArea[look="page"]{{border:2px solid transparent}}
QScrollArea[look="page"]:focus{{border:2px solid {theme.focus}}}
QToolTip{{background:{theme.card};color:{theme.text};border:1px solid {theme.edge};padding:6px}}
QMenu{{background:{theme.card};border:1px solid {theme.line};padding:6px}}
QMenu::item{{padding:{8 * ratio:.0f}px {16 * ratio:.0f}px;border-radius:6px}}
QMenu::item:selected{{background:{theme.accent_soft};color:{theme.text}}}
QMenu::item:disabled{{color:{theme.disabled}}}
QMenu::separator{{height:1px;background:{theme.line};margin:6px 8px}}
"""
