"""Leads a person through the safety check, over the use case and the walk. The only place where its screens meet.

An emergency is shown at once, even where it cannot be stored. Answers given so far are kept at every page, and a
check that is over is never changed.
"""

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.checks import CheckUnfinishedError, SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.typed_number import whole_number
from massage_companion.companion.words import Words
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.questionnaire import AnswerError
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import evaluate
from massage_companion.eligibility.walk import Walk
from massage_companion.session.massager import Massager
from massage_companion.ui.check.emergency_page import EmergencyPage, emergency_view
from massage_companion.ui.check.page_view import missing, page_view
from massage_companion.ui.check.result_page import ResultPage
from massage_companion.ui.check.result_view import result_view
from massage_companion.ui.check.review_page import ReviewPage
from massage_companion.ui.check.review_view import kept_view, review_view
from massage_companion.ui.check.screen import CheckScreen
from massage_companion.ui.widgets.screens import Screens


class CheckController(QObject):
    """``finished(Screening | None)`` once the result was read, ``left()`` half-way, ``failed(StoreError)``.

    ``screens`` is what to show. Nothing is on it before one of the ``begin`` methods. ``finished`` carries ``None``
    where an emergency could not be stored.
    """

    finished = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        checks: SafetyChecks,
        sessions: Sessions,
        person: Person,
        massager: Massager,
        texts: RuleTexts,
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks = checks
        self._sessions = sessions
        self._rules = checks.rules
        self._person = person
        self._massager = massager
        self._texts = texts
        self._words = words
        self._walk = Walk(checks.modalities(), Answers(), None)
        self._typed: dict[str, str] = {}
        self._from_review = False
        self._screening: Screening | None = None
        self.screens = Screens()
        self._page = CheckScreen(words)
        self._review = ReviewPage(words)
        self._result = ResultPage(words)
        self._emergency = EmergencyPage(words)
        self._over: ResultPage | EmergencyPage | None = None
        for screen in (self._page, self._review, self._result, self._emergency):
            self.screens.add(screen)
        self._connect()

    def begin(self) -> None:
        """Go on where the person left, or start."""
        self._start(self._checks.begin(self._person.id))

    def begin_anew(self, changes: frozenset[str] = frozenset()) -> None:
        """Start from the first page, without earlier answers; ``changes`` are what changed since, by id."""
        self._start(self._checks.begin_anew(self._person.id, changes))

    def begin_changed(self, changes: frozenset[str]) -> None:
        """Ask anew what these changes of health touch, and keep the other answers of the last check."""
        self._start(self._checks.begin_changed(self._person.id, changes))

    def begin_missing(self) -> None:
        """Ask only what the last check does not answer."""
        self._start(self._checks.begin_missing(self._person.id))

    def _connect(self) -> None:
        self._page.answered.connect(self._answer)
        self._page.confirmed.connect(self._continue)
        self._page.back_wanted.connect(self._back)
        self._review.change_wanted.connect(self._change)
        self._review.confirmed.connect(self._finish)
        self._review.back_wanted.connect(self._back)
        for open_page in (self._page, self._review):
            open_page.left.connect(self._leave)
        for over in (self._result, self._emergency):
            over.answers_wanted.connect(self._read_answers)
            over.confirmed.connect(self._end)

    def _start(self, walk: Walk) -> None:
        self._walk = walk
        self._typed.clear()
        self._from_review = False
        self._over, self._screening = None, None
        self._page.forget()
        self._show()

    def _answer(self, name: str, entered: str | tuple[str, ...]) -> None:
        question = self._rules.questionnaire.question(name)
        self._typed.pop(name, None)
        if isinstance(entered, str):
            self._typed[name] = entered
        raw = whole_number(entered) if isinstance(entered, str) else entered
        try:
            self._walk = walking.answered(self._walk, question, raw)
        except AnswerError:
            self._walk = walking.cleared(self._walk, question)

    def _continue(self) -> None:
        if walking.is_emergency(self._rules, self._walk):
            self._stop_for_emergency()
            return
        here = walking.questions_here(self._rules, self._walk)
        problems = {q.id: missing(q, self._words) for q in here if q.id not in self._walk.answers}
        if problems:
            self._show(problems)
            return
        if self._from_review:
            self._walk = walking.resumed(self._rules, self._walk)
        else:
            self._walk = walking.forward(self._rules, self._walk)
        self._keep()
        self._show()

    def _back(self) -> None:
        if self._over is not None:
            self._show_over(self._over)
            return
        if self._from_review and self._walk.page is not None:
            self._walk = structs.replace(self._walk, page=None)
        else:
            self._from_review = False
            self._walk = walking.back(self._rules, self._walk)
        self._keep()
        self._show()

    def _change(self, page: str) -> None:
        self._from_review = True
        self._walk = walking.jump(self._rules, self._walk, page)
        self._show()

    def _finish(self) -> None:
        if self._over is not None:
            self._show_over(self._over)
        elif walking.is_emergency(self._rules, self._walk):
            self._stop_for_emergency()
        elif not walking.is_complete(self._rules, self._walk):
            self._from_review = True
            self._walk = walking.resumed(self._rules, self._walk)
            self._show()
        elif self._complete():
            self._show_result()

    def _leave(self) -> None:
        # Whoever has ticked a sign of an emergency hears so, whichever button comes next.
        if walking.is_emergency(self._rules, self._walk):
            self._stop_for_emergency()
            return
        self._keep()
        self.left.emit()

    def _stop_for_emergency(self) -> None:
        answers = walking.path_answers(self._rules, self._walk)
        verdict = evaluate(self._rules, answers, self._walk.modalities)
        self._over = self._emergency
        self.screens.show_screen(self._emergency)
        self._emergency.show_view(emergency_view(verdict, self._texts, self._words))
        self._complete()

    def _show_result(self) -> None:
        try:
            result = self._checks.result(self._person.id, self._massager)
            standing = self._sessions.standing(self._person.id, self._massager)
        except StoreError as error:
            self.failed.emit(error)
            result = None
        if result is None:
            self.finished.emit(self._screening)
            return
        self._over = self._result
        self.screens.show_screen(self._result)
        self._result.show_view(result_view(result, standing, self._texts, self._words))

    def _read_answers(self) -> None:
        answers = walking.path_answers(self._rules, self._walk)
        self.screens.show_screen(self._review)
        self._review.show_view(kept_view(self._rules, answers, self._walk.modalities, self._texts, self._words))

    def _show_over(self, over: ResultPage | EmergencyPage) -> None:
        self.screens.show_screen(over)

    def _end(self) -> None:
        if self._screening is None:
            self._complete()
        self.finished.emit(self._screening)

    def _complete(self) -> bool:
        try:
            self._screening = self._checks.complete(self._person.id, self._walk)
        except StoreError as error:
            self.failed.emit(error)
        except CheckUnfinishedError:
            # Something felt wrong since it was begun: only a whole new check counts. An emergency stays shown.
            if self._over is None:
                self.begin_anew(frozenset(self._walk.changes))
        return self._screening is not None

    def _keep(self) -> None:
        try:
            self._checks.keep(self._person.id, self._walk)
        except StoreError as error:
            # The answers are still here; only going on another day would be lost.
            self.failed.emit(error)

    def _show(self, problems: dict[str, str] | None = None) -> None:
        if self._walk.page is None:
            self.screens.show_screen(self._review)
            self._review.show_view(review_view(self._rules, self._walk, self._texts, self._words))
            return
        if self.screens.current() is not self._page:
            self._page.forget()
        self.screens.show_screen(self._page)
        self._page.show_view(
            page_view(self._rules, self._walk, self._texts, self._words, self._typed, problems, self._from_review)
        )
