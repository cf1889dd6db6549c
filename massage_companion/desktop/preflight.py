"""Opens Qt's application, or says in one plain line why that is not possible.

Qt ends the program with abort() and often names the wrong library when it cannot reach a screen. So it is
asked for its silent "offscreen" platform as the last choice: ending up there unasked means that no window can
be shown, and only then is the cause looked for. Must never import Qt before a function is called, because Qt
itself may be what is missing, and must never decide anything but whether a window can open.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from massage_companion.companion.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Where Debian and Ubuntu keep the libraries that Qt's screen plugins and PySide6 load.
DEBIAN_PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

_PROBE_CALLS = 200

LOOK = ("-style", "Fusion")
"""The style that the program's own look is drawn on; asked for here because setting it later costs more."""


def open_application(arguments: Sequence[str], words: Words) -> QApplication:
    """Qt's application on a real screen; otherwise `SystemExit` with one line on stderr and exit code 1.

    `arguments` is the command line; only the program's name is handed to Qt, which would otherwise take
    options that belong to the program. A platform chosen with QT_QPA_PLATFORM is respected, "offscreen" too.
    """
    try:
        if void_calls_lose_none():
            raise SystemExit(_damaged_release(words))
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise SystemExit(explain_import(str(error), words)) from None
    if not sys.platform.startswith("linux"):
        return QApplication([*arguments[:1], *LOOK])
    return _open_on_linux(arguments, words)


def void_calls_lose_none() -> bool:
    """Whether this PySide6 takes a reference from None at each call that returns nothing.

    Such a release aborts the interpreter after some thousand calls: one massage session. From Python 3.12 on
    None cannot be lost, so nothing is measured there. Needs no application and no screen. Raises ImportError
    when PySide6 cannot be loaded.
    """
    from PySide6.QtCore import QObject

    if sys.version_info >= (3, 12):
        return False
    probe = QObject()
    probe.setObjectName("probe")
    before = sys.getrefcount(None)
    for _ in range(_PROBE_CALLS):
        probe.setObjectName("probe")
    return sys.getrefcount(None) - before < -_PROBE_CALLS // 2


def wanted_platforms(environment: Mapping[str, str]) -> str:
    """The platform names to ask Qt for, best first; "offscreen" is always among them, so Qt never aborts."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if not chosen:
        chosen = "wayland;xcb" if environment.get("WAYLAND_DISPLAY") else "xcb"
    return chosen if "offscreen" in _names(chosen) else f"{chosen};offscreen"


def diagnose(environment: Mapping[str, str], missing_libraries: Sequence[str], reachable: bool, words: Words) -> str:
    """One line that says why no window can be shown and what to do; the nearest cause first."""
    display = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    if not display:
        return words("preflight.no_screen")
    if missing_libraries:
        packages = sorted({DEBIAN_PACKAGES.get(name, name) for name in missing_libraries})
        return words(
            "preflight.libraries_missing",
            libraries=", ".join(sorted(missing_libraries)),
            packages=" ".join(packages),
        )
    if not reachable:
        return words("preflight.screen_unreachable", display=display)
    return words("preflight.screen_refused", display=display)


def explain_import(reason: str, words: Words) -> str:
    """One line for a PySide6 that cannot be imported; `reason` is the import error's own text."""
    library = reason.partition(":")[0]
    if library in DEBIAN_PACKAGES:
        return words("preflight.libraries_missing", libraries=library, packages=DEBIAN_PACKAGES[library])
    return words("preflight.toolkit_missing", reason=" ".join(reason.split()))


def missing_in(linker_report: str) -> tuple[str, ...]:
    """The names that `ldd` could not find, sorted, each once."""
    parted = (line.strip().partition(" => ") for line in linker_report.splitlines())
    return tuple(sorted({name for name, _, place in parted if place == "not found"}))


def _open_on_linux(arguments: Sequence[str], words: Words) -> QApplication:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    chosen = os.environ.get("QT_QPA_PLATFORM")
    held: list[str] = []
    os.environ["QT_QPA_PLATFORM"] = wanted_platforms(os.environ)
    # Qt's own advice names libxcb-cursor whatever the cause, so it waits until the cause is known.
    qInstallMessageHandler(lambda _kind, _context, message: held.append(message))
    try:
        application = QApplication([*arguments[:1], *LOOK])
    finally:
        qInstallMessageHandler(None)
        if chosen is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = chosen
    if application.platformName() == "offscreen" and "offscreen" not in _names(chosen or ""):
        raise SystemExit(diagnose(os.environ, _missing_libraries(), _screen_answers(os.environ), words))
    sys.stderr.writelines(f"{message}\n" for message in held)
    return application


def _names(platforms: str) -> list[str]:
    return [choice.split(":")[0] for choice in platforms.split(";")]


def _damaged_release(words: Words) -> str:
    import PySide6

    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return words("preflight.damaged_release", version=PySide6.__version__, python=python)


def _missing_libraries() -> tuple[str, ...]:
    # Imported here because a good start never needs it.
    import subprocess

    import PySide6

    plugin = "libqwayland.so" if os.environ.get("WAYLAND_DISPLAY") else "libqxcb.so"
    path = Path(PySide6.__path__[0], "Qt", "plugins", "platforms", plugin)
    try:
        report = subprocess.run(
            ["ldd", path], capture_output=True, text=True, timeout=10, env={**os.environ, "LC_ALL": "C"}
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return missing_in(report.stdout)


def _screen_answers(environment: Mapping[str, str]) -> bool:
    """Whether the screen's socket exists here; a screen of another computer counts as answering."""
    if wayland := environment.get("WAYLAND_DISPLAY"):
        return Path(environment.get("XDG_RUNTIME_DIR", ""), wayland).exists()
    host, _, number = environment.get("DISPLAY", "").rpartition(":")
    if host not in ("", "unix"):
        return True
    return Path("/tmp/.X11-unix", f"X{number.partition('.')[0]}").exists()


def _measure_release() -> int:
    """Exit code of this module run alone: 0 sound, 1 damaged, 2 PySide6 cannot be loaded."""
    try:
        return 1 if void_calls_lose_none() else 0
    except ImportError:
        return 2


if __name__ == "__main__":
    raise SystemExit(_measure_release())
