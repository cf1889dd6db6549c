"""The sentences say what the sessions show, with an interval, and nothing where they show nothing."""

import pytest

from massage_companion.companion.words import Words
from massage_companion.log.effect import CannotTell, Higher, Lower, NotEnoughYet
from massage_companion.ui.trends.sentences import sentences_of
from tests.log.simulated_people import FIRST_DAY, session
from tests.ui.trends.trends_world import CHINESE, ENGLISH, year


def test_less_sore_is_said_with_sessions_interval_and_what_people_notice() -> None:
    after, _before, _morning = sentences_of([session(day, 6, 3 + day % 2) for day in range(38)], None, True, ENGLISH)
    assert isinstance(after.change, Lower)
    assert after.headline == "2.5 points less sore after a session"
    assert after.detail.startswith("38 sessions, 95% interval 2.")
    assert after.detail.endswith("This is a change that people notice.")


def test_more_sore_is_said_as_plainly() -> None:
    after, *_rest = sentences_of([session(day, 3, 6 - day % 2) for day in range(38)], None, True, ENGLISH)
    assert isinstance(after.change, Higher)
    assert after.headline == "2.5 points more sore after a session"
    assert "ask a doctor" in after.detail


def test_worse_next_morning_stands_beside_better_at_once() -> None:
    points = [session(day, 5, 2 + day % 2, 8 - day % 2) for day in range(20)]
    after, _before, morning = sentences_of(points, None, True, ENGLISH)
    assert after.headline == "2.5 points less sore after a session"
    assert morning.headline == "2.5 points more sore than before"


def test_where_nothing_can_be_told_it_says_so_with_what_fits() -> None:
    after, *_rest = sentences_of([session(day, 5, 4 + 2 * (day % 2)) for day in range(12)], None, True, ENGLISH)
    assert isinstance(after.change, CannotTell)
    assert after.headline == "Cannot tell yet"
    assert "points less to" in after.detail


def test_a_small_drop_is_named_and_not_claimed() -> None:
    after, *_rest = sentences_of([session(day, 5, 5 - (day % 3 == 0)) for day in range(60)], None, True, ENGLISH)
    assert after.headline == "Cannot tell yet"
    assert "often comes by itself" in after.detail


def test_below_eight_it_says_what_is_missing() -> None:
    after, before, morning = sentences_of([session(day, 6, 2) for day in range(5)], None, True, ENGLISH)
    assert [part.headline for part in (after, before, morning)] == ["Not enough yet"] * 3
    assert after.detail == "This needs 8 sessions with a rating before and after. You have 5."
    assert morning.detail == "This needs 8 sessions with a rating before and the next morning. You have 0."
    assert isinstance(before.change, NotEnoughYet)
    assert "Choose a longer time above." in before.detail


def test_the_first_two_weeks_are_named_where_they_do_not_count() -> None:
    _after, before, _morning = sentences_of([session(day, 6, 2) for day in range(5)], FIRST_DAY, False, ENGLISH)
    assert "people begin when it is worst" in before.detail
    assert "longer" not in before.detail


def test_a_year_that_eased_is_told_from_where_to_where() -> None:
    _after, before, _morning = sentences_of(year(), None, False, ENGLISH)
    assert isinstance(before.change, Lower)
    assert "→" in before.headline
    assert "→" not in before.spoken
    assert before.detail.startswith("Getting less sore.")


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_no_sentence_promises_healing(words: Words) -> None:
    said = " ".join(part.headline + part.detail for part in sentences_of(year(), None, False, words)).lower()
    assert not any(word in said for word in ("heal", "cure", "treat", "works", "治疗", "治好", "有效", "疗效"))
