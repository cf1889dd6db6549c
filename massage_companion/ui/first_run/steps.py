"""What each step of the first start holds: language, name, massager, and what the safety check is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_companion.companion.first_run import NAME_LENGTH
from massage_companion.companion.massager_entry import MassagerEntry
from massage_companion.companion.words import Words
from massage_companion.ui.massagers.form import MassagerForm
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.labels import field_label, heading, lead, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.tick import RadioMark

_LANGUAGES = (("en", "english"), ("zh", "chinese"))
_LARGE_ROW = 64
_POINTS = ("time", "what", "danger", "private", "before")


class _StepBody(QWidget):
    """A column that begins with the heading of the step."""

    def __init__(self, title: str, help: str) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        self.title = heading(title)
        self.rows.addWidget(self.title)
        self.rows.addWidget(muted(help))
        self.rows.addSpacing(8)


class LanguageStep(_StepBody):
    """What the program is and two large rows, each in its own language; choosing one changes every word at once."""

    chosen = Signal(str)

    def __init__(self, words: Words, language: str) -> None:
        super().__init__(words("first_run.language.welcome"), words("first_run.language.about_en"))
        self.rows.insertWidget(2, muted(words("first_run.language.about_zh")))
        self.rows.addSpacing(16)
        self.rows.addWidget(heading(words("first_run.language.title"), 2))
        self.rows.addWidget(muted(words("first_run.language.help")))
        self.rows.addSpacing(4)
        choices = [Choice(code, words(f"first_run.language.{name}")) for code, name in _LANGUAGES]
        self._list = ChoiceList(words("first_run.language.title"), choices, "one")
        self._list.set_chosen([code for code, _ in _LANGUAGES if code == language])
        self._list.changed.connect(lambda: self.chosen.emit(self._list.chosen()[0]))
        for row in self._list.findChildren(RadioMark):
            row.setMinimumHeight(scaled(_LARGE_ROW))
        self.rows.addWidget(self._list)

    def focus_first(self) -> None:
        """Take the focus, on the language in use."""
        self._list.focus_first()


class WhoStep(_StepBody):
    """One field for a name."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words("first_run.who.title"), words("first_run.who.help"))
        self._field = QLineEdit(name)
        # A name that is too long can be typed, so that the sentence about it is seen rather than nothing.
        self._field.setMaxLength(2 * NAME_LENGTH)
        self._field.textEdited.connect(lambda: self._mark(""))
        self._problem = problem_label()
        self.rows.addWidget(field_label(words("first_run.who.name"), self._field))
        self.rows.addWidget(self._problem)
        self.rows.addWidget(self._field)

    def name(self) -> str:
        """What was typed."""
        return self._field.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the name, and go there."""
        self._mark(text)
        self.focus_first()
        announce(self, text, urgent=True)

    def focus_first(self) -> None:
        """Take the focus."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self, text: str) -> None:
        tell(self._problem, text)
        self._field.setAccessibleDescription(text)


class MassagerStep(_StepBody):
    """The form for the massager."""

    def __init__(self, words: Words, entry: MassagerEntry, known: bool) -> None:
        super().__init__(words("first_run.massager.title"), words("first_run.massager.help"))
        self.form = MassagerForm(words)
        self.form.show_entry(entry, known)
        self.rows.addWidget(self.form)

    def focus_first(self) -> None:
        """Take the focus."""
        self.form.focus_first()


class IntroStep(_StepBody):
    """What the safety check is, what it is not, and that nothing works before it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("first_run.intro.title"), words("first_run.intro.lead"))
        card = Card()
        card.setAccessibleName(words("first_run.intro.title"))
        card.body.setSpacing(12)
        for point in _POINTS:
            card.add(lead(words(f"first_run.intro.{point}_lead"), words(f"first_run.intro.{point}")))
        self.rows.addWidget(card)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focus_first(self) -> None:
        """Take the focus on the heading, where reading begins; the Tab key then leads to the buttons."""
        self.title.setFocus()
