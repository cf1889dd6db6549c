"""From when a check counts: its oldest answer decides, so that asking a part again makes the rest no younger."""

import pytest
from msgspec import structs

from massage_companion.eligibility.screening import Screening
from massage_companion.session.reading import HOUR_MS
from tests.support.fake_clock import NOON
from tests.support.small_rules import HEALTHY

TAKEN = NOON.utc_ms
CHECK = Screening("s", "p", HEALTHY, "small-1", TAKEN)


def test_a_whole_check_counts_from_when_it_was_taken() -> None:
    assert CHECK.valid_from_utc_ms == TAKEN


@pytest.mark.parametrize(
    ("oldest", "valid_from"), [(TAKEN - HOUR_MS, TAKEN - HOUR_MS), (TAKEN, TAKEN), (TAKEN + HOUR_MS, TAKEN)]
)
def test_one_that_asked_a_part_again_counts_from_its_oldest_answer_and_never_from_later_on(
    oldest: int, valid_from: int
) -> None:
    assert structs.replace(CHECK, oldest_utc_ms=oldest).valid_from_utc_ms == valid_from


def test_where_nothing_else_is_said_it_carries_nothing_over() -> None:
    assert (CHECK.offset_minutes, CHECK.oldest_utc_ms, CHECK.found, CHECK.changes) == (0, None, (), ())
