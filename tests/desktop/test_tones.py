"""The sounds: the same bytes each time, a silent beginning, no click at the edges, and louder only as far as it may."""

from array import array
from itertools import combinations

import pytest

from massage_companion.desktop import tones

each_sound = pytest.mark.parametrize("name", tones.SOUNDS)


def samples(level: int = 0, volume: int = 80, name: str = "bell") -> "array[int]":
    return array("h", tones.sound(name, level, volume))


def peak(level: int, volume: int = 100, name: str = "bell") -> int:
    return max(map(abs, samples(level, volume, name)))


@each_sound
def test_it_is_the_same_every_time(name: str) -> None:
    assert tones.sound(name, 2, 70) == tones.sound(name, 2, 70)


@each_sound
def test_it_begins_with_silence_so_that_a_headset_swallows_nothing(name: str) -> None:
    lead = tones.SAMPLE_RATE * tones.LEAD_IN_MS // 1_000
    assert not any(samples(name=name)[:lead])
    assert any(samples(name=name)[lead : lead + 200])


@each_sound
def test_each_level_is_louder_up_to_the_set_volume_and_never_beyond(name: str) -> None:
    heights = [peak(level, name=name) for level in range(tones.LOUDEST + 3)]
    assert heights[: tones.LOUDEST + 1] == sorted(set(heights))
    assert set(heights[tones.LOUDEST :]) == {32_767}


@each_sound
def test_nearly_all_of_it_is_where_ageing_ears_hear_best(name: str) -> None:
    spectrum = _spectrum(samples(0, 100, name))
    inside = sum(power for pitch, power in spectrum.items() if 500 <= pitch <= 1_500)
    assert inside > 0.95 * sum(spectrum.values())


def test_the_sounds_differ_in_length_and_in_the_tone_that_is_strongest() -> None:
    assert len({tones.seconds(tones.sound(name, 0, 80)) for name in tones.SOUNDS}) == len(tones.SOUNDS)
    spectra = [_spectrum(samples(0, 80, name)) for name in tones.SOUNDS]
    strongest = [max(spectrum, key=lambda pitch: spectrum[pitch]) for spectrum in spectra]
    for one, other in combinations(strongest, 2):
        assert abs(one - other) > 50


def test_a_name_that_is_not_known_still_sounds() -> None:
    assert tones.sound("gong", 1, 80) == tones.sound("bell", 1, 80) == tones.bell(1, 80)


def test_half_the_volume_is_half_as_high() -> None:
    assert peak(tones.LOUDEST, 50) == pytest.approx(peak(tones.LOUDEST) / 2, abs=2)


def test_volume_zero_is_silence() -> None:
    assert not any(samples(4, 0))


@pytest.mark.parametrize(("level", "volume"), [(-3, 50), (99, 50), (0, -10), (0, 500)])
def test_values_out_of_range_are_taken_as_the_nearest(level: int, volume: int) -> None:
    nearest = tones.bell(min(max(level, 0), tones.LOUDEST), min(max(volume, 0), 100))
    assert tones.bell(level, volume) == nearest


@each_sound
def test_neither_edge_clicks(name: str) -> None:
    sound = samples(0, 100, name)
    lead = tones.SAMPLE_RATE * tones.LEAD_IN_MS // 1_000
    assert max(map(abs, sound[lead : lead + 20])) < 3_000
    assert max(map(abs, sound[-20:])) < 300


def test_two_tones_are_heard_a_third_apart() -> None:
    sound = samples(0, 100)
    lead = tones.SAMPLE_RATE * tones.LEAD_IN_MS // 1_000
    first = sound[lead : lead + tones.SAMPLE_RATE // 4]
    assert _strength(first, 659.26) > 10 * _strength(first, 523.25)
    second = sound[lead + tones.SAMPLE_RATE // 2 :]
    assert _strength(second, 523.25) > _strength(second, 600)


def test_later_ones_are_longer() -> None:
    assert tones.seconds(tones.bell(0, 80)) == pytest.approx(1.9, abs=0.01)
    assert tones.seconds(tones.bell(4, 80)) > tones.seconds(tones.bell(2, 80)) > tones.seconds(tones.bell(0, 80))


def _strength(sound: "array[int]", pitch: float) -> float:
    """How much of a pitch there is (Goertzel)."""
    from math import cos, pi

    turn = 2 * cos(2 * pi * pitch / tones.SAMPLE_RATE)
    one = two = 0.0
    for each in sound:
        one, two = each + turn * one - two, one
    return one * one + two * two - turn * one * two


def _spectrum(sound: "array[int]") -> dict[int, float]:
    """The power at each pitch from 60 to 4,000 Hz, of pieces of 46 ms that are taken all over the sound."""
    from math import cos, pi

    size = 1_024
    window = [0.5 - 0.5 * cos(2 * pi * place / size) for place in range(size)]
    lead = tones.SAMPLE_RATE * tones.LEAD_IN_MS // 1_000
    pieces = [sound[first : first + size] for first in range(lead, len(sound) - size, 5 * size)]
    shaped = [array("h", (round(a * b) for a, b in zip(piece, window, strict=True))) for piece in pieces]
    return {pitch: sum(_strength(piece, pitch) for piece in shaped) for pitch in range(60, 4_000, 20)}
