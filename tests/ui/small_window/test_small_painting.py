"""What a second costs in the small window: the time, now and then the ring, and nothing while nobody can see it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from massage_companion.ui.session import intents
from massage_companion.ui.session.view import Deed
from massage_companion.ui.small_window.time_text import TimeText
from massage_companion.ui.small_window.window import SmallWindow
from tests.ui.session.session_world import start
from tests.ui.small_window.conftest import Desk


def running(desk: Desk) -> None:
    start(desk.world)
    desk.session.intend(intents.Press(Deed.SMALL_WINDOW))


def window(desk: Desk) -> SmallWindow:
    assert desk.small.window is not None
    return desk.small.window


class _Paints(QObject):
    """Counts paints of all that it watches."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count: dict[str, int] = {}
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            name = type(watched).__name__
            self.count[name] = self.count.get(name, 0) + 1
        return False


def test_each_second_paints_the_time_and_the_ring_and_nothing_else(desk: Desk) -> None:
    running(desk)
    QApplication.processEvents()
    paints = _Paints(*window(desk).findChildren(QWidget))
    for _ in range(30):
        desk.world.run(seconds=1)
        QApplication.processEvents()
    assert set(paints.count) <= {"TimeText", "SmallRing"}
    assert paints.count["TimeText"] == 30


def test_minimised_it_is_neither_painted_nor_looked_at_each_second(desk: Desk) -> None:
    running(desk)
    assert (desk.world.ticker.delay_ms or 0) <= 1_000
    window(desk).showMinimized()
    QApplication.processEvents()
    paints = _Paints(*window(desk).findChildren(QWidget))
    assert (desk.world.ticker.delay_ms or 0) > 1_000
    desk.world.run(seconds=25)
    QApplication.processEvents()
    assert paints.count == {}
    window(desk).showNormal()
    QApplication.processEvents()
    text = window(desk).findChildren(TimeText)[0]
    assert text.accessibleName().startswith("4 minutes 3")
