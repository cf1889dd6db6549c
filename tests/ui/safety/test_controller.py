"""What the page does besides: taking a yes back with one question, history, other massagers, data that is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.session.doctors_word import Heard
from tests.support.accessible_screen import button, focused, name_of, press, settle
from tests.support.rule_writing import said
from tests.support.small_rules import KNEADER, WARM_KNEADER
from tests.ui.safety.safety_page import SafetyPage
from tests.ui.safety.safety_world import LI, ON_STEROIDS, SafetyWorld

RETURN = Qt.Key.Key_Return


def healthy() -> SafetyWorld:
    world = SafetyWorld()
    world.checked()
    return world


def doctor_first() -> SafetyWorld:
    world = SafetyWorld()
    world.checked(ON_STEROIDS)
    return world


class TestTakingAYesBack:
    def test_it_asks_once_with_keep_in_front(self, qtbot: QtBot) -> None:
        world = doctor_first()
        world.cleared()
        page = SafetyPage(qtbot, world)
        page.press("Doctor's yes")
        page.press("Withdraw: About steroids, Dr Chen")
        assert "Take this doctor's yes back?" in page.seen()
        assert name_of(focused()) == "Keep it"
        press(RETURN)
        assert name_of(focused()) == "Withdraw: About steroids, Dr Chen"
        assert [known.heard for known in world.clearances.all(LI.id)] == [Heard.YES]
        press(RETURN)
        page.press("Withdraw it")
        assert [known.heard for known in world.clearances.all(LI.id)] == [Heard.WITHDRAWN]
        assert "The doctor's yes is withdrawn." in page.seen()
        assert "Ask your doctor first" in page.seen()
        assert page.changes == 1

    def test_what_cannot_be_stored_is_not_shown_as_done(self, qtbot: QtBot) -> None:
        world = doctor_first()
        world.cleared()
        page = SafetyPage(qtbot, world)
        page.press("Doctor's yes")
        page.press("Withdraw: About steroids, Dr Chen")
        world.store.fails = StoreError("full", "disk")
        page.press("Withdraw it")
        assert "Counts now" in page.seen()
        assert (len(page.failures), page.changes) == (1, 0)


class TestThePage:
    def test_the_report_is_only_wished_for(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.press("Save or print the result")
        assert page.reports == 1

    def test_another_massager_is_looked_at_and_told(self, qtbot: QtBot) -> None:
        world = SafetyWorld()
        world.checked(said(body="numb-skin"))
        world.add(WARM_KNEADER)
        page = SafetyPage(qtbot, world)
        assert "Heat: not for you" in page.seen()
        page.controller._screen._massager.chosen.emit(KNEADER.id)
        settle()
        assert page.chosen == [KNEADER.id]
        assert "Heat: not for you" not in page.seen()

    def test_the_history_opens_and_closes_one_check_with_the_keyboard(self, qtbot: QtBot) -> None:
        world = healthy()
        world.checked(ON_STEROIDS, days_ago=1)
        page = SafetyPage(qtbot, world)
        page.press("History")
        button(page.screen(), "Show answers: Yesterday 12:00").setFocus()
        press(RETURN)
        assert "What differs from 4 Nov 2026" in page.seen()
        assert name_of(focused()) == "Hide answers: Yesterday 12:00"
        page.press("Show answers: 4 Nov 12:00")
        assert "This was the first check." in page.seen()
        assert "What differs from" not in page.seen()
        page.press("Hide answers: 4 Nov 12:00")
        assert "This was the first check." not in page.seen()

    def test_data_that_cannot_be_read_is_told_instead(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        world = healthy()
        page = SafetyPage(qtbot, world)

        def unreadable(_person: str) -> None:
            raise StoreError("damaged", "disk")

        monkeypatch.setattr(world.store, "screenings", unreadable)
        page.controller.refresh()
        settle()
        assert "Your data cannot be read" in page.seen()
        assert [b for b in page.screen().findChildren(QAbstractButton) if b.isVisible()] == []

    def test_without_a_massager_it_says_so(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.controller.show_for(LI, (), "")
        settle()
        assert "There is no massager in use" in page.seen()

    def test_what_was_said_is_gone_the_next_time(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("My health has changed")
        page.press("Nothing has changed")
        page.press("Continue")
        page.show_again()
        assert "The result stays as it is." not in page.seen()
