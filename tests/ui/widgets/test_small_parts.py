from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import DARK, LIGHT, apply_theme, scaled
from massage_companion.ui.widgets.buttons import DangerButton, IconButton, LinkButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.fields import MomentField, NumberField
from massage_companion.ui.widgets.labels import body, field_label, heading, lead
from massage_companion.ui.widgets.progress import SegmentProgress
from massage_companion.ui.widgets.symbols import _DRAWINGS, Symbol, draw_symbol, symbol_icon
from massage_companion.ui.widgets.tick import RadioMark, TickBox
from tests.ui.widgets.hands import press
from tests.ui.widgets.spoken import name_of, role_of, toggle_as_reader


@pytest.mark.parametrize(
    ("button", "least"),
    [
        (lambda: PrimaryButton("Continue"), 44),
        (lambda: PrimaryButton("Start session", large=True), 52),
        (lambda: QuietButton("Back"), 40),
        (lambda: QuietButton("Pause", large=True), 52),
        (lambda: DangerButton("Something feels wrong"), 44),
        (lambda: IconButton("stop", "End session", danger=True), 44),
        (lambda: LinkButton("Why we ask"), 32),
        (lambda: QPushButton("OK"), 40),
        (lambda: TickBox("Start when I log in"), 32),
        (lambda: RadioMark("Follow the system"), 32),
        (QLineEdit, 32),
        (DropDown, 32),
        (NumberField, 32),
        (MomentField, 32),
    ],
)
def test_targets_are_large_enough(qtbot: QtBot, text_size: float, button: Callable[[], QWidget], least: int) -> None:
    widget = button()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert widget.sizeHint().height() >= least
    assert widget.sizeHint().width() >= 32
    if isinstance(widget, QAbstractButton):
        assert widget.sizeHint().width() >= widget.fontMetrics().horizontalAdvance(widget.text())


def test_the_main_button_shows_its_focus_inside_the_fill(qtbot: QtBot) -> None:
    button = PrimaryButton("Continue")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus()
    image = button.grab().toImage()
    assert image != plain
    assert image.pixelColor(4, image.height() // 2).name().upper() == LIGHT.on_accent


def test_an_icon_button_has_a_name_that_follows_its_sign(qtbot: QtBot) -> None:
    button = IconButton("pause", "Pause")
    qtbot.addWidget(button)
    paused = button.grab().toImage()
    assert name_of(button) == "Pause"
    button.set_symbol("play", "Go on")
    assert name_of(button) == "Go on"
    assert button.toolTip() == "Go on"
    assert button.grab().toImage() != paused


def test_painted_parts_follow_a_change_of_theme(qtbot: QtBot, qapp: QApplication) -> None:
    tick = TickBox("Remind me")
    qtbot.addWidget(tick)
    tick.setChecked(True)

    def colours() -> set[str]:
        image = tick.grab().toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(30) for y in range(image.height())}

    assert LIGHT.accent in colours()
    apply_theme(qapp, DARK)
    assert DARK.accent in colours()


def test_tick_and_radio_are_native_controls_for_a_screen_reader(qtbot: QtBot) -> None:
    tick, radio = TickBox("Remind me"), RadioMark("Dark")
    qtbot.addWidget(tick)
    qtbot.addWidget(radio)
    assert (role_of(tick), name_of(tick)) == (QAccessible.Role.CheckBox, "Remind me")
    assert (role_of(radio), name_of(radio)) == (QAccessible.Role.RadioButton, "Dark")
    toggle_as_reader(tick)
    assert tick.isChecked()


def test_a_label_is_read_as_its_text_and_takes_markup_as_text(qtbot: QtBot) -> None:
    label = body("a <b>note</b> & more")
    qtbot.addWidget(label)
    assert name_of(label) == "a <b>note</b> & more"
    assert heading("Log", 2).property("look") == "h2"


def test_the_two_parts_of_a_lead_are_never_markup(qtbot: QtBot) -> None:
    label = lead("Why <i>", "1 < 2 & 3")
    qtbot.addWidget(label)
    assert label.text() == "<b>Why &lt;i&gt;</b> 1 &lt; 2 &amp; 3"


def test_a_field_takes_its_name_from_its_label(qtbot: QtBot) -> None:
    page, field = QWidget(), QLineEdit()
    qtbot.addWidget(page)
    label = field_label("Massager", field)
    label.setParent(page)
    field.setParent(page)
    assert name_of(field) == "Massager"


def test_progress_is_a_static_text_in_words(qtbot: QtBot) -> None:
    progress = SegmentProgress()
    qtbot.addWidget(progress)
    progress.set_progress(4, 9, "4 of 9")
    progress.resize(180, 4)
    assert role_of(progress) == QAccessible.Role.StaticText
    assert name_of(progress) == "4 of 9"
    image = progress.grab().toImage()
    assert image.pixelColor(70, 2).name().upper() == LIGHT.accent
    assert image.pixelColor(90, 2).name().upper() == LIGHT.track


def test_every_sign_is_drawn_and_none_like_another(qtbot: QtBot) -> None:
    def drawing(name: Symbol) -> QImage:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_symbol(painter, name, QRectF(0, 0, 24, 24), "#000000")
        painter.end()
        return image

    same = {frozenset(("check", "tick")), frozenset(("close", "cross"))}
    drawings = {name: drawing(name) for name in _DRAWINGS}
    for one, other in combinations(drawings, 2):
        assert (drawings[one] == drawings[other]) is (frozenset((one, other)) in same)
    assert not symbol_icon("pause", "#000000", 16).isNull()


def test_arrows_of_fields_are_seen(qtbot: QtBot, text_size: float) -> None:
    for field in (DropDown(), NumberField(), MomentField()):
        qtbot.addWidget(field)
        field.resize(300, field.sizeHint().height())
        image = field.grab().toImage()
        band = range(image.width() - 40, image.width() - 4)
        inks = {image.pixelColor(x, y).name().upper() for x in band for y in range(4, image.height() - 4)}
        assert LIGHT.muted in inks


def test_numbers_change_by_keyboard(qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setValue(15)
    press(field, Qt.Key.Key_Up)
    assert field.value() == 16


def test_a_long_item_is_shortened_inside_its_field_and_read_whole(qtbot: QtBot, text_size: float) -> None:
    field = DropDown()
    qtbot.addWidget(field)
    name = "Grandmother's kneading cushion for neck and shoulders, the grey one from the living room"
    field.addItem(name)
    assert field.minimumSizeHint().width() < scaled(150)
    assert field.sizeHint().width() <= scaled(280)
    field.resize(scaled(200), field.sizeHint().height())
    image = field.grab().toImage()
    before_arrow = range(image.width() - scaled(30), image.width() - scaled(24))
    inks = {image.pixelColor(x, y).name().upper() for x in before_arrow for y in range(4, image.height() - 4)}
    assert inks == {LIGHT.card}
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Value) == name


def test_a_short_item_is_shown_whole(qtbot: QtBot, text_size: float) -> None:
    field = DropDown()
    qtbot.addWidget(field)
    field.addItem("Neck & shoulder kneader")
    room = field.sizeHint().width() - 12 - scaled(30)
    assert field.fontMetrics().horizontalAdvance("Neck & shoulder kneader") <= room


def test_the_hint_in_an_empty_field_is_readable(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("■■■■ Search notes")
    field.resize(300, field.sizeHint().height())
    image = field.grab().toImage()
    inks = {image.pixelColor(x, y).name().upper() for x in range(10, 80) for y in range(4, image.height() - 4)}
    assert LIGHT.muted in inks
