"""The form for a massager: what kind it is, what it does, what its manual says. Used by first start and massager page.

Choosing a kind ticks what is common for it; the owner corrects that. What is wrong is said at the field; what counts
as wrong is not decided here.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.massager_entry import (
    NAME_LENGTH,
    SOURCE_LENGTH,
    Field,
    MassagerEntry,
    Problem,
    Switch,
    problems,
    with_kind,
)
from massage_companion.companion.massager_facts import with_kept_facts
from massage_companion.companion.modalities_in_words import modality_line, modality_names
from massage_companion.companion.words import Words
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.session.massager_kinds import KINDS
from massage_companion.ui.massagers.parts import ChoicePart, NumberPart, Part, TextPart
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.choice_list import Choice
from massage_companion.ui.widgets.labels import small

_UNSURE = "unsure"
_SWITCHES: tuple[Switch, ...] = ("yes", "no", "unsure")


class MassagerForm(QWidget):
    """`changed` at every change. `entry` is the form as it stands; `check` says whether it can be kept.

    `kept` is a massager that may lose nothing of what it does: the form says so, and another kind only adds ticks.
    """

    changed = Signal()

    def __init__(self, words: Words, kept: Massager | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kept = kept
        self._kind_names = {kind.id: words(f"massagers.kind.{kind.id}.name") for kind in KINDS}
        self._kind = self._choices("kind", self._kind_choices(), "one")
        self._modalities = self._choices("modalities", self._modality_choices(), "many")
        self._heat = self._choices("heat", self._heat_choices(), "one")
        self._name = TextPart(words("massagers.form.name"), words("massagers.form.name_help"), NAME_LENGTH, True)
        self._minutes, self._rest, self._per_day = (
            self._number(field) for field in ("minutes", "rest_minutes", "sessions_per_day")
        )
        self._source = TextPart(words("massagers.form.source"), words("massagers.form.source_help"), SOURCE_LENGTH)
        self._parts: dict[Field, Part] = {
            "kind": self._kind,
            "modalities": self._modalities,
            "heat": self._heat,
            "name": self._name,
            "minutes": self._minutes,
            "rest_minutes": self._rest,
            "sessions_per_day": self._per_day,
            "source": self._source,
        }
        self._lay_out()
        self._connect()
        self.show_entry(MassagerEntry())

    def entry(self) -> MassagerEntry:
        """The form as it stands, right or wrong."""
        ticked = self._modalities.chosen()
        switch = (*self._heat.chosen(), "")[0]
        return MassagerEntry(
            kind=(*self._kind.chosen(), "")[0],
            modalities=frozenset(Modality(name) for name in ticked if name != _UNSURE),
            modalities_unknown=_UNSURE in ticked,
            heat_switch=next((known for known in _SWITCHES if known == switch), ""),
            name=self._name.field.text(),
            minutes=self._minutes.text(),
            rest_minutes=self._rest.text(),
            sessions_per_day=self._per_day.text(),
            source=self._source.field.text(),
        )

    def show_entry(self, entry: MassagerEntry, known: bool = False) -> None:
        """Fill the form. ``known`` for a massager that is already kept: a number it lacks is not in its manual."""
        known_kind = entry.kind if entry.kind in self._kind_names else KINDS[-1].id
        self._kind.set_chosen([known_kind] if entry.kind else [])
        unsure = [_UNSURE] if entry.modalities_unknown else []
        self._modalities.set_chosen([*(modality.value for modality in entry.modalities), *unsure])
        self._heat.set_chosen([entry.heat_switch] if entry.heat_switch else [])
        self._heat.setVisible(entry.asks_about_heat)
        self._name.field.setText(entry.name)
        self._source.field.setText(entry.source)
        for part, text in (
            (self._minutes, entry.minutes),
            (self._rest, entry.rest_minutes),
            (self._per_day, entry.sessions_per_day),
        ):
            part.set_text(text, absent=known and not text)

    def focus_first(self) -> None:
        """Give the focus to the first part."""
        self._kind.focus_first()

    def check(self) -> bool:
        """Whether the entry can be kept; where not, say what is wrong and go to the first such field."""
        found = problems(self.entry())
        self.show_problems({problem.field: self._sentence(problem) for problem in found})
        return not found

    def show_problems(self, sentences: Mapping[Field, str]) -> None:
        """Say what is wrong at each of these fields and nothing at the others, and go to the first."""
        for field, part in self._parts.items():
            part.show_problem(sentences.get(field, ""))
        first = next((field for field in self._parts if field in sentences), None)
        if first is not None:
            self._parts[first].focus_first()
            announce(self, sentences[first], urgent=True)

    def _connect(self) -> None:
        self._kind.changed.connect(self._take_kind)
        self._modalities.changed.connect(lambda: self._heat.setVisible(self.entry().asks_about_heat))
        for part in (self._kind, self._modalities, self._heat, self._name, self._minutes, self._rest, self._per_day):
            part.changed.connect(lambda part=part: part.show_problem(""))
            part.changed.connect(self.changed)
        self._source.changed.connect(self.changed)

    def _take_kind(self) -> None:
        entry = with_kind(self.entry(), self._kind_names)
        if self._kept is not None:
            entry = with_kept_facts(entry, self._kept)
        unsure = [_UNSURE] if entry.modalities_unknown else []
        self._modalities.set_chosen([*(modality.value for modality in entry.modalities), *unsure])
        self._modalities.show_problem("")
        self._heat.setVisible(entry.asks_about_heat)
        self._name.field.setText(entry.name)
        self._name.show_problem("")
        if entry.modalities:
            announce(self, self._words("massagers.form.ticked", names=modality_names(entry.modalities, self._words)))
        else:
            announce(self, self._words("massagers.form.modalities_unsure"))

    def _sentence(self, problem: Problem) -> str:
        return self._words(f"massagers.problem.{problem.field}", least=problem.least, most=problem.most)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(24)
        for part in (self._kind, self._modalities, self._heat, self._name):
            rows.addWidget(part)
        manual = Card(self._words("massagers.form.manual"))
        manual.body.setSpacing(12)
        manual.add(small(self._words("massagers.form.manual_help")))
        for number in (self._minutes, self._rest, self._per_day):
            manual.add(number)
        manual.add(self._source)
        rows.addWidget(manual)

    def _choices(self, field: Field, choices: list[Choice], mode: str) -> ChoicePart:
        words = self._words
        kept = "_kept" if self._kept is not None and field in ("modalities", "heat") else ""
        return ChoicePart(
            words(f"massagers.form.{field}"),
            words(f"massagers.form.{field}_help{kept}"),
            choices,
            "one" if mode == "one" else "many",
        )

    def _number(self, field: Field) -> NumberPart:
        name = self._words(f"massagers.form.{field}")
        spoken = self._words("massagers.form.not_in_manual_spoken", field=name)
        return NumberPart(name, self._words("massagers.form.not_in_manual"), spoken)

    def _kind_choices(self) -> list[Choice]:
        return [Choice(kind.id, self._words(f"massagers.kind.{kind.id}.about")) for kind in KINDS]

    def _modality_choices(self) -> list[Choice]:
        words = self._words
        known = [
            Choice(
                modality.value,
                words(
                    "massagers.form.modality",
                    name=modality_line([modality], words),
                    about=words(f"modalities.about.{modality.value}"),
                ),
            )
            for modality in Modality
        ]
        return [*known, Choice(_UNSURE, words("massagers.form.modalities_unsure"), aside=True)]

    def _heat_choices(self) -> list[Choice]:
        return [Choice(switch, self._words(f"massagers.form.heat_{switch}")) for switch in _SWITCHES]
