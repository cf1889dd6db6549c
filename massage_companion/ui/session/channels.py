"""The channels by which a session is noticed: bell, flash, notification, and the screen that stays on.

Each works when the others fail: whatever one of them raises is kept from the rest, and from the session. It must never
decide when something is to be noticed.
"""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from massage_companion.ui.session.ports import Bell, Flasher, Notifier, StayAwake
from massage_companion.ui.session.session_notice import NoticeText

SILENT: Final = "silent"
"""The choice of a person who wants no sound: the window flashes instead."""

_SOFT_SHARE: Final = 0.4
"""How loud a phase change is, compared with the end."""


class Around(Struct):
    """What may be there beside the bell; ``None`` where the desktop has no such thing.

    ``flasher`` in place of the one for the session's own window. ``may_notify`` is asked before each notification:
    somebody may have switched them off.
    """

    notifier: Notifier | None = None
    flasher: Flasher | None = None
    awake: StayAwake | None = None
    may_notify: Callable[[], bool] = lambda: True


class Channels:
    """``volume`` is read each time. ``sound`` is the present person's: bell, chime, wood or silent."""

    def __init__(self, bell: Bell, volume: Callable[[], int], around: Around, flasher: Flasher) -> None:
        self._bell = bell
        self._volume = volume
        self._flasher = around.flasher or flasher
        self._around = around
        self._awake = False
        self._notice: NoticeText | None = None
        self.sound = "bell"

    def alarm(self, level: int) -> None:
        """Time is up: by sound, or by sight for somebody who wants no sound."""
        if self.sound == SILENT:
            _try(self._flasher.flash)
        else:
            _try(lambda: self._bell.play(level, self._volume(), self.sound))

    def chime(self) -> None:
        """Something small has changed: a soft sound, and none for somebody who wants none."""
        if self.sound != SILENT:
            _try(lambda: self._bell.play(0, round(self._volume() * _SOFT_SHARE), self.sound))

    def hush(self) -> None:
        """No sound and no flash from now on, until the next alarm."""
        _try(self._bell.stop)
        _try(self._flasher.stop)

    def tell(self, notice: NoticeText | None) -> None:
        """Let the desktop show this notification and no other; the same one is not shown twice."""
        notifier = self._around.notifier
        if notifier is None or notice == self._notice:
            return
        shown, self._notice = self._notice, notice
        if notice is not None and self._around.may_notify():
            _try(lambda: notifier.show(notice.kind, notice.title, notice.text, notice.actions, notice.critical))
        elif shown is not None:
            _try(notifier.withdraw)

    def forget_notice(self) -> None:
        """The notification was answered, so the desktop has taken it away."""
        self._notice = None

    def let_go(self) -> None:
        """Leave nothing behind: no sound, no flash, no notification, and the screen may go dark."""
        self.hush()
        self.tell(None)
        self.stay_awake(False)

    def stay_awake(self, wanted: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        awake = self._around.awake
        if awake is not None and wanted is not self._awake:
            self._awake = wanted
            _try(awake.hold if wanted else awake.release)


def _try(deed: Callable[[], object]) -> None:
    try:
        deed()
    except Exception:  # a sound card, a desktop or its bus may raise anything; the other channels tell the same
        return
