"""Several screens of which one is seen.

Why not Qt's stacked widget: a screen reader says "layered pane" each time the focus comes into one.
It must never decide which one it is.
"""

from PySide6.QtWidgets import QStackedLayout, QWidget


class Screens(QWidget):
    """Holds screens; the first one is seen until another is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)

    def add(self, screen: QWidget) -> None:
        """Hold another screen; one that is held already stays where it is."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)

    def show_screen(self, screen: QWidget) -> None:
        """Let this one be seen. It must be held."""
        self._stack.setCurrentWidget(screen)

    def show_first(self) -> None:
        """Let the first one be seen."""
        self._stack.setCurrentIndex(0)

    def current(self) -> QWidget | None:
        """The one that is seen."""
        return self._stack.currentWidget()

    def all(self) -> list[QWidget]:
        """Those that are held, the first one first."""
        return [screen for place in range(self._stack.count()) if (screen := self._stack.widget(place)) is not None]

    def remove(self, screen: QWidget) -> None:
        """Hold it no more; it is hidden and deleted once nothing uses it."""
        self._stack.removeWidget(screen)
        screen.hide()
        screen.deleteLater()
