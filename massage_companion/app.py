"""Puts the program together and opens its window. The only composition root: nothing else makes adapters.

Everything without Qt is loaded before Qt, which is quicker; a damaged installation ends here with one plain sentence.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec import Struct

from massage_companion import __version__
from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.household import Settings
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words, language_for
from massage_companion.eligibility.rules import Rules
from massage_companion.storage.content import load_rules, load_texts
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.data_folder import DataFolderError, check_writable, data_folder
from massage_companion.storage.random_ids import RandomIds
from massage_companion.storage.resource_files import ResourceError, read_resource
from massage_companion.storage.settings_file import SettingsFile
from massage_companion.storage.store import OpenedStore, open_store
from massage_companion.storage.system_clock import SystemClock
from massage_companion.storage.whole_file import write_whole
from massage_companion.storage.words import load_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from massage_companion.companion.ports import Store
    from massage_companion.desktop.single_instance import SingleInstance
    from massage_companion.ui.main_window import MainWindow
    from massage_companion.ui.parts import Parts
    from massage_companion.ui.session.ports import Bell, Ticker

APPLICATION_ID = "io.github.massage_companion.MassageCompanion"


class Beginning(Struct, frozen=True):
    """What is known before there is a window."""

    folder: Path
    settings: Settings
    rules: Rules
    words: Words
    desktop_language: str


class NoStartError(Exception):
    """The window cannot be opened; the text is a sentence for the person."""


def run_window(data_dir: Path | None, arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the exit code, 1 where it cannot be opened."""
    try:
        beginning = _begin(data_dir)
        _load_without_qt()
        # Imported here: from now on every import costs more, since Qt for Python looks at each.
        from massage_companion.desktop.preflight import open_application

        application = open_application(arguments, beginning.words)
        return _run_alone(application, beginning)
    except NoStartError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _load_without_qt() -> None:
    """The parts of the first page that need no Qt."""
    from massage_companion.ui import choice_of_household, parts, theme_style
    from massage_companion.ui.session import flow, situations

    del choice_of_household, flow, parts, situations, theme_style


def _begin(data_dir: Path | None) -> Beginning:
    desktop_language = language_for(os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    try:
        words = load_words(desktop_language)
    except ResourceError as error:
        raise NoStartError(str(error)) from error
    try:
        folder = data_folder(data_dir)
        check_writable(folder)
        settings = SettingsFile(folder).read()
        if settings.language and settings.language != desktop_language:
            words = load_words(settings.language)
        return Beginning(folder, settings, load_rules(), words, desktop_language)
    except DataFolderError as error:
        raise NoStartError(words(error.key, folder=error.folder)) from error
    except (ContentError, ResourceError) as error:
        raise NoStartError(words("window.start.damaged_files", place=error)) from error


def _run_alone(application: "QApplication", beginning: Beginning) -> int:
    """Run as the only program of this data folder, or bring the other one forward."""
    from massage_companion.desktop.single_instance import SingleInstance

    words = beginning.words
    application.setApplicationName("massage-companion")
    application.setApplicationDisplayName(words("window.title"))
    application.setDesktopFileName(APPLICATION_ID)
    try:
        beginning.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoStartError(words("storage.folder.not_writable", folder=beginning.folder)) from error
    instance = SingleInstance(beginning.folder)
    if not instance.take():
        instance.raise_other()
        sys.stdout.write(words("window.start.already_running") + "\n")
        return 0
    try:
        opened = open_store(beginning.folder, SystemClock().read())
    except StoreError as error:
        instance.release()
        raise NoStartError(words(f"storage.{error.kind}")) from error
    try:
        return _run(application, instance, opened, beginning)
    finally:
        opened.store.close()
        instance.release()


def _run(application: "QApplication", instance: "SingleInstance", opened: OpenedStore, beginning: Beginning) -> int:
    """Make the adapters, the use cases and the window, and stay until the window is closed."""
    from massage_companion.desktop.sound import Alarm
    from massage_companion.ui.appearance import dress, show_icon, speak
    from massage_companion.ui.main_window import MainWindow
    from massage_companion.ui.navigation import Navigation
    from massage_companion.ui.qt_ticker import QtTicker

    dress(application, beginning.settings)
    speak(application, beginning.settings.language or beginning.desktop_language)
    show_icon(application, read_resource("icons/massage-companion.svg"))
    alarm = Alarm()
    sessions = Sessions(beginning.rules, opened.store, SystemClock(), RandomIds())
    window = MainWindow(lambda: sessions.live is not None)
    parts = _parts(beginning, opened.store, sessions, QtTicker(window), alarm)
    sessions.recover()
    navigation = Navigation(parts, window, window)
    navigation.settings_changed.connect(lambda settings: dress(application, settings))
    navigation.language_spoken.connect(lambda language: speak(application, language))
    application.styleHints().colorSchemeChanged.connect(lambda: dress(application, opened.store.settings()))
    instance.raise_requested.connect(window.come_forward)
    sys.excepthook = lambda kind, error, trace: _say_mistake(window, kind, error, trace)
    navigation.open()
    if opened.set_aside is not None:
        window.tell(beginning.words("storage.set_aside", file=opened.set_aside.name))
    window.show()
    code = application.exec()
    alarm.close()
    return code


def _parts(beginning: Beginning, store: "Store", sessions: Sessions, ticker: "Ticker", bell: "Bell") -> "Parts":
    from massage_companion.ui.parts import Parts

    clock, ids, rules = SystemClock(), RandomIds(), beginning.rules
    return Parts(
        store=store,
        clock=clock,
        ids=ids,
        rules=rules,
        checks=SafetyChecks(rules, store, clock, ids),
        sessions=sessions,
        words_in=load_words,
        texts_in=lambda language: load_texts(language, rules),
        ticker=ticker,
        bell=bell,
        clearances=Clearances(store, clock, ids),
        write_file=write_whole,
        desktop_language=beginning.desktop_language,
        version=__version__,
        data_folder=str(beginning.folder),
    )


def _say_mistake(
    window: "MainWindow", kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A mistake of the program itself: the place for the maintainers, and never an answer or a name."""
    sys.__excepthook__(kind, error, trace)
    place = "?"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    window.tell_mistake(f"{kind.__name__} {place}")
