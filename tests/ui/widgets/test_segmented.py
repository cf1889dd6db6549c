import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.segmented import Segment, Segmented
from tests.ui.widgets.hands import click, press
from tests.ui.widgets.spoken import description_of, name_of, role_of, toggle_as_reader

REASON = "The manual allows 15 minutes at most."
MINUTES = (
    Segment(5, "5", "5 minutes"),
    Segment(10, "10", "10 minutes"),
    Segment(15, "15", "15 minutes"),
    Segment(20, "20", "20 minutes", REASON),
)


def bar(qtbot: QtBot, value: int | None = 10) -> Segmented:
    segmented = Segmented("Minutes", MINUTES, value)
    qtbot.addWidget(segmented)
    segmented.resize(scaled(400), scaled(60))
    with qtbot.waitActive(segmented):
        segmented.show()
        segmented.activateWindow()
    return segmented


def cells(segmented: Segmented) -> list[QAbstractButton]:
    return [cell for cell in segmented.findChildren(QPushButton) if not cell.isHidden()]


def test_it_shows_the_value_it_was_given_and_none_without(qtbot: QtBot) -> None:
    assert bar(qtbot).value() == 10
    assert bar(qtbot, None).value() is None


def test_choosing_replaces_and_tells_the_key(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    with qtbot.waitSignal(segmented.chosen) as told:
        click(cells(segmented)[2])
    assert told.args == [15]
    assert segmented.value() == 15


def test_a_refused_option_cannot_be_chosen_and_says_why(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    refused = cells(segmented)[3]
    told: list[object] = []
    segmented.chosen.connect(told.append)
    click(refused)
    refused.click()
    assert (segmented.value(), told) == (10, [])
    assert refused.toolTip() == REASON
    assert description_of(refused) == REASON
    assert REASON in description_of(segmented)


def test_arrow_keys_move_the_choice_and_pass_over_what_is_refused(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    told: list[object] = []
    segmented.chosen.connect(told.append)
    cells(segmented)[1].setFocus()
    press(segmented, Qt.Key.Key_Right)
    press(segmented, Qt.Key.Key_Right)
    press(segmented, Qt.Key.Key_Left)
    assert told[0] == 15
    assert 20 not in told
    assert segmented.value() == told[-1]


def test_the_tab_key_stops_once(qtbot: QtBot) -> None:
    def stops(segmented: Segmented) -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [cell.text() for cell in cells(segmented) if cell.focusPolicy() & tab and cell.isEnabled()]

    assert stops(bar(qtbot, None)) == ["5"]
    segmented = bar(qtbot, 10)
    assert stops(segmented) == ["10"]
    cells(segmented)[2].click()
    assert stops(segmented) == ["15"]


def test_a_screen_reader_finds_named_radio_buttons_in_a_named_group(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    assert name_of(segmented) == "Minutes"
    assert role_of(cells(segmented)[0]) == QAccessible.Role.RadioButton
    assert name_of(cells(segmented)[0]) == "5 minutes"
    with qtbot.waitSignal(segmented.chosen):
        toggle_as_reader(cells(segmented)[0])


def test_values_and_options_set_by_the_program_are_not_told(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    told: list[object] = []
    segmented.chosen.connect(told.append)
    segmented.set_value(5)
    segmented.set_segments(MINUTES[:2], 10)
    segmented.set_value(None)
    assert told == []
    assert [cell.text() for cell in cells(segmented)] == ["5", "10"]


def test_the_same_options_again_leave_focus_and_cells_alone(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    before = cells(segmented)
    segmented.set_segments(MINUTES, 15)
    assert cells(segmented) == before
    assert segmented.value() == 15


def test_an_unknown_value_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        bar(qtbot).set_value(99)


def test_it_stacks_where_there_is_no_room_and_keeps_its_targets(qtbot: QtBot, text_size: float) -> None:
    segmented = Segmented("Intensity", [Segment(word, word) for word in ("Low", "Medium", "High")], "Low")
    qtbot.addWidget(segmented)
    width = segmented.minimumSizeHint().width()
    segmented.resize(width, segmented.heightForWidth(width))
    segmented.show()
    tops = [cell.mapTo(segmented, QPoint(0, 0)).y() for cell in cells(segmented)]
    assert tops == sorted(set(tops))
    for cell in cells(segmented):
        assert cell.height() >= 32
        assert cell.width() >= cell.fontMetrics().horizontalAdvance(cell.text())
    assert segmented.rect().contains(cells(segmented)[-1].geometry())


def test_reading_from_the_right_turns_the_bar_round(qtbot: QtBot) -> None:
    segmented = bar(qtbot)
    segmented.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lefts = [cell.x() for cell in cells(segmented)]
    assert lefts == sorted(lefts, reverse=True)
