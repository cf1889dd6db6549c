"""The log as it stands on the page for a doctor: dose, sessions, soreness, stop signs, check-ins, what the log shows.

Only what a doctor needs, and only about this person. Numbers come with their ranges; what nobody measured is said to be
entered by hand. It must never say that the massager helped: the sentences say what the ratings show, no more.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.log_facts import local_day
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.looking_after import Said
from massage_companion.companion.report_days import full_date
from massage_companion.companion.report_dose import dose_notes, dose_table
from massage_companion.companion.report_log_data import MOST_EPISODES, Logged
from massage_companion.companion.report_ranges import range_of
from massage_companion.companion.report_signs import SignsKnown, sign_table
from massage_companion.companion.report_soreness import SorenessReport, range_text, soreness_report
from massage_companion.companion.report_values import Labelled, ReportTable, TextList
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.facts import FACTS, NEEDING_MORE, RISING, led_to
from massage_companion.log.point import Point, week_of
from massage_companion.log.trends import whole_minutes
from massage_companion.session.reading import MINUTE_MS

MOST_MASSAGERS: Final = 4
"""Massagers with a row of their own: the most used. The others share one."""


FEW_SIGNS: Final = 2
"""Stop signs that are told of where there is no room for more: the newest."""


class SignsTold(Struct, frozen=True):
    """Stop signs one by one, and how many older ones are not told of, empty where that is none."""

    table: ReportTable
    more: str


class LogReport(Struct, frozen=True):
    """The part about the log; what there is nothing to tell of is ``None`` or empty.

    ``notices`` are what the log shows that a doctor should see (sign S21), with the numbers that led to it.
    ``newest_signs`` are the first few of ``signs``, for a result that leaves no room for more.
    """

    heading: str
    lines: tuple[str, ...]
    notices: tuple[Labelled, ...]
    dose: ReportTable | None
    dose_notes: tuple[str, ...]
    massagers: ReportTable | None
    soreness: SorenessReport | None
    signs: SignsTold | None
    newest_signs: SignsTold | None
    check_ins: TextList


def log_report(logged: Logged, rules: Rules, texts: RuleTexts, words: Words) -> LogReport:
    """The part in the language of the words."""
    today = local_day(logged.now)
    known = SignsKnown(logged.signs, logged.screenings, logged.sessions)
    signs = sign_table(logged.episodes, known, rules, texts, words)
    return LogReport(
        heading=words("report_log.title"),
        lines=_lines(logged, signs is None, words),
        notices=_notices(logged.points, today, words),
        dose=dose_table(logged, today, words),
        dose_notes=dose_notes(logged, today, words),
        massagers=_massagers(logged, words),
        soreness=soreness_report(logged.points, today, words),
        signs=_told(signs, MOST_EPISODES, logged, words),
        newest_signs=_told(signs, FEW_SIGNS, logged, words),
        check_ins=TextList(words("report_log.check_in.title"), _check_ins(logged, words)),
    )


def _told(signs: ReportTable | None, most: int, logged: Logged, words: Words) -> SignsTold | None:
    if signs is None:
        return None
    rows = signs.rows[:most]
    untold = logged.all_episodes - len(rows)
    more = words.count("report_log.signs.more", untold) if untold else ""
    return SignsTold(ReportTable(signs.caption, signs.columns, rows), more)


def _lines(logged: Logged, nothing_felt: bool, words: Words) -> tuple[str, ...]:
    """How many sessions since when, how they ended, and how many nobody measured."""
    quiet = (words("report_log.signs.none"),) if nothing_felt else ()
    points = logged.points
    if not points:
        return (words("report_log.empty"), *quiet)
    told = [words.count("report_log.sessions", len(points), day=full_date(points[0].day, words))]
    told += [
        words.count(f"report_log.ending.{ending.value}", number) for ending, number in logged.endings.items() if number
    ]
    if logged.by_hand:
        kind = "all" if len(points) <= logged.looked_through else "newest"
        told.append(words.count(f"report_log.entered.{kind}", logged.by_hand, of=logged.looked_through))
    return (*told, *quiet)


def _massagers(logged: Logged, words: Words) -> ReportTable | None:
    by_massager: dict[str, list[Point]] = {}
    for point in logged.points:
        by_massager.setdefault(point.massager, []).append(point)
    if not by_massager:
        return None
    ranked = sorted(by_massager.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [
        _massager_row(logged.massagers.get(massager, words("report_log.massager.gone")), points, words)
        for massager, points in ranked[:MOST_MASSAGERS]
    ]
    others = [points for _massager, points in ranked[MOST_MASSAGERS:]]
    if others:
        together = sorted((p for points in others for p in points), key=lambda point: point.started_utc_ms)
        rows.append(_massager_row(words.count("report_log.massager.others", len(others)), together, words))
    columns = tuple(
        words(f"report_log.massager.column.{name}") for name in ("name", "sessions", "since", "minutes", "level")
    )
    return ReportTable(words("report_log.massager.title"), columns, tuple(rows))


def _massager_row(name: str, points: Sequence[Point], words: Words) -> tuple[str, ...]:
    minutes = range_of(whole_minutes(point.used_ms) for point in points)
    levels = [(level, sum(point.intensity == level for point in points)) for level in Intensity]
    told = [
        words("report_log.massager.level", level=words(f"report_log.signs.level.{level.word}"), n=number)
        for level, number in levels
        if number
    ]
    join = words("report_log.signs.join")
    since = full_date(points[0].day, words)
    return (name, str(len(points)), since, range_text(minutes, words), join.join(told))


def _notices(points: Sequence[Point], today: int, words: Words) -> tuple[Labelled, ...]:
    found = led_to(points, today)
    return tuple(
        Labelled(words(f"trends.fact.{fact}.title"), _led_by(fact, found[fact], words))
        for fact in FACTS
        if fact in found
    )


def _led_by(fact: str, points: Sequence[Point], words: Words) -> str:
    """The numbers behind a fact of the log."""
    first, last = full_date(points[0].day, words), full_date(points[-1].day, words)
    before = [point.sore_before for point in points if point.sore_before is not None]
    arrow = words("report_log.fact.then")
    if fact == RISING:
        return words("report_log.fact.rising", values=arrow.join(map(str, before)), last=last)
    if fact == NEEDING_MORE:
        weeks: dict[int, float] = {}
        for point in points:
            weeks[week_of(point.day)] = weeks.get(week_of(point.day), 0.0) + point.used_ms / MINUTE_MS * point.intensity
        values = arrow.join(str(round(weeks[week])) for week in sorted(weeks))
        return words("report_log.fact.needing-more", values=values, first=first, last=last)
    after = [point.sore_after for point in points if point.sore_after is not None]
    ranges = {"before": range_text(range_of(before), words), "after": range_text(range_of(after), words)}
    return words.count("report_log.fact.no-better", len(points), first=first, last=last, **ranges)


def _check_ins(logged: Logged, words: Words) -> tuple[str, ...]:
    """Those that something was reported in, and how many were fine; nothing where none was answered."""
    answered = sorted(logged.check_ins, key=lambda each: each.answered_utc_ms, reverse=True)
    signs = [each for each in answered if each.answer == Said.SIGNS.value]
    fine = sum(each.answer == Said.FINE.value for each in answered)
    told = [_check_in(each, logged, words) for each in signs[:MOST_MASSAGERS]]
    if len(signs) > len(told):
        told.append(words("report_log.check_in.more", n=len(signs) - len(told)))
    return (*told, *((words.count("report_log.check_in.fine", fine),) if fine else ()))


def _check_in(asked: CheckIn, logged: Logged, words: Words) -> str:
    return words.count(
        "report_log.check_in.signs",
        asked.day,
        date=moments.day(asked.answered_utc_ms, logged.now.offset_minutes, words),
        massager=logged.massagers.get(asked.massager, words("report_log.massager.gone")),
    )
