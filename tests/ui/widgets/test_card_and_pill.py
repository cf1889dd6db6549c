import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import LIGHT
from massage_companion.ui.widgets.card import Card, CardTone
from massage_companion.ui.widgets.labels import body
from massage_companion.ui.widgets.pill import Pill, PillTone
from tests.ui.widgets.hands import show_at_width
from tests.ui.widgets.spoken import description_of, name_of, role_of


def surface(widget: QWidget) -> str:
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() - 6).name().upper()


@pytest.mark.parametrize(
    ("tone", "colour"), [("plain", LIGHT.card), ("warning", LIGHT.warning_soft), ("danger", LIGHT.danger_soft)]
)
def test_a_card_has_the_surface_of_its_tone(qtbot: QtBot, tone: CardTone, colour: str) -> None:
    made, changed = Card("Title", tone), Card("Title")
    changed.set_tone(tone)
    for card in (made, changed):
        qtbot.addWidget(card)
        card.resize(300, 120)
        assert surface(card) == colour


def test_a_card_is_a_group_named_by_its_title(qtbot: QtBot) -> None:
    card = Card("Stop if you feel")
    qtbot.addWidget(card)
    assert role_of(card) == QAccessible.Role.Grouping
    assert name_of(card) == "Stop if you feel"
    card.set_title("Time is up")
    assert name_of(card) == "Time is up"
    assert [label.text() for label in card.findChildren(QLabel)] == ["Time is up"]


def test_a_block_can_be_reached_by_tab_and_read_as_one(qtbot: QtBot) -> None:
    card = Card("Sessions are blocked", "danger", focusable=True)
    qtbot.addWidget(card)
    card.set_summary("Show this result to your doctor.")
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert description_of(card) == "Show this result to your doctor."
    assert not Card("Plain").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_wrapping_text_is_never_cut_off_in_a_card(qtbot: QtBot, text_size: float) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = Card("A title that is long enough to need more than a single line")
    text = body("Show this result to your doctor. Go to emergency care if you lose strength or balance. " * 3)
    card.add(text)
    QVBoxLayout(page).addWidget(card)
    show_at_width(page, 420)
    assert text.height() >= text.heightForWidth(text.width())
    assert card.rect().contains(text.geometry())


@pytest.mark.parametrize(("tone", "sign"), [("ok", "✓"), ("warning", "!"), ("danger", "✕"), ("neutral", "•")])
def test_a_pill_shows_a_sign_before_its_words(qtbot: QtBot, tone: PillTone, sign: str) -> None:
    pill = Pill("Cleared to use", tone)
    qtbot.addWidget(pill)
    assert pill.text() == f"{sign} Cleared to use"
    assert pill.words == "Cleared to use"
    assert name_of(pill) == pill.text()


def test_a_pill_takes_the_colours_of_its_new_tone(qtbot: QtBot) -> None:
    pill = Pill("Cleared to use", "ok")
    qtbot.addWidget(pill)
    pill.set("Do not use the massager", "danger")
    pill.resize(pill.sizeHint())
    image = pill.grab().toImage()
    assert image.pixelColor(image.width() // 2, 2).name().upper() == LIGHT.danger_soft


def test_a_pill_stays_on_one_line_where_there_is_room_and_wraps_where_not(qtbot: QtBot, text_size: float) -> None:
    pill = Pill("Cleared to use · check valid until 12 Nov 2027", "ok")
    qtbot.addWidget(pill)
    hint = pill.sizeHint()
    assert pill.heightForWidth(hint.width()) == hint.height()
    assert pill.heightForWidth(hint.width() // 2) > hint.height()
