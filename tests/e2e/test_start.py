"""The program's start on a real screen: the polite start must not change where the window opens."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.e2e.driver import ROOT
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window

OPEN = """
import os
from massage_companion.desktop.preflight import open_application
from massage_companion.storage.words import load_words
application = open_application(["massage-companion"], load_words("en"))
print(application.platformName(), os.environ.get("QT_QPA_PLATFORM"))
"""


def test_with_a_screen_the_application_opens_on_it(x_session: XSession) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN],
        cwd=ROOT,
        env=x_session.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "xcb None\n", "")
