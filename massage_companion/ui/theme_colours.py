"""The colours of the program, as plain values.

Why: one place where light, dark and high contrast are decided, so that a test can prove every pair readable.
It must never import Qt: a colour is the text "#RRGGBB" until something paints it.
"""

from msgspec import Struct
from msgspec.structs import replace


class Theme(Struct, frozen=True):
    """Every colour that a widget may use, each as "#RRGGBB".

    Text colours reach a contrast of 4.5 to 1 on every surface they are used on; `edge` and `focus` reach 3 to 1,
    because they carry meaning. `line` is only an ornament. The `_soft` colours are surfaces for text of the same
    name.
    """

    name: str
    dark: bool
    background: str
    sidebar: str
    card: str
    line: str
    edge: str
    track: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    accent_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    hover: str
    focus: str


LIGHT = Theme(
    name="light",
    dark=False,
    background="#F6F5F2",
    sidebar="#ECEAE4",
    card="#FFFFFF",
    line="#DDD9D0",
    edge="#7C847E",
    track="#E3E0D8",
    text="#1F2723",
    muted="#5C665F",
    disabled="#9AA19C",
    accent="#0B6E5F",
    on_accent="#FFFFFF",
    accent_soft="#D8EBE6",
    warning="#8A5A00",
    warning_soft="#FBEBCB",
    danger="#A4262C",
    danger_soft="#FBE3E1",
    hover="#F1EFEA",
    focus="#0B6E5F",
)

DARK = Theme(
    name="dark",
    dark=True,
    background="#171B19",
    sidebar="#1E2421",
    card="#232A27",
    line="#38423D",
    edge="#7C8882",
    track="#343B38",
    text="#ECF1EE",
    muted="#A3B0A9",
    disabled="#6A746F",
    accent="#5CC8B2",
    on_accent="#10201C",
    accent_soft="#1F3D37",
    warning="#F0BE63",
    warning_soft="#3F3116",
    danger="#FF9C94",
    danger_soft="#45201F",
    hover="#2C3531",
    focus="#5CC8B2",
)

LIGHT_CONTRAST = replace(
    LIGHT,
    name="light-contrast",
    background="#FFFFFF",
    sidebar="#FFFFFF",
    line="#4A4F4C",
    edge="#000000",
    track="#B9BDBA",
    text="#000000",
    muted="#2E3431",
    disabled="#6B716D",
    accent="#004D41",
    accent_soft="#E3F4F0",
    warning="#5A3A00",
    warning_soft="#FFF6E0",
    danger="#7D0A12",
    danger_soft="#FFF0EF",
    hover="#E8E8E8",
    focus="#004D41",
)

DARK_CONTRAST = replace(
    DARK,
    name="dark-contrast",
    background="#000000",
    sidebar="#000000",
    card="#000000",
    line="#A9B2AD",
    edge="#FFFFFF",
    track="#4A524E",
    text="#FFFFFF",
    muted="#D6DEDA",
    disabled="#8D9691",
    accent="#83F0DA",
    on_accent="#000000",
    accent_soft="#0B2A24",
    warning="#FFD68A",
    warning_soft="#2A1E00",
    danger="#FFC2BD",
    danger_soft="#300C0B",
    hover="#202623",
    focus="#83F0DA",
)


def blend(under: str, over: str, share: float) -> str:
    """The colour of `over` laid on `under`; share 0 gives `under`, 1 gives `over`."""
    mixed = (round(int(under[i : i + 2], 16) * (1 - share) + int(over[i : i + 2], 16) * share) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in mixed)
