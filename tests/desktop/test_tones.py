"""The bell: the same bytes each time, a silent beginning, no click at the edges, and louder only as far as it may."""

from array import array

import pytest

from massage_companion.desktop import tones


def samples(level: int = 0, volume: int = 80) -> "array[int]":
    return array("h", tones.bell(level, volume))


def peak(level: int, volume: int = 100) -> int:
    return max(map(abs, samples(level, volume)))


def test_it_is_the_same_every_time() -> None:
    assert tones.bell(2, 70) == tones.bell(2, 70)


def test_it_begins_with_silence_so_that_a_headset_swallows_nothing() -> None:
    lead = tones.SAMPLE_RATE * tones.LEAD_IN_MS // 1_000
    assert not any(samples()[:lead])
    assert any(samples()[lead : lead + 200])


def test_each_level_is_louder_up_to_the_set_volume_and_never_beyond() -> None:
    heights = [peak(level) for level in range(tones.LOUDEST + 3)]
    assert heights[: tones.LOUDEST + 1] == sorted(set(heights))
    assert set(heights[tones.LOUDEST :]) == {32_767}


def test_half_the_volume_is_half_as_high() -> None:
    assert peak(tones.LOUDEST, 50) == pytest.approx(peak(tones.LOUDEST) / 2, abs=2)


def test_volume_zero_is_silence() -> None:
    assert not any(samples(4, 0))


@pytest.mark.parametrize(("level", "volume"), [(-3, 50), (99, 50), (0, -10), (0, 500)])
def test_values_out_of_range_are_taken_as_the_nearest(level: int, volume: int) -> None:
    nearest = tones.bell(min(max(level, 0), tones.LOUDEST), min(max(volume, 0), 100))
    assert tones.bell(level, volume) == nearest


def test_neither_edge_clicks() -> None:
    sound = samples(0, 100)
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
