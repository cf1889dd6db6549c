"""The result says what the gate says: every finding, whose words they are, limits, and nothing that unlocks."""

import pytest
from msgspec import structs

from massage_companion.companion.checks import Result
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import evaluate
from massage_companion.session.gate import Case, standing
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.storage.words import load_words
from massage_companion.ui.check.emergency_page import emergency_view
from massage_companion.ui.check.result_view import ResultView, result_view
from tests.support.fake_clock import NOON
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER, small_rules, small_texts

WORDS = load_words("en")


def view(
    answers: Answers, massager: Massager = KNEADER, clearances: tuple[Clearance, ...] = (), language: str = "en"
) -> ResultView:
    screening = Screening("s", "li", answers, "small-1", NOON.utc_ms)
    result = Result(screening, evaluate(small_rules(), answers, massager.judged_modalities))
    gate_says = standing(small_rules(), Case(massager, screening, clearances), NOON)
    return result_view(result, gate_says, small_texts(), load_words(language))


def changed(**answers: tuple[str, ...] | int) -> Answers:
    return HEALTHY.merged(Answers(dict(answers)))


def test_a_healthy_person_may_and_hears_what_speaks_for_it_quietly() -> None:
    shown = view(HEALTHY)
    assert (shown.pill, shown.findings) == ("Cleared to use", ())
    assert shown.led == "None of your 4 answers stands in the way."
    assert [finding.title for finding in shown.quiet] == ["About no-symptoms"]


def test_every_finding_is_shown_strictest_first_with_its_state_where_they_differ() -> None:
    shown = view(changed(signs=("clumsy-hands",), age=70, body=("steroids",)))
    assert [finding.title for finding in shown.findings] == ["About cord", "About steroids", "About older"]
    assert [finding.state for finding in shown.findings] == [
        "Do not use the massager",
        "Ask your doctor first",
        "Use with care",
    ]
    assert shown.led == "3 of your 4 answers led to this."


def test_findings_of_one_outcome_need_no_state_of_their_own() -> None:
    assert [finding.state for finding in view(changed(signs=("clumsy-hands",))).findings] == [""]


def test_a_precaution_shows_its_limits_in_plain_words() -> None:
    shown = view(changed(age=70))
    assert shown.limits == ("10 minutes at most", "Once a day", "Lowest level only")
    assert shown.after == ("Sessions are open, within the limits below.",)


def test_a_block_shows_no_limits_and_says_that_sessions_are_blocked() -> None:
    shown = view(changed(signs=("clumsy-hands",), age=70))
    assert shown.limits == ()
    assert shown.after == ("Sessions are blocked.",)


def test_heat_alone_blocks_nothing_where_it_can_be_switched_off() -> None:
    shown = view(changed(body=("numb-skin",)), WARM_KNEADER)
    assert shown.outcome is Outcome.PRECAUTION
    assert "Heat off" in shown.limits
    assert shown.after[-1] == "Only the heat is ruled out. Use your massager with the heat off."
    assert shown.modalities == ("Kneading: with care", "Heat: not for you")


def test_heat_that_cannot_be_switched_off_blocks() -> None:
    shown = view(changed(body=("numb-skin",)), HOT_KNEADER)
    assert shown.outcome is Outcome.CONTRAINDICATED
    assert shown.limits == ()


def test_a_finding_about_a_part_of_the_massager_says_which() -> None:
    shown = view(changed(body=("numb-skin",)), WARM_KNEADER)
    assert [finding.concerns for finding in shown.findings] == ["This is about heat.", "This is about kneading."]


def test_one_outcome_for_everything_needs_no_line_for_each_modality() -> None:
    assert view(changed(signs=("clumsy-hands",)), WARM_KNEADER).modalities == ()


def test_a_doctors_yes_takes_the_block_away_and_leaves_the_finding_in_sight() -> None:
    answers = changed(body=("steroids",))
    yes = Clearance(
        "c", "li", KNEADER.id, frozenset({"steroids"}), True, "Dr Wang", NOON.utc_ms - DAY_MS, NOON.utc_ms + DAY_MS
    )
    assert view(answers).outcome is Outcome.DOCTOR_FIRST
    assert view(answers, clearances=(yes,)).outcome is Outcome.PRECAUTION
    assert [finding.title for finding in view(answers, clearances=(yes,)).findings] == ["About steroids"]


def test_an_answer_is_understood_without_its_question() -> None:
    (finding,) = view(changed(signs=("unsure",))).findings
    assert finding.answered == "Do you have any of these? Not sure"


def test_sources_name_kind_publisher_and_year_and_their_addresses_are_text() -> None:
    (finding,) = view(changed(signs=("clumsy-hands",))).findings
    assert finding.sources == "Sources. Health service: NHS 2023. Maker's manual or page: Rumex."
    assert finding.addresses == (
        "Neck pain: https://www.nhs.uk/conditions/neck-pain-and-stiff-neck/",
        "Can cervical spondylosis be massaged: no address known",
    )


def test_it_says_that_no_clinician_reviewed_the_rules_until_one_has() -> None:
    assert view(HEALTHY).notes[0] == "No clinician has reviewed these rules yet."
    verdict = evaluate(small_rules(), HEALTHY, KNEADER.judged_modalities)
    reviewed = tuple(
        structs.replace(finding, rule=structs.replace(finding.rule, reviewed_by="Dr Wang"))
        for finding in verdict.findings
    )
    screening = Screening("s", "li", HEALTHY, "small-1", NOON.utc_ms)
    gate_says = standing(small_rules(), Case(KNEADER, screening), NOON)
    result = Result(screening, structs.replace(verdict, findings=reviewed))
    assert result_view(result, gate_says, small_texts(), WORDS).notes == (
        "This is guidance from published warnings, not medical advice.",
    )


@pytest.mark.parametrize("signs", [("sudden-dizzy",), ("sudden-dizzy", "clumsy-hands")])
def test_an_emergency_shows_only_what_is_one(signs: tuple[str, ...]) -> None:
    verdict = evaluate(small_rules(), changed(signs=signs), KNEADER.judged_modalities)
    shown = emergency_view(verdict, small_texts(), WORDS)
    assert [finding.title for finding in shown.findings] == ["About dizzy"]


def test_the_result_speaks_chinese_too() -> None:
    shown = view(changed(age=70), language="zh")
    assert (shown.pill, shown.limits[0]) == ("小心使用", "最多 10 分钟")
