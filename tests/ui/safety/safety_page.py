"""The page about the safety check on screen, with a record of what it wants."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.ui.safety.controller import SafetyController
from tests.support.accessible_screen import button, settle, show, texts
from tests.support.small_rules import small_texts
from tests.ui.safety.safety_world import LI, SafetyWorld


class SafetyPage:
    """Shows the page of a world in a window that has the keyboard."""

    def __init__(self, qtbot: QtBot, world: SafetyWorld, size: tuple[int, int] = (1040, 700)) -> None:
        self.world = world
        self.controller = SafetyController(
            world.checks, world.clearances, world.sessions, small_texts(), world.words
        )  # fmt: skip
        self.wanted: list[tuple[str, frozenset[str]]] = []
        self.chosen: list[str] = []
        self.failures: list[StoreError] = []
        self.reports = self.changes = 0
        self.controller.check_wanted.connect(lambda kind, changes: self.wanted.append((kind, changes)))
        self.controller.massager_chosen.connect(self.chosen.append)
        self.controller.failed.connect(self.failures.append)
        self.controller.report_wanted.connect(self._count_report)
        self.controller.changed.connect(self._count_change)
        show(qtbot, self.controller.screens, size)
        self.show_again()

    def show_again(self) -> None:
        """The page is wanted in the window."""
        self.controller.show_for(LI, self.world.massagers, self.world.massagers[-1].id)
        settle()

    def screen(self) -> QWidget:
        """The screen that is shown."""
        shown = self.controller.screens.current()
        assert shown is not None
        return shown

    def seen(self) -> str:
        """All words on it."""
        return texts(self.screen())

    def press(self, name: str) -> None:
        """Press a button by its name."""
        button(self.screen(), name).click()
        settle()

    def _count_report(self) -> None:
        self.reports += 1

    def _count_change(self) -> None:
        self.changes += 1
