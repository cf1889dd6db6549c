"""A message bus that only the test knows, found where a program looks for it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.fake_bus import FakeBus


@pytest.fixture
def bus(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBus]:
    # Not in tmp_path: the path of a socket may not be longer than 107 letters.
    with tempfile.TemporaryDirectory(prefix="bus-", dir="/tmp") as folder:
        made = FakeBus(Path(folder, "bus"))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made.address)
        yield made
        made.hang_up()
