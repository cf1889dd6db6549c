"""The alarm plays in the background, replaces what sounds, and is silent without a device. It never raises."""

import os
import threading
from collections.abc import Callable, Iterator

import pytest

from massage_companion.desktop import tones
from massage_companion.desktop.sound import Alarm, Device, Frames

SOON_SECONDS = 5.0


class FakeDevice:
    """Takes all frames at once and remembers what happened to it."""

    def __init__(self, log: "Log") -> None:
        self._log = log
        self.closed = threading.Event()

    def start(self, frames: Frames) -> None:
        played = bytearray()
        try:
            while True:
                played += frames.send(1_000)
        except StopIteration:
            self._log.played.append(bytes(played))
        self._log.started.release()

    def close(self) -> None:
        self.closed.set()


class Log:
    """What was played, on which devices."""

    def __init__(self) -> None:
        self.played: list[bytes] = []
        self.devices: list[FakeDevice] = []
        self.started = threading.Semaphore(0)

    def open(self) -> Device:
        self.devices.append(FakeDevice(self))
        return self.devices[-1]


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def alarm(log: Log) -> Iterator[Alarm]:
    made = Alarm(log.open)
    yield made
    made.close()


def wait_for_sound(log: Log) -> None:
    assert log.started.acquire(timeout=SOON_SECONDS)


def test_it_plays_the_bell_of_that_level_and_volume(alarm: Alarm, log: Log) -> None:
    alarm.play(2, 60)
    wait_for_sound(log)
    alarm.close()
    assert log.played == [tones.bell(2, 60)]
    assert alarm.available is True


@pytest.mark.parametrize("sound", tones.SOUNDS)
def test_it_plays_the_sound_that_the_person_chose(alarm: Alarm, log: Log, sound: str) -> None:
    alarm.play(1, 60, sound)
    wait_for_sound(log)
    alarm.close()
    assert log.played == [tones.sound(sound, 1, 60)]


def test_silent_opens_no_device_and_ends_what_sounds(alarm: Alarm, log: Log) -> None:
    alarm.play(0, 60)
    wait_for_sound(log)
    alarm.play(4, 100, "silent")
    assert log.devices[0].closed.wait(SOON_SECONDS)
    alarm.close()
    assert len(log.devices) == 1


def test_nothing_is_opened_before_the_first_sound(alarm: Alarm, log: Log) -> None:
    alarm.stop()
    assert log.devices == []
    assert alarm.available is None
    assert "alarm" not in [thread.name for thread in threading.enumerate()]


def test_a_new_bell_takes_the_place_of_the_one_that_sounds(alarm: Alarm, log: Log) -> None:
    for level in (0, 1):
        alarm.play(level, 60)
        wait_for_sound(log)
    assert log.devices[0].closed.wait(SOON_SECONDS)
    assert not log.devices[1].closed.is_set()


def test_stop_lets_go_of_the_device(alarm: Alarm, log: Log) -> None:
    alarm.play(0, 60)
    wait_for_sound(log)
    alarm.stop()
    assert log.devices[0].closed.wait(SOON_SECONDS)


def test_the_device_is_let_go_once_the_bell_is_over(alarm: Alarm, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tones, "seconds", lambda _samples: 0.0)
    alarm.play(0, 60)
    wait_for_sound(log)
    assert log.devices[0].closed.wait(SOON_SECONDS)


def test_volume_zero_opens_no_device(alarm: Alarm, log: Log) -> None:
    alarm.play(4, 0)
    alarm.close()
    assert log.devices == []


@pytest.mark.parametrize("failure", [ImportError("no library"), OSError("busy"), RuntimeError("driver")])
def test_without_a_device_it_is_silent_and_says_so(failure: Exception) -> None:
    tried = threading.Semaphore(0)

    def fails() -> Device:
        tried.release()
        raise failure

    alarm = Alarm(fails)
    alarm.play(0, 60)
    assert tried.acquire(timeout=SOON_SECONDS)
    alarm.close()
    assert alarm.available is False


def test_it_tells_each_time_whether_there_was_a_device(log: Log) -> None:
    answers: list[Callable[[], Device]] = [_no_device, log.open]
    told: list[bool] = []
    heard = threading.Semaphore(0)

    def tell(works: bool) -> None:
        told.append(works)
        heard.release()

    alarm = Alarm(lambda: answers.pop(0)(), tell)
    for _ in range(2):
        alarm.play(0, 60)
        assert heard.acquire(timeout=SOON_SECONDS)
    alarm.close()
    assert told == [False, True]


def test_that_nobody_is_left_to_tell_is_harmless(log: Log) -> None:
    def gone(_works: bool) -> None:
        raise RuntimeError("Signal source has been deleted")

    alarm = Alarm(log.open, gone)
    for _ in range(2):
        alarm.play(0, 60)
        wait_for_sound(log)
    alarm.close()


def test_a_device_that_appears_later_is_used(log: Log) -> None:
    answers: list[Callable[[], Device]] = [_no_device, log.open]
    tried = threading.Semaphore(0)

    def next_answer() -> Device:
        answer = answers.pop(0)
        tried.release()
        return answer()

    alarm = Alarm(next_answer)
    alarm.play(0, 60)
    assert tried.acquire(timeout=SOON_SECONDS)
    alarm.play(1, 60)
    wait_for_sound(log)
    alarm.close()
    assert alarm.available is True


def test_what_drivers_complain_about_is_not_seen_and_standard_error_is_whole_afterwards(
    capfd: pytest.CaptureFixture[str], log: Log
) -> None:
    def noisy() -> Device:
        os.write(2, b"ALSA lib: cannot find card 0\n")
        return log.open()

    alarm = Alarm(noisy)
    alarm.play(0, 60)
    wait_for_sound(log)
    alarm.close()
    os.write(2, b"still here\n")
    assert capfd.readouterr().err == "still here\n"


def test_closing_twice_is_harmless(alarm: Alarm) -> None:
    alarm.play(0, 60)
    alarm.close()
    alarm.close()


def test_the_real_library_takes_the_samples() -> None:
    """On the library's own silent device, so that no sound card is needed."""
    miniaudio = pytest.importorskip("miniaudio")
    started = threading.Event()

    class RealDevice:
        def __init__(self) -> None:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=tones.SAMPLE_RATE,
                backends=[miniaudio.Backend.NULL],
            )

        def start(self, frames: Frames) -> None:
            self._device.start(frames)
            started.set()

        def close(self) -> None:
            self._device.close()

    alarm = Alarm(RealDevice)
    alarm.play(0, 60)
    assert started.wait(SOON_SECONDS)
    alarm.close()
    assert alarm.available is True


def _no_device() -> Device:
    raise OSError("no device")
