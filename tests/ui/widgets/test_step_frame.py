"""The frame of every guide: keys that lead on and back, a footer in sight, focus that is never lost below."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.step_frame import StepFrame
from tests.support.accessible_screen import focused, press, settle, show, tab_round


def frame(qtbot: QtBot, lines: int) -> tuple[StepFrame, list[QLineEdit]]:
    made = StepFrame("A guide")
    show(qtbot, made, (800, 400))
    made.set_footer(QuietButton("Elsewhere"), trailing=(PrimaryButton("Onward"),))
    content = QWidget()
    rows = QVBoxLayout(content)
    fields = [QLineEdit() for _ in range(lines)]
    for field in fields:
        rows.addWidget(field)
    made.set_content(content)
    fields[0].setFocus()
    settle()
    return made, fields


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_leads_on_from_a_field(qtbot: QtBot, key: Qt.Key) -> None:
    made, _fields = frame(qtbot, 1)
    with qtbot.waitSignal(made.confirmed):
        press(key)


def test_return_on_a_button_presses_that_button(qtbot: QtBot) -> None:
    made, _fields = frame(qtbot, 1)
    elsewhere = made.findChild(QuietButton)
    assert isinstance(elsewhere, QuietButton)
    elsewhere.setFocus()
    with qtbot.assertNotEmitted(made.confirmed), qtbot.waitSignal(elsewhere.clicked):
        press(Qt.Key.Key_Return)


def test_alt_left_leads_back_and_esc_nowhere(qtbot: QtBot) -> None:
    made, fields = frame(qtbot, 1)
    with qtbot.waitSignal(made.back_wanted):
        press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    with qtbot.assertNotEmitted(made.back_wanted):
        press(Qt.Key.Key_Escape)
    assert made.isVisible()
    assert focused() is fields[0]


def test_tab_goes_through_the_column_and_then_the_footer(qtbot: QtBot) -> None:
    _made, fields = frame(qtbot, 3)
    stops = tab_round()
    assert stops[:3] == fields
    assert [type(stop) for stop in stops[3:5]] == [QuietButton, PrimaryButton]


def test_what_gets_the_focus_is_brought_into_sight(qtbot: QtBot) -> None:
    made, fields = frame(qtbot, 30)
    fields[-1].setFocus()
    settle()
    viewport = made.page.viewport()
    bottom = fields[-1].mapTo(viewport, fields[-1].rect().bottomLeft()).y()
    assert 0 < bottom <= viewport.height()


def test_new_content_is_read_from_its_top_and_old_content_is_gone(qtbot: QtBot) -> None:
    made, fields = frame(qtbot, 30)
    fields[-1].setFocus()
    settle()
    made.set_content(QLineEdit("new"))
    settle()
    assert made.page.verticalScrollBar().value() == 0
    assert [field.text() for field in made.findChildren(QLineEdit) if field.isVisible()] == ["new"]


def test_the_footer_stays_under_the_column_beside_a_scroll_bar(qtbot: QtBot) -> None:
    for lines in (1, 30):
        made, fields = frame(qtbot, lines)
        onward = made.findChild(PrimaryButton)
        assert isinstance(onward, PrimaryButton)
        column = fields[0].parentWidget()
        assert column is not None
        column_end = column.mapTo(made, column.rect().topRight()).x()
        footer_end = onward.mapTo(made, onward.rect().topRight()).x()
        assert abs(column_end - footer_end) <= 3
