"""The colours of charts, taken from the theme when something is painted. Paper always has the light ones."""

from msgspec import Struct

from massage_companion.ui.theme_colours import LIGHT, Theme, blend
from massage_companion.ui.trends.chart_data import Tone


class ChartColours(Struct, frozen=True):
    """Each as "#RRGGBB". ``shades`` are the four of the calendar, from little to beyond the limit."""

    surface: str
    grid: str
    text: str
    muted: str
    before: str
    after: str
    morning: str
    bar: str
    over: str
    track: str
    cursor: str
    shades: tuple[str, str, str, str]

    def of(self, tone: Tone) -> str:
        """The colour of a series."""
        return {Tone.BEFORE: self.before, Tone.AFTER: self.after, Tone.MORNING: self.morning}[tone]


def chart_colours(theme: Theme) -> ChartColours:
    """The colours for a theme."""
    return ChartColours(
        surface=theme.card,
        grid=theme.line,
        text=theme.text,
        muted=theme.muted,
        before=theme.warning,
        after=theme.accent,
        morning=theme.text,
        bar=theme.accent,
        over=theme.danger,
        track=blend(theme.card, theme.track, 0.6),
        cursor=theme.muted,
        shades=(
            blend(theme.card, theme.accent, 0.42),
            blend(theme.card, theme.accent, 0.68),
            theme.accent,
            theme.danger,
        ),
    )


PAPER = chart_colours(LIGHT)
