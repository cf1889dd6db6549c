"""A message bus with nobody on it, who cannot be woken either: the desktop's own services stay out of the test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.e2e.x_session import TOOL_FOLDERS, end_group

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """Context manager; ``address`` is where programs find it. Raises RuntimeError where it does not start."""

    def __init__(self) -> None:
        self.address = ""
        self._folder = Path()
        self._daemon: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="companion-bus-", dir="/tmp"))
        configuration = self._folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=self._folder))
        program = shutil.which("dbus-daemon", path=TOOL_FOLDERS)
        if program is None:
            raise RuntimeError("dbus-daemon is missing; README.md names the packages that the window tests need")
        reading, writing = os.pipe()
        with os.fdopen(reading, encoding="utf-8") as answer:
            self._daemon = subprocess.Popen(
                [program, f"--config-file={configuration}", "--nofork", f"--print-address={writing}"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(writing,),
                start_new_session=True,
            )
            os.close(writing)
            self.address = answer.readline().strip()
        if not self.address:
            self.stop()
            raise RuntimeError("dbus-daemon did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Let it hang, as on a computer that is busy beyond measure."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._daemon.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it, as a session that breaks down."""
        if self._daemon is not None:
            end_group(self._daemon)
            self._daemon = None
        shutil.rmtree(self._folder, ignore_errors=True)
