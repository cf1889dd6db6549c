import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.widgets.soreness import SorenessScale
from tests.ui.widgets.hands import click, press, show_at_width
from tests.ui.widgets.spoken import name_of


def scale(qtbot: QtBot) -> SorenessScale:
    soreness = SorenessScale("How sore is your neck right now?", "No pain", "Worst")
    qtbot.addWidget(soreness)
    soreness.resize(500, 80)
    with qtbot.waitActive(soreness):
        soreness.show()
        soreness.activateWindow()
    return soreness


def numbers(soreness: QWidget) -> list[QAbstractButton]:
    return soreness.findChildren(QAbstractButton)


def test_no_answer_is_not_zero(qtbot: QtBot) -> None:
    soreness = scale(qtbot)
    assert soreness.value() is None
    numbers(soreness)[0].click()
    assert soreness.value() == 0


def test_every_number_can_be_chosen_and_is_told(qtbot: QtBot) -> None:
    soreness = scale(qtbot)
    told: list[int] = []
    soreness.chosen.connect(told.append)
    for number in numbers(soreness):
        click(number)
    assert told == list(range(11))
    assert soreness.value() == 10


def test_it_can_be_set_and_emptied_without_being_told(qtbot: QtBot) -> None:
    soreness = scale(qtbot)
    told: list[int] = []
    soreness.chosen.connect(told.append)
    soreness.set_value(7)
    assert soreness.value() == 7
    soreness.set_value(None)
    assert soreness.value() is None
    assert told == []


@pytest.mark.parametrize("wrong", [-1, 11])
def test_numbers_off_the_scale_are_refused(qtbot: QtBot, wrong: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        scale(qtbot).set_value(wrong)


def test_before_an_answer_arrow_keys_only_move_and_space_chooses(qtbot: QtBot) -> None:
    soreness = scale(qtbot)
    numbers(soreness)[0].setFocus()
    press(soreness, Qt.Key.Key_Right)
    assert soreness.value() is None
    press(soreness, Qt.Key.Key_Space)
    assert soreness.value() == 1
    press(soreness, Qt.Key.Key_Right)
    assert soreness.value() == 2


def test_the_ends_are_named_with_their_meaning(qtbot: QtBot) -> None:
    soreness = scale(qtbot)
    assert name_of(soreness) == "How sore is your neck right now?"
    assert name_of(numbers(soreness)[0]) == "0, No pain"
    assert name_of(numbers(soreness)[4]) == "4"
    assert name_of(numbers(soreness)[10]) == "10, Worst"


@pytest.mark.parametrize("width", [900, 420, 300, 200])
def test_targets_stay_large_and_inside_at_every_width(qtbot: QtBot, text_size: float, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    soreness = SorenessScale("?", "No pain", "Worst pain that you can think of")
    QVBoxLayout(page).addWidget(soreness)
    width = max(width, page.minimumSizeHint().width())
    show_at_width(page, width)
    for number in numbers(soreness):
        assert number.width() >= 32
        assert number.height() >= 32
        assert page.rect().contains(QRect(number.mapTo(page, QPoint(0, 0)), number.size()))
