"""Whatever is done to the wall clock: no session counts as older than it is, but by as much as the clock was behind.

What can be known: within one boot everything, since a clock that nobody can set runs through. Across boots only the
wall clock tells, so a session that was measured while it was behind counts as older by just that. Nothing else does.
"""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from massage_companion.eligibility.limits import Limits
from massage_companion.log.dose import dose_of
from massage_companion.log.record import SessionRecord
from massage_companion.session.allowance import dose_reasons, minutes_left
from massage_companion.session.dose import Dose, Use
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS, Reading
from massage_companion.session.refusal import RestNotOver
from tests.support.fake_clock import NOON
from tests.support.household_values import record

YEAR_MS = 365 * DAY_MS
LONG_REST = Limits(rest_minutes=3 * 24 * 60)


class Happening(Struct, frozen=True):
    """What somebody does next, and after how long: a session, a restart, or the wall clock is set."""

    after_ms: int
    session_minutes: int = 0
    restart: bool = False
    wrong_ms: int | None = None


class Lived(Struct, frozen=True):
    """The log, the latest written first; how long ago each session truly ended and by how much its clock was off."""

    records: tuple[SessionRecord, ...]
    true_ages: tuple[int, ...]
    wrong_ms: tuple[int, ...]
    now: Reading
    now_wrong_ms: int


def lived(happenings: list[Happening]) -> Lived:
    true_ms, boot, booted_ms, wrong_ms = NOON.utc_ms, 1, NOON.utc_ms - HOUR_MS, 0
    told: list[tuple[SessionRecord, int, int]] = []

    def reading() -> Reading:
        up_ms = true_ms - booted_ms
        return Reading(f"boot-{boot}", up_ms, up_ms, true_ms + wrong_ms)

    for each in happenings:
        true_ms += each.after_ms
        if each.restart:
            boot, booted_ms = boot + 1, true_ms
        if each.wrong_ms is not None:
            wrong_ms = each.wrong_ms
        if each.session_minutes:
            started = reading()
            true_ms += each.session_minutes * MINUTE_MS
            row = record(f"s{len(told)}", started=started, minutes=each.session_minutes)
            told.append((structs.replace(row, ended=reading()), true_ms, wrong_ms))
    told.reverse()
    return Lived(
        tuple(row for row, _end, _wrong in told),
        tuple(true_ms - end for _row, end, _wrong in told),
        tuple(wrong for _row, _end, wrong in told),
        reading(),
        wrong_ms,
    )


def at_most_too_old_ms(life: Lived, place: int) -> int:
    """By how much a session may count as too old: as the clock was behind at it, or at a later one that tells of it."""
    behind = [
        life.now_wrong_ms - wrong
        for row, wrong in zip(life.records[: place + 1], life.wrong_ms, strict=False)
        if row.ended.boot_id != life.now.boot_id
    ]
    return max(0, *behind, 0)


gaps = st.one_of(st.integers(0, 3 * HOUR_MS), st.integers(0, 3 * DAY_MS))
offsets = st.sampled_from([0, HOUR_MS, -HOUR_MS, 13 * HOUR_MS, -11 * HOUR_MS, DAY_MS, -DAY_MS, YEAR_MS, -YEAR_MS])
sessions = st.builds(Happening, gaps, session_minutes=st.integers(1, 15))
happenings = st.lists(
    st.one_of(
        sessions,
        st.builds(Happening, gaps, restart=st.just(True), wrong_ms=st.none() | offsets),
        st.builds(Happening, gaps, wrong_ms=offsets),
    ),
    min_size=1,
    max_size=12,
)
never_behind = happenings.map(
    lambda told: [
        each if each.wrong_ms is None else structs.replace(each, wrong_ms=abs(each.wrong_ms)) for each in told
    ]
)


@given(happenings)
def test_a_session_is_too_old_by_no_more_than_the_clock_was_behind(told: list[Happening]) -> None:
    life = lived(told)
    for place, (use, true_age) in enumerate(zip(dose_of(life.records, life.now).uses, life.true_ages, strict=True)):
        assert use.ended_ago_ms <= true_age + at_most_too_old_ms(life, place)


@given(never_behind, st.booleans())
def test_a_clock_that_was_ahead_and_is_right_again_buys_nothing(told: list[Happening], restarted: bool) -> None:
    life = lived([*told, Happening(0, restart=restarted, wrong_ms=0)])
    counted = dose_of(life.records, life.now)
    true = Dose(
        tuple(Use(row.massager, age, row.at_most_ms) for row, age in zip(life.records, life.true_ages, strict=True))
    )
    assert all(a.ended_ago_ms <= b.ended_ago_ms for a, b in zip(counted.uses, true.uses, strict=True))
    assert minutes_left(counted, HARD_LIMITS) <= minutes_left(true, HARD_LIMITS)
    for limits in (HARD_LIMITS, LONG_REST):
        kinds = {type(reason) for reason in dose_reasons(true, limits)}
        assert kinds <= {type(reason) for reason in dose_reasons(counted, limits)}


@given(happenings)
def test_nothing_that_is_done_to_the_clock_counts_without_a_restart(told: list[Happening]) -> None:
    life = lived([structs.replace(each, restart=False) for each in told])
    assert tuple(use.ended_ago_ms for use in dose_of(life.records, life.now).uses) == life.true_ages


@given(never_behind, sessions, st.integers(0, WEEK_MS))
def test_nobody_is_locked_out_once_a_later_session_is_old_enough(
    told: list[Happening], later: Happening, by_ms: int
) -> None:
    """However far ahead the clock was: what ended before a session of a right clock is at least as old as that."""
    life = lived([*told, structs.replace(later, wrong_ms=0), Happening(by_ms, restart=True)])
    ages = [use.ended_ago_ms for use in dose_of(life.records, life.now).uses]
    ahead = [age for age, row in zip(ages, life.records, strict=True) if row.ended.utc_ms > life.now.utc_ms]
    assert ages[0] == by_ms
    assert all(age >= by_ms for age in ahead)


@given(never_behind)
def test_nobody_is_locked_out_once_the_computer_was_on_for_long_enough(told: list[Happening]) -> None:
    life = lived([*told, Happening(0, restart=True, wrong_ms=0), Happening(DAY_MS)])
    counted = dose_of(life.records, life.now)
    ahead = [u for u, row in zip(counted.uses, life.records, strict=True) if row.ended.utc_ms > life.now.utc_ms]
    assert all(use.ended_ago_ms >= DAY_MS for use in ahead)
    assert not any(isinstance(reason, RestNotOver) for reason in dose_reasons(Dose(tuple(ahead)), HARD_LIMITS))
