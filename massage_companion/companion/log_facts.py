"""What a person's log shows, as answers that the gate hears (stage "fact").

It is worked out once and kept until the log or the day changes, since the gate is asked every second.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from massage_companion.companion.log_ports import LogStore
from massage_companion.companion.ports import Clock
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.sign_questions import LOG_FACTS
from massage_companion.log.point import Point
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading

FACT_DAYS = 366
"""How far back facts look: a year, and a day more for whoever travelled. A long log costs no more."""

FactsOf: TypeAlias = Callable[[tuple[Point, ...], int], Iterable[str]]
"""From the points of a person in the last FACT_DAYS and today (local days since 1970-01-01) to options of the question
"log-facts".
"""


class LogFacts:
    """Every person's log facts. Whoever changes the log in another way than by a session has to ``forget``."""

    def __init__(self, rules: Rules, store: LogStore, clock: Clock, facts_of: FactsOf) -> None:
        self._offered = rules.questionnaire.question(LOG_FACTS).options
        self._store = store
        self._clock = clock
        self._facts_of = facts_of
        self._known: dict[str, tuple[int, Answers]] = {}

    def answers(self, person: str) -> Answers:
        """What the log shows today, as answers; none where it shows nothing. Raises StoreError."""
        today = local_day(self._clock.read())
        known = self._known.get(person)
        if known is None or known[0] != today:
            known = (today, self._answers(person, today))
            self._known[person] = known
        return known[1]

    def forget(self, person: str | None = None) -> None:
        """Work it out anew, for one person or for everybody: the log has changed."""
        if person is None:
            self._known.clear()
        else:
            self._known.pop(person, None)

    def _answers(self, person: str, today: int) -> Answers:
        shown = frozenset(self._facts_of(self._store.points(person, today - FACT_DAYS), today))
        facts = tuple(option for option in self._offered if option in shown)
        return Answers({LOG_FACTS: facts}) if facts else Answers()


def local_day(now: Reading) -> int:
    """Days since 1970-01-01 where the clock stands, as in a Point."""
    return (now.utc_ms + now.offset_minutes * MINUTE_MS) // DAY_MS
