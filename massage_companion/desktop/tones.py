"""The three sounds that say "time is up", computed here: bell, chime and wood, louder and longer each time.

Why computed: no sound file to find, and the same bytes everywhere. Each starts with silence: many headsets swallow the
first moment. All their tones lie between 500 and 1,500 Hz, which ageing ears keep longest, and they differ in rhythm
as well as in pitch. None may be a tick or a siren: it is heard by somebody with a tired neck.
"""

import math
from array import array
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

SAMPLE_RATE: Final = 22_050
LEAD_IN_MS: Final = 400
LOUDEST: Final = 4
"""From this level on it grows no more."""

_FULL: Final = 32_767
_EDGE_SECONDS: Final = 0.012
_SOFTEST: Final = 0.4
_INAUDIBLE: Final = 9.0
"""After so many times its decay a tone is below what 16 bits can tell."""


class _Partial(Struct, frozen=True):
    """Multiple of the pitch, share of the loudness, and decay in seconds."""

    multiple: float
    share: float
    decay: float


class _Sound(Struct, frozen=True):
    """``strokes`` are pitch in Hz and start in seconds; ``attack`` and ``lasts`` are seconds."""

    strokes: tuple[tuple[float, float], ...]
    partials: tuple[_Partial, ...]
    attack: float
    lasts: float


_SOUNDS: Final[Mapping[str, _Sound]] = {
    # A falling third.
    "bell": _Sound(((659.26, 0.0), (523.25, 0.32)), (_Partial(1.0, 0.62, 0.34), _Partial(2.0, 0.24, 0.16)), 0.012, 1.5),
    # A rising fourth that swells and hangs on.
    "chime": _Sound(((587.33, 0.0), (783.99, 0.6)), (_Partial(1.0, 0.8, 0.75), _Partial(1.5, 0.2, 0.5)), 0.09, 2.4),
    # Three dry knocks.
    "wood": _Sound(
        tuple((pitch, at) for at in (0.0, 0.24, 0.48) for pitch in (880.0, 1_240.0)),
        (_Partial(1.0, 1.0, 0.05),),
        0.006,
        0.9,
    ),
}
SOUNDS: Final = tuple(_SOUNDS)


def bell(level: int, volume_percent: int) -> bytes:
    """The bell, see ``sound``."""
    return sound("bell", level, volume_percent)


def sound(name: str, level: int, volume_percent: int) -> bytes:
    """Mono samples of 16 bits. ``level`` from 0 makes it louder up to ``volume_percent`` (0 to 100) and longer.

    A name that is not one of SOUNDS gives the bell: a wrong setting must not make the alarm silent.
    """
    step = min(max(0, level), LOUDEST)
    gain = min(max(0, volume_percent), 100) / 100 * (_SOFTEST + (1 - _SOFTEST) * step / LOUDEST)
    stroke = _stroke(_SOUNDS.get(name, _SOUNDS["bell"]), gain)
    silence = array("h", bytes(2 * (SAMPLE_RATE * LEAD_IN_MS // 1_000)))
    return (silence + stroke * (1 + step // 2)).tobytes()


def seconds(samples: bytes) -> float:
    """How long the samples sound."""
    return len(samples) / 2 / SAMPLE_RATE


def _stroke(wanted: _Sound, gain: float) -> "array[int]":
    count = round(wanted.lasts * SAMPLE_RATE)
    if gain == 0:
        return array("h", bytes(2 * count))
    mixed = [0.0] * count
    for pitch, start in wanted.strokes:
        for partial in wanted.partials:
            _mix(mixed, round(start * SAMPLE_RATE), pitch * partial.multiple, partial, wanted.attack * SAMPLE_RATE)
    peak = max(map(abs, mixed))
    return array("h", (round(_FULL * gain * _fall(at, count) * each / peak) for at, each in enumerate(mixed)))


def _mix(mixed: list[float], first: int, pitch: float, partial: _Partial, attack: float) -> None:
    turn = 2 * math.pi * pitch / SAMPLE_RATE
    fade = 1 / (partial.decay * SAMPLE_RATE)
    last = min(len(mixed), first + round(_INAUDIBLE / fade))
    for place in range(first, last):
        at = place - first
        rise = at / attack if at < attack else 1.0
        mixed[place] += rise * partial.share * math.exp(-at * fade) * math.sin(turn * at)


def _fall(place: int, count: int) -> float:
    """Ends at nothing, so that the edge does not click."""
    return min(1.0, (count - 1 - place) / (4 * _EDGE_SECONDS * SAMPLE_RATE))
