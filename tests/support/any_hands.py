"""Hands that do anything a person could do at the window, by chance: click, press keys, wait, come back later.

Each sequence begins where the one before left off. What was done is remembered, so that a failure can be told.
"""

import random
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from massage_companion.companion.ports import StoreError
from massage_companion.ui.small_window.window import SmallWindow
from tests.support.hands_reach import (
    CHORDS,
    KEYS,
    KINDS,
    LETTERS,
    NOTICE_KEYS,
    buttons_of,
    is_box,
    name_of,
    with_keyboard,
)
from tests.support.shaky_house import BEN, BLOCKED, HALF_BLOCKED, LI, MEI, ShakyHouse, top_windows
from tests.support.small_rules import HEALTHY

DEEDS_IN_A_SEQUENCE = 10
SEQUENCES_IN_A_HOUSE = 20
REMEMBERED = 60
RESTED = 0.3
"""How many sequences begin with people who may start."""

MOST_ANSWERS = 6
"""How many buttons of a dialog are tried before it is closed."""


class AnyHands:
    """One house, and what is done in it."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.trail: deque[str] = deque(maxlen=REMEMBERED)
        self._dice = random.Random(seed)
        self._answers = 0
        self.house = ShakyHouse(self._dice, painted=self._dice.random() < 0.05)
        self._deeds: list[tuple[int, Callable[[], str]]] = [
            (34, self._click), (16, self._press_key), (4, self._press_chord), (3, self._type), (14, self._wait),
            (5, self._tray), (4, self._notification), (3, self._small_menu), (3, self._break), (6, self._mend),
            (2, self._be_away), (1, self._start_again), (2, self._another_day), (1, self._be_checked),
            (1, self._second_start), (1, self._close), (8, self._go_for_a_session),
        ]  # fmt: skip

    def live(self, deeds: int = DEEDS_IN_A_SEQUENCE) -> None:
        """Do so many things. AssertionError where one of them did what it must not."""
        if self._dice.random() < RESTED:
            self._come_rested()
        weights = [weight for weight, _ in self._deeds]
        for _, deed in self._dice.choices(self._deeds, weights, k=deeds):
            self.trail.append(deed.__name__)
            self._answers = 0
            QTimer.singleShot(0, self._answer_dialog)
            self.trail[-1] = f"{deed.__name__} {deed()}"
            self._settle()
            self._judge()

    def end(self) -> None:
        """Leave the house."""
        self.house.end()

    def _judge(self) -> None:
        house = self.house
        told = f"seed {self.seed}: " + "\n".join(self.trail)
        assert not house.mistakes, "\n".join([*house.mistakes, told])
        assert not house.store.wrongs, "\n".join([*house.store.wrongs, told])
        live = house.sessions.live
        assert live is None or live.session.id in house.store.without_end, f"{live} never started\n{told}"

    def _settle(self) -> None:
        for _round in range(2):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _answer_dialog(self) -> None:
        """Press something in a dialog that waits for its answer, and in the end close it."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        self._answers += 1
        buttons = [] if type(dialog).__module__.startswith("PySide6") and not is_box(dialog) else buttons_of(dialog)
        QTimer.singleShot(0, self._answer_dialog)
        if self._answers > MOST_ANSWERS or not buttons:
            dialog.reject()
            return
        chosen = self._dice.choice(buttons)
        self.trail.append(f"  in a dialog: {name_of(chosen)}")
        chosen.click()

    def _click(self) -> str:
        buttons = [button for window in top_windows() for button in buttons_of(window)]
        if not buttons:
            return self._press_key()
        # What is new on the page counts more than the sidebar, which is always there.
        chosen = self._dice.choice(buttons[len(buttons) // 3 :] if self._dice.random() < 0.6 else buttons)
        name = name_of(chosen)
        if name == self.house.words("felt_wrong.entry") and self._dice.random() < 0.7:
            # It is always there, and ends every session.
            return self._wait()
        if self._dice.random() < 0.2:
            QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
        else:
            chosen.click()
        return name

    def _press_key(self) -> str:
        key = self._dice.choice(KEYS)
        QTest.keyClick(with_keyboard(self.house.window), key)
        return key.name

    def _press_chord(self) -> str:
        key, modifier = self._dice.choice(CHORDS)
        QTest.keyClick(with_keyboard(self.house.window), key, modifier)
        return f"{modifier.name}+{key.name}"

    def _type(self) -> str:
        text = "".join(self._dice.choices(LETTERS, k=self._dice.randint(1, 8)))
        for letter in text:
            # QTest knows ASCII only.
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(with_keyboard(self.house.window), event)
        return repr(text)

    def _wait(self) -> str:
        seconds = self._dice.choice((0.1, 0.5, 1, 1, 2, 5, 20, 61, 150, 600))
        for _each in range(8):
            step = self.house.ticker.delay_ms
            if step is None or step >= seconds * 1000:
                break
            self.house.clock.advance(ms=step)
            seconds -= step / 1000
            self.house.fire_what_is_due()
        self.house.clock.advance(seconds=seconds)
        self.house.fire_what_is_due()
        return f"{seconds} s"

    def _be_away(self) -> str:
        minutes = self._dice.choice((0.5, 1, 3, 12, 200))
        self.house.clock.suspend(minutes=minutes)
        now = self.house.clock.read()
        if self._dice.random() < 0.3:
            self.house.clock.set_wall(now.utc_ms + self._dice.choice((-3_600_000, 3_600_000, -86_400_000)))
        self.house.fire_what_is_due()
        return f"asleep {minutes} min"

    def _another_day(self) -> str:
        self.house.clock.advance(days=self._dice.choice((0.1, 1, 1, 2, 30)))
        self.house.fire_what_is_due()
        return ""

    def _tray(self) -> str:
        tray = self.house.desk.tray
        return "" if tray is None else self._choose(tray.menu.actions())

    def _notification(self) -> str:
        key = self._dice.choice(NOTICE_KEYS)
        self.house.desk.answer(key)
        return key

    def _small_menu(self) -> str:
        small = [each for each in QApplication.topLevelWidgets() if isinstance(each, SmallWindow) and each.isVisible()]
        menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
        actions = [action for widget in (*small, *menus) for action in widget.actions()]
        return self._choose(actions)

    def _choose(self, actions: list[QAction]) -> str:
        possible = [each for each in actions if each.isVisible() and each.isEnabled() and not each.isSeparator()]
        if not possible:
            return ""
        chosen = self._dice.choice(possible)
        name = chosen.text()
        chosen.trigger()
        return name

    def _break(self) -> str:
        if self._dice.random() < 0.3:
            self.house.store.unreadable = True
            return "reading"
        kind = self._dice.choice(KINDS)
        self.house.store.fails = StoreError(kind, "by chance")
        return kind

    def _mend(self) -> str:
        self.house.store.fails, self.house.store.unreadable = None, False
        return ""

    def _start_again(self) -> str:
        if self._dice.random() < 0.3:
            self.house.clock.reboot(minutes=self._dice.choice((1, 5, 90)))
        self.house.start_again()
        return ""

    def _be_checked(self) -> str:
        self._mend()
        if self.house.sessions.live is not None:
            return "not now"
        person = self._dice.choice((MEI, BEN, LI))
        if person in self.house.store.people():
            self.house.check(person, self._dice.choice((HEALTHY, HEALTHY, BLOCKED, HALF_BLOCKED)))
        return person.name

    def _second_start(self) -> str:
        self.house.window.come_forward()
        return ""

    def _close(self) -> str:
        if not self.house.window.close():
            return "it stays"
        self.house.start_again()
        return "and start again"

    def _come_rested(self) -> None:
        """Whoever has the turn is well, rested and at the session page: else most would stay blocked for good."""
        house = self.house
        self._mend()
        if house.sessions.live is not None:
            return
        house.clock.advance(days=2)
        for person in house.store.people():
            if person.id != BEN.id:
                house.check(person, HEALTHY)
        house.start_again()
        self.trail.append("rested")

    def _go_for_a_session(self) -> str:
        """What people come for: otherwise chance would hardly ever get that far."""
        self._mend()
        for key in ("window.session", "session.ready.start", "session.today.none"):
            self.house.clock.advance(seconds=1)
            name = self.house.words(key)
            found = [each for window in top_windows() for each in buttons_of(window) if name_of(each) == name]
            if found:
                found[0].click()
                self._settle()
        return str(self.house.sessions.live is not None)
