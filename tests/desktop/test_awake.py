"""The screen is kept awake while the massager may be on, all from one thread, and whatever the desktop does."""

import threading
from collections.abc import Iterator
from types import TracebackType

import pytest

from massage_companion.desktop.awake import StayAwake, wants_screen
from massage_companion.session.states import State
from tests.support.session_states import ASKING, ENDED, OVERTIME, PAUSED, RUNNING

SOON_SECONDS = 5.0


class FakeDesktop:
    """Remembers each request in its order, and who made it; ``slow`` holds the first one up."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.threads: set[int] = set()
        self.happened = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()
        self.refuses = False

    def keep(self) -> "FakeDesktop":
        return self

    def __enter__(self) -> "FakeDesktop":
        self.go_on.wait(SOON_SECONDS)
        self._note("taken")
        if self.refuses:
            raise OSError("no such desktop")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._note("given back")
        if self.refuses:
            raise OSError("no such desktop")

    def wait_for(self, requests: int) -> None:
        for _ in range(requests):
            assert self.happened.acquire(timeout=SOON_SECONDS)

    def _note(self, what: str) -> None:
        self.done.append(what)
        self.threads.add(threading.get_ident())
        self.happened.release()


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def awake(desktop: FakeDesktop) -> Iterator[StayAwake]:
    made = StayAwake(desktop.keep)
    yield made
    desktop.go_on.set()
    made.close()


def test_it_is_taken_and_given_back_once_however_often_it_is_said(awake: StayAwake, desktop: FakeDesktop) -> None:
    for _ in range(3):
        awake.hold()
    desktop.wait_for(1)
    for _ in range(3):
        awake.release()
    desktop.wait_for(1)
    awake.close()
    assert desktop.done == ["taken", "given back"]
    assert threading.get_ident() not in desktop.threads
    assert len(desktop.threads) == 1


def test_no_thread_begins_before_it_is_wanted(awake: StayAwake) -> None:
    awake.release()
    assert "awake" not in [thread.name for thread in threading.enumerate()]


def test_it_is_given_back_when_the_program_ends(awake: StayAwake, desktop: FakeDesktop) -> None:
    awake.hold()
    desktop.wait_for(1)
    awake.close()
    awake.close()
    assert desktop.done == ["taken", "given back"]


def test_what_was_wished_for_while_the_desktop_was_slow_is_past(awake: StayAwake, desktop: FakeDesktop) -> None:
    desktop.go_on.clear()
    for _ in range(10):
        awake.hold()
        awake.release()
    awake.hold()
    desktop.go_on.set()
    desktop.wait_for(1)
    awake.close()
    assert desktop.done == ["taken", "given back"]


def test_a_desktop_that_refuses_is_asked_again_next_time_and_stops_nothing(
    awake: StayAwake, desktop: FakeDesktop
) -> None:
    desktop.refuses = True
    awake.hold()
    desktop.wait_for(1)
    awake.release()
    desktop.refuses = False
    awake.hold()
    desktop.wait_for(1)
    awake.close()
    assert desktop.done == ["taken", "taken", "given back"]


@pytest.mark.parametrize(
    ("state", "wanted"),
    [(None, False), (RUNNING, True), (PAUSED, False), (OVERTIME, True), (ASKING, True), (ENDED, False)],
)
def test_the_screen_stays_awake_while_the_massager_may_be_on(state: State | None, wanted: bool) -> None:
    assert wants_screen(state) is wanted


def test_it_follows_a_session(awake: StayAwake, desktop: FakeDesktop) -> None:
    story: list[tuple[State, int]] = [(RUNNING, 1), (RUNNING, 0), (PAUSED, 1), (RUNNING, 1), (OVERTIME, 0), (ENDED, 1)]
    for state, requests in story:
        awake.follow(state)
        desktop.wait_for(requests)
    assert desktop.done == ["taken", "given back"] * 2
