"""The one module that reads clocks."""

import time
from pathlib import Path

import pytest

from massage_companion.session.reading import elapsed_ms
from massage_companion.storage.random_ids import RandomIds
from massage_companion.storage.system_clock import SystemClock


def test_time_passes_and_the_boot_stays_the_same() -> None:
    clock = SystemClock()
    earlier, later = clock.read(), clock.read()
    assert earlier.boot_id == later.boot_id == SystemClock().read().boot_id != ""
    assert 0 <= elapsed_ms(earlier, later) < 10_000
    assert later.awake_ms <= later.boot_ms + 10_000


def test_the_wall_clock_is_read_with_its_offset_and_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XYZ-05:30")
    time.tzset()
    try:
        reading = SystemClock().read()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (reading.offset_minutes, reading.zone) == (330, "XYZ")
    assert reading.utc_ms > 1_700_000_000_000


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_system_without_a_boot_id_gets_a_name_that_stays(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "boot_id"
    if content is not None:
        file.write_bytes(content)
    clock = SystemClock(file)
    assert clock.read().boot_id.startswith("since-")
    assert clock.read().boot_id == clock.read().boot_id


def test_ids_are_never_given_twice() -> None:
    ids = RandomIds()
    given = {ids.new() for _ in range(1000)}
    assert len(given) == 1000
    assert all(len(name) == 32 for name in given)
