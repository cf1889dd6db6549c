"""What the screens are built from, handed over once by the composition root. No Qt."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.session.ports import Bell, Ticker


class Parts(Struct, frozen=True):
    """The use cases, the words by language, and the world around them.

    ``desktop_language`` is what the desktop speaks; ``data_folder`` only for telling where the data is;
    ``write_file`` writes a file whole or not at all and raises StoreError.
    """

    store: Store
    clock: Clock
    ids: Ids
    rules: Rules
    checks: SafetyChecks
    sessions: Sessions
    words_in: Callable[[str], Words]
    texts_in: Callable[[str], RuleTexts]
    ticker: Ticker
    bell: Bell
    clearances: Clearances
    write_file: Callable[[Path, bytes], None]
    desktop_language: str
    version: str
    data_folder: str
