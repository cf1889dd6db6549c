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
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.ui.session.view import Badge, Controls, Option, ReadyView
from massage_companion.ui.session.wanted import Room, heat_options, level_options, minutes_options


def controls_of(
    room: Room, plan: Plan, verdict: Verdict, massagers: Sequence[Massager], sore: int | None, words: Words
) -> Controls:
    """The plan as it is chosen and what it can be."""
    return Controls(
        massagers=tuple(Option(massager.id, massager.name) for massager in massagers),
        massager=room.massager.id,
        details=_details(room, verdict, words),
        minutes=minutes_options(room, words),
        chosen_minutes=plan.minutes,
        levels=level_options(room, words),
        level=int(plan.intensity),
        heat=heat_options(room, words),
        heat_on=plan.heat,
        sore=sore,
    )


def ready_view(
    controls: Controls, room: Room, verdict: Verdict, screening: Screening | None, texts: RuleTexts,
    words: Words, now: Reading,
) -> ReadyView:  # fmt: skip
    """The screen before a session that may start."""
    minutes = controls.chosen_minutes
    return ReadyView(
        badge=_badge(verdict, screening, words, now),
        controls=controls,
        time=moments.minutes_seconds(minutes * MINUTE_MS),
        spoken=words.count("session.ready.spoken", minutes),
        dose=_dose_line(room, words),
        cautions=_cautions(room, verdict, texts, words),
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


def _dose_line(room: Room, words: Words) -> str:
    recent = room.dose.last_day()
    if not recent:
        return words("session.ready.no_dose")
    used = -(-room.dose.used_last_day_ms() // MINUTE_MS)
    parts = [
        words(f"session.ready.{key}", used=number, most=most)
        for key, number, most in (
            ("sessions_used", len(recent), room.limits.sessions_per_day),
            ("minutes_used", used, room.limits.minutes_per_day),
        )
        if most is not None
    ]
    return words("session.ready.dose", dose=words("session.ready.dose_join").join(parts))


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
