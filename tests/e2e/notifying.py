"""The notifying program and a real notification service (dunst), started and watched by a test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from jeepney import MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.e2e.x_session import XSession, end_group

ROOT = Path(__file__).resolve().parents[2]
WITHIN_SECONDS = 15.0
SERVICE = "org.freedesktop.Notifications"


class Notifying:
    """The program under test and what it has said."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._environment = {**environment, "PYTHONPATH": str(ROOT)}
        self._log = log
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.notifying_program"],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self.wait_for("ready")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()

    @property
    def said(self) -> list[str]:
        return self._log.read_text("utf-8").splitlines()

    def tell(self, command: str) -> None:
        """Give an order and wait until it was obeyed."""
        assert self._process is not None
        assert self._process.stdin is not None
        obeyed = f"done {command.split()[0]}"
        before = self.said.count(obeyed)
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        wait_until(lambda: self.said.count(obeyed) > before, f"{command} in {self.said}")

    def wait_for(self, line: str) -> None:
        wait_until(lambda: line in self.said, f"{line} in {self.said}")

    def quit(self) -> int:
        """End it; for how many ms its window stood still at most."""
        assert self._process is not None
        self.tell("quit")
        assert self._process.wait(10) == 0
        *others, last = self.said
        assert all(line.split()[0] in ("ready", "acted", "done") for line in others), others
        return int(last.split()[1])


class Dunst:
    """A real notification service."""

    def __init__(self, session: XSession, environment: dict[str, str]) -> None:
        self._session = session
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        leave_no_service(self._environment["DBUS_SESSION_BUS_ADDRESS"])
        self._process = subprocess.Popen(
            [self._session.tool("dunst")],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(self._is_there, "dunst")

    def stop(self) -> None:
        if self._process is not None:
            end_group(self._process)
            self._process = None

    def displayed(self) -> int:
        return int(self._ask("count", "displayed"))

    def history(self) -> list[dict[str, dict[str, object]]]:
        """What was shown and is gone, newest first."""
        answer = msgspec.json.decode(self._ask("history"))
        return list(answer["data"][0])

    def _ask(self, *question: str) -> str:
        command = [self._session.tool("dunstctl"), *question]
        return subprocess.run(
            command, env=self._environment, check=True, capture_output=True, text=True, timeout=WITHIN_SECONDS
        ).stdout

    def _is_there(self) -> bool:
        try:
            return self.displayed() >= 0
        except subprocess.CalledProcessError:
            return False


def leave_no_service(bus: str) -> None:
    """End a notification service that the bus has started by itself for an earlier program: it has other settings."""
    with open_dbus_connection(bus) as connection:

        def pid() -> int | None:
            reply = connection.send_and_get_reply(
                message_bus.GetConnectionUnixProcessID(SERVICE), timeout=WITHIN_SECONDS
            )
            return None if reply.header.message_type is MessageType.error else int(reply.body[0])

        if (running := pid()) is not None:
            os.kill(running, signal.SIGTERM)
            wait_until(lambda: pid() is None, "the other service to end")


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + WITHIN_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.05)
