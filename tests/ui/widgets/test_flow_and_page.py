from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.pill import Pill
from tests.ui.widgets.spoken import name_of


def row(qtbot: QtBot, width: int) -> tuple[ButtonRow, list[QPushButton]]:
    buttons = [PrimaryButton("See the whole result"), QuietButton("Print for my doctor"), QuietButton("My health")]
    line = ButtonRow(buttons[0], buttons[1], trailing=(buttons[2],))
    qtbot.addWidget(line)
    line.resize(width, line.heightForWidth(width))
    line.show()
    return line, list(buttons)


def test_buttons_stand_in_one_line_with_the_trailing_one_at_the_end(qtbot: QtBot) -> None:
    line, (first, second, last) = row(qtbot, 900)
    assert first.x() == 0
    assert second.x() > first.geometry().right()
    assert last.geometry().right() == line.width() - 1
    assert {button.height() for button in (first, second, last)} == {first.height()}


def test_buttons_break_into_lines_and_none_is_cut_off(qtbot: QtBot, text_size: float) -> None:
    line, buttons = row(qtbot, scaled(200))
    assert [button.x() for button in buttons] == [0, 0, 0]
    for button in buttons:
        assert line.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


def test_a_line_reads_from_the_right_where_the_language_does(qtbot: QtBot) -> None:
    line, (first, _second, last) = row(qtbot, 900)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert first.geometry().right() == line.width() - 1
    assert last.x() == 0


def test_a_header_shows_its_state_beside_the_name_and_can_hide_it(qtbot: QtBot) -> None:
    header = PageHeader("Session")
    qtbot.addWidget(header)
    header.show()
    header.clear_pill()
    assert header.findChildren(Pill) == []
    header.set_pill("Cleared to use", "ok")
    pill = header.findChildren(Pill)[0]
    qtbot.waitUntil(pill.isVisible)
    header.clear_pill()
    assert not pill.isVisible()
    header.set_pill("Ask your doctor first", "warning")
    assert pill.isVisible()
    assert pill.words == "Ask your doctor first"


def test_a_state_that_comes_late_is_read_and_seen_before_the_actions(qtbot: QtBot) -> None:
    header = PageHeader("Session")
    qtbot.addWidget(header)
    action = QuietButton("Small window")
    header.add_action(action)
    header.set_pill("Cleared to use", "ok")
    header.resize(800, 60)
    header.show()
    pill = header.findChildren(Pill)[0]
    order = header.children()
    assert order.index(pill) < order.index(action)
    assert pill.x() < action.x()


def test_a_state_set_before_the_page_is_shown_appears_with_it(qtbot: QtBot) -> None:
    header = PageHeader("Session")
    qtbot.addWidget(header)
    header.set_pill("Cleared to use", "ok")
    assert not header.findChildren(Pill)[0].isVisible()
    header.show()
    assert header.findChildren(Pill)[0].isVisible()


def test_a_header_wraps_in_a_narrow_window(qtbot: QtBot, text_size: float) -> None:
    header = PageHeader("Safety check")
    qtbot.addWidget(header)
    header.set_pill("Cleared to use · check valid until 12 Nov 2027", "ok")
    header.add_action(QuietButton("Small window"))
    header.resize(500, header.heightForWidth(500))
    header.show()
    for child in header.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        assert header.rect().contains(child.geometry())


def page_with(qtbot: QtBot, lines: int, column: int = 0) -> Page:
    page = Page("Log", column)
    qtbot.addWidget(page)
    for _ in range(lines):
        page.add(body("Words that go on until they have to wrap, because a page never scrolls sideways. " * 3))
    page.resize(660, 400)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_page_scrolls_down_and_never_sideways(qtbot: QtBot, text_size: float) -> None:
    page = page_with(qtbot, 20)
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    assert page.body.contentsRect().right() <= page.viewport().width()
    assert name_of(page) == "Log"


def test_a_page_is_a_stop_of_the_tab_key_only_when_there_is_something_to_scroll(qtbot: QtBot) -> None:
    assert page_with(qtbot, 20).focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not page_with(qtbot, 1).focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_column_is_centred_and_no_wider_than_asked(qtbot: QtBot) -> None:
    page = page_with(qtbot, 1, column=400)
    page.resize(1000, 400)
    column = page.findChildren(QLabel)[0]
    assert column.width() == scaled(400)
    left = column.mapTo(page, QPoint(0, 0)).x()
    assert abs(left - (page.width() - left - column.width())) <= 2


def test_a_short_hint_beside_a_button_stays_on_one_line(qtbot: QtBot) -> None:
    hint = body("Press it only if no line below is true.")
    line = ButtonRow(PrimaryButton("Start"), hint)
    qtbot.addWidget(line)
    line.resize(900, line.heightForWidth(900))
    line.show()
    assert hint.height() < 2 * hint.fontMetrics().lineSpacing()
    line.resize(200, line.heightForWidth(200))
    QApplication.processEvents()
    assert line.rect().contains(hint.geometry())
    assert hint.height() >= hint.heightForWidth(hint.width())
