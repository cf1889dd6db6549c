"""Keeps the screen awake while a session runs, and only then, through wakepy.

Why a thread of its own: wakepy asks the desktop and waits for the answer, and must end in the thread it began in. A
desktop that refuses or hangs changes nothing but that the screen may go dark. Must never raise.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import SimpleQueue
from threading import Thread

from msgspec import Struct

from massage_companion.session.states import Asking, Overtime, Running, State

_LEAVE_WITHIN_SECONDS = 1.0


def wants_screen(state: State | None) -> bool:
    """Whether the person may want to see the clock without touching the computer.

    Not while paused: they have just touched it, and the desktop's own idle time is long enough for a short pause.
    """
    return isinstance(state, (Running, Overtime, Asking))


class _Hold(Struct, frozen=True):
    pass


class _Release(Struct, frozen=True):
    pass


class _End(Struct, frozen=True):
    pass


class StayAwake:
    """Both wishes may be repeated; only a change does something."""

    def __init__(self, keep: Callable[[], AbstractContextManager[object]] | None = None) -> None:
        self._keep = keep or _keep_presenting
        self._wishes: SimpleQueue[_Hold | _Release | _End] = SimpleQueue()
        self._worker: Thread | None = None
        self._held = False

    def follow(self, state: State | None) -> None:
        """Hold or release, as the state of the session calls for."""
        if wants_screen(state):
            self.hold()
        else:
            self.release()

    def hold(self) -> None:
        """Keep the screen awake from now on."""
        if self._held:
            return
        self._held = True
        if self._worker is None:
            self._worker = Thread(target=self._work, name="awake", daemon=True)
            self._worker.start()
        self._wishes.put(_Hold())

    def release(self) -> None:
        """Let the desktop decide again."""
        if self._held:
            self._held = False
            self._wishes.put(_Release())

    def close(self) -> None:
        """Release before the program ends. A desktop that hangs is not waited for: it notices that we are gone."""
        worker, self._worker = self._worker, None
        self._held = False
        if worker is not None:
            self._wishes.put(_End())
            worker.join(timeout=_LEAVE_WITHIN_SECONDS)

    def _work(self) -> None:
        kept: AbstractContextManager[object] | None = None
        while True:
            wish = self._next_wish()
            if isinstance(wish, _Hold):
                kept = kept or self._entered()
                continue
            _leave(kept)
            kept = None
            if isinstance(wish, _End):
                return

    def _next_wish(self) -> _Hold | _Release | _End:
        """The newest wish: what was wished for while the desktop was slow is past."""
        wish = self._wishes.get()
        while not self._wishes.empty() and not isinstance(wish, _End):
            wish = self._wishes.get_nowait()
        return wish

    def _entered(self) -> AbstractContextManager[object] | None:
        try:
            keeping = self._keep()
            keeping.__enter__()
        except Exception:  # whatever the library or the desktop may raise: the screen goes dark as usual
            return None
        return keeping


def _leave(kept: AbstractContextManager[object] | None) -> None:
    if kept is None:
        return
    try:
        kept.__exit__(None, None, None)
    except Exception:  # a desktop that has gone holds nothing any more
        return


def _keep_presenting() -> AbstractContextManager[object]:
    """Imported only now: most starts never need it."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")
