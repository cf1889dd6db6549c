"""Ties the session screen to the use case: intents in, one view out, and one timer.

The timer is armed from a reading for the next moment at which something that is shown changes; it never counts.
An intent does something only where the view that is shown offers it, and gate and machine decide after that.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.states import Action, Effect, End, Look
from massage_companion.ui.session import intents, session_notice
from massage_companion.ui.session.acts import EVENTS
from massage_companion.ui.session.before import BeforeSession
from massage_companion.ui.session.channels import Around, Channels
from massage_companion.ui.session.cues import Cues
from massage_companion.ui.session.flow import Happened, SessionFlow
from massage_companion.ui.session.pace import next_look_ms
from massage_companion.ui.session.plan_flow import PLAN_DEEDS, PlanFlow
from massage_companion.ui.session.ports import Bell, Ticker
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.situations import Situations
from massage_companion.ui.session.stages import AnsweringToday, ArrangingPlans, Choosing, FeltWrong
from massage_companion.ui.session.view import AskingView, BlockedView, Deed, FeltWrongView, OvertimeView, SessionView
from massage_companion.ui.session.window_flash import WindowFlash


class SessionController(QObject):
    """``elsewhere_wanted`` carries a Deed that another page fulfils; ``viewed`` every view as it is shown.

    ``attention_wanted`` asks for the window to come to the front.
    """

    elsewhere_wanted = Signal(object)
    attention_wanted = Signal()
    small_window_wanted = Signal()
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
        *,
        plans: SavedPlans | None = None,
        around: Around | None = None,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._words = words
        self._screen = screen
        self._ticker = ticker
        self._before = BeforeSession(sessions, checks, texts, words, plans)
        self._flow = SessionFlow(sessions, self._before, words)
        self._plans = None if plans is None else PlanFlow(plans, self._before, self._flow, words)
        self._situations = Situations(sessions, self._before, self._plans, checks.rules, texts, words)
        self._channels = Channels(bell, volume, around or Around(), WindowFlash(screen))
        self._cues = Cues(words, self._channels, screen.say, self.attention_wanted.emit)
        self._view: SessionView | None = None
        self._since: Reading | None = None
        self._watching: set[str] = set()
        screen.intended.connect(self.intend)
        screen.exposed.connect(lambda seen: self.watch("screen", seen))
        screen.looked_at.connect(lambda: None if self._is_fresh() else self.refresh())

    @property
    def view(self) -> SessionView | None:
        """What is shown now; ``None`` before the first refresh."""
        return self._view

    def close(self) -> None:
        """Let go of the screen and the timer, as before another controller takes over in another language."""
        self._ticker.disarm()
        self._channels.let_go()
        self._view = None
        for signal in (self._screen.intended, self._screen.exposed, self._screen.looked_at):
            signal.disconnect()

    def show_for(self, person: Person, massagers: Sequence[Massager], current: str) -> None:
        """Show the session of this person; ``current`` is the id of the massager used last."""
        self._before.show_for(person, massagers, current)
        self._channels.sound = person.sound
        if isinstance(self._flow.stage, AnsweringToday | ArrangingPlans):
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
        if watching and not self._is_fresh():
            self.refresh()
        else:
            self._arm(self._view, self._sessions.now())

    def stop(self) -> None:
        """The safest stop that there is now, from wherever it is wanted."""
        self.intend(intents.Escape())

    def perform(self, action: Action) -> None:
        """Something for the running session, wanted from the small window or the tray."""
        self.intend(intents.Act(action))

    def perform_from_notification(self, key: str) -> None:
        """An action of the notification, gone by then: only what the view offers is done."""
        intent = session_notice.meant(key, self._view)
        if intent is not None:
            self.intend(intent)
        if intent is None or isinstance(self._view, FeltWrongView):
            self.attention_wanted.emit()
        self._channels.forget_notice()
        self._tell_desktop()

    def intend(self, intent: intents.Intent) -> None:
        """Do what the person wants where the view shown offers it; anything else does nothing."""
        if self._view is None or not intents.is_offered(self._view, intent):
            return
        if intents.needs_settling(intent, self._view) and self._is_fresh():
            return
        match intent:
            case intents.Press(deed=deed):
                self._press(deed)
            case intents.Act(action=action):
                if action in EVENTS:
                    self._follow(self._flow.happen(*EVENTS[action]))
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
            case intents.UsePlan() | intents.EditPlan() | intents.DropPlan() | intents.ChangeDraft():
                if self._plans is not None:
                    self._plans.follow(intent)
                self._show()
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
            case Deed.SMALL_WINDOW:
                self.small_window_wanted.emit()
                return
            case _ if deed in PLAN_DEEDS and self._plans is not None:
                self._plans.press(deed)
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
        view = self._situations.shown(self._flow, self._cues.quiet_until(now), now)
        is_another, self._view = type(view) is not type(self._view), view
        if is_another:
            self._since = now
        self._screen.show_view(view, self._flow.notice)
        self._arm(view, now)
        self.viewed.emit(view)
        if is_another or isinstance(view, OvertimeView):
            self._channels.stay_awake(self._sessions.live is not None)
            self._tell_desktop()

    def _tell_desktop(self) -> None:
        if self._view is not None:
            self._channels.tell(session_notice.notice_of(self._view, self._words))

    def _arm(self, view: SessionView, now: Reading) -> None:
        live, look = self._sessions.live, self.refresh
        delay = view.wait_ms if isinstance(view, BlockedView) else None
        if live is not None and not isinstance(self._flow.stage, FeltWrong):
            delay, look = next_look_ms(live.state, now, bool(self._watching)), self.look
        if delay is None:
            self._ticker.disarm()
        else:
            self._ticker.arm(delay, look)

    def _is_fresh(self) -> bool:
        """Whether the situation has only just come on screen: read just now, too, as at the start."""
        return self._since is not None and elapsed_ms(self._since, self._sessions.now()) < intents.SETTLE_MS
