"""Leads from what is felt to what it calls for. An emergency is answered at once, whatever list is still open.

What cannot be stored is advised on all the same, told plainly, and blocks until the program ends. It must never store
anything before a person has told something.
"""

from collections.abc import Callable

from msgspec import Struct, structs
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.emergency_numbers import emergency_call
from massage_companion.companion.felt_wrong import FeltWrong, SignReport
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Question
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Finding, evaluate
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.refusal import StopSignOpen
from massage_companion.ui.felt_wrong.doctors_note import doctors_note, last_use
from massage_companion.ui.felt_wrong.guide import SymptomGuide
from massage_companion.ui.felt_wrong.view import Entered, Told, advice_view, is_unsure, list_view, signs_in_words
from massage_companion.ui.session.intents import SETTLE_MS
from massage_companion.ui.session.today_view import answers_of


class Occasion(Struct, frozen=True):
    """Who tells, about which massager, and when: right after a session that was stopped, or at any other time.

    ``worse`` is set where the neck is worse the next morning.
    """

    person: Person
    massager: Massager | None
    after_session: bool = False
    worse: bool = False


class FeltWrongController(QObject):
    """``over(own words)`` once the advice was read, ``left`` where nothing was told, ``reported`` once something was.

    ``country`` gives the two-letter code for the emergency number, or nothing.
    """

    over = Signal(str)
    left = Signal()
    reported = Signal()

    def __init__(
        self,
        felt_wrong: FeltWrong,
        sessions: Sessions,
        rules: Rules,
        texts: RuleTexts,
        words: Words,
        country: Callable[[], str],
        guide: SymptomGuide | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._felt_wrong = felt_wrong
        self._sessions = sessions
        self._rules = rules
        self._texts = texts
        self._words = words
        self._country = country
        self._occasion: Occasion | None = None
        self._questions: tuple[Question, ...] = ()
        self._entered = Entered()
        self._place = 0
        self._advised: Reading | None = None
        self.guide = guide or SymptomGuide(words)
        self.guide.answered.connect(self._answer)
        self.guide.written.connect(self._write)
        self.guide.confirmed.connect(self._continue)
        self.guide.back_wanted.connect(self._back)
        self.guide.left.connect(self._leave)

    @property
    def is_open(self) -> bool:
        """Whether a person is at a list or at the advice."""
        return self._occasion is not None

    def call_title(self) -> str:
        """What to say above signs of an emergency, with the country's number where it is known."""
        call = emergency_call(self._country(), self._words)
        if not call.number:
            return self._words("session.wrong.signs_title")
        return self._words("felt_wrong.steps.call", number=call.number)

    def begin(self, occasion: Occasion) -> None:
        """Show the first list, with nothing ticked."""
        self._occasion = occasion
        self._questions = self._felt_wrong.questions()
        self._entered, self._place, self._advised = Entered(), 0, None
        self._show_list()

    def close(self) -> None:
        """Forget what was ticked and shown."""
        self._occasion, self._entered, self._advised = None, Entered(), None
        self.guide.clear()

    def _show_list(self) -> None:
        if self._occasion is None:
            return
        lead = self._words("felt_wrong.list.lead_worse" if self._occasion.worse else "felt_wrong.list.lead")
        ways = (lead, not self._occasion.after_session)
        self.guide.show_list(list_view(self._questions, self._place, self._entered, ways, self._texts, self._words))

    def _answer(self, question: str, answer: tuple[str, ...] | str) -> None:
        self._entered = structs.replace(self._entered, answers={**self._entered.answers, question: answer})

    def _write(self, text: str) -> None:
        self._entered = structs.replace(self._entered, note=text)

    def _back(self) -> None:
        if self._advised is None and self._place > 0:
            self._place -= 1
            self._show_list()

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _continue(self) -> None:
        if self._occasion is None:
            return
        if self._advised is not None:
            self._end(self._advised)
            return
        answers = answers_of(self._questions, self._entered.answers)
        if self._questions[self._place].id not in answers:
            self.guide.show_problem(self._words("felt_wrong.list.choose"))
        elif self._place + 1 == len(self._questions) or self._is_emergency(answers):
            self._advise(self._occasion, answers)
        else:
            self._place += 1
            self._show_list()

    def _end(self, advised: Reading) -> None:
        # A second press on Continue must not take the advice away unread.
        if elapsed_ms(advised, self._sessions.now()) < SETTLE_MS:
            return
        own_words = self._entered.note
        self.close()
        self.over.emit(own_words)

    def _advise(self, occasion: Occasion, answers: Answers) -> None:
        told = self._told(occasion, answers)
        now = self._sessions.now()
        note = doctors_note(
            occasion.person,
            signs_in_words(self._questions, self._entered, told.findings, self._texts),
            self._entered.note,
            last_use(self._sessions, occasion.person.id),
            told.since or now,
            self._words,
        )
        self._advised = now
        self.guide.show_advice(advice_view(told, self._country(), note, self._texts, self._words))

    def _told(self, occasion: Occasion, answers: Answers) -> Told:
        if not occasion.after_session and self._says_nothing(occasion, answers):
            return Told(Outcome.OK, ())
        unsure = is_unsure(self._questions, self._entered)
        person = occasion.person.id
        try:
            about = self._felt_wrong.unexplained(person)
            report = self._felt_wrong.explain(person, about, answers, self._entered.note)
        except StoreError as error:
            self._hold(person)
            told = self._unwritten(answers, unsure, self._words(f"storage.{error.kind}"))
        else:
            since = None if about is None else about.reported
            told = Told(report.outcome, report.findings, unsure, self._is_locked(occasion, report), since=since)
        self.reported.emit()
        return told

    def _unwritten(self, answers: Answers, unsure: bool, trouble: str) -> Told:
        findings = self._judged(answers)
        outcome = max((Outcome.NOT_TODAY, *(finding.outcome for finding in findings)))
        return Told(outcome, findings, unsure, trouble=trouble)

    def _hold(self, person: str) -> None:
        try:
            self._sessions.hold(person)
        except StoreError:
            return  # where nothing can be read, nobody can start either

    def _says_nothing(self, occasion: Occasion, answers: Answers) -> bool:
        """Whether "none of these" stands in every list, nothing is written, and nothing was reported before."""
        nothing = all(
            question.none is not None and answers.get(question.id) == (question.none,) for question in self._questions
        )
        try:
            return nothing and not self._entered.note and self._felt_wrong.unexplained(occasion.person.id) is None
        except StoreError:
            return False

    def _is_locked(self, occasion: Occasion, report: SignReport) -> bool:
        """What the gate says, where it can be asked."""
        if occasion.massager is None:
            return not report.told or report.outcome >= Outcome.DOCTOR_FIRST
        try:
            standing = self._sessions.standing(occasion.person.id, occasion.massager)
        except StoreError:
            return True
        return any(isinstance(reason, StopSignOpen) for reason in standing.reasons)

    def _judged(self, answers: Answers) -> tuple[Finding, ...]:
        return evaluate(self._rules, answers, ALL_MODALITIES, frozenset()).findings

    def _is_emergency(self, answers: Answers) -> bool:
        return any(finding.outcome is Outcome.EMERGENCY for finding in self._judged(answers))
