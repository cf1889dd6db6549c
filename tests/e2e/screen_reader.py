"""Orca, listening to a desktop of its own: what it would say to somebody who cannot see the window.

No voice is needed: Orca writes each sentence into its debug file before it looks for one. That file is a
pseudo-terminal, since Orca would keep the lines of an ordinary file back.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import time
import tty
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from tests.e2e.x_session import XSession, end_group

WITHIN_SECONDS = 30.0
_SPEECH = re.compile(r"SPEECH OUTPUT: '(.*?)'?\s*(\{'.*|ACSS.*|None)?$")
_KEYS = {"tab", "space", "return", "escape", "shift"}


class ScreenReader:
    """``heard`` is everything said so far, the echo of keys left out."""

    def __init__(self, session: XSession) -> None:
        self._session = session
        self._process: subprocess.Popen[bytes] | None = None
        self.heard: list[str] = []

    def __enter__(self) -> Self:
        reading, writing = pty.openpty()
        tty.setraw(writing)
        Thread(target=self._listen, args=(reading,), daemon=True).start()
        file = os.ttyname(writing)
        log = self._session.folder / "orca.log"
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [self._session.tool("orca"), "--replace", "--disable=braille", f"--debug-file={file}"],
                env={**self._session.environment, "GSETTINGS_BACKEND": "memory"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self.wait_for("Screen reader on", log)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            end_group(self._process)

    def wait_for(self, words: str, log: Path | None = None) -> None:
        """Until somebody would have heard these words. A failure is an AssertionError with all that was said."""
        deadline = time.monotonic() + WITHIN_SECONDS
        while not any(words in each for each in self.heard):
            printed = "" if log is None else log.read_text("utf-8", errors="replace")
            assert time.monotonic() < deadline, (words, self.heard, printed)
            time.sleep(0.1)

    def _listen(self, terminal: int) -> None:
        rest = b""
        while True:
            try:
                read = os.read(terminal, 65_536)
            except OSError:
                return
            *lines, rest = (rest + read).split(b"\n")
            for line in lines:
                found = _SPEECH.search(line.decode(errors="replace"))
                if found and found[1].strip() not in _KEYS:
                    self.heard.append(found[1].strip())
