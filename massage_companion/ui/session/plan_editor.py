"""A plan while it is written: name, minutes or parts, level, heat. What the limits make of it is told as it grows.

It keeps only what is typed; whether it can be kept is looked up elsewhere and told in words beside the fields.
"""

from msgspec import structs
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_companion.companion.saved_plans import MOST_MINUTES, NAME_LENGTH, PlanDraft
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.plan import Phase
from massage_companion.ui.session.phase_rows import PhaseRows
from massage_companion.ui.session.plan_views import EditorView
from massage_companion.ui.session.view_parts import Option
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.fields import NumberField
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, muted, small
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.segmented import Segment, Segmented

_SUGGESTED = ("left_side", "right_side", "low_neck", "shoulders", "other")
_SPLIT = 5
"""Minutes of a part that was just added."""


class PlanEditor(Card):
    """`changed(PlanDraft)` for what the person does; `keep` and `leave` are its buttons."""

    changed = Signal(object)

    def __init__(self, words: Words, with_heat: bool) -> None:
        super().__init__(" ")
        self._words = words
        self._draft = PlanDraft()
        self._name = QLineEdit()
        self._name.setMaxLength(2 * NAME_LENGTH)
        self._name.setPlaceholderText(words("plans.name_hint"))
        self._name.textEdited.connect(lambda text: self._change(structs.replace(self._draft, name=text)))
        self._minutes = NumberField()
        self._minutes.setRange(1, MOST_MINUTES)
        self._minutes.valueChanged.connect(lambda n: self._change(structs.replace(self._draft, minutes=n)))
        self._minutes_label = field_label(words("plans.minutes"), self._minutes)
        self._rows = PhaseRows(words)
        self._rows.changed.connect(lambda phases: self._change(structs.replace(self._draft, phases=phases)))
        self._suggested = self._suggestions()
        self._total = body("")
        self._level = Segmented(words("plans.intensity"))
        self._level.chosen.connect(
            lambda key: self._change(structs.replace(self._draft, intensity=Intensity(int(str(key)))))
        )
        self._heat = Segmented(words("plans.heat")) if with_heat else None
        if self._heat is not None:
            self._heat.chosen.connect(lambda key: self._change(structs.replace(self._draft, heat=bool(key))))
        self._becomes = small("")
        self._becomes.setProperty("look", "warning")
        self._problem = problem_label()
        self.keep = PrimaryButton(words("plans.save"))
        self.leave = QuietButton(words("plans.cancel"))
        self._lay_out()

    def show_view(self, view: EditorView) -> None:
        """Show a draft; fields that already show it stay as they are."""
        self._draft = view.draft
        self.set_title(view.title)
        if self._name.text() != view.draft.name:
            self._name.setText(view.draft.name)
        if self._minutes.value() != view.draft.minutes:
            self._minutes.blockSignals(True)
            self._minutes.setValue(view.draft.minutes)
            self._minutes.blockSignals(False)
        self._rows.show_phases(view.draft.phases)
        for widget in (self._minutes, self._minutes_label):
            widget.setVisible(not view.draft.phases)
        _fill(self._level, view.levels, int(view.draft.intensity))
        if self._heat is not None:
            _fill(self._heat, view.heat, view.draft.heat)
        self._suggested.setEnabled(view.can_add)
        for label, text in ((self._total, view.total), (self._becomes, view.becomes)):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_problem(view)

    def take_focus(self) -> None:
        """Begin with the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, view: EditorView) -> None:
        if view.problem == self._problem.text():
            return
        tell(self._problem, view.problem)
        self._name.setAccessibleDescription(view.problem)
        if view.problem:
            announce(self, view.problem, urgent=True)
            if view.phase is not None:
                self._rows.focus_name(view.phase)

    def _lay_out(self) -> None:
        words = self._words
        self.add(field_label(words("plans.name"), self._name))
        self.add(self._name)
        self.body.addSpacing(6)
        parts: tuple[QWidget, ...] = (
            self._minutes_label,
            self._minutes,
            field_label(words("plans.phases")),
            muted(words("plans.phases_hint")),
            self._rows,
            self._suggested,
            self._total,
        )
        for part in parts:
            self.add(part)
        self.body.addSpacing(6)
        self.add(field_label(words("plans.intensity")))
        self.add(self._level)
        if self._heat is not None:
            self.body.addSpacing(6)
            self.add(field_label(words("plans.heat")))
            self.add(self._heat)
        self.body.addSpacing(6)
        for label in (self._becomes, self._problem):
            self.add(label)
        self.add(ButtonRow(self.keep, self.leave))

    def _suggestions(self) -> QWidget:
        row = ButtonRow(gap=8)
        for key in _SUGGESTED:
            name = self._words(f"plans.{key}")
            button = QuietButton(f"+ {name}")
            button.setAccessibleName(f"{self._words('plans.add')} {name}")
            button.clicked.connect(lambda _checked=False, key=key, name=name: self._add("" if key == "other" else name))
            row.add(button)
        return row

    def _add(self, name: str) -> None:
        """Add a part; the first one takes over the minutes that stood there."""
        minutes = _SPLIT if self._draft.phases else self._draft.minutes
        phases = (*self._draft.phases, Phase(name, min(minutes, _SPLIT)))
        self._change(structs.replace(self._draft, phases=phases))
        if name:
            announce(self, self._words("plans.added", name=name))
        else:
            self._rows.focus_name(-1)

    def _change(self, draft: PlanDraft) -> None:
        if not draft.phases and self._draft.phases:
            draft = structs.replace(draft, minutes=self._draft.total)
        self._draft = draft
        self.changed.emit(draft)


def _fill(bar: Segmented, options: tuple[Option, ...], value: int | bool) -> None:
    bar.set_segments([Segment(each.key, each.text, each.spoken, each.refused) for each in options], value)
