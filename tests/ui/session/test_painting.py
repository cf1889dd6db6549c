"""What a second of a running session paints: the clock and what lies right under it, and nothing else of the page."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from massage_companion.ui.widgets.ring import TimeRing
from tests.ui.session.reaching import run_session, to_pause
from tests.ui.session.session_world import World


class _Paints(QObject):
    """Remembers what is painted, and whether each of it lies within one widget."""

    def __init__(self, screen: QWidget, clock: QWidget) -> None:
        super().__init__()
        self.clock = 0
        self.elsewhere: list[str] = []
        self.layouts = 0
        self._ring = clock
        for widget in (screen, *screen.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.StyleChange):
            self.layouts += 1
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            if watched is self._ring:
                self.clock += 1
            elif not self._is_under_the_clock(watched, event):
                self.elsewhere.append(repr(watched))
        return False

    def _is_under_the_clock(self, watched: QWidget, event: QPaintEvent) -> bool:
        """The ring has no background of its own: what it stands on is painted there too, and only there."""
        place = self._ring.rect().translated(self._ring.mapTo(watched, self._ring.rect().topLeft()))
        return watched.isAncestorOf(self._ring) and place.contains(event.rect())


def _clock(world: World) -> TimeRing:
    return next(ring for ring in world.screen.findChildren(TimeRing) if ring.isVisible())


def _seconds(world: World, count: int) -> None:
    for _ in range(count):
        world.run(seconds=1)
        QApplication.processEvents()


def _settle(world: World) -> None:
    """A page that has just come up lays itself out in several rounds."""
    _seconds(world, 8)


def test_each_second_paints_the_clock_once_and_nothing_else(shown: World) -> None:
    run_session(shown)
    _settle(shown)
    paints = _Paints(shown.screen, _clock(shown))
    _seconds(shown, 60)
    assert paints.clock == 60
    assert paints.elsewhere == []
    assert paints.layouts == 0


def test_a_pause_paints_nothing(shown: World) -> None:
    to_pause(shown)
    _settle(shown)
    paints = _Paints(shown.screen, _clock(shown))
    _seconds(shown, 50)
    assert (paints.clock, paints.elsewhere, paints.layouts) == (0, [], 0)
