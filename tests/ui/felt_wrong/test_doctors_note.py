"""The note for the doctor: what stands in it, and that it can be corrected, copied and printed."""

import pytest
from msgspec import structs
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import LiveSession
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Session
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.session.states import Running
from massage_companion.storage.words import load_words
from massage_companion.ui.felt_wrong.doctors_note import LastUse, doctors_note, last_use
from massage_companion.ui.felt_wrong.paper import note_document
from tests.support.fake_clock import NOON
from tests.support.household_values import record
from tests.ui.felt_wrong.felt_wrong_world import MEI, FeltWrongWorld

USE = LastUse("Neck pillow", shifted(NOON, -10 * MINUTE_MS), 5 * MINUTE_MS, Intensity.LOW, heat=True)


def test_the_note_says_who_what_when_and_with_which_massager() -> None:
    note = doctors_note(MEI, ("My face droops", "I see double"), "Left side", USE, NOON, load_words("en"))
    assert note.splitlines() == [
        "Name: Mei",
        "It began: 14 Nov 2026 12:00",
        "Felt: My face droops; I see double",
        "In their own words: Left side",
        "Massager: Neck pillow",
        "Last session: 14 Nov 2026 11:50, 5 minutes, Low level, heat on",
    ]


def test_the_note_in_chinese() -> None:
    note = doctors_note(MEI, ("一边脸歪了",), "", None, NOON, load_words("zh"))
    assert note.splitlines()[0] == "姓名：Mei"
    assert note.splitlines()[-1] == "上次使用：不清楚"


def test_the_latest_session_in_the_log_is_the_last_use(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot)
    world.screen.deleteLater()
    assert last_use(world.sessions, "mei") is None
    world.store.add_records(
        (structs.replace(record(), person="mei", massager="kneader", used_ms=90_500, overtime_ms=30_000),)
    )
    found = last_use(world.sessions, "mei")
    assert found == LastUse("Kneading cushion", NOON, 120_500, Intensity.LOW, heat=False)


@pytest.fixture
def advised(qtbot: QtBot) -> FeltWrongWorld:
    """Somebody who is told to call for help."""
    world = FeltWrongWorld(qtbot)
    world.tell()
    world.go_on("My face droops")
    return world


def test_the_note_can_be_corrected_and_copied(advised: FeltWrongWorld) -> None:
    advised.note().setPlainText("It began: at ten")
    advised.press_button("Copy")
    assert QGuiApplication.clipboard().text() == "It began: at ten"
    assert "The note was copied." in advised.seen()


def test_what_was_told_of_the_same_report_before_stands_in_it_too(advised: FeltWrongWorld) -> None:
    advised.read()
    advised.press_button("Done")
    advised.clock.advance(hours=1)
    advised.tell()
    advised.go_on("None of these")
    advised.go_on("Sore muscles")
    assert "Call 112 now" in advised.seen()
    note = advised.note().toPlainText()
    assert "It began: 14 Nov 2026 12:00" in note
    assert "Felt: My face droops; Sore muscles" in note


def test_the_note_can_be_printed(advised: FeltWrongWorld) -> None:
    advised.press_button("Print")
    ((title, text),) = advised.prints
    assert title == "Note for the doctor or the ambulance"
    assert "Felt: My face droops" in text


def test_a_printer_that_fails_is_told(advised: FeltWrongWorld) -> None:
    advised.printer_works = False
    advised.press_button("Print")
    assert "The note could not be printed." in advised.seen()


def test_the_paper_holds_title_and_every_line(qtbot: QtBot) -> None:
    text = note_document("Note", "one\ntwo", QGuiApplication.font()).toPlainText()
    assert text.split() == ["Note", "one", "two"]


def test_mild_advice_comes_without_a_note(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot)
    world.tell()
    world.go_on("None of these")
    world.go_on("None of these")
    assert "Note for the doctor" not in world.seen()


def test_a_running_session_is_the_last_use(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot)
    world.screen.deleteLater()
    session = Session("s1", "mei", "kneader", "Shiatsu pillow", None, "1")
    running = Running(Plan(10, Intensity.MEDIUM), started=NOON, since=NOON, seen=NOON)
    world.store.keep_live(LiveSession(session, running), "started", NOON)
    world.clock.advance(minutes=3)
    world.sessions.recover()
    found = last_use(world.sessions, "mei")
    assert found is not None
    assert (found.massager, found.level) == ("Shiatsu pillow", Intensity.MEDIUM)
