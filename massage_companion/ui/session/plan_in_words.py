"""A plan in a few words, such as "12 minutes, low level" and "Left side 5, right side 5". Pure."""

from massage_companion.companion.words import Words
from massage_companion.session.plan import Plan


def phases_in_words(plan: Plan, words: Words) -> str:
    """The phases one after the other with their minutes; empty for a plan without."""
    return words("plans.join").join(
        words("plans.phase", name=phase.name, minutes=phase.minutes) for phase in plan.phases
    )


def plan_in_words(plan: Plan, words: Words) -> str:
    """Minutes, level and heat."""
    key = "plan_heat" if plan.heat else "plan_plain"
    level = words(f"session.running.{key}", level=words(f"session.plan.{plan.intensity.word}"))
    minutes = words.count("session.ready.option", plan.minutes)
    return words("plans.join").join((minutes, level[:1].lower() + level[1:]))
