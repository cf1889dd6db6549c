"""From what a person wants to what is stored, and to the stage that follows. No Qt, no timer, no clock of its own.

What could not be stored is told as a notice and never claimed: such a start did not happen, such an end is not written.
"""

from collections.abc import Mapping
from typing import TypeAlias

from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import AlreadyRunningError, Sessions
from massage_companion.companion.words import Words
from massage_companion.session.gate import Refusal
from massage_companion.session.refusal import TodayUnanswered
from massage_companion.session.states import Effect, Ended, Ending, Event, FeelsWrong, Look, State, SwitchedOff
from massage_companion.ui.session.before import BeforeSession
from massage_companion.ui.session.stages import AnsweringToday, Choosing, FeltWrong, Rating, Stage
from massage_companion.ui.session.today_view import answers_of
from massage_companion.ui.session.view import Notice

Happened: TypeAlias = tuple[State, tuple[Effect, ...]] | None
"""The state after an event and what follows from it; ``None`` where nothing happened."""

NOTE_LENGTH = 500


class SessionFlow:
    """Where the person is, and what went wrong last."""

    def __init__(self, sessions: Sessions, before: BeforeSession, words: Words) -> None:
        self._sessions = sessions
        self._before = before
        self._words = words
        self._recovered = False
        self._notice: Notice | None = None
        self.stage: Stage = Choosing()

    @property
    def notice(self) -> Notice | None:
        """What could not be stored, if anything."""
        unwritten = self._sessions.unwritten
        if self._notice is None and unwritten is not None:
            return self._told("heartbeat", unwritten)
        return self._notice

    def recover(self) -> None:
        """Find a session without an end, once. Raises StoreError where the store cannot be read.

        One that this program already knows of was not left behind: it must not be asked about.
        """
        if not self._recovered and self._sessions.live is None:
            self._sessions.recover()
        self._recovered = True

    def go_to(self, stage: Stage) -> None:
        """Leave today's page, the rating, or a notice behind."""
        self.stage, self._notice = stage, None

    def tell(self, trouble: str, error: StoreError) -> None:
        """Say above whatever is shown what could not be stored."""
        self._notice = self._told(trouble, error)

    def begin(self) -> Happened:
        """Start, or ask today's questions first."""
        self._notice = None
        try:
            questions = self._before.questions()
            if questions:
                self.stage = AnsweringToday(questions)
                return None
            return self._start()
        except StoreError as error:
            return self._not_started(error)

    def answer_today(self, entered: Mapping[str, tuple[str, ...] | str]) -> Happened:
        """Take today's answers and start; an open question keeps the page."""
        if not isinstance(self.stage, AnsweringToday):
            return None
        questions = self.stage.questions
        answers = answers_of(questions, entered)
        missing = frozenset(question.id for question in questions if question.id not in answers)
        if missing:
            self.stage = AnsweringToday(questions, missing)
            return None
        self._before.answer_today(answers)
        self.stage, self._notice = Choosing(), None
        try:
            return self._start()
        except StoreError as error:
            return self._not_started(error)

    def happen(self, event: Event, trouble: str) -> Happened:
        """Let something happen to the live session; ``trouble`` names what is told where it cannot be stored."""
        live = self._sessions.live
        if live is None:
            return None
        try:
            happened = self._sessions.happened(event)
        except StoreError as error:
            self._notice = self._told(trouble, error)
            if isinstance(event, FeelsWrong):
                # What to do now matters more than what could not be written.
                self.stage = FeltWrong(live.session.id, stored=False)
            return None
        if not isinstance(event, Look):
            self._notice = None
        if happened is not None and isinstance(happened[0], Ended):
            self._ended(live.session.id, happened[0])
        return happened

    def switched_off(self, utc_ms: int) -> Happened:
        """The massager went off at that instant, as the wall clock shows it now."""
        return self.happen(SwitchedOff(self._sessions.now().utc_ms - utc_ms), "answer")

    def rate(self, soreness: int | None, note: str) -> None:
        """Write how the neck is, and go on."""
        if isinstance(self.stage, Rating) and self._wrote(self.stage.session, soreness, note):
            self.go_to(Choosing())

    def note_wrong(self, note: str) -> Happened:
        """Write what was felt, and go on; first the end itself where it could not be written before."""
        stage = self.stage
        if not isinstance(stage, FeltWrong):
            return None
        happened: Happened = None
        if not stage.stored:
            happened = self.happen(FeelsWrong(), "end")
            if happened is None:
                return None
        if not note.strip() or self._wrote(stage.session, None, note):
            self.go_to(Choosing())
        return happened

    def _start(self) -> Happened:
        try:
            begun = self._before.start()
        except AlreadyRunningError:
            self.stage = Choosing()
            return None
        if begun is None:
            return None
        if isinstance(begun, Refusal):
            self._refused(begun)
            return None
        self.stage = Choosing()
        self._before.forget()
        return begun.state, (Effect.STARTED,)

    def _refused(self, refusal: Refusal) -> None:
        questions = self._before.questions()
        if questions and all(isinstance(reason, TodayUnanswered) for reason in refusal.reasons):
            self.stage = AnsweringToday(questions)
            return
        self.stage = Choosing()
        self._notice = self._before.changed_plan(refusal)

    def _not_started(self, error: StoreError) -> Happened:
        self.stage = Choosing()
        self._notice = self._told("start", error)
        return None

    def _ended(self, session: str, state: Ended) -> None:
        if state.ending is Ending.FELT_WRONG:
            self.stage = FeltWrong(session, stored=True)
        else:
            self.stage = Rating(session, state)
        self._before.forget()

    def _wrote(self, session: str, soreness: int | None, note: str) -> bool:
        try:
            self._sessions.rate(session, soreness, note.strip()[:NOTE_LENGTH])
        except StoreError as error:
            self._notice = self._told("rating", error)
            return False
        return True

    def _told(self, trouble: str, error: StoreError) -> Notice:
        return Notice(self._words(f"session.trouble.{trouble}"), self._words(f"storage.{error.kind}"))
