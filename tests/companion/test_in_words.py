"""Limits, modalities and sources in words, the same on every screen."""

import pytest

from massage_companion.companion.limits_in_words import limit_line, limit_phrases, sentence_start
from massage_companion.companion.modalities_in_words import modality_line, modality_names, outcome_lines
from massage_companion.companion.sources_in_words import source_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Source
from massage_companion.storage.words import load_words

EN, ZH = load_words("en"), load_words("zh")
FULL = Limits(10, 1, 20, 60, Intensity.LOW, heat_allowed=False, back_of_neck_only=True)


def test_limits_read_as_one_line() -> None:
    limits = Limits(minutes=10, sessions_per_day=1, intensity=Intensity.LOW)
    assert limit_line(limits, EN) == "10 minutes at most, once a day, lowest level only"
    assert limit_line(limits, ZH) == "最多 10 分钟，每天最多 1 次，只用最低档"


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_no_limit_is_left_out(words: Words) -> None:
    assert len(limit_phrases(FULL, words)) == 7


def test_no_limits_are_no_words() -> None:
    assert limit_phrases(Limits(), EN) == ()
    assert limit_line(Limits(intensity=Intensity.HIGH), EN) == ""


def test_one_is_not_many() -> None:
    assert limit_phrases(Limits(minutes=1, sessions_per_day=2), EN) == ("1 minute at most", "at most 2 times a day")


def test_modalities_always_stand_in_the_same_order() -> None:
    both = [Modality.HEAT, Modality.KNEADING]
    assert modality_line(both, EN) == "Kneading, heat"
    assert modality_names(reversed(both), EN) == "kneading, heat"
    assert modality_line(both, ZH) == "揉捏、加热"


def test_unknown_modalities_are_said_to_be_unknown() -> None:
    assert modality_line([], EN) == "What it does is not known"


def test_modalities_of_one_outcome_share_a_line_the_strictest_last() -> None:
    outcomes = {
        Modality.HEAT: Outcome.CONTRAINDICATED,
        Modality.KNEADING: Outcome.OK,
        Modality.AIR: Outcome.OK,
    }
    assert outcome_lines(outcomes, EN) == (("Kneading, air pressure", "fine"), ("Heat", "not for you"))


def test_sources_are_grouped_by_who_speaks_and_named_once() -> None:
    sources = [
        Source("1", "A page", "NHS", "health-service", "A", 2023),
        Source("2", "A case", "Cureus", "case-report", "A", 2023),
        Source("3", "Another page", "NHS", "health-service", "A", 2023),
        Source("4", "A third page", "Mayo Clinic", "health-service", "A"),
    ]
    assert source_line(sources, EN) == "Sources. Health service: NHS 2023; Mayo Clinic. Case report: Cureus 2023."
    assert source_line(sources, ZH) == "来源。公共医疗机构：NHS 2023；Mayo Clinic。病例报告：Cureus 2023。"


def test_a_line_of_its_own_begins_with_a_large_letter() -> None:
    assert sentence_start("heat off") == "Heat off"
    assert sentence_start("") == ""


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_every_outcome_has_its_words(outcome: Outcome, words: Words) -> None:
    for part in ("pill", "title", "modality"):
        assert words(f"outcomes.{outcome.word}.{part}")
