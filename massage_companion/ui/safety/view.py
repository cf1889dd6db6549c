"""Everything that the page about the safety check shows, in words. No Qt, no rule of its own.

The buttons of the page are exactly the deeds named here.
"""

from msgspec import Struct

from massage_companion.ui.check.result_view import FindingView
from massage_companion.ui.check.review_view import AnswerGroup
from massage_companion.ui.safety.intents import Deed, Part
from massage_companion.ui.widgets.card import CardTone
from massage_companion.ui.widgets.pill import PillTone


class Badge(Struct, frozen=True):
    """A state in a few words."""

    text: str
    tone: PillTone


class Labelled(Struct, frozen=True):
    """A text with the words in front of it."""

    label: str
    text: str


class Notice(Struct, frozen=True):
    """Something that has to be known first. ``items`` are lines of a list, ``deed`` what can be done about it."""

    tone: CardTone
    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    deed: Deed | None = None


class Summary(Struct, frozen=True):
    """The result in a few lines, and what can be done now, in rows of buttons."""

    tone: CardTone
    title: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    deeds: tuple[tuple[Deed, ...], ...]


class FindingItem(Struct, frozen=True):
    """A finding as a card; ``badge`` and ``note`` say whether it still stands in the way."""

    finding: FindingView
    badge: Badge | None = None
    note: str = ""


class TextList(Struct, frozen=True):
    """Lines under a heading; left out where there are none."""

    heading: str
    lines: tuple[str, ...]


class ResultPart(Struct, frozen=True):
    """Today's result for one massager. ``summary`` is ``None`` before the first check."""

    notices: tuple[Notice, ...]
    summary: Summary | None = None
    lists: tuple[TextList, ...] = ()
    findings: tuple[FindingItem, ...] = ()
    quiet: tuple[FindingView, ...] = ()
    notes: tuple[str, ...] = ()


class YesRow(Struct, frozen=True):
    """One recorded answer of a doctor. ``asks`` while the person is asked whether to take it back."""

    id: str
    title: str
    badge: Badge
    lines: tuple[Labelled, ...]
    can_be_withdrawn: bool
    asks: bool
    spoken: str


class YesPart(Struct, frozen=True):
    """Every recorded answer of a doctor, the newest first."""

    lead: str
    rows: tuple[YesRow, ...]
    deed: Deed | None = None


class Difference(Struct, frozen=True):
    """A question that was answered otherwise than the time before."""

    question: str
    before: str
    after: str


class ScreeningDetail(Struct, frozen=True):
    """A check of the history in full."""

    heading: str
    differences: tuple[Difference, ...]
    groups: tuple[AnswerGroup, ...]


class HistoryRow(Struct, frozen=True):
    """One check of the history. ``detail`` is there for the one that is chosen."""

    id: str
    date: str
    badge: Badge
    text: str
    detail: ScreeningDetail | None = None


class HistoryPart(Struct, frozen=True):
    """Every check, the newest first."""

    lead: str
    rows: tuple[HistoryRow, ...]


class MassagerName(Struct, frozen=True):
    """A massager to choose."""

    id: str
    name: str


class SafetyView(Struct, frozen=True):
    """The whole page. ``content`` is the part that is shown; ``said`` what has just happened."""

    badge: Badge | None
    massagers: tuple[MassagerName, ...]
    massager: str
    parts: tuple[tuple[Part, str], ...]
    part: Part
    content: ResultPart | YesPart | HistoryPart
    said: str = ""
