"""Asks what has changed in a person's health, before any other check is begun.

After a block this is the only way on: nobody tries answers until one fits. "Nothing has changed" is a real choice, and
then nothing happens. It must never tell which change would open sessions.
"""

from typing import Final

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.safety.intents import CheckKind
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.labels import heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.step_frame import StepFrame

NOTHING: Final = "nothing"


class ChangeView(Struct, frozen=True):
    """What is asked: the changes by id in words, the lines under the question, and what "nothing" leads to."""

    changes: tuple[tuple[str, str], ...]
    help: tuple[str, ...]
    nothing: str


def change_view(changes: tuple[str, ...], kind: CheckKind, is_blocked: bool, words: Words) -> ChangeView:
    """The question before a check of this kind. ``is_blocked``: a finding stands in the way."""
    help = [words("changes.blocked_help")] if is_blocked else []
    help.append(words("safety.change.whole_help" if kind is CheckKind.WHOLE else "changes.help"))
    return ChangeView(
        changes=tuple((change, words(f"changes.{change}")) for change in changes),
        help=tuple(help),
        nothing=words("safety.change.only_missing" if kind is CheckKind.MISSING else "changes.nothing_text"),
    )


class ChangeScreen(StepFrame):
    """`changed` carries the ids of what has changed as a frozenset; `nothing_changed` and `left` lead back."""

    changed = Signal(object)
    nothing_changed = Signal()
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("changes.question"), parent=parent)
        self._words = words
        self._list: ChoiceList | None = None
        self._problem = problem_label()
        self._so = muted("")
        back = QuietButton(words("safety.change.back"))
        back.clicked.connect(self.left)
        onward = PrimaryButton(words("safety.change.next"))
        onward.clicked.connect(self.confirmed)
        self.set_footer(trailing=(back, onward))
        self.confirmed.connect(self._go_on)
        self.back_wanted.connect(self.left)

    def show_view(self, view: ChangeView) -> None:
        """Ask, with nothing ticked and the focus on the first line."""
        words = self._words
        choices = [Choice(name, text) for name, text in view.changes]
        choices.append(Choice(NOTHING, words("changes.nothing"), aside=True, exclusive=True))
        self._list = ChoiceList(words("changes.question"), choices)
        self._list.changed.connect(self._follow)
        self._problem = problem_label()
        self._so = muted(view.nothing)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(words("changes.question")))
        for line in view.help:
            rows.addWidget(muted(line))
        rows.addWidget(self._problem)
        rows.addSpacing(4)
        rows.addWidget(self._list)
        rows.addWidget(self._so)
        self._so.hide()
        self.set_content(content)
        self._list.focus_first()
        announce(self, " ".join((words("changes.question"), *view.help)))

    def _follow(self) -> None:
        """Nothing is wrong any more; and what "nothing" means is said as soon as it is chosen."""
        self._tell("")
        nothing = self._chosen() == (NOTHING,)
        if nothing and self._so.isHidden():
            announce(self, self._so.text())
        self._so.setVisible(nothing)
        if nothing:
            # It has no place yet; and it must not stay below the edge of a small window.
            QTimer.singleShot(0, self._so, lambda: self.page.ensureWidgetVisible(self._so, 0, 12))

    def _go_on(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._tell(self._words("safety.change.choose"))
            if self._list is not None:
                self._list.focus_first()
            announce(self, self._words("safety.change.choose"), urgent=True)
        elif chosen == (NOTHING,):
            self.nothing_changed.emit()
        else:
            self.changed.emit(frozenset(chosen))

    def _chosen(self) -> tuple[str, ...]:
        return self._list.chosen() if self._list is not None else ()

    def _tell(self, problem: str) -> None:
        tell(self._problem, problem)
        if self._list is not None:
            self._list.setAccessibleDescription(problem)
