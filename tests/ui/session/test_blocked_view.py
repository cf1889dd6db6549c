"""Every reason for a no is explained in full, the strictest first, in every language."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.verdict import evaluate
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    MinutesUsedUp,
    NeverChecked,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
)
from massage_companion.storage.words import load_words
from massage_companion.ui.session.blocked_view import blocked_view
from massage_companion.ui.session.reason_in_words import Occasion, time_from
from massage_companion.ui.session.view import Deed
from tests.support.fake_clock import NOON
from tests.support.small_rules import KNEADER, small_rules, small_texts


def finding(**given: tuple[str, ...]) -> FindingStands:
    """The strictest finding for these answers."""
    verdict = evaluate(small_rules(), Answers({**given}), KNEADER.judged_modalities)
    return FindingStands(verdict.findings[0])


CORD = finding(signs=("clumsy-hands",))
FEVER = finding(today=("fever",))
REASONS: tuple[Reason, ...] = (
    CORD,
    FEVER,
    StopSignOpen(NOON.utc_ms - HOUR_MS),
    NeverChecked(),
    CheckIncomplete(("neck",)),
    CheckExpired(NOON.utc_ms - 400 * DAY_MS),
    CheckExpired(NOON.utc_ms + 3 * DAY_MS),
    MassagerRetired(),
    TodayUnanswered(("today",)),
    MinutesUsedUp(5 * HOUR_MS, 2, 20),
    RestNotOver(40 * MINUTE_MS),
    PlanTooLong(15, 10),
    PlanTooStrong(Intensity.HIGH, Intensity.LOW),
    HeatNotAllowed(),
)


def occasion(language: str = "en") -> Occasion:
    return Occasion(small_texts(), load_words(language), NOON, frozenset({"today"}), NOON.utc_ms - 10 * DAY_MS)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: type(reason).__name__)
def test_every_reason_says_what_why_and_what_to_do(reason: Reason, language: str) -> None:
    view = blocked_view([reason], None, occasion(language))
    assert view.title
    assert view.badge.text
    assert len(view.lines) >= 2
    for line in view.lines:
        assert line.lead in view.summary
        assert line.text in view.summary


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: type(reason).__name__)
def test_every_reason_can_be_acted_on_or_waited_for(reason: Reason) -> None:
    view = blocked_view([reason], None, occasion())
    assert view.deeds or view.wait_ms


def test_a_finding_shows_answer_reason_advice_and_source() -> None:
    view = blocked_view([CORD], None, occasion())
    assert view.title.startswith("Sessions are blocked: ")
    assert [line.lead for line in view.lines] == ["You answered", "Why it matters", "What to do"]
    assert view.source.endswith("Answered on 4 Nov 2026.")
    assert view.tone == "danger"
    assert view.deeds == (Deed.SEE_RESULT, Deed.PRINT, Deed.HEALTH_CHANGED)


def test_an_answer_of_today_can_be_given_again_and_says_that_it_is_of_today() -> None:
    view = blocked_view([FEVER], None, occasion())
    assert view.source.endswith("Answered today.")
    assert view.deeds == (Deed.ANSWER_AGAIN,)


def test_every_further_reason_is_listed_and_read_aloud() -> None:
    view = blocked_view([CORD, FEVER, RestNotOver(MINUTE_MS)], None, occasion())
    assert len(view.others) == 2
    for other in view.others:
        assert other.title.startswith("Also: ")
        assert other.title in view.summary


def test_only_time_makes_it_ready_by_itself() -> None:
    both = blocked_view([MinutesUsedUp(HOUR_MS, 2, 20), RestNotOver(10 * MINUTE_MS)], None, occasion())
    assert both.wait_ms is not None
    assert both.wait_ms >= HOUR_MS
    assert both.tone == "warning"
    assert both.caption == "from 13:00"
    assert blocked_view([CORD, RestNotOver(MINUTE_MS)], None, occasion()).wait_ms is None


def test_one_way_into_the_safety_check_is_enough() -> None:
    view = blocked_view([CORD, StopSignOpen(NOON.utc_ms)], None, occasion())
    assert view.deeds == (Deed.SEE_RESULT, Deed.PRINT, Deed.CHECK_AGAIN)


@pytest.mark.parametrize(
    ("wait_ms", "told"),
    [
        (40 * MINUTE_MS, "12:40"),
        (40 * MINUTE_MS + 1, "12:41"),
        (20 * HOUR_MS, "tomorrow 08:00"),
        (48 * HOUR_MS, "16 Nov 12:00"),
    ],
)
def test_the_time_of_the_next_session_is_never_told_too_early(wait_ms: int, told: str) -> None:
    assert time_from(wait_ms, occasion()) == told
