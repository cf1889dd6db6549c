"""The desktop as the session sees it, made of the parts that each do one thing. Made once, where the program begins.

Everything here is optional: a session goes on where none of it works.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from massage_companion.companion import moments
from massage_companion.companion.household import Settings
from massage_companion.companion.words import Words
from massage_companion.desktop.awake import StayAwake
from massage_companion.desktop.notifications import Notifications
from massage_companion.desktop.sound import Alarm
from massage_companion.desktop.suspend import SuspendSignal
from massage_companion.ui.desk import Desk
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.view import AskingView, OvertimeView, PausedView, RunningView, SessionView

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from massage_companion.desktop.tray import Tray
    from massage_companion.desktop.tray_place import TrayPlace

_LIVE = (RunningView, PausedView, OvertimeView, AskingView)
_CAN_STAY_ABOVE = frozenset({"xcb", "windows", "cocoa"})


class RealDesk(Desk):
    """``settings`` is asked whenever it matters; ``come_forward`` shows the window; ``icon`` gives the program's."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        come_forward: Callable[[], None],
        icon: "Callable[[], QIcon]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._come_forward = come_forward
        self._icon = icon
        self.alarm = Alarm(on_tried=self.sound_known.emit)
        self._notifications = Notifications(parent=self)
        self._awake = StayAwake()
        self._suspend = SuspendSignal(parent=self)
        self._place: TrayPlace | None = None
        self._tray: Tray | None = None
        self._session: SessionController | None = None
        self._words: Words | None = None
        self._feels_wrong = False
        self._notifications.acted.connect(self._acted)
        self._suspend.about_to_sleep.connect(self.about_to_sleep)
        self._suspend.woke.connect(self._look_at_the_clock)

    def around(self) -> Around:
        """Notifications where they are wanted, and a screen that stays on."""
        return Around(
            notifier=self._notifications,
            awake=self._awake,
            may_notify=lambda: self._settings().notifications,
        )

    def has_small_window(self) -> bool:
        """Whether windows can ask to stay above others on this desktop."""
        return QGuiApplication.platformName() in _CAN_STAY_ABOVE

    def has_tray(self) -> bool:
        """What is known by now, without waiting."""
        return self._place is not None and self._place.is_there()

    def sound_works(self) -> bool | None:
        """Whether there was a device at the last try."""
        return self.alarm.available

    def look(self) -> None:
        """Look for a tray; ``tray_changed`` tells when one was found."""
        if self._place is None:
            # Imported when wanted: most people never want the icon.
            from massage_companion.desktop.tray_place import TrayPlace

            self._place = TrayPlace(parent=self)
            self._place.changed.connect(self._tray_place_changed)
        self._place.look()

    def use(self, settings: Settings) -> None:
        """Show the icon, or take it away."""
        if settings.tray and self._place is None:
            self.look()
        if self._tray is not None or settings.tray:
            self._the_tray().enable(settings.tray)

    def follow(self, session: SessionController, words: Words) -> None:
        """Carry this page's views to the tray, and the tray's and the notification's wishes to the page."""
        self._session, self._words = session, words
        session.viewed.connect(self._show)
        if self._tray is not None:
            self._tray.close()
            self._tray = None
        self.use(self._settings())

    def offer_felt_wrong(self, offered: bool) -> None:
        """Offer it in the tray, too."""
        self._feels_wrong = offered
        if self._tray is not None and self._session is not None and self._session.view is not None:
            self._show(self._session.view)

    def let_go(self) -> None:
        """Leave the session page that was followed."""
        self._session = None

    def close(self) -> None:
        """Leave nothing behind on the desktop."""
        self._notifications.close()
        self._awake.close()
        self._suspend.close()
        self.alarm.close()
        for each in (self._tray, self._place):
            if each is not None:
                each.close()

    def _the_tray(self) -> "Tray":
        if self._tray is None:
            from massage_companion.desktop.tray import Tray

            assert self._words is not None, "followed before it is shown"
            self._tray = Tray(self._words, self._icon(), self.has_tray, self)
            self._tray.open_wanted.connect(self._come_forward)
            self._tray.acted.connect(self._perform)
            self._tray.deed_wanted.connect(self._deed)
        return self._tray

    def _tray_place_changed(self, there: bool) -> None:
        self.use(self._settings())
        self.tray_changed.emit(there)

    def _show(self, view: SessionView) -> None:
        live = isinstance(view, _LIVE)
        if live:
            self._suspend.listen()
        else:
            self._suspend.close()
        if self._tray is None or self._words is None:
            return
        deeds = {deed.value for deed in view.deeds} | ({"feels_wrong"} if self._feels_wrong else set())
        self._tray.show_actions(view.actions, deeds)
        if isinstance(view, RunningView | PausedView):
            minutes = view.left_minutes
            self._tray.show_time(str(minutes), moments.spoken_duration(minutes * 60_000, self._words))
        else:
            self._tray.show_time("", self._words("window.title"))

    def _acted(self, key: str) -> None:
        if self._session is not None and key != "default":
            self._session.perform_from_notification(key)
        else:
            self._come_forward()

    def _perform(self, action: object) -> None:
        from massage_companion.session.states import Action

        if self._session is not None and isinstance(action, Action):
            self._session.perform(action)

    def _deed(self, deed: str) -> None:
        if deed == "feels_wrong":
            self._come_forward()
            self.felt_wrong_wanted.emit()
        elif self._session is not None:
            self._session.perform_from_notification(deed)

    def _look_at_the_clock(self) -> None:
        if self._session is not None:
            self._session.refresh()
