"""What is heard and said when something happens in a session: bell, flash, announcement, window to the front.

Announced are start, phase, half, last minute, zero, stop, pause, resume and the question after an absence; never each
second, and what comes at the same moment is said in one go. It must never decide anything about the session.
"""

from collections.abc import Callable, Iterable

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.machine import ALARM_EVERY_MS
from massage_companion.session.measure import current_phase, overtime_ms, phase_left_ms, remaining_ms
from massage_companion.session.reading import MINUTE_MS, Reading, elapsed_ms, shifted
from massage_companion.session.states import Effect, Overtime, State
from massage_companion.ui.session.channels import Channels

HUSH_MS = MINUTE_MS
"""How long "Remind me in 1 min" keeps it quiet. The clock, the window and the overtime go on."""

_URGENT = frozenset({Effect.TIME_UP, Effect.ASK, Effect.ENDED})


class Cues:
    """``say(text, urgent)`` speaks to a screen reader; ``come_forward`` shows the window."""

    def __init__(
        self, words: Words, channels: Channels, say: Callable[[str, bool], None], come_forward: Callable[[], None]
    ) -> None:
        self._words = words
        self._channels = channels
        self._say = say
        self._come_forward = come_forward
        self._hushed: Reading | None = None

    def follow(self, effects: Iterable[Effect], state: State, now: Reading) -> None:
        """Let what happened be noticed. Beyond the plan, "time is up" is all there is to say about going on."""
        happened = frozenset(effects)
        if Effect.RESUMED in happened and isinstance(state, Overtime):
            happened = (happened - {Effect.RESUMED}) | {Effect.TIME_UP}
        in_order = [effect for effect in Effect if effect in happened]
        for effect in in_order:
            self._let_notice(effect, state, now)
        told = [self._told(effect, state, now) for effect in in_order]
        if any(told):
            text = self._words("moments.join").join(text for text in told if text)
            self._say(text, bool(happened & _URGENT))

    def hush(self, now: Reading) -> None:
        """Quiet for a minute."""
        self._hushed = now
        self._channels.hush()

    def quiet_until(self, now: Reading) -> Reading | None:
        """When it may sound again; ``None`` where it may now."""
        if self._hushed is None or elapsed_ms(self._hushed, now) >= HUSH_MS:
            return None
        return shifted(self._hushed, HUSH_MS)

    def _let_notice(self, effect: Effect, state: State, now: Reading) -> None:
        match effect:
            case Effect.STARTED:
                self._hushed = None
            case Effect.PHASE:
                self._channels.chime()
            case Effect.TIME_UP | Effect.ASK:
                self._alarm(state, now)
            case Effect.ALARM if self.quiet_until(now) is None:
                self._alarm(state, now)
            case Effect.ENDED:
                self._hushed = None
                self._channels.hush()
            case _:
                pass

    def _alarm(self, state: State, now: Reading) -> None:
        """Each channel by itself: the window first, since that costs nothing and cannot be missing."""
        self._come_forward()
        self._channels.alarm(overtime_ms(state, now) // ALARM_EVERY_MS if isinstance(state, Overtime) else 0)

    def _told(self, effect: Effect, state: State, now: Reading) -> str:
        words, left = self._words, remaining_ms(state, now)
        match effect:
            case Effect.STARTED:
                ends = moments.clock_time(now.utc_ms + left, now.offset_minutes)
                return words("session.say.started", time=ends)
            case Effect.PHASE:
                phase, lasts = current_phase(state, now), phase_left_ms(state, now)
                if phase is None or lasts is None:
                    return ""
                return words("session.say.phase", phase=phase.name, time=moments.spoken_duration(lasts, words))
            case Effect.HALF | Effect.PAUSED | Effect.RESUMED:
                return words(f"session.say.{effect.value}", time=moments.spoken_duration(left, words))
            case Effect.LAST_MINUTE | Effect.TIME_UP | Effect.ASK | Effect.ENDED:
                return words(f"session.say.{effect.value}")
            case _:
                return ""
