"""One step of the first start as it is shown. No Qt, no rule of its own."""

from msgspec import Struct

from massage_companion.companion.first_run import Step
from massage_companion.companion.massager_entry import MassagerEntry


class FirstRunView(Struct, frozen=True):
    """``language`` is the one in use; ``name`` and ``entry`` what was typed so far; ``known`` a massager kept before.

    ``name_problem`` is what is wrong with the name, in words; empty while nothing is.
    """

    step: Step
    language: str
    name: str = ""
    name_problem: str = ""
    entry: MassagerEntry = MassagerEntry()
    known: bool = False
