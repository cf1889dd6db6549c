"""The log on the page for a doctor: exact, with ranges, honest where there is too little, and only about one person."""

from random import Random
from time import perf_counter

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.report_log import log_report
from massage_companion.companion.report_log_data import read_log
from massage_companion.companion.report_values import ReportTable
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.log.facts import FACTS
from massage_companion.log.point import Point
from massage_companion.log.record import Origin
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.reading import DAY_MS, MINUTE_MS
from massage_companion.session.states import Ending
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.healthy_answers import real_rules
from tests.support.household_values import BEN
from tests.support.report_logs import GUN, LiWeisLog, ago, long_log
from tests.support.reports import LI, content, words

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def cells(table: ReportTable | None) -> tuple[tuple[str, ...], ...]:
    assert table is not None
    return table.rows


@LANGUAGES
def test_an_empty_log_says_so_and_nothing_else(language: str) -> None:
    told = LiWeisLog().report(language)
    say = words(language)
    assert told.lines == (say("report_log.empty"), say("report_log.signs.none"))
    assert (told.dose, told.massagers, told.soreness, told.signs) == (None, None, None, None)
    assert (told.notices, told.dose_notes, told.check_ins.lines) == ((), (), ())


def test_the_dose_is_counted_as_the_gate_counts_it() -> None:
    log = LiWeisLog()
    log.session(0.3, 10)
    log.session(0.9, 15)
    log.session(3, 10)
    log.session(8, 10)
    day, week, usual = cells(log.report().dose)
    assert day == ("Last 24 hours", "25", "2", "30 minutes, 2 sessions")
    assert week == ("Last 7 days", "35", "3", "210 minutes, 14 sessions")
    assert usual == ("Usual week", "not enough yet", "–", "–")


def test_a_session_in_the_bin_still_counts_for_the_dose() -> None:
    log = LiWeisLog()
    row = log.session(0.3, 10)
    log.store.change_records((structs.replace(row, removed_utc_ms=NOON.utc_ms),))
    assert cells(log.report().dose)[0][1:3] == ("10", "1")


def test_a_session_whose_end_is_not_known_counts_with_the_most_and_says_so() -> None:
    log = LiWeisLog()
    log.session(0.3, 10, ending=Ending.UNCONFIRMED, at_most_ms=25 * MINUTE_MS)
    told = log.report()
    assert cells(told.dose)[0][1] == "25"
    assert any("It counts with the most" in note for note in told.dose_notes)
    assert "Of 1 the end is not known." in told.lines


def test_tighter_limits_are_the_ones_that_are_named() -> None:
    log = LiWeisLog()
    log.session(0.3)
    limits = HARD_LIMITS.tightened_by(Limits(minutes_per_day=10, sessions_per_day=1))
    told = log_report(structs.replace(log.logged, limits=limits), real_rules(), content("en").texts, words("en"))
    assert [row[3] for row in cells(told.dose)[:2]] == ["10 minutes, 1 session", "70 minutes, 7 sessions"]


def test_the_usual_week_is_a_median_with_its_middle_half_of_whole_weeks_with_free_ones_too() -> None:
    log = LiWeisLog()
    for days_ago in (60, 59, 45, 44, 43, 30):
        log.session(days_ago, 10)
    usual = cells(log.report().dose)[2]
    assert usual[0] == "Usual week: median (middle half) of 7 weeks"
    assert usual[1:3] == ("0 (0 to 10)", "0 (0 to 1)")


def test_days_beyond_the_limit_are_counted_and_none_is_said_too() -> None:
    calm, much = LiWeisLog(), LiWeisLog()
    calm.session(3, 15)
    for hours in range(3):
        much.session(3 + hours / 24, 15)
    assert "In 13 weeks, never more than 30 minutes within 24 hours. The most was 15." in calm.report().dose_notes
    assert "In 13 weeks, more than 30 minutes within 24 hours on 1 day. The most was 45." in much.report().dose_notes


def test_minutes_that_nobody_measured_are_said_to_be_entered_by_hand() -> None:
    log = LiWeisLog()
    log.session(2)
    log.by_hand(1, 12)
    told = log.report()
    assert "1 was entered by hand: no timer measured it." in told.lines
    assert "Of the last 7 days, 12 minutes were entered by hand." in told.dose_notes


def test_sessions_are_told_by_massager_with_ranges_and_levels() -> None:
    log = LiWeisLog()
    for number, minutes in enumerate((5, 10, 10, 15)):
        log.session(20 - number, minutes)
    log.session(2, 8, massager=GUN.id, massager_name=GUN.name, intensity=2)
    assert cells(log.report().massagers) == (
        ("Warm pillow", "4", "25 Oct 2026", "10 (5 to 15)", "low 4"),
        ("Gun", "1", "12 Nov 2026", "8 (8 to 8)", "medium 1"),
    )


@LANGUAGES
def test_few_ratings_are_not_enough_and_there_is_no_chart(language: str) -> None:
    log = LiWeisLog()
    log.rated(4, -2, morning=-2)
    told = log.report(language).soreness
    assert told is not None
    say = words(language)
    assert [each.headline for each in told.statements] == [
        say(f"report_log.sore.{name}.not_enough") for name in ("after", "next", "before")
    ]
    assert (told.weeks, told.by_week) == ((), None)
    assert [row[-1] for row in told.ranges.rows] == ["–", "–", "–"]


@pytest.mark.parametrize(("change", "said"), [(-2, "less"), (2, "more")])
def test_better_and_worse_are_told_in_the_same_words_with_their_interval(change: int, said: str) -> None:
    log = LiWeisLog()
    log.rated(30, change, morning=change)
    told = log.report().soreness
    assert told is not None
    after, morning, _before = told.statements
    assert after.headline.startswith(f"After a session: {said} sore than before, by ")
    assert morning.headline.startswith(f"Next morning: {said} sore than before, by ")
    for each in (after, morning):
        assert "95% interval: " in each.detail
        assert f"points {said}. 30 sessions." in each.detail
    assert told.weeks
    assert len(cells(told.by_week)) == len([week for week in told.weeks if week.sessions])


def test_no_change_is_told_as_cannot_tell_with_what_fits() -> None:
    log = LiWeisLog()
    log.rated(30, 0, morning=0)
    told = log.report().soreness
    assert told is not None
    assert told.statements[0].headline == "After a session: cannot tell yet if less or more sore than before."
    assert "95% interval: from " in told.statements[0].detail


def test_ratings_have_their_range_and_sessions_are_counted_both_ways() -> None:
    log = LiWeisLog()
    for number, (before, after) in enumerate([(6, 4), (6, 5), (5, 3), (4, 6), (5, 5), (6, 3), (3, 3), (4, 2)]):
        log.session(20 - number, sore_before=before, sore_after=after)
    told = log.report().soreness
    assert told is not None
    assert told.ranges.rows[0][1:] == ("8", "5 (4 to 6)", "3 to 6", "–")
    assert told.ranges.rows[1][1:] == ("8", "3.5 (3 to 5)", "2 to 6", "4 lower, 3 same, 1 higher")
    assert told.ranges.rows[2][1:] == ("0", "–", "–", "–")


def test_a_log_that_ended_long_ago_is_told_of_up_to_its_end() -> None:
    log = LiWeisLog()
    for number in range(10):
        log.session(300 + number, sore_before=5, sore_after=3)
    told = log.report().soreness
    assert told is not None
    assert told.span == "9 Jan 2026 to 18 Jan 2026."


def test_check_ins_that_reported_something_are_told() -> None:
    log = LiWeisLog()
    log.session(4)
    for day, answer in ((1, "fine"), (3, "signs"), (7, "skipped")):
        log.asked(day, answer)
    assert log.report().check_ins.lines == (
        "14 Nov 2026: something was reported, 3 days after the first session with Warm pillow.",
        "Answered “all fine” 1 time.",
    )


@LANGUAGES
@pytest.mark.parametrize("fact", FACTS)
def test_what_the_log_shows_stands_there_with_its_numbers(fact: str, language: str) -> None:
    log = LiWeisLog()
    if fact == "rising":
        for number, before in enumerate((1, 3, 4, 6, 8, 9)):
            log.session(12 - 2 * number, sore_before=before)
    elif fact == "no-better":
        log.rated(30, 0, morning=0)
        rows = log.store.find(LogQuery(LI.id), 100)
        log.store.change_records(tuple(structs.replace(r, sore_before=6, sore_after=6, sore_next=6) for r in rows))
    else:
        for week, minutes in enumerate((5, 5, 5, 5, 6, 7, 8, 9, 10, 12, 13, 13)):
            for day in range(4):
                log.session(83 - 7 * week - day, minutes, sore_before=5, sore_after=3)
    titles = [notice.label for notice in log.report(language).notices]
    assert words(language)(f"trends.fact.{fact}.title") in titles
    told = next(n for n in log.report(language).notices if n.label == words(language)(f"trends.fact.{fact}.title"))
    assert any(sign.isdigit() for sign in told.text)


def test_nothing_of_other_people_is_told() -> None:
    log = LiWeisLog()
    log.store.keep_person(BEN)
    log.session(2, person=BEN.id)
    row = log.session(3, note="Ben's neck")
    log.store.add_stop_sign(
        StopSign("his", BEN.id, ago(1), session=row.id, answers=Answers({"signs-head": ("sight",)}))
    )
    told = log.report()
    assert told.lines[0] == "1 session, on 11 Nov 2026."
    assert told.signs is None
    assert "Ben" not in str(told)
    assert "张三" not in str(told)


def test_a_hundred_thousand_sessions_take_less_than_a_second() -> None:
    rng = Random(1)
    today = NOON.utc_ms // DAY_MS
    points = tuple(
        Point(day, 600, day * DAY_MS, rng.choice(("pillow", "gun")), rng.randint(5, 15) * MINUTE_MS, 1,
              rng.randint(0, 10), rng.randint(0, 10), rng.randint(0, 10))
        for day in sorted(today - rng.randrange(18_000) for _session in range(100_000))
    )  # fmt: skip
    logged = structs.replace(long_log().logged, points=points)
    texts, say = content("en").texts, words("en")
    log_report(logged, real_rules(), texts, say)
    began = perf_counter()
    told = log_report(logged, real_rules(), texts, say)
    assert perf_counter() - began < 1
    assert told.lines[0].startswith("100000 sessions since ")


def test_what_is_read_is_this_persons_and_bounded() -> None:
    log = LiWeisLog()
    for number in range(250):
        log.session(250 - number, origin=Origin.MANUAL if number < 100 else Origin.TIMER)
    logged = read_log(log.store, real_rules(), LI.id, (), HARD_LIMITS, NOON)
    assert (logged.by_hand, logged.looked_through) == (50, 200)
    told = log_report(logged, real_rules(), content("en").texts, words("en"))
    assert "Of the newest 200, 50 were entered by hand: no timer measured them." in told.lines
