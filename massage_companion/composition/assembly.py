"""Makes the use cases and hands them over to the screens. Only the starting point calls it, once for each run."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from massage_companion import __version__
from massage_companion.companion.backups import Restorable, Safekeeping
from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.emergency_numbers import guess
from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.household import Settings
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.rules import Rules
from massage_companion.log.facts import log_facts
from massage_companion.storage.content import load_texts
from massage_companion.storage.random_ids import RandomIds
from massage_companion.storage.store import SqliteStore
from massage_companion.storage.system_clock import SystemClock
from massage_companion.storage.whole_file import read_some, write_whole
from massage_companion.storage.words import load_words

if TYPE_CHECKING:
    from massage_companion.composition.desk import RealDesk
    from massage_companion.ui.main_window import MainWindow
    from massage_companion.ui.parts import Keeping, Parts


class Beginning(Struct, frozen=True):
    """What is known before there is a window."""

    folder: Path
    settings: Settings
    rules: Rules
    words: Words
    desktop_language: str


def put_together(beginning: Beginning, store: SqliteStore, window: "MainWindow") -> "tuple[Parts, RealDesk]":
    """The use cases over this store, and the desktop around the window."""
    from massage_companion.composition.desk import RealDesk
    from massage_companion.ui.parts import Parts
    from massage_companion.ui.qt_ticker import QtTicker

    clock, ids, rules = SystemClock(), RandomIds(), beginning.rules
    desk = RealDesk(store.settings, window.come_forward, window.windowIcon, window)
    facts = LogFacts(rules, store, clock, log_facts)
    sessions = Sessions(rules, store, clock, ids, facts)
    parts = Parts(
        store=store,
        clock=clock,
        ids=ids,
        rules=rules,
        checks=SafetyChecks(rules, store, clock, ids, facts),
        sessions=sessions,
        clearances=Clearances(store, clock, ids, rules),
        facts=facts,
        plans=SavedPlans(store, ids),
        felt_wrong=FeltWrong(rules, store, clock, ids, sessions),
        looking_after=LookingAfter(store, clock, sessions),
        words_in=lambda language: beginning.words if language == beginning.words.language else load_words(language),
        texts_in=lambda language: load_texts(language, rules),
        ticker=QtTicker(window),
        bell=desk.alarm,
        desk=desk,
        keeping=_keeping(beginning, store),
        guessed_country=_guessed_country,
        desktop_language=beginning.desktop_language,
        version=__version__,
        data_folder=str(beginning.folder),
    )
    return parts, desk


def _keeping(beginning: Beginning, store: SqliteStore) -> "Keeping":
    from massage_companion.ui.parts import Keeping

    folder = beginning.folder

    def back_up(place: Path) -> None:
        # Imported when wanted, as everything about files in and out.
        from massage_companion.storage.backup import write_backup

        write_backup(folder, place, SystemClock().read())

    def look_into(place: Path) -> Restorable:
        from massage_companion.storage.restore import look_into

        return look_into(folder, place)

    def backups(chosen: str) -> Path:
        from massage_companion.storage.daily_backup import backups_folder

        return backups_folder(folder, chosen)

    def export(form: str, place: Path) -> None:
        from massage_companion.storage.export_files import write_export

        words = load_words(store.settings().language or beginning.desktop_language)
        write_export(store, store.people(), form, words("exchange.calendar"), SystemClock().read(), place)

    return Keeping(
        safekeeping=Safekeeping(back_up, look_into),
        export=export,
        read_file=read_some,
        write_file=write_whole,
        backups_folder=backups,
    )


def _guessed_country() -> str:
    from PySide6.QtCore import QLocale, QTimeZone

    return guess(QLocale.system().name(), bytes(QTimeZone.systemTimeZoneId().data()).decode(errors="replace"))
