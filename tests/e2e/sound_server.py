"""A sound server of its own without any sound card: what a program plays is recorded and can be looked at."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from array import array
from math import cos, pi
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.e2e.x_session import TOOL_FOLDERS, end_group

ROOT = Path(__file__).resolve().parents[2]
SINK = "companion"
RATE = 22_050
START_SECONDS = 20.0


class SoundServer:
    """Context manager; ``environment`` leads a program to it. Raises RuntimeError when a tool is missing."""

    def __init__(self) -> None:
        self.environment: dict[str, str] = {}
        self._folder = Path()
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="companion-sound-", dir="/tmp"))
        self.environment = {
            **os.environ,
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder),
            "PULSE_SERVER": f"unix:{self._folder}/native",
        }
        self._server = self._start_server()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            end_group(self._server)
        shutil.rmtree(self._folder, ignore_errors=True)

    def recorded(self, python: str) -> array[int]:
        """What is heard while Python runs these lines, mono, 16 bits, 22,050 a second."""
        source = f"--device={SINK}.monitor"
        form = ["--raw", "--format=s16le", "--channels=1", f"--rate={RATE}", "--latency-msec=20"]
        record = self._folder / "heard"
        with record.open("wb") as heard:
            recorder = subprocess.Popen([tool("parec"), source, *form], env=self.environment, stdout=heard)
            try:
                self._wait_for(lambda: record.stat().st_size > 0, "the recorder")
                self.run(python)
            finally:
                recorder.send_signal(signal.SIGTERM)
                recorder.wait(10)
        raw = record.read_bytes()
        return array("h", raw[: len(raw) // 2 * 2])

    def run(self, python: str) -> subprocess.CompletedProcess[str]:
        """Run lines of Python with this server as the only sound there is."""
        return run_python(python, self.environment)

    def _start_server(self) -> subprocess.Popen[bytes]:
        command = [tool("pulseaudio"), "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--load", f"module-null-sink sink_name={SINK} rate={RATE} channels=1"]
        command += ["--load", f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1"]
        with (self._folder / "server.log").open("wb") as log:
            server = subprocess.Popen(
                command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self._wait_for((self._folder / "native").exists, "pulseaudio")
        return server

    def _wait_for(self, ready: object, what: str) -> None:
        assert callable(ready)
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            if time.monotonic() > deadline:
                log = (self._folder / "server.log").read_text("utf-8", errors="replace")
                raise RuntimeError(f"{what} did not start: {log[-2000:]}")
            time.sleep(0.05)


def tool(name: str) -> str:
    """The path of a sound tool of the system."""
    found = shutil.which(name, path=TOOL_FOLDERS)
    if found is None:
        raise RuntimeError(f"{name} is missing; README.md names the packages that the window tests need")
    return found


def run_python(python: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run lines of Python in this checkout to their end."""
    return subprocess.run(
        [sys.executable, "-c", python],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def energy(sound: array[int]) -> float:
    """The mean power."""
    return sum(one * one for one in sound) / max(1, len(sound))


def sounding(sound: array[int]) -> array[int]:
    """From the first to the last sample that is heard."""
    loud = [place for place, one in enumerate(sound) if abs(one) > 100]
    return sound[loud[0] : loud[-1] + 1] if loud else array("h")


def strongest_pitch(sound: array[int]) -> int:
    """The pitch in Hz with the most power, between 300 and 2,000 Hz, to 10 Hz."""
    pieces = [sound[first : first + 2_048] for first in range(0, len(sound) - 2_048, 4_096)]
    return max(range(300, 2_000, 10), key=lambda pitch: sum(_power(piece, pitch) for piece in pieces))


def _power(piece: array[int], pitch: int) -> float:
    """How much of a pitch there is (Goertzel)."""
    turn = 2 * cos(2 * pi * pitch / RATE)
    one = two = 0.0
    for each in piece:
        one, two = each + turn * one - two, one
    return one * one + two * two - turn * one * two
