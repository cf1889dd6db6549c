"""Leads somebody through the safety check over everything else, in one of its four ways."""

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.ui.check.controller import CheckController
from massage_companion.ui.check.emergency_page import EmergencyPage
from massage_companion.ui.guides import Guides
from massage_companion.ui.parts import Parts


class CheckGuide(QObject):
    """``over`` once the check was finished or left; ``failed(StoreError)``."""

    over = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, guides: Guides, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._guides = guides

    def begin(
        self,
        person: Person,
        massager: Massager,
        language: tuple[Words, RuleTexts],
        kind: str = "go_on",
        changes: frozenset[str] = frozenset(),
    ) -> None:
        """From where it was left (``go_on``), only what is ``missing`` or ``changed``, or the ``whole`` of it."""
        words, texts = language
        guide = CheckController(self._parts.checks, self._parts.sessions, person, massager, texts, words, self)
        if (emergency := guide.screens.findChild(EmergencyPage)) is not None:
            emergency.set_country(self._parts.country())
        guide.finished.connect(lambda screening: self._finished(person, screening))
        guide.left.connect(self.over)
        guide.failed.connect(self.failed)
        self._guides.show(guide.screens, guide)
        match kind:
            case "missing":
                guide.begin_missing()
            case "changed":
                guide.begin_changed(changes)
            case "whole":
                guide.begin_anew(changes)
            case _:
                guide.begin()

    def _finished(self, person: Person, screening: Screening | None) -> None:
        if screening is None:
            # An emergency that the disk did not take: an older yes must not stand.
            self._parts.sessions.hold(person.id)
        self.over.emit()
