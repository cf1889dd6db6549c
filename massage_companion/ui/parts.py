"""What the screens are built from, handed over once by the composition root. No Qt."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from massage_companion.companion.backups import Safekeeping
from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.session.ports import Bell, Ticker

if TYPE_CHECKING:
    from massage_companion.ui.desk import Desk


class Keeping(Struct, frozen=True):
    """Files in and out. Each raises StoreError, and then nothing has changed.

    ``export(form, place)`` writes csv, ics or json; ``read_file(place, most)`` gives at most so many bytes;
    ``backups_folder(chosen)`` is where daily backups go.
    """

    safekeeping: Safekeeping
    export: Callable[[str, Path], None]
    read_file: Callable[[Path, int], bytes]
    write_file: Callable[[Path, bytes], None]
    backups_folder: Callable[[str], Path]


class Parts(Struct, frozen=True):
    """The use cases, the words by language, and the world around them.

    ``country`` is the two-letter code for the emergency number, ``guessed_country`` what it is without a setting;
    ``desktop_language`` is what the desktop speaks; ``data_folder`` only for telling where the data is.
    """

    store: Store
    clock: Clock
    ids: Ids
    rules: Rules
    checks: SafetyChecks
    sessions: Sessions
    clearances: Clearances
    facts: LogFacts
    plans: SavedPlans
    felt_wrong: FeltWrong
    looking_after: LookingAfter
    words_in: Callable[[str], Words]
    texts_in: Callable[[str], RuleTexts]
    ticker: Ticker
    bell: Bell
    desk: "Desk"
    keeping: Keeping
    guessed_country: Callable[[], str]
    desktop_language: str
    version: str
    data_folder: str

    def country(self) -> str:
        """The country of the settings, else the guess; empty where nothing is known."""
        return self.store.settings().country or self.guessed_country()
