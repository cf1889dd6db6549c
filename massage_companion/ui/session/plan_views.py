"""What the page of saved plans shows, as values. No Qt. It shows what each plan becomes and never what it wishes."""

from msgspec import Struct

from massage_companion.companion.saved_plans import PlanDraft
from massage_companion.session.states import Action
from massage_companion.ui.session.view_parts import Badge, Deed, Option


class SavedView(Struct, frozen=True):
    """One saved plan. ``becomes`` says what the limits make of it and why, empty where it fits.

    ``dropped`` is one that was just deleted: it can be brought back, and nothing else.
    """

    id: str
    name: str
    summary: str
    becomes: str = ""
    dropped: bool = False


class EditorView(Struct, frozen=True):
    """A plan while it is written. ``problem`` is what keeps it from being saved; ``phase`` the one it is about."""

    title: str
    draft: PlanDraft
    levels: tuple[Option, ...]
    heat: tuple[Option, ...]
    total: str
    becomes: str
    problem: str
    phase: int | None
    can_add: bool


class PlansView(Struct, frozen=True):
    """The saved plans of one massager, or the one that is written."""

    badge: Badge
    title: str
    saved: tuple[SavedView, ...]
    editor: EditorView | None
    deeds: tuple[Deed, ...]
    actions: frozenset[Action] = frozenset()
