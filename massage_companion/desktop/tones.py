"""The bell that says "time is up", computed here: a soft two-tone stroke, louder and longer each time.

Why computed: no sound file to find, and the same bytes everywhere. It starts with silence: many headsets swallow
the first moment. It must never be a tick or a siren: it is heard by somebody with a tired neck.
"""

import math
from array import array
from typing import Final

SAMPLE_RATE: Final = 22_050
LEAD_IN_MS: Final = 400
LOUDEST: Final = 4
"""From this level on it grows no more."""

_FULL: Final = 32_767
_TONES: Final = ((659.26, 0.0), (523.25, 0.32))
"""Pitch in Hz and start in seconds: a falling third, in the range that ageing ears keep longest."""

_PARTIALS: Final = ((1.0, 0.62, 0.34), (2.0, 0.24, 0.16))
"""Multiple of the pitch, share of the loudness, and decay in seconds."""

_STROKE_SECONDS: Final = 1.5
_ATTACK_SECONDS: Final = 0.012
_SOFTEST: Final = 0.4


def bell(level: int, volume_percent: int) -> bytes:
    """Mono samples of 16 bits. ``level`` from 0 makes it louder up to ``volume_percent`` (0 to 100) and longer."""
    step = min(max(0, level), LOUDEST)
    gain = min(max(0, volume_percent), 100) / 100 * (_SOFTEST + (1 - _SOFTEST) * step / LOUDEST)
    stroke = _stroke(gain)
    silence = array("h", bytes(2 * (SAMPLE_RATE * LEAD_IN_MS // 1_000)))
    return (silence + stroke * (1 + step // 2)).tobytes()


def seconds(samples: bytes) -> float:
    """How long the samples sound."""
    return len(samples) / 2 / SAMPLE_RATE


def _stroke(gain: float) -> "array[int]":
    count = round(_STROKE_SECONDS * SAMPLE_RATE)
    if gain == 0:
        return array("h", bytes(2 * count))
    mixed = [0.0] * count
    for pitch, start in _TONES:
        first = round(start * SAMPLE_RATE)
        for multiple, share, decay in _PARTIALS:
            turn = 2 * math.pi * pitch * multiple / SAMPLE_RATE
            for place in range(first, count):
                at = place - first
                mixed[place] += share * math.exp(-at / SAMPLE_RATE / decay) * math.sin(turn * at)
    peak = max(map(abs, mixed))
    return array("h", (round(_FULL * gain * _envelope(at, count) * each / peak) for at, each in enumerate(mixed)))


def _envelope(place: int, count: int) -> float:
    """Rises within a moment and ends at nothing, so that neither edge clicks."""
    rise = min(1.0, place / (_ATTACK_SECONDS * SAMPLE_RATE))
    fall = min(1.0, (count - 1 - place) / (4 * _ATTACK_SECONDS * SAMPLE_RATE))
    return rise * fall
