"""The alarm is really heard: a sound server without a sound card records what the program's own Alarm plays.

And where there is no sound server at all, nothing is heard, nothing is printed, and nothing else changes.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from massage_companion.desktop import tones
from tests.e2e.sound_server import SoundServer, energy, run_python, sounding, strongest_pitch

pytestmark = pytest.mark.window

PLAY = """
from threading import Event
from massage_companion.desktop import tones
from massage_companion.desktop.sound import Alarm

tried = Event()
alarm = Alarm(on_tried=lambda works: tried.set())
alarm.play({level}, {volume}, "{sound}")
heard = tried.wait(20)
if alarm.available:
    Event().wait(tones.seconds(tones.sound("{sound}", {level}, {volume})) + 0.3)
alarm.close()
print(heard, alarm.available)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as started:
        yield started


def played(server: SoundServer, sound: str, level: int, volume: int = 80) -> array[int]:
    return server.recorded(PLAY.format(sound=sound, level=level, volume=volume))


@pytest.fixture(scope="module")
def sounds(server: SoundServer) -> dict[str, array[int]]:
    return {name: played(server, name, 0) for name in tones.SOUNDS}


def test_each_sound_is_heard_for_as_long_as_it_is(sounds: dict[str, array[int]]) -> None:
    for name, heard in sounds.items():
        written = sounding(array("h", tones.sound(name, 0, 80)))
        assert len(sounding(heard)) == pytest.approx(len(written), rel=0.1), name
        assert energy(sounding(heard)) == pytest.approx(energy(written), rel=0.3), name


def test_the_three_sounds_differ_in_their_strongest_tone(sounds: dict[str, array[int]]) -> None:
    pitches = [strongest_pitch(sounding(heard)) for heard in sounds.values()]
    for one, other in combinations(pitches, 2):
        assert abs(one - other) > 50, pitches
    assert all(500 <= pitch <= 1_500 for pitch in pitches)


def test_it_grows_with_each_level_and_stays_below_the_set_volume(server: SoundServer) -> None:
    heights = [max(map(abs, played(server, "bell", level))) for level in (0, 2, 4)]
    assert heights == sorted(heights)
    assert heights[2] > 1.5 * heights[0]
    assert heights[2] <= 0.82 * 32_767


@pytest.mark.parametrize(("sound", "volume"), [("silent", 100), ("bell", 0)])
def test_silent_is_silent(server: SoundServer, sound: str, volume: int) -> None:
    begin = "from massage_companion.desktop.sound import Alarm; alarm = Alarm()"
    program = f"{begin}; alarm.play(4, {volume}, '{sound}'); alarm.close()"
    assert not any(server.recorded(program))


def test_without_any_sound_it_is_silent_and_prints_nothing(tmp_path: Path) -> None:
    nowhere = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PULSE_SERVER": f"unix:{tmp_path}/nobody",
    }
    done = run_python(PLAY.format(sound="chime", level=2, volume=80), nowhere)
    assert done.stdout.split() == ["True", "False"]
    assert done.stderr == ""
