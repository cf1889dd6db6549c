"""Ties the page about the safety check to its use cases: intents in, one view out. It begins no check itself.

Whoever is blocked is asked what has changed before any new check. What could not be stored is never shown as done.
"""

from collections.abc import Sequence

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import ClearanceError, Clearances
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.slip_entry import SlipEntry, problem_of, slip_from, slip_problems
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.ui.safety.change_screen import ChangeScreen, change_view
from massage_companion.ui.safety.clearance_form import ClearanceForm
from massage_companion.ui.safety.facts import Facts, Language, UseCases
from massage_companion.ui.safety.intents import (
    AskToWithdraw,
    CheckKind,
    ChooseMassager,
    ChoosePart,
    ChooseScreening,
    Deed,
    Intent,
    Part,
    Press,
    Withdraw,
)
from massage_companion.ui.safety.safety_view import Looking, bare_view, safety_view
from massage_companion.ui.safety.screen import SafetyScreen
from massage_companion.ui.safety.slip_view import slip_form_view
from massage_companion.ui.widgets.screens import Screens


class SafetyController(QObject):
    """``check_wanted(kind, changes)``: a CheckKind's value and a frozenset of ids; ``report_wanted()``.

    ``changed()`` after a clearance was recorded or withdrawn; ``massager_chosen(id)``; ``failed(StoreError)``.
    ``screens`` is what to show. Nothing is on it before ``show_for``.
    """

    check_wanted = Signal(str, object)
    report_wanted = Signal()
    changed = Signal()
    massager_chosen = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        checks: SafetyChecks,
        clearances: Clearances,
        sessions: Sessions,
        texts: RuleTexts,
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._use_cases = UseCases(checks, clearances, sessions)
        self._clearances = clearances
        self._changes = tuple(change.id for change in checks.rules.questionnaire.changes)
        self._words = words
        self._language = Language(words, texts, checks.rules)
        self._person: Person | None = None
        self._massagers: tuple[Massager, ...] = ()
        self._massager: Massager | None = None
        self._looking = Looking()
        self._asked_for = CheckKind.CHANGED
        self.screens = Screens()
        self._screen = SafetyScreen(words)
        self._change = ChangeScreen(words)
        self._form = ClearanceForm(words)
        for screen in (self._screen, self._change, self._form):
            self.screens.add(screen)
        self._connect()

    def show_for(self, person: Person, massagers: Sequence[Massager], current: str) -> None:
        """Show the page of this person; ``current`` is the id of the massager in use, ``massagers`` are all.

        What is being typed stays as long as person and massager do.
        """
        massager = next((each for each in massagers if each.id == current), None)
        same = person == self._person and massager == self._massager
        self._person, self._massagers, self._massager = person, tuple(massagers), massager
        if not same:
            self._looking = Looking()
        if not same or self.screens.current() is self._screen:
            self._look(said="")

    def take_focus(self) -> None:
        """Put the keyboard on what the page says."""
        if self.screens.current() is self._screen:
            self._screen.take_focus()

    def refresh(self) -> None:
        """Read everything anew, as after a check."""
        self._look(said="")

    def health_changed(self) -> None:
        """Ask what has changed, then want the check that it calls for."""
        self._begin(CheckKind.CHANGED)

    def whole_check(self) -> None:
        """Want the whole check; whoever is blocked says first what has changed."""
        self._begin(CheckKind.WHOLE)

    def missing(self) -> None:
        """Want the questions that are open; whoever is blocked says first what has changed."""
        self._begin(CheckKind.MISSING)

    def _connect(self) -> None:
        self._screen.intended.connect(self._intend)
        self._change.changed.connect(self._take_changes)
        self._change.nothing_changed.connect(self._take_nothing)
        self._change.left.connect(self._return)
        self._form.saved.connect(self._record)
        self._form.left.connect(self._return)

    def _intend(self, intent: Intent) -> None:
        match intent:
            case Press(deed=deed):
                self._press(deed)
            case ChoosePart(part=part):
                self._look(part=part, asked="", said="")
            case ChooseMassager(massager=massager):
                self._massager = next((each for each in self._massagers if each.id == massager), self._massager)
                self._look(said="")
                self.massager_chosen.emit(massager)
            case ChooseScreening(screening=screening):
                self._look(screening=screening, said="")
            case AskToWithdraw(clearance=clearance):
                self._look(asked=clearance, said="")
            case Withdraw(clearance=clearance):
                self._withdraw(clearance)

    def _press(self, deed: Deed) -> None:
        match deed:
            case Deed.DO_CHECK | Deed.GO_ON:
                self._want(CheckKind.GO_ON)
            case Deed.MISSING:
                self.missing()
            case Deed.HEALTH_CHANGED:
                self.health_changed()
            case Deed.WHOLE_CHECK:
                self.whole_check()
            case Deed.RECORD_YES:
                self._open_form()
            case Deed.REPORT:
                self.report_wanted.emit()

    def _begin(self, kind: CheckKind) -> None:
        facts = self._read()
        if facts is None:
            return
        if kind is not CheckKind.CHANGED and not facts.is_blocked:
            self._want(kind)
            return
        self._asked_for = kind
        self.screens.show_screen(self._change)
        self._change.show_view(change_view(self._changes, kind, facts.is_blocked, self._words))

    def _take_changes(self, changes: frozenset[str]) -> None:
        """Missing questions are asked with what changed: both are open questions then."""
        self._want(CheckKind.WHOLE if self._asked_for is CheckKind.WHOLE else CheckKind.CHANGED, changes)

    def _take_nothing(self) -> None:
        if self._asked_for is CheckKind.MISSING:
            self._want(CheckKind.MISSING)
        else:
            self._return(self._words("safety.change.nothing"))

    def _want(self, kind: CheckKind, changes: frozenset[str] = frozenset()) -> None:
        self.screens.show_screen(self._screen)
        self.check_wanted.emit(kind.value, changes)

    def _open_form(self) -> None:
        facts = self._read()
        if facts is None or facts.result is None or not facts.can_record_yes:
            return
        self.screens.show_screen(self._form)
        self._form.show_view(slip_form_view(facts.result.verdict, facts, self._language))

    def _record(self, entry: SlipEntry) -> None:
        facts = self._read()
        if facts is None or facts.result is None:
            return
        problems = slip_problems(entry)
        if problems:
            self._form.show_problems(problems)
            return
        try:
            self._clearances.record(facts.person.id, facts.massager, facts.result.verdict, slip_from(entry))
        except ClearanceError as error:
            self._form.show_problems((problem_of(error.problem),))
        except StoreError as error:
            self.failed.emit(error)
        else:
            self._looking = structs.replace(self._looking, part=Part.RESULT)
            self._return(self._words(f"safety.slip.recorded_{'no' if entry.says_no else 'yes'}"))
            self.changed.emit()

    def _withdraw(self, name: str) -> None:
        facts = self._read()
        known = next((each for each in facts.clearances if each.clearance.id == name), None) if facts else None
        if known is None:
            return
        try:
            self._clearances.withdraw(known.clearance)
        except StoreError as error:
            self.failed.emit(error)
            return
        self._look(asked="", said=self._words("safety.slip.withdrawn"))
        self._screen.take_focus()
        self.changed.emit()

    def _return(self, said: str = "") -> None:
        self.screens.show_screen(self._screen)
        self._look(said=said)
        self._screen.take_focus()

    def _look(self, **looking: object) -> None:
        self._looking = structs.replace(self._looking, **looking)
        facts = self._read()
        if facts is not None:
            self.screens.show_screen(self._screen)
            self._screen.show_view(safety_view(facts, self._looking, self._language))

    def _read(self) -> Facts | None:
        """What is known now; where the data cannot be read, that is shown instead."""
        words = self._words
        if self._person is None or self._massager is None:
            view = bare_view(words("session.blocked.no_massager.title"), words("session.blocked.no_massager.next"))
        else:
            try:
                return self._use_cases.facts(self._person, self._massager, self._massagers)
            except StoreError as error:
                view = bare_view(words("session.blocked.unreadable.title"), words(f"storage.{error.kind}"))
        self.screens.show_screen(self._screen)
        self._screen.show_view(view)
        return None
