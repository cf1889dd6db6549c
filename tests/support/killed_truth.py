"""What is true of a session whose program was killed: told by what the program had acknowledged until then."""

from msgspec import Struct

from massage_companion.session.reading import Reading
from massage_companion.session.states import Overtime, Paused, Running


class Said(Struct, frozen=True):
    """One acknowledged event: the kind of state after it, and the clock that counts through suspend, in ms."""

    event: str
    kind: str
    at_ms: int


class Truth:
    """When the massager was on. ``stored`` is what was found: an event may be written and not yet acknowledged."""

    def __init__(self, said: list[Said], stored: Running | Paused | Overtime) -> None:
        changes = [(each.at_ms, each.kind != Paused.__name__) for each in said]
        is_on = not isinstance(stored, Paused)
        since = getattr(stored, "since", stored.seen).boot_ms
        if changes and changes[-1][1] != is_on:
            assert since >= changes[-1][0], "what was acknowledged last is not what was found"
            changes.append((since, is_on))
        self._changes = changes or [(stored.started.boot_ms, True)]

    @property
    def is_on(self) -> bool:
        """Whether the massager was on when the program was killed."""
        return self._changes[-1][1]

    def massage_ms(self, until: Reading) -> int:
        """How long it was on until then, if nobody touched it after the program was killed."""
        ends = [*(at_ms for at_ms, _ in self._changes[1:]), until.boot_ms]
        return sum(
            max(0, min(end, until.boot_ms) - begin)
            for (begin, is_on), end in zip(self._changes, ends, strict=True)
            if is_on
        )
