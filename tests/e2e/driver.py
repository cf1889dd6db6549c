"""Starts a program on a test desktop and uses it as a person does: keys, mouse, eyes, screen reader.

Waiting here is always for a condition on what is shown, with a deadline; never for a number of seconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from tests.e2e.accessible_tree import Node
from tests.e2e.x_session import XSession, end_group

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
TREE_READER = Path(__file__).with_name("tree_reader.py")
NOT_ON_THE_BUS = 3
PRESSING = ("press", "toggle", "check", "click", "activate", "showmenu")
KEY_PAUSE_MS = "30"


class Program:
    """A program under test; ends with its `with` block. A failure is an AssertionError with the tree."""

    def __init__(self, session: XSession, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._session = session
        self._command = list(command)
        self._environment = {**session.environment, **(environment or {})}
        self._log = session.folder / f"program-{time.monotonic_ns()}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Starts the program (again, with the same command, if it has ended)."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self) -> None:
        """Ends the program if it still runs, politely first."""
        if self._process is not None:
            end_group(self._process)

    def kill(self) -> None:
        """Ends the program as a power cut would: without a chance to save anything."""
        self._running().kill()
        self._running().wait()

    def wait_for_end(self, seconds: float = 10.0) -> int:
        """The exit code, once the program has ended by itself."""
        try:
            return self._running().wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program did not end\n{self._seen()}") from None

    @property
    def process_id(self) -> int:
        return self._running().pid

    @property
    def output(self) -> str:
        """What the program has printed, errors included."""
        return self._log.read_text("utf-8", errors="replace")

    def tree(self) -> Node:
        """What a screen reader sees now."""
        node = self._read_tree()
        if node is None:
            raise AssertionError(f"the program shows nothing\n{self.output}")
        return node

    def wait_until(self, condition: Callable[[Node], object], what: str, seconds: float = 10.0) -> Node:
        """The first tree for which `condition` is true; `what` completes "waited in vain for ..."."""
        deadline = time.monotonic() + seconds
        while True:
            node = self._read_tree()
            if node is not None and condition(node):
                return node
            code = self._running().poll()
            if code is not None:
                raise AssertionError(f"the program ended with {code} before {what} was there\n{self.output}")
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}\n{self._seen()}")
            time.sleep(0.1)

    def wait_for(self, name: str, role: str | None = None, seconds: float = 10.0) -> Node:
        """The showing node of exactly this name, as soon as there is one."""
        tree = self.wait_until(lambda node: node.find(name, role), f"{role or 'something'} {name!r}", seconds)
        found = tree.find(name, role)
        assert found is not None
        return found

    def wait_for_window(self, seconds: float = 20.0) -> Node:
        """The tree, as soon as a window of the program has the keyboard."""
        return self.wait_until(lambda node: any(window.active for window in node.children), "an active window", seconds)

    def screenshot(self, picture: Path, window: bool = False) -> Path:
        """Saves a PNG of the whole screen, or of the active window without its frame."""
        which = self._session.run("xdotool", "getactivewindow").strip() if window else "root"
        picture.parent.mkdir(parents=True, exist_ok=True)
        self._session.run("import", "-window", which, f"png:{picture}")
        return picture

    def key(self, *keys: str) -> None:
        """Presses keys one after the other in the active window: "Tab", "shift+Tab", "Return", "Escape"."""
        self._session.run("xdotool", "key", "--delay", KEY_PAUSE_MS, *keys)

    def type_text(self, text: str) -> None:
        """Types letters as the keyboard does; for Chinese use `fill`."""
        self._session.run("xdotool", "type", "--delay", KEY_PAUSE_MS, text)

    def click(self, name: str, role: str | None = None) -> None:
        """Clicks the middle of a thing with the mouse."""
        x, y = self.wait_for(name, role).centre
        self._session.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def press(self, name: str, role: str | None = None) -> None:
        """Presses or toggles a thing as a screen reader does."""
        target = self.wait_for(name, role)
        if not target.enabled:
            raise AssertionError(f"{name!r} is disabled\n{self._seen()}")
        actions = {action.lower(): action for action in target.actions}
        chosen = next((actions[action] for action in PRESSING if action in actions), None)
        if chosen is None:
            raise AssertionError(f"{name!r} cannot be pressed, only {target.actions}\n{self._seen()}")
        self._operate("act", target, chosen)

    def fill(self, name: str, text: str, role: str | None = None) -> None:
        """Replaces the text of a field as an input method or screen reader does."""
        self._operate("fill", self.wait_for(name, role), text)

    def focus(self, name: str, role: str | None = None) -> None:
        """Moves the keyboard to a thing as a screen reader does."""
        self._operate("focus", self.wait_for(name, role))

    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "the program was not started"
        return self._process

    def _ask_reader(self, what: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [SYSTEM_PYTHON, str(TREE_READER), what, str(self.process_id), *arguments],
            env=self._session.environment,
            capture_output=True,
            timeout=30,
        )

    def _read_tree(self) -> Node | None:
        answer = self._ask_reader("tree")
        if answer.returncode == NOT_ON_THE_BUS:
            return None
        if answer.returncode != 0:
            raise RuntimeError(answer.stderr.decode(errors="replace"))
        return msgspec.json.decode(answer.stdout, type=Node)

    def _operate(self, what: str, target: Node, *arguments: str) -> None:
        answer = self._ask_reader(what, ".".join(map(str, target.path)), *arguments)
        if answer.returncode != 0 or answer.stdout.strip() != b"true":
            why = answer.stderr.decode(errors="replace")
            raise AssertionError(f"{what} was refused by {target.role} {target.name!r}\n{why}\n{self._seen()}")

    def _seen(self) -> str:
        node = self._read_tree()
        return f"{node.outline() if node else '(no window)'}\n--- printed ---\n{self.output}"


def massage_companion(
    session: XSession,
    data_folder: Path,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    inside: Sequence[str] = (),
) -> Program:
    """Massage Companion itself, from this checkout, with all its files in `data_folder`; not yet started.

    ``inside`` is a command that starts the command that follows it, such as ``unshare``.
    """
    command = [*inside, sys.executable, "-m", "massage_companion", "--data-dir", str(data_folder), *arguments]
    return Program(session, command, environment)
