"""Leads through the first start and keeps each step at once, so that an interrupted one goes on where it was.

It never begins the safety check itself: whoever made it does so on ``finished``.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.first_run import NAME_LENGTH, FirstRun, Step, name_problem
from massage_companion.companion.massager_entry import MassagerEntry, entry_of
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.first_run.screen import FirstRunScreen
from massage_companion.ui.first_run.view import FirstRunView
from massage_companion.ui.parts import Parts


class FirstRunController(QObject):
    """``language_chosen(code)`` asks for ``speak``; ``finished(person, massager)``; ``failed(StoreError)``.

    ``screen`` is what to show. Nothing is on it before ``begin``.
    """

    language_chosen = Signal(str)
    finished = Signal(object, object)
    failed = Signal(object)

    def __init__(self, first_run: FirstRun, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_run = first_run
        self._words = words
        self._step = Step.LANGUAGE
        self._name = ""
        self._entry = MassagerEntry()
        self._known = False
        self.screen = FirstRunScreen(words)
        self.screen.language_chosen.connect(self.language_chosen)
        self.screen.language_kept.connect(self._keep_language)
        self.screen.named.connect(self._keep_name)
        self.screen.described.connect(self._keep_massager)
        self.screen.check_wanted.connect(self._finish)
        self.screen.returned.connect(self._back)

    def begin(self) -> None:
        """Show the first step that is still open."""
        person, massager = self._first_run.person(), self._first_run.massager()
        if person is not None:
            self._name = person.name
        if massager is not None:
            self._entry, self._known = entry_of(massager), True
        self._go(self._first_run.open_step() or Step.INTRO)

    def speak(self, words: Words) -> None:
        """Go on in another language, at the same step."""
        self._words = words
        self._go(self._step)

    def _keep_language(self) -> None:
        if self._kept(lambda: self._first_run.keep_language(self._words.language)):
            self._go(Step.WHO)

    def _keep_name(self, name: str) -> None:
        self._name = name
        problem = name_problem(name)
        if problem:
            self._show(self._words(f"first_run.who.{problem}", most=NAME_LENGTH))
        elif self._kept(lambda: self._first_run.keep_name(name)):
            self._go(Step.MASSAGER)

    def _keep_massager(self, entry: MassagerEntry) -> None:
        self._entry = entry
        if self._kept(lambda: self._first_run.keep_massager(entry)):
            self._known = True
            self._go(Step.INTRO)

    def _finish(self) -> None:
        person, massager = self._first_run.person(), self._first_run.massager()
        if person is None or massager is None:
            self._go(self._first_run.open_step() or Step.LANGUAGE)
            return
        self.finished.emit(person, massager)

    def _back(self, typed: object) -> None:
        if isinstance(typed, str):
            self._name = typed
        elif isinstance(typed, MassagerEntry):
            self._entry = typed
        steps = list(Step)
        self._go(steps[max(0, steps.index(self._step) - 1)])

    def _kept(self, keep: Callable[[], object]) -> bool:
        try:
            keep()
        except StoreError as error:
            self.failed.emit(error)
            return False
        return True

    def _go(self, step: Step) -> None:
        self._step = step
        self._show()

    def _show(self, problem: str = "") -> None:
        view = FirstRunView(self._step, self._words.language, self._name, problem, self._entry, self._known)
        self.screen.show_view(view, self._words)


def first_run_guide(parts: Parts, words: Words, parent: QObject) -> FirstRunController:
    """The guide of the first start over the household's store."""
    return FirstRunController(FirstRun(parts.store, parts.clock, parts.ids), words, parent)
