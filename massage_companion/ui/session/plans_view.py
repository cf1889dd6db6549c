"""Builds the page of saved plans. Pure: what is saved, what is written and the limits in, a view out."""

from collections.abc import Sequence

from massage_companion.companion.saved_plans import MOST_MINUTES, NAME_LENGTH, PlanDraft, Problem
from massage_companion.companion.words import Words
from massage_companion.session.plan import LONGEST_PHASE_NAME, MOST_PHASES, SavedPlan
from massage_companion.ui.session.plan_in_words import phases_in_words, plan_in_words
from massage_companion.ui.session.plan_views import EditorView, PlansView, SavedView
from massage_companion.ui.session.stages import ArrangingPlans
from massage_companion.ui.session.view_parts import Badge, Deed
from massage_companion.ui.session.wanted import Room, becomes, heat_options, level_options


def plans_view(
    stage: ArrangingPlans, saved: Sequence[SavedPlan], problem: Problem | None, room: Room, badge: Badge, words: Words
) -> PlansView:
    """The list, or the plan that is written; ``problem`` is what keeps that one from being saved."""
    title = words("plans.title", massager=room.massager.name)
    if stage.draft is not None:
        editor = _editor(stage.draft, problem, stage.tried, room, words)
        return PlansView(badge, title, (), editor, (Deed.KEEP_PLAN, Deed.LEAVE_PLAN))
    rows = [_row(each, room, words) for each in saved]
    deeds: tuple[Deed, ...] = (Deed.NEW_PLAN, Deed.BACK)
    if stage.dropped is not None:
        gone = stage.dropped.saved
        text = words("plans.dropped", name=gone.name)
        rows.insert(min(stage.dropped.place, len(rows)), SavedView(gone.id, gone.name, text, dropped=True))
        deeds = (Deed.UNDO_DROP, *deeds)
    return PlansView(badge, title, tuple(rows), None, deeds)


def _row(saved: SavedPlan, room: Room, words: Words) -> SavedView:
    parts = (plan_in_words(saved.plan, words), phases_in_words(saved.plan, words))
    summary = words("plans.parts").join(part for part in parts if part)
    changed = becomes(saved.plan, room, words)
    return SavedView(saved.id, saved.name, summary, words("plans.becomes", changed=changed) if changed else "")


def _editor(draft: PlanDraft, problem: Problem | None, tried: bool, room: Room, words: Words) -> EditorView:
    plan = draft.plan
    changed = becomes(plan, room, words) if draft.total else ""
    shown = problem if problem is not None and (tried or problem.what in _AT_ONCE) else None
    return EditorView(
        title=words("plans.change" if draft.id else "plans.new"),
        draft=draft,
        levels=level_options(room, words),
        heat=heat_options(room, words),
        total=words.count("plans.total", draft.total) if draft.phases else "",
        becomes=words("plans.becomes", changed=changed) if changed else "",
        problem=_problem_in_words(shown, words),
        phase=None if shown is None else shown.phase,
        can_add=len(draft.phases) < MOST_PHASES,
    )


_AT_ONCE = frozenset({"too_long", "name_taken"})
"""Told while it is typed; what is only not there yet is told when saving was wanted."""


def _problem_in_words(problem: Problem | None, words: Words) -> str:
    if problem is None:
        return ""
    most = {
        "name_too_long": NAME_LENGTH,
        "phase_too_long": LONGEST_PHASE_NAME,
        "too_many_phases": MOST_PHASES,
        "too_long": MOST_MINUTES,
    }
    return words(f"plans.problem.{problem.what}", most=most.get(problem.what, 0))
