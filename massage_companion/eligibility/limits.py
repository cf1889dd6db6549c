"""What a session may be at most. Limits only ever tighten each other; nothing here may loosen one."""

from enum import IntEnum

from msgspec import Struct


class Intensity(IntEnum):
    """The massager's level, as far as its owner can tell it apart."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """``low``, ``medium`` or ``high``."""
        return self.name.lower()


INTENSITY_BY_WORD: dict[str, Intensity] = {intensity.word: intensity for intensity in Intensity}


class Limits(Struct, frozen=True, omit_defaults=True):
    """Upper bounds of a session; ``None`` and ``True`` mean that this source sets no bound.

    Minutes are whole minutes and at least 1; ``rest_minutes`` is the pause that must lie between two sessions.
    """

    minutes: int | None = None
    sessions_per_day: int | None = None
    minutes_per_day: int | None = None
    rest_minutes: int | None = None
    intensity: Intensity | None = None
    heat_allowed: bool = True
    back_of_neck_only: bool = False

    def tightened_by(self, other: "Limits") -> "Limits":
        """The strictest of both, field by field."""
        return Limits(
            minutes=_lower(self.minutes, other.minutes),
            sessions_per_day=_lower(self.sessions_per_day, other.sessions_per_day),
            minutes_per_day=_lower(self.minutes_per_day, other.minutes_per_day),
            rest_minutes=_higher(self.rest_minutes, other.rest_minutes),
            intensity=_lower_intensity(self.intensity, other.intensity),
            heat_allowed=self.heat_allowed and other.heat_allowed,
            back_of_neck_only=self.back_of_neck_only or other.back_of_neck_only,
        )


def _lower(one: int | None, other: int | None) -> int | None:
    return min((value for value in (one, other) if value is not None), default=None)


def _higher(one: int | None, other: int | None) -> int | None:
    return max((value for value in (one, other) if value is not None), default=None)


def _lower_intensity(one: Intensity | None, other: Intensity | None) -> Intensity | None:
    return min((value for value in (one, other) if value is not None), default=None)
