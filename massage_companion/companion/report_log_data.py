"""What the page for a doctor tells of the log, read from the store. Only this person's, and no more than is shown.

It reads many small numbers and few whole sessions, so that a log of many years takes no longer to open than to read.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from massage_companion.companion.log_ports import CheckIn, LogQuery
from massage_companion.companion.ports import Store
from massage_companion.companion.report_signs import Episode, episodes_of
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.log.point import Point
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.session.states import Ending
from massage_companion.session.stop_sign import StopSign

MOST_EPISODES: Final = 6
"""Stop signs told of one by one: the newest. More would push the rest off two sheets of paper."""

LOOKED_THROUGH: Final = 200
"""Newest sessions that are looked through for those entered by hand: no sum of the store tells them apart."""

_DOSE_DAYS: Final = 9
"""A week, and a day each for a session that went on past what is known and for a clock that was set."""


class Logged(Struct, frozen=True):
    """Everything that the log's part is made of.

    ``points`` are all sessions, the earliest first; ``recent`` those that can count for the dose of a week, the gate's
    way. ``by_hand`` of the ``looked_through`` newest were entered by hand. ``episodes`` are the newest stop signs of
    ``all_episodes``, the newest first, and ``sessions`` those that they came up in. ``limits`` bound a day.
    """

    points: tuple[Point, ...]
    recent: tuple[SessionRecord, ...]
    massagers: Mapping[str, str]
    limits: Limits
    now: Reading
    endings: Mapping[Ending, int] = {}
    by_hand: int = 0
    looked_through: int = 0
    episodes: tuple[Episode, ...] = ()
    all_episodes: int = 0
    signs: tuple[StopSign, ...] = ()
    sessions: Mapping[str, SessionRecord] = {}
    screenings: tuple[Screening, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()


def read_log(
    store: Store, rules: Rules, person: str, signs: tuple[StopSign, ...], limits: Limits, now: Reading
) -> Logged:
    """Everything at once. ``signs`` are all stop signs of the person, held ones too. Raises StoreError."""
    newest = store.find(LogQuery(person), LOOKED_THROUGH)
    episodes = episodes_of(rules.questionnaire, signs)
    told = episodes[:MOST_EPISODES]
    names = {sign.session for episode in told for sign in episode.signs if sign.session is not None}
    found = (store.record(name) for name in sorted(names))
    endings = (Ending.STOPPED_EARLY, Ending.FELT_WRONG, Ending.UNCONFIRMED)
    return Logged(
        points=store.points(person),
        recent=store.recent(person, now.utc_ms - _DOSE_DAYS * DAY_MS),
        massagers={massager.id: massager.name for massager in store.massagers()},
        limits=limits,
        now=now,
        endings={each: store.totals(LogQuery(person, endings=frozenset({each}))).sessions for each in endings},
        by_hand=sum(record.origin is Origin.MANUAL for record in newest),
        looked_through=len(newest),
        episodes=told,
        all_episodes=len(episodes),
        signs=signs,
        sessions={record.id: record for record in found if record is not None and record.person == person},
        screenings=store.screenings(person),
        check_ins=store.check_ins(person),
    )
