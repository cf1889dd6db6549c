"""Mean and trend of a few ratings in a row, with an interval that stays honest when neighbours resemble each other.

Why: the sessions of one person are no independent throws. A bad week is bad in all of its sessions, so the usual
formulas believe too much. It must never know what the numbers mean, nor use chance.

The method: values are split into orthogonal polynomials of their order. Degree 0 is the mean, degree 1 the trend. The
next few degrees are slow waves, which nothing but slow noise makes: their mean square is the noise of the estimate, and
Student's t with as many degrees of freedom gives the 95 % interval. It is the series test of Lazarus, Lewis, Stock and
Watson (2018, "HAR inference: recommendations for practice"), with polynomials in place of cosines so that weeks
without a session may be left out. Noise that lingers is stronger the slower the wave is; the estimate is the
slowest of all. So the interval is widened by what that would be if each value had a correlation of 0.6 with the one
before. In simulation the interval then holds the truth in about 95 of 100 series for a correlation of 0.6, in 97 to 99
without any, and in 92 or more for 0.7.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import Final

from msgspec import Struct

FEWEST: Final = 8
"""Fewer values tell nothing: they have to give an estimate and three waves of noise."""

_LINGERING: Final = 0.6
_MANY: Final = 120
_BATCHES: Final = 60

_STUDENT: Final = {3: 3.182, 4: 2.776, 5: 2.571}
"""The value that Student's t stays within in 95 of 100 cases, by degrees of freedom."""


class Estimate(Struct, frozen=True):
    """``value`` plus or minus ``margin``: the 95 % interval."""

    value: float
    margin: float


def mean_of(values: Sequence[float], least_variance: float) -> Estimate:
    """The mean of values in their order. ``least_variance`` of one value is assumed where less is seen.

    Raises ValueError for fewer than FEWEST.
    """
    mean = sum(values) / _checked(len(values))
    per_value = 1
    if len(values) >= _MANY:
        per_value = len(values) // _BATCHES
        values = _batches(values)
    steps = tuple(range(len(values)))
    _mean, noise = _split(steps, values, 0)
    return Estimate(mean, _margin(noise, 0, steps, least_variance / per_value) / sqrt(len(values)))


def slope_of(times: Sequence[int], values: Sequence[float], least_variance: float) -> Estimate:
    """The straight trend per unit of time; ``times`` rise. Raises ValueError for fewer than FEWEST."""
    count = _checked(len(values))
    steps = tuple(times)
    coefficient, noise = _split(steps, values, 1)
    centre = sum(steps) / count
    length = sqrt(sum((step - centre) ** 2 for step in steps))
    return Estimate(coefficient / length, _margin(noise, 1, steps, least_variance) / length)


def _checked(count: int) -> int:
    if count < FEWEST:
        raise ValueError(f"{count} values are fewer than {FEWEST}")
    return count


def _batches(values: Sequence[float]) -> tuple[float, ...]:
    """Means of neighbours: as honest as the single values, and a long log costs no more than a short one."""
    edges = [len(values) * number // _BATCHES for number in range(_BATCHES + 1)]
    return tuple(sum(values[start:end]) / (end - start) for start, end in pairwise(edges))


def _waves(count: int) -> int:
    """How many slow waves measure the noise: more make it steadier, but let quicker noise in."""
    if count < 20:
        return 3
    return 4 if count < 60 else 5


def _split(steps: tuple[int, ...], values: Sequence[float], degree: int) -> tuple[float, list[float]]:
    """The coefficient of a degree, and those of the waves above it."""
    shapes = _shapes(steps, degree + _waves(len(steps)))
    coefficients = [sum(a * b for a, b in zip(shape, values, strict=True)) for shape in shapes]
    return coefficients[degree], coefficients[degree + 1 :]


def _margin(noise: Sequence[float], degree: int, steps: tuple[int, ...], least_variance: float) -> float:
    variance = sum(each * each for each in noise) / len(noise) * _widening(steps, degree)
    return _STUDENT[len(noise)] * sqrt(max(variance, least_variance))


@lru_cache(maxsize=64)
def _shapes(steps: tuple[int, ...], highest: int) -> tuple[tuple[float, ...], ...]:
    """Orthonormal polynomials of the steps, from degree 0 up."""
    middle, half = (steps[0] + steps[-1]) / 2, (steps[-1] - steps[0]) / 2
    places = [(step - middle) / half for step in steps]
    shapes: list[tuple[float, ...]] = [(1 / sqrt(len(steps)),) * len(steps)]
    while len(shapes) <= highest:
        shape = [place * before for place, before in zip(places, shapes[-1], strict=True)]
        for _twice in range(2):  # once would leave what rounding leaves
            for other in shapes:
                shared = sum(a * b for a, b in zip(shape, other, strict=True))
                shape = [a - shared * b for a, b in zip(shape, other, strict=True)]
        length = sqrt(sum(a * a for a in shape))
        shapes.append(tuple(a / length for a in shape))
    return tuple(shapes)


@lru_cache(maxsize=64)
def _widening(steps: tuple[int, ...], degree: int) -> float:
    """How much stronger lingering noise is in this degree than in the waves above it, 1 at least."""
    strengths = [_strength(shape) for shape in _shapes(steps, degree + _waves(len(steps)))[degree:]]
    return max(1.0, strengths[0] * (len(strengths) - 1) / sum(strengths[1:]))


def _strength(shape: Sequence[float]) -> float:
    """The variance of a coefficient when neighbours have the correlation that is allowed for."""
    total, trail = 0.0, 0.0
    for part in shape:
        total += part * part + 2 * part * trail
        trail = _LINGERING * (trail + part)
    return total
