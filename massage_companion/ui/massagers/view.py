"""What the page about massagers shows, in words. No Qt, no rule of its own: the state is what the gate says.

The buttons of the page are exactly the deeds named here.
"""

from enum import StrEnum

from msgspec import Struct

from massage_companion.ui.widgets.pill import PillTone


class Deed(StrEnum):
    """What a button does."""

    ADD = "add"
    ANSWER = "answer"
    EDIT = "edit"
    PUT_AWAY = "put_away"
    BRING_BACK = "bring_back"


class Press(Struct, frozen=True):
    """A button was pressed; ``massager`` is an id, empty for adding one."""

    deed: Deed
    massager: str = ""


class Fact(Struct, frozen=True):
    """A line with the words in front of it."""

    label: str
    text: str


class State(Struct, frozen=True):
    """How the person stands with a massager. ``judged`` says that answers led to it and not that some are missing.

    ``open_questions`` can be answered now; ``limits`` hold for them.
    """

    text: str
    tone: PillTone
    judged: bool = False
    open_questions: int = 0
    limits: str = ""


class MassagerCard(Struct, frozen=True):
    """One massager. ``notes`` say what is open or has just changed; a label may be empty."""

    id: str
    name: str
    state: State
    facts: tuple[Fact, ...]
    deeds: tuple[Deed, ...]
    notes: tuple[Fact, ...] = ()


class MassagersView(Struct, frozen=True):
    """The whole page. ``refused`` is why nothing can be changed now, empty where it can.

    ``whose`` says for whom the states hold; ``none`` what it means that no massager is in use.
    """

    whose: str
    cards: tuple[MassagerCard, ...]
    away: tuple[MassagerCard, ...]
    refused: str = ""
    none: str = ""
    unreadable: str = ""

    @property
    def changeable(self) -> bool:
        """Whether the buttons can be pressed."""
        return not self.refused and not self.unreadable
