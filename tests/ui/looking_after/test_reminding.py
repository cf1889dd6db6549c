"""A notification for somebody whose window is open but not in front: once for each question, and quiet about health."""

from pytestqt.qtbot import QtBot

from massage_companion.ui.looking_after.reminding import Reminding
from massage_companion.ui.session.channels import Around
from tests.support.notes import Notes
from tests.ui.looking_after.looking_after_world import LookingAfterWorld
from tests.ui.session.session_world import MEI


def reminding(world: LookingAfterWorld, notes: Notes, *, away: bool = True, may: bool = True) -> Reminding:
    around = Around(notifier=notes, may_notify=lambda: may)
    return Reminding(world.looking_after, around, lambda: MEI.id if away else "", world.words, world.screen)


def due_world(qtbot: QtBot) -> LookingAfterWorld:
    """Three days after the first session: a check-in is due."""
    world = LookingAfterWorld(qtbot)
    world.had()
    world.clock.advance(days=3)
    return world


def test_it_reminds_once_and_names_no_symptom(qtbot: QtBot) -> None:
    world, notes = due_world(qtbot), Notes()
    reminds = reminding(world, notes)
    reminds.look()
    reminds.look()
    ((kind, title, text, actions, critical),) = notes.shown
    assert (kind, actions, critical) == ("looking_after", (("default", "Open"),), False)
    assert not any(word in f"{title} {text}".casefold() for word in ("pain", "sore", "neck", "stroke"))


def test_nobody_is_reminded_whose_window_is_in_front(qtbot: QtBot) -> None:
    notes = Notes()
    reminding(due_world(qtbot), notes, away=False).look()
    assert notes.shown == []


def test_nobody_is_reminded_who_wants_no_notifications(qtbot: QtBot) -> None:
    notes = Notes()
    reminding(due_world(qtbot), notes, may=False).look()
    assert notes.shown == []


def test_nothing_is_said_while_nothing_is_due(qtbot: QtBot) -> None:
    notes = Notes()
    reminding(LookingAfterWorld(qtbot), notes).look()
    assert notes.shown == []
