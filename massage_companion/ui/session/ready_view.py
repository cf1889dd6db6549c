"""Builds what is shown while no session runs and one can be started. Pure: values and words in, a view out."""

from collections.abc import Sequence

from massage_companion.companion import moments
from massage_companion.companion.explain import explain
from massage_companion.companion.limits_in_words import limit_phrases, sentence_start
from massage_companion.companion.modalities_in_words import modality_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import VALID_DAYS, Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Verdict
from massage_companion.session.massager import Massager
from massage_companion.session.plan import SavedPlan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.ui.session.dose_line import dose_line
from massage_companion.ui.session.plan_in_words import phases_in_words
from massage_companion.ui.session.view import Badge, Controls, Deed, Option, ReadyView
from massage_companion.ui.session.wanted import (
    Room,
    Wish,
    becomes,
    fitted,
    heat_options,
    level_options,
    minutes_options,
)


def controls_of(
    room: Room, wish: Wish, verdict: Verdict, massagers: Sequence[Massager], sore: int | None, words: Words
) -> Controls:
    """The plan as it is chosen and what it can be."""
    plan = fitted(wish.plan, room)
    return Controls(
        massagers=tuple(Option(massager.id, massager.name) for massager in massagers),
        massager=room.massager.id,
        details=_details(room, verdict, words),
        minutes=minutes_options(room, plan.minutes, words),
        chosen_minutes=plan.minutes,
        levels=level_options(room, words),
        level=int(plan.intensity),
        heat=heat_options(room, words),
        heat_on=plan.heat,
        sore=sore,
        plans=tuple(_saved(saved, room, words) for saved in wish.saved or ()),
        plan=wish.chosen,
        phases=phases_in_words(plan, words),
        becomes=becomes(wish.plan, room, words) if wish.chosen else "",
    )


def ready_view(
    controls: Controls, room: Room, verdict: Verdict, screening: Screening | None, texts: RuleTexts,
    words: Words, now: Reading, can_save: bool = False,
) -> ReadyView:  # fmt: skip
    """The screen before a session that may start; ``can_save`` where plans can be kept."""
    minutes = controls.chosen_minutes
    used = dose_line(room, now, words)
    return ReadyView(
        badge=_badge(verdict, screening, words, now),
        controls=controls,
        time=moments.minutes_seconds(minutes * MINUTE_MS),
        spoken=words.count("session.ready.spoken", minutes),
        dose=words("session.ready.dose", dose=used) if used else words("session.ready.no_dose"),
        cautions=_cautions(room, verdict, texts, words),
        deeds=(Deed.START, Deed.PLANS) if can_save else (Deed.START,),
    )


def running_badge(verdict: Verdict, words: Words) -> Badge:
    """How the person stands, without the date."""
    if verdict.outcome is Outcome.OK:
        return Badge(words("session.badge.cleared"), "ok")
    return Badge(words("session.badge.limits"), "warning")


def _badge(verdict: Verdict, screening: Screening | None, words: Words, now: Reading) -> Badge:
    plain = running_badge(verdict, words)
    if screening is None:
        return plain
    until = screening.taken_utc_ms + VALID_DAYS * DAY_MS
    key = "cleared_until" if plain.tone == "ok" else "limits_until"
    return Badge(words(f"session.badge.{key}", date=moments.day(until, now.offset_minutes, words)), plain.tone)


def _details(room: Room, verdict: Verdict, words: Words) -> str:
    bounds = Limits(
        minutes=room.limits.minutes,
        rest_minutes=room.limits.rest_minutes,
        back_of_neck_only=room.limits.back_of_neck_only and verdict.outcome is Outcome.OK,
    )
    limits = words("limits.separator").join(limit_phrases(bounds, words))
    return words("session.plan.details", does=modality_line(room.massager.modalities, words), limits=limits)


def _saved(saved: SavedPlan, room: Room, words: Words) -> Option:
    """A saved plan to choose; one that does not fit today says what it becomes."""
    fits = fitted(saved.plan, room)
    minutes = words.count("session.ready.short", fits.minutes)
    key = "saved" if fits == saved.plan else "saved_becomes"
    return Option(saved.id, words(f"session.ready.{key}", name=saved.name, minutes=minutes))


def _cautions(room: Room, verdict: Verdict, texts: RuleTexts, words: Words) -> tuple[str, ...]:
    """What to take care of, each once: bounds that the minutes do not show, then what each finding says to do.

    Nothing where the check found nothing: a warning that everybody sees every time is read by nobody.
    """
    if verdict.outcome is Outcome.OK:
        return ()
    bounds = Limits(
        intensity=room.limits.intensity,
        heat_allowed=room.limits.heat_allowed or not room.massager.may_heat,
        back_of_neck_only=room.limits.back_of_neck_only,
    )
    told = [sentence_start(phrase) for phrase in limit_phrases(bounds, words)]
    told += [explain(finding, texts).next for finding in verdict.findings if finding.outcome is Outcome.PRECAUTION]
    return tuple(dict.fromkeys(told))
