"""Sounds the alarm through whatever audio device there is, and stays silent where there is none.

Why a thread of its own: the sound library takes its time to load and to open a device, and the window must not wait.
Nothing here ever raises: a session goes on without sound, since the window tells the same.
"""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

from msgspec import Struct

_STDERR = 2
_AFTERWARDS_SECONDS = 0.5
"""The device plays on for a moment after the last sample was fetched."""

Frames = Generator[bytes, int, None]


class Device(Protocol):
    """An open audio device."""

    def start(self, frames: Frames) -> None:
        """Play what the generator gives; it is sent the number of frames wanted."""
        ...

    def close(self) -> None:
        """Stop and let go of the device."""
        ...


class _Ring(Struct, frozen=True):
    sound: str
    level: int
    volume_percent: int


class _Silence(Struct, frozen=True):
    pass


class _End(Struct, frozen=True):
    pass


SILENT = "silent"
"""The choice of somebody who wants no sound at all; the window flashes instead."""


class Alarm:
    """``available`` is ``None`` before the first try, then whether there was a device the last time."""

    def __init__(
        self, open_device: Callable[[], Device] | None = None, on_tried: Callable[[bool], None] = lambda _works: None
    ) -> None:
        """``on_tried`` hears, in the sound's own thread, whether there was a device; a signal's ``emit`` fits."""
        self._open_device = open_device or _open_device
        self._on_tried = on_tried
        self._wishes: SimpleQueue[_Ring | _Silence | _End] = SimpleQueue()
        self._worker: Thread | None = None
        self.available: bool | None = None

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None:
        """Sound once, in place of what sounds now. ``level`` grows from 0; volume 0 is silence.

        ``sound`` is ``bell``, ``chime``, ``wood`` or ``silent``.
        """
        if volume_percent <= 0 or sound == SILENT:
            self.stop()
            return
        if self._worker is None:
            self._worker = Thread(target=self._work, name="alarm", daemon=True)
            self._worker.start()
        self._wishes.put(_Ring(sound, level, volume_percent))

    def stop(self) -> None:
        """Be silent at once."""
        if self._worker is not None:
            self._wishes.put(_Silence())

    def close(self) -> None:
        """Let go of the device before the program ends."""
        worker, self._worker = self._worker, None
        if worker is not None:
            self._wishes.put(_End())
            worker.join(timeout=1.0)

    def _work(self) -> None:
        # Imported when something sounds: most starts of the program end in silence.
        from massage_companion.desktop import tones

        device: Device | None = None
        sounds_for: float | None = None
        while True:
            wish = self._next_wish(sounds_for)
            _let_go(device)
            device, sounds_for = None, None
            if isinstance(wish, _End):
                return
            if isinstance(wish, _Ring):
                samples = tones.sound(wish.sound, wish.level, wish.volume_percent)
                device = self._sounding(samples)
                sounds_for = tones.seconds(samples) + _AFTERWARDS_SECONDS

    def _next_wish(self, within_seconds: float | None) -> _Ring | _Silence | _End:
        """The newest wish; silence once the sound that plays is over. Waits without waking up in between."""
        try:
            wish = self._wishes.get(timeout=within_seconds)
            while not self._wishes.empty() and not isinstance(wish, _End):
                wish = self._wishes.get_nowait()
        except Empty:
            return _Silence()
        return wish

    def _sounding(self, samples: bytes) -> Device | None:
        device: Device | None = None
        try:
            with _stderr_silenced():
                device = self._open_device()
                frames = _frames(samples)
                next(frames)
                device.start(frames)
        except Exception:  # whatever a sound library or driver may raise: silence is the answer to all of it
            _let_go(device)
            device = None
        self._tell(device is not None)
        return device

    def _tell(self, works: bool) -> None:
        self.available = works
        try:
            self._on_tried(works)
        except RuntimeError:  # whoever wanted to know has gone, as while the program ends
            return


def _open_device() -> Device:
    """The system's usual device. Imported only now: it costs 40 ms and 12 MiB that most starts never need."""
    import miniaudio

    from massage_companion.desktop import tones

    device: Device = miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=tones.SAMPLE_RATE,
        app_name="Massage Companion",
    )
    return device


def _frames(samples: bytes) -> Frames:
    wanted = yield b""
    place = 0
    while place < len(samples):
        chunk = samples[place : place + 2 * wanted]
        place += len(chunk)
        wanted = yield chunk


def _let_go(device: Device | None) -> None:
    if device is None:
        return
    try:
        device.close()
    except Exception:  # a device that was pulled out cannot be closed properly, and need not be
        return


@contextmanager
def _stderr_silenced() -> Iterator[None]:
    """Where there is no device, ALSA writes thirty lines to standard error from C; nobody can act on them."""
    try:
        kept = os.dup(_STDERR)
    except OSError:
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
