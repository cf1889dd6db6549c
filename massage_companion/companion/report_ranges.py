"""Many numbers as a doctor wants them: the middle one, the middle half, the ends. Never a single number as proof."""

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Range(Struct, frozen=True):
    """How many, the median, the two values that hold the middle half, and the ends."""

    count: int
    median: float
    low: int
    high: int
    least: int
    most: int


def range_of(values: Iterable[int]) -> Range | None:
    """The range of these values; ``None`` where there is none."""
    ordered: Sequence[int] = sorted(values)
    if not ordered:
        return None
    last = len(ordered) - 1
    median = (ordered[last // 2] + ordered[(last + 1) // 2]) / 2
    return Range(len(ordered), median, ordered[last // 4], ordered[last - last // 4], ordered[0], ordered[last])
