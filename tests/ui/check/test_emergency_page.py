"""The emergency page of the safety check says the number of the country."""

import pytest
from pytestqt.qtbot import QtBot

from massage_companion.storage.words import load_words
from massage_companion.ui.check.emergency_page import EmergencyPage, EmergencyView
from tests.support.accessible_screen import clipped, focused, name_of, settle, show, texts


@pytest.mark.parametrize(
    ("country", "language", "title"),
    [
        ("GB", "en", "Call 999 now"),
        ("CN", "zh", "马上打 120"),
        ("", "en", "Call the emergency number now"),
        ("XX", "en", "Call the emergency number now"),
    ],
)
def test_whom_to_call_stands_first_and_has_the_focus(qtbot: QtBot, country: str, language: str, title: str) -> None:
    page = EmergencyPage(load_words(language))
    page.set_country(country)
    show(qtbot, page, (800, 560))
    page.show_view(EmergencyView(()))
    settle()
    assert name_of(focused()) == title
    assert title in texts(page)
    assert clipped(page) == []


def test_the_number_is_told_with_the_country_that_it_is_for(qtbot: QtBot) -> None:
    page = EmergencyPage(load_words("en"))
    page.set_country("GB")
    show(qtbot, page)
    page.show_view(EmergencyView(()))
    settle()
    assert "This is the ambulance number here (United Kingdom)." in texts(page)
    assert "120 in mainland China, 112 in Europe" not in texts(page)
