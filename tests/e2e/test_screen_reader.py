"""A session as somebody hears it who cannot see: by keys alone, with a real screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.driver import massage_companion
from tests.e2e.in_session import WORDS, Settled
from tests.e2e.prepared import prepare
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window


def test_a_session_is_told_in_the_order_in_which_it_happens(tmp_path: Path) -> None:
    folder = prepare(tmp_path / "household")
    with XSession() as session, ScreenReader(session) as reader, massage_companion(session, folder) as program:
        heard = reader.heard

        def press(key: str, button: str) -> None:
            """Press a key while this button has the keyboard, and was heard to have it."""
            reader.wait_for(f"{WORDS(button)} push button")
            program.wait_until(Settled(WORDS(button)), f"{button} to settle")
            program.key(key)

        press("space", "session.ready.start")
        press("space", "session.today.none")
        reader.wait_for("Session started. It ends at")
        press("space", "session.running.pause")
        reader.wait_for("Paused. ")
        press("space", "session.paused.resume")
        reader.wait_for("Going on. ")
        press("Escape", "session.running.pause")
        reader.wait_for("Session ended.")

    told = [
        next(place for place, each in enumerate(heard) if words in each)
        for words in ("Start session push", "Session started", "Paused. ", "Going on. ", "Session ended.")
    ]
    assert told == sorted(told), heard
    assert not any("layered pane" in each for each in heard), "containers are nothing to hear"
    assert not any("End session" in each for each in heard), "what the keyboard never came to"
