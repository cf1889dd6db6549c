from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import LIGHT, scaled
from massage_companion.ui.widgets.ring import SmallRing, TimeRing
from massage_companion.ui.widgets.ring_layout import laid_out
from tests.ui.widgets.spoken import name_of, role_of


class Paints(QObject):
    """Collects what is painted of a widget."""

    def __init__(self, ring: TimeRing) -> None:
        super().__init__(ring)
        self.regions: list[QRegion] = []
        ring.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


@pytest.fixture
def ring(qtbot: QtBot) -> TimeRing:
    ring = TimeRing()
    qtbot.addWidget(ring)
    ring.resize(310, 310)
    ring.set_time("08:42", "ends at 14:31", 0.58, "plain", "8 minutes 42 seconds left")
    ring.show()
    qtbot.waitExposed(ring)
    QApplication.processEvents()
    return ring


def painted(ring: TimeRing, change: Callable[[], None]) -> list[QRegion]:
    QApplication.processEvents()
    paints = Paints(ring)
    change()
    QApplication.processEvents()
    ring.removeEventFilter(paints)
    return paints.regions


def worst_difference(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def test_a_screen_reader_reads_the_time_in_words_as_a_static_text(ring: TimeRing) -> None:
    assert role_of(ring) == QAccessible.Role.StaticText
    assert name_of(ring) == "8 minutes 42 seconds left"
    ring.set_time("08:41", "ends at 14:31", 0.579, "plain", "8 minutes 41 seconds left")
    assert name_of(ring) == "8 minutes 41 seconds left"


def test_without_words_the_shown_text_is_read(ring: TimeRing) -> None:
    ring.set_time("15:00", "minutes", 1)
    assert name_of(ring) == "15:00 minutes"


def test_it_is_no_stop_of_the_tab_key(ring: TimeRing) -> None:
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_nothing_is_painted_when_nothing_shown_has_changed(ring: TimeRing) -> None:
    def again() -> None:
        ring.set_time("08:42", "ends at 14:31", 0.58001, "plain", "8 minutes 42 seconds left, still")

    assert painted(ring, again) == []


def test_a_second_paints_only_the_digit_that_changed(ring: TimeRing) -> None:
    regions = painted(ring, lambda: ring.set_time("08:41", "ends at 14:31", 0.58))
    assert len(regions) == 1
    bounds = regions[0].boundingRect()
    assert bounds.width() < 60
    assert bounds.height() < 70


def test_the_moving_tip_of_the_arc_is_painted_too(ring: TimeRing) -> None:
    regions = painted(ring, lambda: ring.set_time("08:42", "ends at 14:31", 0.57))
    assert len(regions) == 1
    assert regions[0].boundingRect().width() < 60


@pytest.mark.parametrize("step", [("08:41", 0.58), ("08:42", 0.575), ("07:19", 0.571), ("15:00", 0.2)])
def test_painting_parts_gives_the_same_picture_as_painting_all(
    ring: TimeRing, qtbot: QtBot, step: tuple[str, float]
) -> None:
    canvas = QImage(ring.size(), QImage.Format.Format_RGB32)
    canvas.fill(QColor(LIGHT.background))
    ring.render(canvas)

    def change() -> None:
        ring.set_time(step[0], "ends at 14:31", step[1])

    for region in painted(ring, change):
        ring.render(canvas, region.boundingRect().topLeft(), region)
    fresh = QImage(ring.size(), QImage.Format.Format_RGB32)
    fresh.fill(QColor(LIGHT.background))
    ring.render(fresh)
    assert worst_difference(canvas, fresh) < 24  # Qt bends the rest of a longer arc by a hair


@pytest.mark.parametrize(
    ("fraction", "filled"), [(0.0, False), (0.0001, True), (1.0, True), (-3.0, False), (7.0, True)]
)
def test_the_arc_is_empty_only_at_zero(ring: TimeRing, fraction: float, filled: bool) -> None:
    ring.set_time("00:00", "", fraction)
    top = ring.grab().toImage().pixelColor(155, 10).name().upper()
    assert (top == LIGHT.accent) is filled


def test_it_is_full_only_at_the_start(ring: TimeRing) -> None:
    def just_before_the_top() -> str:
        return ring.grab().toImage().pixelColor(148, 3).name().upper()

    ring.set_time("15:00", "", 1.0)
    full = ring.grab().toImage()
    ring.set_time("14:59", "", 0.9999)
    assert ring.grab().toImage() != full
    assert just_before_the_top() == LIGHT.accent


def test_overtime_and_off_are_told_by_colour_as_well_as_by_words(ring: TimeRing) -> None:
    def colours() -> set[str]:
        image = ring.grab().toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(310) for y in range(310)}

    ring.set_time("+1:32", "over time", 1, "warning")
    assert LIGHT.warning in colours()
    ring.set_time("--:--", "blocked", 0, "off")
    assert not colours() & {LIGHT.accent, LIGHT.warning, LIGHT.text}


@pytest.mark.parametrize("text", ["00:00", "1:08:42", "+12:34", "--:--", ""])
def test_time_and_caption_stay_inside_the_ring(qtbot: QtBot, text_size: float, text: str) -> None:
    ring = TimeRing()
    qtbot.addWidget(ring)
    ring.set_time(text, "ends at 14:31 tomorrow, or a little later than that", 0)
    side = ring.minimumSizeHint().width()
    assert side >= 180
    ring.resize(side, side)
    image = ring.grab().toImage()
    band = range(int(side * 0.07), int(side * 0.14))
    middle = image.height() // 2
    row = {image.pixelColor(x, y).name().upper() for x in band for y in range(middle - 5, middle + 5)}
    assert row == {LIGHT.background}


@pytest.mark.parametrize(
    "caption", ["ends at 12:10", "longer than planned", "from tomorrow 00:45", "minutes", "比计划多用", "明天 00:45 起"]
)
def test_a_caption_breaks_before_its_letters_get_small(qtbot: QtBot, text_size: float, caption: str) -> None:
    ring = TimeRing()
    qtbot.addWidget(ring)
    side = ring.minimumSizeHint().width()
    ring.resize(side, side)
    place = laid_out(ring, (), QColor("black"), "+12:34", caption)
    assert place.caption.replace("\n", " ") == caption
    assert place.note.pixelSize() >= 0.7 * scaled(13)
    assert place.note_rect.bottom() <= side - place.width


def test_the_small_ring_repaints_only_for_a_visible_change(qtbot: QtBot, text_size: float) -> None:
    ring = SmallRing()
    qtbot.addWidget(ring)
    ring.set_fraction(0.499)
    half = ring.grab().toImage()
    ring.set_fraction(0.4991)
    assert ring.grab().toImage() == half
    ring.set_fraction(0.25)
    assert ring.grab().toImage() != half
