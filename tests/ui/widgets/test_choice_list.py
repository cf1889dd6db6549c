import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from tests.ui.widgets.hands import click, press, show_at_width
from tests.ui.widgets.spoken import name_of, role_of, toggle_as_reader

CHOICES = (
    Choice("hands", "Clumsy or weak hands"),
    Choice("walk", "Unsteady walking, or legs that feel heavy or stiff"),
    Choice("none", "None of these", aside=True, exclusive=True),
    Choice("unsure", "I am not sure", aside=True),
)


def many(qtbot: QtBot) -> ChoiceList:
    return shown(qtbot, ChoiceList("Have you noticed any of these?", CHOICES, "many"))


def one(qtbot: QtBot) -> ChoiceList:
    return shown(qtbot, ChoiceList("Which is it?", CHOICES, "one"))


def shown(qtbot: QtBot, choices: ChoiceList) -> ChoiceList:
    qtbot.addWidget(choices)
    choices.resize(600, 400)
    with qtbot.waitActive(choices):
        choices.show()
        choices.activateWindow()
    return choices


def row(choices: ChoiceList, index: int) -> QAbstractButton:
    return choices.findChildren(QAbstractButton)[index]


def test_nothing_is_preselected(qtbot: QtBot) -> None:
    assert many(qtbot).chosen() == ()
    assert one(qtbot).chosen() == ()


def test_rows_are_native_controls_named_by_their_text_in_a_group_named_by_the_question(qtbot: QtBot) -> None:
    ticks, radios = many(qtbot), one(qtbot)
    assert isinstance(row(ticks, 0), QCheckBox)
    assert isinstance(row(radios, 0), QRadioButton)
    assert role_of(row(ticks, 0)) == QAccessible.Role.CheckBox
    assert role_of(row(radios, 0)) == QAccessible.Role.RadioButton
    assert name_of(row(ticks, 1)) == CHOICES[1].text
    assert name_of(ticks) == "Have you noticed any of these?"
    assert role_of(ticks) == QAccessible.Role.Grouping


def test_the_whole_row_can_be_pressed(qtbot: QtBot) -> None:
    choices = many(qtbot)
    far_end = row(choices, 0).rect().center()
    far_end.setX(row(choices, 0).width() - 3)
    with qtbot.waitSignal(choices.changed):
        click(row(choices, 0), far_end)
    assert choices.chosen() == ("hands",)


def test_none_unticks_the_others_and_the_others_untick_none(qtbot: QtBot) -> None:
    choices = many(qtbot)
    for index in (0, 1, 2):
        row(choices, index).click()
    assert choices.chosen() == ("none",)
    row(choices, 1).click()
    assert choices.chosen() == ("walk",)


def test_not_sure_never_erases_a_danger_already_ticked(qtbot: QtBot) -> None:
    choices = many(qtbot)
    row(choices, 0).click()
    row(choices, 3).click()
    assert choices.chosen() == ("hands", "unsure")


def test_one_answer_replaces_another_and_is_told_once(qtbot: QtBot) -> None:
    choices = one(qtbot)
    told: list[tuple[str, ...]] = []
    choices.changed.connect(lambda: told.append(choices.chosen()))
    row(choices, 0).click()
    row(choices, 1).click()
    assert told == [("hands",), ("walk",)]


def test_arrow_keys_move_and_only_space_answers(qtbot: QtBot) -> None:
    for choices in (many(qtbot), one(qtbot)):
        choices.focus_first()
        for _ in range(2):
            press(choices, Qt.Key.Key_Down)
        press(choices, Qt.Key.Key_Up)
        assert choices.focusWidget() is row(choices, 1)
        assert choices.chosen() == ()
        press(choices, Qt.Key.Key_Space)
        assert choices.chosen() == ("walk",)
        press(choices, Qt.Key.Key_Down)
        assert choices.chosen() == ("walk",)


def test_a_screen_readers_own_toggle_counts(qtbot: QtBot) -> None:
    choices = many(qtbot)
    with qtbot.waitSignal(choices.changed):
        toggle_as_reader(row(choices, 2))
    assert choices.chosen() == ("none",)


def test_answers_set_by_the_program_are_not_told_as_changes(qtbot: QtBot) -> None:
    for choices in (many(qtbot), one(qtbot)):
        told: list[None] = []
        choices.changed.connect(lambda told=told: told.append(None))
        choices.set_chosen(["walk"])
        assert choices.chosen() == ("walk",)
        choices.set_chosen([])
        assert choices.chosen() == ()
        assert told == []


def test_an_unknown_answer_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        many(qtbot).set_chosen(["nonsense"])


def test_rows_are_large_and_a_long_text_is_never_cut_off(qtbot: QtBot, text_size: float) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    long = "Electric shocks down the back when you bend your head, or tingling that comes and goes " * 2
    choices = ChoiceList("?", [Choice("long", long), Choice("short", "不"), Choice("zh", "手变笨、没力气" * 9)])
    QVBoxLayout(page).addWidget(choices)
    show_at_width(page, scaled(300))
    for index, text in enumerate((long, "不", "手变笨、没力气" * 9)):
        button = row(choices, index)
        room = button.width() - scaled(20) - scaled(12) - 28
        needed = button.fontMetrics().boundingRect(0, 0, room, 9999, Qt.TextFlag.TextWordWrap, text)
        assert button.height() >= max(44, 44 * text_size - 1, needed.height())
        assert needed.width() <= room
