"""Ties the page about massagers and its guide to the use cases: what is pressed in, one view or a guide out.

It must never change anything itself; while a session is live the use case refuses and the page says why.
"""

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.household_changes import (
    Edited,
    FactsTakenError,
    HouseholdChanges,
    SessionIsLiveError,
)
from massage_companion.companion.massager_entry import Field, MassagerEntry
from massage_companion.companion.massager_facts import Taken
from massage_companion.companion.modalities_in_words import modality_names
from massage_companion.companion.ports import HouseholdStore, StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.session.massager import Massager
from massage_companion.ui.massagers.guide import MassagerGuide
from massage_companion.ui.massagers.massagers_view import NOTHING, Just, massagers_view, unreadable_view
from massage_companion.ui.massagers.page import MassagersPage
from massage_companion.ui.massagers.view import Deed, MassagersView, Press
from massage_companion.ui.widgets.announce import announce


class MassagersController(QObject):
    """``guide_wanted(QWidget)`` and ``guide_over()`` show and end the guide; ``check_wanted(Massager)`` asks for the
    questions that are missing for a massager; ``failed(StoreError)``. ``page`` is what to show.
    """

    guide_wanted = Signal(object)
    guide_over = Signal()
    check_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        changes: HouseholdChanges,
        store: HouseholdStore,
        sessions: Sessions,
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._changes = changes
        self._store = store
        self._sessions = sessions
        self._words = words
        self._person: Person | None = None
        self._guide: MassagerGuide | None = None
        self._changed = ""
        self._just = NOTHING
        self._last: Press | None = None
        self.page = MassagersPage(words)
        self.page.intended.connect(self.press)

    def show_for(self, person: Person) -> None:
        """Show the massagers of the household, and how this person stands with each."""
        self._person = person
        self.page.show_view(self._view(person))

    def take_focus(self) -> None:
        """Give the focus to the massager that was just changed, else to where the page was left or begins."""
        if self._just.renewed or self._last is None or not self.page.focus_on(self._last):
            self.page.focus_on_card(self._changed)

    def press(self, press: Press) -> None:
        """Do what a button says."""
        try:
            self._do(press)
        except SessionIsLiveError:
            self._refresh()
        except StoreError as error:
            self.failed.emit(error)

    def _do(self, press: Press) -> None:
        if self._changes.is_live():
            raise SessionIsLiveError
        self._just, self._changed, self._last = NOTHING, press.massager, press
        match press.deed:
            case Deed.ADD:
                self._open_guide(None)
            case Deed.EDIT:
                self._open_guide(self._massager(press.massager))
            case Deed.ANSWER:
                self.check_wanted.emit(self._massager(press.massager))
            case Deed.PUT_AWAY:
                self._say_moved("put_away_said", self._changes.put_away(press.massager))
            case Deed.BRING_BACK:
                self._say_moved("bring_back_said", self._changes.bring_back(press.massager))

    def _open_guide(self, massager: Massager | None) -> None:
        fixed = massager is not None and self._changes.is_fixed(massager)
        has_yes = (
            massager is not None and self._person is not None and self._changes.has_yes(self._person.id, massager.id)
        )
        guide = MassagerGuide(self._words, massager, fixed, has_yes)
        guide.described.connect(lambda entry: self._keep(massager, entry))
        guide.cancelled.connect(self.guide_over)
        self._guide = guide
        self.guide_wanted.emit(guide)
        guide.take_focus()

    def _keep(self, massager: Massager | None, entry: MassagerEntry) -> None:
        assert self._guide is not None
        try:
            if massager is None:
                self._changed = self._changes.add_massager(entry).id
                self._just = Just(renewed=self._changed)
            else:
                self._just = self._told(self._changes.edit_massager(massager.id, entry))
        except FactsTakenError as error:
            self._guide.show_problems(self._taken_in_words(error.taken, massager))
        except SessionIsLiveError:
            self._guide.show_refusal(self._words("massagers.page.refused"))
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.guide_over.emit()
            self._say_saved()

    def _told(self, edited: Edited) -> Just:
        """Only what concerns this person: whose other yes has ended is nobody else's business."""
        name = edited.massager.id
        mine = self._person is not None and self._person.id in edited.ended_for
        return Just(renewed=name if edited.gained else "", yes_ended=name if mine else "")

    def _taken_in_words(self, taken: Taken, massager: Massager | None) -> dict[Field, str]:
        problems: dict[Field, str] = {}
        if taken.modalities and massager is not None and not massager.modalities:
            problems["modalities"] = self._words("massagers.problem.named")
        elif taken.modalities:
            names = modality_names(taken.modalities, self._words)
            problems["modalities"] = self._words("massagers.problem.taken", names=names)
        if taken.heat:
            problems["heat"] = self._words("massagers.problem.cooled")
        return problems

    def _say_moved(self, key: str, massager: Massager) -> None:
        self._refresh()
        self.page.focus_on_card(massager.id)
        announce(self.page, self._words(f"massagers.page.{key}", name=massager.name))

    def _say_saved(self) -> None:
        if self._person is None:
            return
        card = next((card for card in self._view(self._person).cards if card.id == self._changed), None)
        if card is not None:
            notes = [text for note in card.notes for text in (note.label, note.text)]
            announce(self.page, " ".join((self._words("massagers.page.saved"), *notes)))

    def _refresh(self) -> None:
        if self._person is not None:
            self.show_for(self._person)

    def _view(self, person: Person) -> MassagersView:
        try:
            return massagers_view(
                person,
                self._store.massagers(),
                lambda massager: self._sessions.standing(person.id, massager),
                self._words,
                self._changes.is_live(),
                self._just,
            )
        except StoreError as error:
            return unreadable_view(self._words(f"storage.{error.kind}"))

    def _massager(self, name: str) -> Massager:
        return next(massager for massager in self._store.massagers() if massager.id == name)
