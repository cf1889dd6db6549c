"""The guide of the first start, step by step. It stores nothing and decides nothing.

What was typed goes along with Back, so that nothing has to be typed twice.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.first_run import Step
from massage_companion.companion.words import Words
from massage_companion.ui.first_run.steps import IntroStep, LanguageStep, MassagerStep, WhoStep
from massage_companion.ui.first_run.view import FirstRunView
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.step_frame import StepFrame


class FirstRunScreen(StepFrame):
    """Each step has its own intent; `returned` is Back, with what was typed (a name, an entry, or nothing)."""

    language_chosen = Signal(str)
    language_kept = Signal()
    named = Signal(str)
    described = Signal(object)
    check_wanted = Signal()
    returned = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("first_run.window"), parent=parent)
        self._words = words
        self._step: LanguageStep | WhoStep | MassagerStep | IntroStep | None = None
        self.confirmed.connect(self._go_on)
        self.back_wanted.connect(self._go_back)

    def show_view(self, view: FirstRunView, words: Words) -> None:
        """Show a step in the language of these words, with the focus where typing or choosing begins."""
        self._words = words
        if view.name_problem and isinstance(self._step, WhoStep):
            self._step.show_problem(view.name_problem)
            return
        self.page.setAccessibleName(words("first_run.window"))
        spoken = self._show_progress(view.step)
        self._step = self._made(view)
        self._set_buttons(view.step)
        self.set_content(self._step)
        self._step.focus_first()
        announce(self, spoken)

    def _show_progress(self, step: Step) -> str:
        words, steps = self._words, list(Step)
        number, total, name = steps.index(step) + 1, len(steps), words(f"first_run.step.{step.value}")
        spoken = words("first_run.spoken_progress", number=number, total=total, step=name)
        text = words("first_run.progress", number=number, total=total, step=name)
        self.progress.show_step(number, total, text, spoken)
        return spoken

    def _made(self, view: FirstRunView) -> LanguageStep | WhoStep | MassagerStep | IntroStep:
        match view.step:
            case Step.LANGUAGE:
                language = LanguageStep(self._words, view.language)
                language.chosen.connect(self.language_chosen)
                return language
            case Step.WHO:
                return WhoStep(self._words, view.name)
            case Step.MASSAGER:
                return MassagerStep(self._words, view.entry, view.known)
            case Step.INTRO:
                return IntroStep(self._words)

    def _set_buttons(self, step: Step) -> None:
        words = self._words
        onward = PrimaryButton(words("first_run.begin" if step is Step.INTRO else "first_run.next"))
        onward.clicked.connect(self.confirmed)
        if step is Step.LANGUAGE:
            self.set_footer(trailing=(onward,))
            return
        back = QuietButton(words("first_run.back"))
        back.clicked.connect(self.back_wanted)
        self.set_footer(trailing=(back, onward))

    def _go_on(self) -> None:
        match self._step:
            case LanguageStep():
                self.language_kept.emit()
            case WhoStep():
                self.named.emit(self._step.name())
            case MassagerStep():
                if self._step.form.check():
                    self.described.emit(self._step.form.entry())
            case IntroStep():
                self.check_wanted.emit()

    def _go_back(self) -> None:
        match self._step:
            case WhoStep():
                self.returned.emit(self._step.name())
            case MassagerStep():
                self.returned.emit(self._step.form.entry())
            case IntroStep():
                self.returned.emit(None)
