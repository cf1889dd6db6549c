"""What somebody can want on the page about the safety check. Values only; none of them does anything by itself."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Part(StrEnum):
    """What the page shows below its heading."""

    RESULT = "result"
    YES = "yes"
    HISTORY = "history"


class Deed(StrEnum):
    """What a button does."""

    DO_CHECK = "do_check"
    GO_ON = "go_on"
    MISSING = "missing"
    HEALTH_CHANGED = "health_changed"
    WHOLE_CHECK = "whole_check"
    RECORD_YES = "record_yes"
    REPORT = "report"


class CheckKind(StrEnum):
    """Which way into the check: where it was left, what is missing, what changed, or all of it."""

    GO_ON = "go_on"
    MISSING = "missing"
    CHANGED = "changed"
    WHOLE = "whole"


class Press(Struct, frozen=True):
    """A button was pressed."""

    deed: Deed


class ChoosePart(Struct, frozen=True):
    """Another part of the page."""

    part: Part


class ChooseMassager(Struct, frozen=True):
    """The result for another massager."""

    massager: str


class ChooseScreening(Struct, frozen=True):
    """The answers of a check of the history; an empty id closes them."""

    screening: str


class AskToWithdraw(Struct, frozen=True):
    """Ask whether a doctor's yes is taken back; an empty id asks no more."""

    clearance: str


class Withdraw(Struct, frozen=True):
    """Take a doctor's yes back."""

    clearance: str


Intent: TypeAlias = Press | ChoosePart | ChooseMassager | ChooseScreening | AskToWithdraw | Withdraw
