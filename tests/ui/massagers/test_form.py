"""The massager form: a kind ticks what is common, doubt is a real choice, what is wrong is said at the field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLineEdit
from pytestqt.qtbot import QtBot

from massage_companion.companion.massager_entry import MassagerEntry, entry_of
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.storage.words import load_words
from massage_companion.ui.massagers.form import MassagerForm
from massage_companion.ui.theme import LIGHT, apply_theme
from massage_companion.ui.widgets.page import Page
from tests.support.accessible_screen import (
    button,
    clipped,
    focused,
    name_of,
    nameless,
    press,
    settle,
    show,
    tab_round,
    texts,
    too_small,
    type_text,
)

KNEADER = "U-shaped kneader: lies round the neck, and knobs turn inside"
NOT_KNOWN = "I do not know. Then it counts as doing all of these"
HEAT_QUESTION = "Can you use it with the heat switched off?"


def form(qtbot: QtBot, language: str = "en", size: tuple[int, int] = (800, 560)) -> tuple[MassagerForm, Page]:
    page = Page("Massager")
    made = MassagerForm(load_words(language))
    page.add(made)
    show(qtbot, page, size)
    made.focus_first()
    settle()
    return made, page


def choose(qtbot: QtBot, page: Page, *names: str) -> None:
    for name in names:
        button(page, name).setFocus()
        press(Qt.Key.Key_Space)


def field(page: Page, name: str) -> QLineEdit:
    (found,) = (line for line in page.findChildren(QLineEdit) if name_of(line) == name)
    return found


def type_into(qtbot: QtBot, page: Page, name: str, text: str) -> QLineEdit:
    line = field(page, name)
    line.setFocus()
    line.selectAll()
    type_text(text)
    settle()
    return line


def test_a_kind_ticks_what_is_common_and_proposes_a_name(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    assert made.entry() == MassagerEntry()
    choose(qtbot, page, KNEADER)
    assert made.entry() == MassagerEntry(
        kind="kneader",
        modalities=frozenset({Modality.KNEADING, Modality.HEAT}),
        name="Neck and shoulder kneader",
    )
    assert HEAT_QUESTION in texts(page)


def test_the_owner_corrects_what_was_ticked(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    choose(qtbot, page, KNEADER, "Heat: it gets warm")
    assert made.entry().modalities == {Modality.KNEADING}
    assert HEAT_QUESTION not in texts(page)


def test_i_do_not_know_counts_as_all_and_says_so(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    choose(qtbot, page, "Another kind, or I do not know")
    assert button(page, NOT_KNOWN).isChecked()
    assert made.entry().modalities_unknown
    assert HEAT_QUESTION in texts(page)


def test_not_knowing_does_not_untick_what_is_known(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    choose(qtbot, page, KNEADER, NOT_KNOWN)
    assert made.entry().modalities == {Modality.KNEADING, Modality.HEAT}


def test_a_name_that_was_typed_stays_with_another_kind(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    type_into(qtbot, page, "What do you call it?", "Grandma's")
    choose(qtbot, page, KNEADER)
    assert made.entry().name == "Grandma's"


def test_what_is_wrong_is_said_at_its_field_and_the_focus_goes_there(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    assert not made.check()
    settle()
    assert "Please choose a kind" in texts(page)
    assert "Please tick what it does" in texts(page)
    assert name_of(focused()) == KNEADER
    choose(qtbot, page, KNEADER)
    assert "Please choose a kind" not in texts(page)
    assert not made.check()
    settle()
    assert name_of(focused()) == "Yes, the heat can be switched off"
    choose(qtbot, page, "Yes, the heat can be switched off")
    assert made.check()


def test_a_number_that_cannot_be_is_described_to_a_screen_reader(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    choose(qtbot, page, KNEADER, "Yes, the heat can be switched off")
    minutes = type_into(qtbot, page, "Minutes for one session", "lots")
    assert not made.check()
    settle()
    assert focused() is minutes
    assert minutes.accessibleDescription() == "Please type a whole number from 1 to 240, or leave it empty."
    assert minutes.accessibleDescription() in texts(page)
    type_into(qtbot, page, "Minutes for one session", "15")
    assert minutes.accessibleDescription() == ""
    assert made.check()


def test_not_in_the_manual_empties_the_field_and_typing_takes_it_back(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    type_into(qtbot, page, "Sessions a day", "2")
    choose(qtbot, page, "Sessions a day: not in the manual")
    assert made.entry().sessions_per_day == ""
    type_into(qtbot, page, "Sessions a day", "3")
    assert not button(page, "Sessions a day: not in the manual").isChecked()
    assert made.entry().sessions_per_day == "3"


def test_a_kept_massager_is_shown_as_it_was_entered(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    massager = Massager(
        "m", "Red one", "gun", frozenset({Modality.PERCUSSION, Modality.HEAT}), True, Limits(minutes=12), "p. 3"
    )
    made.show_entry(entry_of(massager), known=True)
    settle()
    assert made.entry() == entry_of(massager)
    assert button(page, "Sessions a day: not in the manual").isChecked()
    assert not button(page, "Minutes for one session: not in the manual").isChecked()


def test_a_kind_that_is_no_longer_listed_is_another_kind(qtbot: QtBot) -> None:
    made, _page = form(qtbot)
    made.show_entry(MassagerEntry(kind="pillow", modalities=frozenset({Modality.AIR}), name="It"))
    assert made.entry() == MassagerEntry(kind="other", modalities=frozenset({Modality.AIR}), name="It")


def test_every_change_is_told(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    with qtbot.waitSignal(made.changed):
        choose(qtbot, page, KNEADER)
    with qtbot.waitSignal(made.changed):
        type_into(qtbot, page, "Where does it say so?", "p. 3")


def test_questions_are_the_names_of_their_groups(qtbot: QtBot) -> None:
    _made, page = form(qtbot)
    names = [name_of(group) for group in page.findChildren(QGroupBox)]
    assert names[:3] == ["What kind is it?", "What does it do?", HEAT_QUESTION]


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The size of letters, in the program's own dress."""
    apply_theme(qapp, LIGHT, request.param)
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_control_has_a_name_room_and_its_whole_text(qtbot: QtBot, letters: None, language: str) -> None:
    made, page = form(qtbot, language)
    made.show_entry(MassagerEntry(kind="other", modalities_unknown=True))
    assert not made.check()
    settle()
    assert nameless(page) == []
    assert too_small(page) == []
    assert clipped(page) == []


def test_tab_visits_everything_once(qtbot: QtBot) -> None:
    made, page = form(qtbot)
    made.show_entry(MassagerEntry(kind="other", modalities_unknown=True, heat_switch="no"))
    made.focus_first()
    settle()
    stops = tab_round()
    assert len(set(map(id, stops))) == len(stops)
    tab = Qt.FocusPolicy.TabFocus
    kinds = (QAbstractButton, QLineEdit)
    reachable = [w for kind in kinds for w in page.findChildren(kind) if w.isVisible() and w.focusPolicy() & tab]
    assert set(reachable) <= set(stops)
