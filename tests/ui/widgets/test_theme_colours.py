from itertools import product

import pytest

from massage_companion.ui.theme_colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme, blend

ALL = pytest.mark.parametrize("theme", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@ALL
def test_text_is_readable_on_every_surface_it_stands_on(theme: Theme) -> None:
    plain = (theme.background, theme.sidebar, theme.card, theme.hover)
    soft = (theme.accent_soft, theme.warning_soft, theme.danger_soft)
    pairs = [
        *product((theme.text, theme.muted), (*plain, *soft)),
        *product((theme.accent, theme.warning, theme.danger), (theme.background, theme.card, theme.hover)),
        (theme.accent, theme.sidebar),
        (theme.accent, theme.accent_soft),
        (theme.warning, theme.warning_soft),
        (theme.danger, theme.danger_soft),
        (theme.on_accent, theme.accent),
        (theme.on_accent, blend(theme.accent, theme.text, 0.28)),
        (theme.text, blend(theme.card, theme.accent_soft, 0.55)),
        (theme.muted, blend(theme.background, theme.text, 0.08)),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@ALL
def test_borders_and_arcs_that_mean_something_can_be_told_from_their_surroundings(theme: Theme) -> None:
    surfaces = (theme.background, theme.card)
    pairs = [
        *product((theme.edge, theme.focus, theme.accent), surfaces),
        (theme.focus, theme.sidebar),
        (theme.warning, theme.background),
        (theme.danger, theme.background),
        (theme.focus, theme.danger_soft),
        (theme.focus, theme.warning_soft),
        (theme.accent, theme.track),
        (theme.warning, theme.track),
        (theme.danger, theme.track),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 3.0] == []


@pytest.mark.parametrize("theme", [LIGHT_CONTRAST, DARK_CONTRAST], ids=lambda theme: theme.name)
def test_high_contrast_reaches_seven_to_one_and_shows_every_border(theme: Theme) -> None:
    words = (theme.text, theme.muted, theme.accent, theme.warning, theme.danger)
    pairs = list(product(words, (theme.background, theme.card, theme.sidebar)))
    assert [pair for pair in pairs if contrast(*pair) < 7.0] == []
    assert contrast(theme.line, theme.background) >= 4.5


def test_a_blend_lies_between_its_colours() -> None:
    assert blend("#000000", "#FFFFFF", 0) == "#000000"
    assert blend("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert blend("#102030", "#304050", 0.5) == "#203040"
