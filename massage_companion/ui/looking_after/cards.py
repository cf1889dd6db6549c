"""The cards that ask after sessions. They stand on the session page, never over it, and every one can be left alone.

Nothing is preselected, and no answer is the larger button than another that means "something is wrong".
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.looking_after.view import AskView
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, muted, small
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.soreness import SorenessScale


class AllowCard(Card):
    """Whether the next morning may be asked about; ``answered(bool)``."""

    answered = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("looking_after.allow.title"), focusable=True, parent=parent)
        text = words("looking_after.allow.text")
        self.set_summary(text)
        self._words = words
        self._text = body(text)
        yes = QuietButton(words("looking_after.allow.yes"))
        yes.clicked.connect(lambda: self.answered.emit(True))
        no = QuietButton(words("looking_after.allow.no"))
        no.clicked.connect(lambda: self.answered.emit(False))
        self._buttons = ButtonRow(yes, no)
        self._later = small(words("looking_after.allow.later"))
        for widget in (self._text, self._buttons, self._later):
            self.add(widget)

    def show_answer(self, allowed: bool) -> None:
        """Say what was understood, in place of the buttons."""
        self._buttons.hide()
        self._later.hide()
        text = self._words("looking_after.allow.thanks_yes" if allowed else "looking_after.allow.thanks_no")
        self._text.setText(text)
        self.set_summary(text)
        self.setFocus()
        announce(self, text)

    def show_problem(self) -> None:
        """Say that the answer could not be kept."""
        self._later.setText(self._words("looking_after.unsaved"))
        announce(self, self._words("looking_after.unsaved"), urgent=True)


class AskCard(Card):
    """What the two questions have in common: title, lines, and what is wrong."""

    felt_wrong = Signal()

    def __init__(self, view: AskView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(view.title, focusable=True, parent=parent)
        self.key = view.key
        self.set_summary(words("check.between").join(view.lines))
        self._words = words
        self._problem = problem_label()
        for line in view.lines:
            self.add(muted(line))

    def show_problem(self, text: str) -> None:
        """Say what is missing, or that it could not be kept."""
        tell(self._problem, text)
        announce(self, text, urgent=True)


class MorningCard(AskCard):
    """How sore after the night: ``rated(int)``, or ``put_off``."""

    rated = Signal(int)
    put_off = Signal()

    def __init__(self, view: AskView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(view, words, parent)
        self._sore = SorenessScale(view.title, words("looking_after.sore_low"), words("looking_after.sore_high"))
        save = PrimaryButton(words("looking_after.save"))
        save.clicked.connect(self._save)
        later = QuietButton(words("looking_after.morning.later"))
        later.clicked.connect(self.put_off)
        wrong = DangerButton(words("looking_after.morning.worse"))
        wrong.clicked.connect(self.felt_wrong)
        for widget in (self._sore, self._problem, ButtonRow(save, later, wrong)):
            self.add(widget)

    def _save(self) -> None:
        value = self._sore.value()
        if value is None:
            self.show_problem(self._words("looking_after.morning.choose"))
        else:
            self.rated.emit(value)


class LateCard(AskCard):
    """Late signs: ``fine``, ``felt_wrong``, or ``refused`` for good."""

    fine = Signal()
    refused = Signal()

    def __init__(self, view: AskView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(view, words, parent)
        fine = QuietButton(words("looking_after.late.fine"))
        fine.clicked.connect(self.fine)
        signs = DangerButton(words("looking_after.late.signs"))
        signs.clicked.connect(self.felt_wrong)
        never = LinkButton(words("looking_after.late.never"))
        never.clicked.connect(self.refused)
        self.add(self._problem)
        self.add(ButtonRow(fine, signs, trailing=(never,)))
