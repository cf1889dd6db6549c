"""Ties the session screen to the use case: intents in, one view out, and one timer.

The timer is armed from a reading for the next moment at which something that is shown changes; it never counts.
An intent does something only where the view that is shown offers it, and gate and machine decide after that.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.states import (
    Action,
    DoNotKnow,
    Effect,
    End,
    Event,
    FeelsWrong,
    Look,
    Pause,
    Resume,
    StillRunning,
)
from massage_companion.ui.session import intents
from massage_companion.ui.session.before import BeforeSession
from massage_companion.ui.session.blocked_view import unreadable_view
from massage_companion.ui.session.cues import Cues
from massage_companion.ui.session.flow import Happened, SessionFlow
from massage_companion.ui.session.pace import next_look_ms
from massage_companion.ui.session.ports import Bell, Ticker
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.situations import Situations
from massage_companion.ui.session.stages import AnsweringToday, Choosing, FeltWrong
from massage_companion.ui.session.view import AskingView, BlockedView, Deed, SessionView

_EVENTS: Final[dict[Action, tuple[Event, str]]] = {
    Action.PAUSE: (Pause(), "pause"),
    Action.RESUME: (Resume(), "resume"),
    Action.END: (End(), "end"),
    Action.IT_IS_OFF: (End(), "end"),
    Action.FEELS_WRONG: (FeelsWrong(), "end"),
    Action.STILL_RUNNING: (StillRunning(), "answer"),
    Action.DO_NOT_KNOW: (DoNotKnow(), "answer"),
}
"""The event of each action that needs nothing more, and what is told where it cannot be stored."""


class SessionController(QObject):
    """``elsewhere_wanted`` carries a Deed that another page fulfils; ``viewed`` every view as it is shown."""

    elsewhere_wanted = Signal(object)
    attention_wanted = Signal()
    viewed = Signal(object)
    massager_chosen = Signal(str)
    log_changed = Signal()

    def __init__(
        self,
        sessions: Sessions,
        checks: SafetyChecks,
        texts: RuleTexts,
        words: Words,
        screen: SessionScreen,
        ticker: Ticker,
        bell: Bell,
        volume: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._words = words
        self._screen = screen
        self._ticker = ticker
        self._before = BeforeSession(sessions, checks, texts, words)
        self._flow = SessionFlow(sessions, self._before, words)
        self._situations = Situations(sessions, self._before, checks.rules, texts, words)
        self._cues = Cues(words, bell, volume, screen.say, self.attention_wanted.emit)
        self._view: SessionView | None = None
        self._since: Reading | None = None
        self._watching: set[str] = set()
        screen.intended.connect(self.intend)
        screen.exposed.connect(lambda seen: self.watch("screen", seen))
        screen.looked_at.connect(self.refresh)

    @property
    def view(self) -> SessionView | None:
        """What is shown now; ``None`` before the first refresh."""
        return self._view

    def close(self) -> None:
        """Let go of the screen and the timer, as before another controller takes over in another language."""
        self._ticker.disarm()
        self._cues.be_silent()
        self._view = None
        for signal in (self._screen.intended, self._screen.exposed, self._screen.looked_at):
            signal.disconnect()

    def show_for(self, person: Person, massagers: Sequence[Massager], current: str) -> None:
        """Show the session of this person; ``current`` is the id of the massager used last."""
        self._before.show_for(person, massagers, current)
        if isinstance(self._flow.stage, AnsweringToday):
            self._flow.go_to(Choosing())
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew: at the start, when the window is looked at again, after a safety check."""
        if self._sessions.live is not None:
            self.look()
        else:
            self._show()

    def look(self) -> None:
        """Look at the clock now, as after the computer slept."""
        if isinstance(self._flow.stage, FeltWrong):
            return
        self._follow(self._flow.happen(Look(), "heartbeat"))

    def watch(self, viewer: str, watching: bool) -> None:
        """Say whether the time can be seen there: on the screen, in a small window. Only then each second counts."""
        if watching == (viewer in self._watching):
            return
        (self._watching.add if watching else self._watching.discard)(viewer)
        if self._view is None:
            return
        if watching:
            self.refresh()
        else:
            self._arm(self._view, self._sessions.now())

    def stop(self) -> None:
        """The safest stop that there is now, from wherever it is wanted."""
        self.intend(intents.Escape())

    def perform(self, action: Action) -> None:
        """Something for the running session, wanted from the small window or the tray."""
        self.intend(intents.Act(action))

    def intend(self, intent: intents.Intent) -> None:
        """Do what the person wants where the view shown offers it; anything else does nothing."""
        if self._view is None or not intents.is_offered(self._view, intent):
            return
        if intents.needs_settling(intent) and self._is_fresh():
            return
        match intent:
            case intents.Press(deed=deed):
                self._press(deed)
            case intents.Act(action=action):
                if action in _EVENTS:
                    self._follow(self._flow.happen(*_EVENTS[action]))
            case intents.SwitchedOffAt(utc_ms=utc_ms):
                self._follow(self._flow.switched_off(utc_ms))
            case intents.Escape():
                self._escape(self._view)
            case intents.AnswerToday(entered=entered):
                self._follow(self._flow.answer_today(entered))
            case intents.SaveRating(soreness=soreness, note=note):
                self._flow.rate(soreness, note)
                self._show()
                self.log_changed.emit()
            case intents.NoteWrong(note=note):
                self._follow(self._flow.note_wrong(note))
                self.log_changed.emit()
            case _:
                self._before.change(intent)
                self._show()
                if isinstance(intent, intents.ChooseMassager):
                    self.massager_chosen.emit(intent.massager)

    def _press(self, deed: Deed) -> None:
        match deed:
            case Deed.START:
                self._follow(self._flow.begin())
                return
            case Deed.BACK | Deed.SKIP | Deed.TRY_AGAIN:
                self._flow.go_to(Choosing())
            case Deed.ANSWER_AGAIN:
                self._before.ask_today_again()
                self._flow.go_to(AnsweringToday(self._before.questions()))
            case Deed.REMIND:
                self._cues.hush(self._sessions.now())
            case _:
                self.elsewhere_wanted.emit(deed)
                return
        self._show()

    def _escape(self, view: SessionView) -> None:
        if isinstance(view, AskingView):
            self._screen.focus_situation()
        else:
            self._follow(self._flow.happen(End(), "end"))

    def _follow(self, happened: Happened) -> None:
        """Show what came of it, then let it be heard."""
        self._show()
        if happened is None:
            return
        state, effects = happened
        if effects:
            self._cues.follow(effects, state, self._sessions.now())
        if Effect.ENDED in effects:
            self.log_changed.emit()

    def _show(self) -> None:
        now = self._sessions.now()
        view = self._current(now)
        if type(view) is not type(self._view):
            self._since = now
        self._view = view
        self._screen.show_view(view, self._flow.notice)
        self._arm(view, now)
        self.viewed.emit(view)

    def _current(self, now: Reading) -> SessionView:
        try:
            self._flow.recover()
            return self._situations.view(self._flow.stage, self._cues.quiet_until(now), now)
        except StoreError as error:
            return unreadable_view(self._words(f"storage.{error.kind}"), self._words)

    def _arm(self, view: SessionView, now: Reading) -> None:
        live = self._sessions.live
        if live is not None and not isinstance(self._flow.stage, FeltWrong):
            delay = next_look_ms(live.state, now, bool(self._watching))
            look = self.look
        else:
            delay = view.wait_ms if isinstance(view, BlockedView) else None
            look = self.refresh
        if delay is None:
            self._ticker.disarm()
        else:
            self._ticker.arm(delay, look)

    def _is_fresh(self) -> bool:
        """Whether the situation has only just come on screen."""
        return self._since is not None and elapsed_ms(self._since, self._sessions.now()) < intents.SETTLE_MS
