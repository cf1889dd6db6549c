"""What people do on the session page of the real window, by keyboard, told once."""

from massage_companion.storage.words import load_words
from tests.e2e.accessible_tree import Node
from tests.e2e.driver import Program

WORDS = load_words("en")
LOOKS = 5


class Settled:
    """True once a thing has been there for some looks: a press right after a change is meant for what was before."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen = 0

    def __call__(self, tree: Node) -> bool:
        self._seen = self._seen + 1 if tree.find(self._name) else 0
        return self._seen >= LOOKS


def press_with_space(program: Program, key: str, **fields: object) -> None:
    """Put the keyboard on the thing that these words name, wait until it can be meant, and press Space."""
    name = WORDS(key, **fields)
    program.wait_for(name)
    program.focus(name)
    program.wait_until(Settled(name), f"{name} to settle")
    program.key("space")


def start_session(program: Program) -> None:
    """From the session page over today's questions into a running session."""
    press_with_space(program, "session.ready.start")
    press_with_space(program, "session.today.none")
    program.wait_for(WORDS("session.running.pause"))


def answer_still_running(program: Program) -> None:
    """Asked after an absence: it is still running."""
    program.wait_for(WORDS("session.asking.title"))
    press_with_space(program, "session.asking.still")


def wait_for_time_up(program: Program, seconds: float = 20) -> None:
    """Until the planned time is over."""
    program.wait_for(WORDS("session.overtime.off"), seconds=seconds)


def assert_quiet(program: Program) -> None:
    """It said nothing on its outputs: no warning of Qt, no trace of a mistake."""
    assert program.output == "", program.output
