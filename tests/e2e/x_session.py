"""A desktop of its own for tests: X screen, window manager, session bus and accessibility bus.

It touches nothing of the desktop that the tests run on: own display number, own home and XDG folders, own
buses. Everything that it starts ends with it, and nothing else does.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

TOOLS = ("Xvfb", "openbox", "dbus-daemon", "dbus-send", "xprop", "xdotool", "import")
# Debian's own first: other programs of these names may come earlier in PATH.
TOOL_FOLDERS = "/usr/bin:/bin"
ACCESSIBILITY_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
START_SECONDS = 20.0


class XSession:
    """Context manager; `environment` is what a program needs to appear on this desktop.

    `size` is in pixels. Raises RuntimeError when a tool is missing or does not start.
    """

    def __init__(self, size: tuple[int, int] = (1280, 900)) -> None:
        self.size = size
        self.environment: dict[str, str] = {}
        self.folder = Path()
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        # Directly in /tmp: the accessibility bus makes a socket below it, and socket paths are short.
        self.folder = Path(tempfile.mkdtemp(prefix="companion-x-", dir="/tmp"))
        try:
            self.environment = self._private_environment()
            self._start_screen()
            self._start_buses()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def tool(self, name: str) -> str:
        """The path of an X or D-Bus tool of the system."""
        found = shutil.which(name, path=TOOL_FOLDERS)
        if found is None:
            raise RuntimeError(f"{name} is missing; README.md names the packages that the window tests need")
        return found

    def run(self, tool: str, *arguments: str) -> str:
        """Runs a tool on this desktop to its end; what it printed. A failure is a CalledProcessError."""
        done = subprocess.run(
            [self.tool(tool), *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
        )
        return done.stdout

    def _private_environment(self) -> dict[str, str]:
        folders = {
            "HOME": "home",
            "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "data",
            "XDG_STATE_HOME": "state",
            "XDG_CACHE_HOME": "cache",
            "XDG_RUNTIME_DIR": "run",
        }
        for name in folders.values():
            (self.folder / name).mkdir(mode=0o700)
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # Qt's bridge is older than the client and says so at every start.
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        } | {variable: str(self.folder / name) for variable, name in folders.items()}

    def _start_screen(self) -> None:
        for name in TOOLS:
            self.tool(name)
        screen = f"{self.size[0]}x{self.size[1]}x24"
        number = self._start_and_read(
            ["Xvfb", "-displayfd", "{}", "-screen", "0", screen, "-dpi", "96", "-nolisten", "tcp", "-noreset"]
        )
        self.environment["DISPLAY"] = f":{number}"

    def _start_buses(self) -> None:
        address = self._start_and_read(["dbus-daemon", "--session", "--nofork", "--print-address={}"])
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._start([self.tool("openbox")])
        launcher = next((path for path in ACCESSIBILITY_LAUNCHERS if Path(path).exists()), None)
        if launcher is None:
            raise RuntimeError("at-spi-bus-launcher is missing; it comes with the package at-spi2-core")
        self._start([launcher, "--launch-immediately"])
        self._wait("the window manager", lambda: "0x" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        self._wait("the accessibility bus", lambda: "unix:" in self._ask_bus("org.a11y.Bus.GetAddress"))
        self._ask_bus(
            "org.freedesktop.DBus.Properties.Set",
            "string:org.a11y.Status",
            "string:IsEnabled",
            "variant:boolean:true",
        )

    def _ask_bus(self, method: str, *arguments: str) -> str:
        address = ("--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus")
        return self.run("dbus-send", *address, method, *arguments)

    def _start_and_read(self, command: Sequence[str]) -> str:
        """Starts a program that writes one line to the file descriptor put in place of {}."""
        reading, writing = os.pipe()
        with os.fdopen(reading, encoding="utf-8") as answer:
            try:
                self._start([self.tool(command[0]), *(part.format(writing) for part in command[1:])], keep=(writing,))
            finally:
                os.close(writing)
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start: {self._log()}")
        return line

    def _start(self, command: Sequence[str], keep: Sequence[int] = ()) -> None:
        with (self.folder / "session.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=keep,
                start_new_session=True,
            )
        self._started.append(process)

    def _wait(self, what: str, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                if ready():
                    return
            except subprocess.CalledProcessError:
                pass  # not there yet
            if time.monotonic() > deadline:
                raise RuntimeError(f"{what} did not start: {self._log()}")
            time.sleep(0.05)

    def _log(self) -> str:
        return (self.folder / "session.log").read_text("utf-8", errors="replace")[-2000:]

    def _end(self) -> None:
        for process in reversed(self._started):
            end_group(process)
        self._started.clear()
        shutil.rmtree(self.folder, ignore_errors=True)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that was started as the leader of its own session, and its children with it."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, ending)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
