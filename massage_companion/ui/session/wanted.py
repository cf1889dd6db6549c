"""The plan that is proposed on screen, kept inside the limits, and what each option says where it is refused. No Qt.

It only shows limits: the gate checks every plan again, whatever stood here.
"""

from msgspec import Struct, structs

from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.allowance import minutes_left
from massage_companion.session.dose import Dose
from massage_companion.session.gate import HARD_LIMITS, Standing
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, offered_minutes
from massage_companion.ui.session.view import Option


class Room(Struct, frozen=True):
    """The limits of a plan and where they come from."""

    limits: Limits
    massager: Massager
    check: Limits
    dose: Dose

    @property
    def always_hot(self) -> bool:
        """Whether using the massager means heat."""
        return self.massager.may_heat and not self.massager.heat_can_be_switched_off


def room_of(standing: Standing, today: Limits, massager: Massager, dose: Dose) -> Room:
    """The room that a standing leaves, tightened by what today's answers brought up."""
    return Room(standing.limits.tightened_by(today), massager, standing.verdict.limits, dose)


def fitted(plan: Plan, room: Room) -> Plan:
    """The plan brought inside the limits, with minutes that are offered."""
    most = room.limits.minutes
    possible = [minutes for minutes in offered_minutes(room.limits) if most is None or minutes <= most]
    minutes = max((each for each in possible if each <= plan.minutes), default=min(possible))
    level = plan.intensity if room.limits.intensity is None else min(plan.intensity, room.limits.intensity)
    heat = room.always_hot or (plan.heat and room.massager.may_heat and room.limits.heat_allowed)
    return structs.replace(plan, minutes=minutes, intensity=level, heat=heat)


def minutes_options(room: Room, words: Words) -> tuple[Option, ...]:
    """The minutes to choose from, those beyond the limit with the reason."""
    most = room.limits.minutes
    return tuple(
        Option(
            minutes,
            str(minutes),
            words.count("session.ready.option", minutes),
            _minutes_refused(room, most, words) if most is not None and minutes > most else "",
        )
        for minutes in offered_minutes(room.limits)
    )


def level_options(room: Room, words: Words) -> tuple[Option, ...]:
    """Low, medium and high, those beyond the limit with the reason."""
    most = room.limits.intensity
    return tuple(
        Option(
            int(level),
            words(f"session.plan.{level.word}"),
            refused=_level_refused(room, most, words) if most is not None and level > most else "",
        )
        for level in Intensity
    )


def heat_options(room: Room, words: Words) -> tuple[Option, ...]:
    """On and off; nothing for a massager that cannot heat."""
    if not room.massager.may_heat:
        return ()
    refused_on = refused_off = ""
    if room.always_hot:
        refused_off = words("session.refused.always_hot")
    elif not room.limits.heat_allowed:
        from_check = not room.check.heat_allowed
        refused_on = words("session.refused.heat_check" if from_check else "session.refused.heat")
    return (
        Option(True, words("session.plan.on"), refused=refused_on),
        Option(False, words("session.plan.off"), refused=refused_off),
    )


def _minutes_refused(room: Room, most: int, words: Words) -> str:
    origin = {
        "minutes_manual": room.massager.manual.minutes,
        "minutes_check": room.check.minutes,
        "minutes_hard": HARD_LIMITS.minutes,
        "minutes_day": minutes_left(room.dose, room.limits),
    }
    key = next((name for name, minutes in origin.items() if minutes == most), "minutes")
    return words.count(f"session.refused.{key}", most)


def _level_refused(room: Room, most: Intensity, words: Words) -> str:
    key = "level"
    if room.massager.manual.intensity == most:
        key = "level_manual"
    elif room.check.intensity == most:
        key = "level_check"
    return words(f"session.refused.{key}", level=words(f"session.plan.{most.word}").lower())
