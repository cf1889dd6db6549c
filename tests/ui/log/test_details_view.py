"""The details of a session tell everything that is known, and nothing that is not."""

from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.eligibility.texts import QuestionText, RuleText, RuleTexts
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.plan import Phase
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ending
from massage_companion.ui.log.details_view import Details, details, names_of
from tests.ui.log.test_view import NOON, WORDS, record

TEXTS = RuleTexts(
    "en",
    pages={},
    questions={"signs": QuestionText("What did you feel?", "", "", {"S07": "Tingling in an arm"})},
    rules={"R60": RuleText("You take blood thinners", "", "")},
)
PEOPLE = (Person("mei", "Mei"), Person("ben", "Ben"))


def told(row: SessionRecord) -> Details:
    return details(row, NOON.utc_ms, names_of(TEXTS, PEOPLE), WORDS)


def test_an_ordinary_session() -> None:
    shown = told(record(note="Looser <after> the meeting"))
    assert shown.title == "Today 13:00 · Kneader"
    assert shown.measured == ("Planned: 15 minutes. Used: 15 minutes.", "Level: Medium, heat on.")
    assert shown.told == ("Sore: 5 before, 2 after.", "“Looser <after> the meeting”")


def test_everything_that_can_be_known() -> None:
    row = structs.replace(
        record(overtime_ms=92_000, paused_ms=61_000),
        phases=(Phase("left side", 5), Phase("right side", 10)),
        sore_next=4,
        signs=("S07",),
        precautions=("R60", "R99"),
        first_person="ben",
    )
    assert told(row).measured == (
        "Planned: 15 minutes. Used: 15 minutes.",
        "1 minute 32 seconds over time.",
        "Paused for 1 minute 1 second.",
        "Parts: left side 5 minutes, right side 10 minutes.",
        "Level: Medium, heat on.",
        "What was felt: Tingling in an arm.",
        "To mind: You take blood thinners, a rule of that day.",
        "At first it was logged for Ben, so it counts for both for 24 hours.",
    )
    assert told(row).told == ("Sore: 5 before, 2 after, 4 the next morning.",)


def test_an_end_that_is_not_known_says_how_long_it_ran_at_most() -> None:
    row = record(ending=Ending.UNCONFIRMED, used_ms=4 * MINUTE_MS, at_most_ms=40 * MINUTE_MS)
    assert "The end is not known. It ran for 40 minutes at most, and that counts." in told(row).measured


def test_an_entry_by_hand_says_that_nobody_measured_it_and_claims_no_plan() -> None:
    shown = told(structs.replace(record(), origin=Origin.MANUAL))
    assert shown.measured[:2] == ("Entered by hand: no timer measured it.", "Used: 15 minutes.")


def test_what_was_not_noted_is_left_out() -> None:
    assert told(record(sore=(None, None))).told == ()
    assert told(record(sore=(None, 0))).told == ("Sore: 0 after.",)
