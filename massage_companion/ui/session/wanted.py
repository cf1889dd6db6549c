"""The plan that is proposed on screen, kept inside the limits, and what each option says where it is refused. No Qt.

It only shows limits: the gate checks every plan again, whatever stood here.
"""

from msgspec import Struct, structs

from massage_companion.companion.limits_in_words import sentence_start
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session import plan as plans
from massage_companion.session.allowance import minutes_left
from massage_companion.session.dose import Dose
from massage_companion.session.gate import HARD_LIMITS, Standing
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.ui.session.view_parts import Option


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


class Wish(Struct, frozen=True):
    """What is wanted before it is brought inside the limits. ``saved`` are the saved plans, ``None`` where none can be.

    ``chosen`` is the id of the one that is wanted, empty where the plan was put together by hand.
    """

    plan: Plan
    saved: tuple[SavedPlan, ...] | None = None
    chosen: str = ""


def room_of(standing: Standing, today: Limits, massager: Massager, dose: Dose) -> Room:
    """The room that a standing leaves, tightened by what today's answers brought up."""
    return Room(standing.limits.tightened_by(today), massager, standing.verdict.limits, dose)


def fitted(plan: Plan, room: Room) -> Plan:
    """The plan brought inside the limits of a person, and inside what the massager can do."""
    inside = plans.fitted(plan, room.limits)
    return structs.replace(inside, heat=room.always_hot or (inside.heat and room.massager.may_heat))


def becomes(plan: Plan, room: Room, words: Words) -> str:
    """What is changed in a plan to bring it inside the limits, and why; empty where it fits."""
    fits, told = fitted(plan, room), []
    if fits.minutes != plan.minutes:
        told.append(words.count("session.becomes.minutes", fits.minutes, wished=plan.minutes))
        told.append(_minutes_refused(room, fits.minutes, words))
    if fits.intensity != plan.intensity:
        level, wished = (words(f"session.plan.{each.intensity.word}").lower() for each in (fits, plan))
        told.append(sentence_start(words("session.becomes.level", level=level, wished=wished)))
        told.append(_level_refused(room, fits.intensity, words))
    if plan.heat and not fits.heat:
        told += [words("session.becomes.no_heat"), _heat_refused(room, words) if room.massager.may_heat else ""]
    if len(fits.phases) < len(plan.phases):
        told.append(words("session.becomes.phases"))
    return words("moments.join").join(sentence for sentence in told if sentence)


def minutes_options(room: Room, chosen: int, words: Words) -> tuple[Option, ...]:
    """The minutes to choose from and those of the plan, those beyond the limit with the reason."""
    most = room.limits.minutes
    return tuple(
        Option(
            minutes,
            str(minutes),
            words.count("session.ready.option", minutes),
            _minutes_refused(room, most, words) if most is not None and minutes > most else "",
        )
        for minutes in sorted({*plans.offered_minutes(room.limits), chosen})
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
        refused_on = _heat_refused(room, words)
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


def _heat_refused(room: Room, words: Words) -> str:
    return words("session.refused.heat" if room.check.heat_allowed else "session.refused.heat_check")


def _level_refused(room: Room, most: Intensity, words: Words) -> str:
    key = "level"
    if room.massager.manual.intensity == most:
        key = "level_manual"
    elif room.check.intensity == most:
        key = "level_check"
    return words(f"session.refused.{key}", level=words(f"session.plan.{most.word}").lower())
