"""Stop signs on the page for a doctor: one row for each time, judged as of then, and the newest first."""

import pytest
from msgspec import structs

from massage_companion.companion.report_log import FEW_SIGNS
from massage_companion.companion.report_log_data import MOST_EPISODES
from massage_companion.eligibility.answers import Answers
from massage_companion.session.stop_sign import StopSign
from tests.support.healthy_answers import real_rules
from tests.support.household_values import screening
from tests.support.report_logs import ALL_SIGNS, LiWeisLog, ago, long_log
from tests.support.reports import LI, content, words

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def signs(log: LiWeisLog, language: str = "en") -> tuple[tuple[str, ...], ...]:
    told = log.report(language).signs
    return () if told is None else told.table.rows


def test_a_stop_sign_tells_when_where_what_and_what_it_called_for() -> None:
    log = LiWeisLog()
    log.stopped(1, {"head": ("sight", "eyelid-pupil")}, "as if\nsomeone pressed")
    ((when, where, felt, called, since),) = signs(log)
    assert when == "13 Nov 2026"
    assert where == "Warm pillow, minute 6, left side, low, heat on"
    texts = content("en").texts.questions["signs-head"].options
    assert felt == f"{texts['sight']}; {texts['eyelid-pupil']}; “as if someone pressed”"
    assert called == "Get help now"
    assert since == "Still open: sessions are blocked"


def test_a_mild_sign_of_long_ago_still_says_what_it_called_for_then() -> None:
    log = LiWeisLog()
    log.stopped(60, {**ALL_SIGNS, "skin": ("red-skin",)})
    assert signs(log)[0][3:] == ("Not today", "No new check needed")


def test_what_was_never_told_is_not_known() -> None:
    log = LiWeisLog()
    log.stopped(1)
    assert signs(log)[0][2:] == ("not told", "not known", "Still open: sessions are blocked")


def test_a_sign_names_the_check_that_settled_it() -> None:
    log = LiWeisLog()
    log.stopped(30, {"head": ("sight",)}, settled=True)
    late = structs.replace(screening("late", LI.id), taken_utc_ms=ago(3).utc_ms)
    first = structs.replace(screening("first", LI.id), taken_utc_ms=ago(20).utc_ms)
    before = structs.replace(screening("before", LI.id), taken_utc_ms=ago(90).utc_ms)
    for check in (before, first, late):
        log.store.complete_check(check)
    assert signs(log)[0][4] == "New safety check on 25 Oct 2026"


def test_soreness_that_was_refused_and_a_danger_of_the_day_are_told() -> None:
    log = LiWeisLog()
    log.store.add_stop_sign(StopSign("sore", LI.id, ago(2), answers=Answers({"soreness-before": 8})))
    rule = next(rule for rule in real_rules().rules if rule.outcome.word == "emergency")
    log.store.add_stop_sign(StopSign("day", LI.id, ago(1), sign=rule.id))
    day, sore = signs(log)
    assert day[1:4] == ("not in a session", content("en").texts.rules[rule.id].title, "Get help now")
    assert sore[2] == f"{content('en').texts.questions['soreness-before'].text} 8"


def test_a_sign_after_a_session_entered_by_hand_says_so() -> None:
    log = LiWeisLog()
    row = log.by_hand(2)
    told = StopSign("late", LI.id, ago(1), session=row.id, answers=Answers({"signs-feeling": ("dizzy-passed",)}))
    log.store.add_stop_sign(told)
    assert signs(log)[0][1] == "after a session with Warm pillow, low, entered by hand"


@LANGUAGES
def test_only_the_newest_stop_signs_are_told_of_and_how_many_more_there_are(language: str) -> None:
    told = long_log().report(language)
    assert told.signs is not None
    assert told.newest_signs is not None
    assert len(told.signs.table.rows) == MOST_EPISODES
    assert told.newest_signs.table.rows == told.signs.table.rows[:FEW_SIGNS]
    assert told.signs.more == words(language).count("report_log.signs.more", 12 - MOST_EPISODES)
    assert told.newest_signs.more == words(language).count("report_log.signs.more", 12 - FEW_SIGNS)
