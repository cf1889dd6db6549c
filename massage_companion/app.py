"""Puts the program together and opens its window. The only composition root: nothing else makes adapters.

Everything without Qt is loaded before Qt, which is quicker; a damaged installation ends here with one plain sentence.
"""

import builtins
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import language_for
from massage_companion.composition.assembly import Beginning, put_together
from massage_companion.storage.content import load_rules
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.data_folder import DataFolderError, check_usable, data_folder
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.resource_files import ResourceError, read_resource
from massage_companion.storage.settings_file import SettingsFile
from massage_companion.storage.store import OpenedStore, open_store
from massage_companion.storage.system_clock import SystemClock
from massage_companion.storage.words import load_words

if TYPE_CHECKING:
    from PySide6.QtCore import QMetaObject
    from PySide6.QtWidgets import QApplication

    from massage_companion.composition.anew import Anew
    from massage_companion.desktop.single_instance import SingleInstance
    from massage_companion.ui.main_window import MainWindow
    from massage_companion.ui.navigation import Navigation

APPLICATION_ID = "io.github.massage_companion.MassageCompanion"

_WINDOW_FIRST_MS = 100
"""What nobody waits for is done so long after the window was asked for."""


class NoStartError(Exception):
    """The window cannot be opened; the text is a sentence for the person."""


def run_window(data_dir: Path | None, arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the exit code, 1 where it cannot be opened."""
    try:
        beginning = _begin(data_dir)
        _load_without_qt()
        from massage_companion.desktop.preflight import open_application

        ordinary_import = builtins.__import__
        application = open_application(arguments, beginning.words)
        # Qt for Python reads the source of every module that is imported from now on, in search of a switch
        # ("__feature__") that this program does not use.
        builtins.__import__ = ordinary_import
        return _run_alone(application, beginning)
    except NoStartError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _load_without_qt() -> None:
    """The parts of the first page that need no Qt."""
    from massage_companion.composition import anew
    from massage_companion.desktop import awake, bus_places, notice, preflight, sound
    from massage_companion.ui import choice_of_household, parts, theme_style
    from massage_companion.ui.looking_after import view
    from massage_companion.ui.session import acts, channels, cues, flow, pace, plan_flow, session_notice, situations

    del acts, anew, awake, bus_places, channels, choice_of_household, cues, flow, notice, pace, parts, plan_flow
    del preflight, session_notice, situations, sound, theme_style, view


def _begin(data_dir: Path | None) -> Beginning:
    desktop_language = language_for(os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    try:
        words = load_words(desktop_language)
    except ResourceError as error:
        raise NoStartError(str(error)) from error
    try:
        folder = data_folder(data_dir)
        check_usable(folder, FILE_NAME)
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
    try:
        code = _run_until_closed(application, instance, beginning)
    finally:
        instance.release()
    if code is None:
        instance.raise_other()
        sys.stdout.write(words("window.start.already_running") + "\n")
        return 0
    return code


def _run_until_closed(application: "QApplication", instance: "SingleInstance", beginning: Beginning) -> int | None:
    """Run, and run again with other data as often as a backup is put back or everything is deleted.

    ``None`` where another program has the folder, at the start or since it could only be read.
    """
    from massage_companion.composition.anew import done_with

    told = ""
    while instance.take():
        try:
            opened = open_store(beginning.folder, SystemClock().read())
        except StoreError as error:
            raise NoStartError(beginning.words(f"storage.{error.kind}")) from error
        if not (opened.store.read_only or instance.is_held):
            # It could only be read a moment ago: who writes has to hold the lock.
            opened.store.close()
            continue
        try:
            ended = _run(application, instance, opened, beginning, told)
        finally:
            opened.store.close()
        if isinstance(ended, int):
            return ended
        if not instance.take():
            break
        told = done_with(ended, beginning.folder, beginning.words)
        beginning = structs.replace(beginning, settings=SettingsFile(beginning.folder).read())
    return None


def _run(
    application: "QApplication", instance: "SingleInstance", opened: OpenedStore, beginning: Beginning, told: str
) -> "int | Anew":
    """Make the adapters, the use cases and the window, and stay until the window is closed."""
    from massage_companion.composition.upkeep import Upkeep, told_at_first
    from massage_companion.ui.appearance import dress, speak
    from massage_companion.ui.main_window import MainWindow
    from massage_companion.ui.navigation import Navigation

    dress(application, beginning.settings)
    speak(application, beginning.settings.language or beginning.desktop_language)
    live = opened.store.live
    window = MainWindow(lambda: live() is not None)
    parts, desk = put_together(beginning, opened.store, window)
    with suppress(StoreError):
        # Where it cannot be read, the session page says so and tries again.
        parts.sessions.recover()
    navigation = Navigation(parts, window, window)
    anew = _wanted_anew(application, navigation)
    schemes = _dress_as_wanted(application, navigation, opened.store.settings)
    instance.raise_requested.connect(window.come_forward)
    sys.excepthook = lambda kind, error, trace: _say_mistake(window, kind, error, trace)
    navigation.open()
    for text in (told, *told_at_first(opened, beginning.words)):
        if text:
            window.tell(text)
    window.show()
    _do_what_can_wait(application, instance, window)
    upkeep = None if opened.store.read_only else Upkeep(parts, beginning.folder, window)
    code = application.exec()
    if upkeep is not None:
        upkeep.wait()
    desk.close()
    if anew:
        application.styleHints().colorSchemeChanged.disconnect(schemes)
        instance.raise_requested.disconnect(window.come_forward)
        window.deleteLater()
        return anew[0]
    return code


def _wanted_anew(application: "QApplication", navigation: "Navigation") -> "list[Anew]":
    """What the program is to begin anew with, once somebody wants that; the window closes then."""
    from massage_companion.composition.anew import Anew, Forgetting, Restoring

    anew: list[Anew] = []

    def begin_anew(wanted: Anew) -> None:
        anew.append(wanted)
        application.quit()

    navigation.restore_wanted.connect(lambda place: begin_anew(Restoring(place)))
    navigation.delete_all_wanted.connect(lambda: begin_anew(Forgetting()))
    return anew


def _do_what_can_wait(application: "QApplication", instance: "SingleInstance", window: "MainWindow") -> None:
    """Nobody waits for these, so that the window is painted first."""
    from PySide6.QtCore import QTimer

    from massage_companion.ui.appearance import show_icon

    icon = "icons/massage-companion.svg"
    QTimer.singleShot(_WINDOW_FIRST_MS, window, instance.listen)
    QTimer.singleShot(_WINDOW_FIRST_MS, window, lambda: show_icon(application, read_resource(icon)))


def _dress_as_wanted(
    application: "QApplication", navigation: "Navigation", settings: Callable[[], Settings]
) -> "QMetaObject.Connection":
    """Colours, text size and language follow the settings and the desktop. The connection to the desktop's scheme."""
    from massage_companion.ui.appearance import dress, speak

    navigation.settings_changed.connect(lambda chosen: dress(application, chosen))
    navigation.language_spoken.connect(lambda language: speak(application, language))
    return application.styleHints().colorSchemeChanged.connect(lambda: dress(application, settings()))


def _say_mistake(
    window: "MainWindow", kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A mistake of the program itself: the place for the maintainers, and never an answer or a name.

    Data that cannot be read or written is none, wherever it is noticed.
    """
    sys.__excepthook__(kind, error, trace)
    if isinstance(error, StoreError):
        window.tell_trouble(error.kind)
        return
    place = "?"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    window.tell_mistake(f"{kind.__name__} {place}")
