"""Plays stories on the machine alone: no store, no gate but a yes, and a clock that a story moves."""

from collections.abc import Iterable

from massage_companion.log.record import Session, record_of
from massage_companion.session import machine
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Effect, Ended, Event, FoundUnfinished, Look, State
from tests.support.fake_clock import FakeClock
from tests.support.session_script import Way
from tests.support.situation import ALL_FINE
from tests.support.story_words import describe, from_wall, row, wall

LOOK_EVERY_MS = 1_000


class StoryClock:
    """A fake clock moved in the words of a story."""

    def __init__(self) -> None:
        self.clock = FakeClock()

    def sets_wall(self, shown: str) -> None:
        """The wall clock shows this, by its present zone."""
        self.clock.set_wall(from_wall(shown, self.clock.read().offset_minutes))

    def moves_wall(self, by_ms: int) -> None:
        """The wall clock jumps."""
        self.clock.set_wall(self.clock.read().utc_ms + by_ms)

    def travels(self, offset_minutes: int) -> None:
        """The wall clock hangs elsewhere."""
        self.clock.travel(offset_minutes, f"UTC{offset_minutes / 60:+g}")

    def passes(self, ms: int, way: Way, wall_by_ms: int) -> None:
        """Time passes, in one go."""
        match way:
            case Way.SLEEP:
                self.clock.suspend(ms=ms)
            case Way.REBOOT:
                self.clock.reboot(seconds=ms / 1_000)
                self.moves_wall(wall_by_ms)
            case _:
                self.clock.advance(ms=ms)


class MachinePlayer:
    """Fulfils ``Player`` with nothing but states and steps."""

    def __init__(self) -> None:
        self._time = StoryClock()
        self._plan = Plan(10)
        self._state: State | None = None
        self._effects: list[Effect] = []

    def plan(self, plan: Plan) -> None:
        self._plan = plan

    def start(self) -> None:
        assert self._state is None or isinstance(self._state, Ended)
        now = self._time.clock.read()
        taken = now.utc_ms - 30 * 24 * 60 * MINUTE_MS
        situation = ALL_FINE.but(plan=self._plan, now=now, today_given=now, taken_utc_ms=taken)
        self._state = machine.start(situation.permit, now)

    def says(self, event: Event) -> None:
        stepped = machine.step(self._now(), event, self._time.clock.read())
        self._state = stepped.state
        self._effects += stepped.effects

    def passes(self, ms: int, way: Way, wall_by_ms: int = 0) -> None:
        step_ms = LOOK_EVERY_MS if way is Way.WATCHED and not isinstance(self._state, Ended) else max(1, ms)
        for passed in range(0, ms, step_ms):
            self._time.passes(min(step_ms, ms - passed), way, wall_by_ms)
            self.says(FoundUnfinished() if way in (Way.CRASH, Way.REBOOT) else Look())

    def sets_wall(self, wall: str) -> None:
        self._time.sets_wall(wall)

    def moves_wall(self, by_ms: int) -> None:
        self._time.moves_wall(by_ms)
        self.says(Look())

    def travels(self, offset_minutes: int) -> None:
        self._time.travels(offset_minutes)
        if self._state is not None:
            self.says(Look())

    def tells(self, about: str) -> str:
        state, now = self._now(), self._time.clock.read()
        match about:
            case "state":
                return describe(state, now)
            case "clock":
                return wall(now)
            case "log" if isinstance(state, Ended):
                return row(record_of(Session("s", "p", "m", "Massager", None, "small-1"), state))
        raise AssertionError(f"the machine alone cannot tell the {about}")

    def heard(self) -> Iterable[Effect]:
        effects, self._effects = self._effects, []
        return effects

    def ends(self) -> None:
        self._now()

    def _now(self) -> State:
        assert self._state is not None, "the script has to start the session first"
        return self._state
