"""What is heard and said when something happens in a session: bell, announcement, window to the front.

Announced are start, half, last minute, zero, stop, pause, resume and the question after an absence; never each second.
It must never decide anything about the session.
"""

from collections.abc import Callable, Iterable

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.machine import ALARM_EVERY_MS
from massage_companion.session.measure import overtime_ms, remaining_ms
from massage_companion.session.reading import MINUTE_MS, Reading, elapsed_ms, shifted
from massage_companion.session.states import Effect, Overtime, State
from massage_companion.ui.session.ports import Bell

HUSH_MS = MINUTE_MS
"""How long "Remind me in 1 min" keeps the bell silent. The clock, the window and the overtime go on."""


class Cues:
    """``say(text, urgent)`` speaks to a screen reader; ``come_forward`` shows the window."""

    def __init__(
        self,
        words: Words,
        bell: Bell,
        volume: Callable[[], int],
        say: Callable[[str, bool], None],
        come_forward: Callable[[], None],
    ) -> None:
        self._words = words
        self._bell = bell
        self._volume = volume
        self._say = say
        self._come_forward = come_forward
        self._hushed: Reading | None = None

    def started(self, state: State, now: Reading) -> None:
        """A session began."""
        self._hushed = None
        ends = now.utc_ms + remaining_ms(state, now)
        self._say(self._words("session.say.started", time=moments.clock_time(ends, now.offset_minutes)), False)

    def follow(self, effects: Iterable[Effect], state: State, now: Reading) -> None:
        """Let each effect be noticed. Beyond the plan, "time is up" is all there is to say about going on."""
        happened = frozenset(effects)
        if Effect.RESUMED in happened and isinstance(state, Overtime):
            happened = (happened - {Effect.RESUMED}) | {Effect.TIME_UP}
        for effect in Effect:
            if effect in happened:
                self._follow(effect, state, now)

    def hush(self, now: Reading) -> None:
        """No bell for a minute."""
        self._hushed = now
        self._bell.stop()

    def quiet_until(self, now: Reading) -> Reading | None:
        """When the bell may sound again; ``None`` where it may now."""
        if self._hushed is None or elapsed_ms(self._hushed, now) >= HUSH_MS:
            return None
        return shifted(self._hushed, HUSH_MS)

    def be_silent(self) -> None:
        """Stop the bell at once."""
        self._bell.stop()

    def _follow(self, effect: Effect, state: State, now: Reading) -> None:
        match effect:
            case Effect.TIME_UP:
                self._alarm(state, now)
                self._say(self._words("session.say.time_up"), True)
            case Effect.ALARM:
                if self.quiet_until(now) is None:
                    self._alarm(state, now)
            case Effect.ASK:
                self._come_forward()
                self._bell.play(0, self._volume())
                self._say(self._words("session.say.asked"), True)
            case Effect.ENDED:
                self._hushed = None
                self._bell.stop()
                self._say(self._words("session.say.ended"), True)
            case Effect.LAST_MINUTE:
                self._say(self._words("session.say.last_minute"), False)
            case Effect.HALF | Effect.PAUSED | Effect.RESUMED:
                left = moments.spoken_duration(remaining_ms(state, now), self._words)
                self._say(self._words(f"session.say.{effect.value}", time=left), False)
            case Effect.STARTED:
                self.started(state, now)

    def _alarm(self, state: State, now: Reading) -> None:
        self._come_forward()
        self._bell.play(overtime_ms(state, now) // ALARM_EVERY_MS, self._volume())
