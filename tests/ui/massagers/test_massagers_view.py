"""What the page about massagers says: facts in words, and for each person the state that the gate gives."""

import pytest
from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.session import gate
from massage_companion.session.massager import Massager
from massage_companion.storage.words import load_words
from massage_companion.ui.massagers.massagers_view import NOTHING, Just, massagers_view, state_of
from massage_companion.ui.massagers.view import Deed, Fact, MassagerCard, MassagersView
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, MONTH_MS, Situation, stop_sign, used
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER

WORDS = load_words("en")
MEI = Person("mei", "Mei")
PULSER = Massager("tens", "TENS", "pulse-patch", frozenset({Modality.PULSE}), False)
PUT_AWAY = structs.replace(KNEADER, id="old", name="Old one", retired=True)
LOST = Massager("lost", "lost", "", frozenset(), False, retired=True)


def view(
    *massagers: Massager, answers: Answers | None = HEALTHY, is_live: bool = False, just: Just = NOTHING
) -> MassagersView:
    def standing(massager: Massager) -> gate.Standing:
        return gate.standing(ALL_FINE.rules, ALL_FINE.but(massager=massager, answers=answers).case, NOON)

    return massagers_view(MEI, massagers, standing, WORDS, is_live, just)


def card(massager: Massager, answers: Answers | None = HEALTHY, renewed: bool = False) -> MassagerCard:
    (only,) = view(massager, answers=answers, just=Just(renewed=massager.id if renewed else "")).cards
    return only


def leads(shown: MassagerCard) -> list[str]:
    return [note.label for note in shown.notes]


def fact(massager: Massager, label: str, answers: Answers = HEALTHY) -> str:
    return next((fact.text for fact in card(massager, answers).facts if fact.label == label), "")


@pytest.mark.parametrize(
    ("person", "text", "tone"),
    [
        (ALL_FINE, "Cleared to use", "ok"),
        (ALL_FINE.but(uses=(used(5, 0),)), "Cleared to use", "ok"),
        (ALL_FINE.also_said(said(age=70)), "Use with care", "warning"),
        (ALL_FINE.also_said(said(body="steroids")), "Ask your doctor first", "warning"),
        (ALL_FINE.also_said(said(signs="clumsy-hands")), "Do not use the massager", "danger"),
        (ALL_FINE.also_said(said(signs="sudden-dizzy")), "Get help now", "danger"),
        (ALL_FINE.but(answers=None), "Safety check needed", "warning"),
        (ALL_FINE.but(taken_utc_ms=NOON.utc_ms - 13 * MONTH_MS), "Safety check out of date", "warning"),
        (ALL_FINE.but(stop_signs=(stop_sign(),)), "Stopped: something felt wrong", "danger"),
        (ALL_FINE.but(massager=PULSER), "1 more answer needed", "warning"),
        (ALL_FINE.but(massager=PULSER, answers=HEALTHY.without("age")), "2 more answers needed", "warning"),
        (
            ALL_FINE.but(stop_signs=(stop_sign(),)).also_said(said(signs="clumsy-hands")),
            "Do not use the massager",
            "danger",
        ),
    ],
)
def test_the_state_is_the_strictest_that_lasts(person: Situation, text: str, tone: str) -> None:
    state = state_of(gate.standing(person.rules, person.case, NOON), WORDS)
    assert (state.text, state.tone) == (text, tone)


def test_a_massager_that_always_heats_is_not_for_whom_heat_has_to_stay_off() -> None:
    numb = HEALTHY.merged(said(body="numb-skin"))
    assert card(HOT_KNEADER, numb).state.text == "Do not use the massager"
    assert card(WARM_KNEADER, numb).state.text == "Use with care"
    assert fact(WARM_KNEADER, "For you:", numb) == "5 minutes at most, heat off, only on the back of the neck"


def test_facts_are_told_in_words() -> None:
    cushion = structs.replace(
        WARM_KNEADER, kind="cushion", manual=Limits(minutes=15, rest_minutes=60), manual_source="page 4"
    )
    assert card(cushion).facts == (
        Fact("Kind:", "Cushion or seat cover"),
        Fact("What it does:", "Kneading, heat (the heat can be switched off)"),
        Fact("Its manual:", "15 minutes at most, at least 60 minutes of rest in between (page 4)"),
    )
    assert fact(HOT_KNEADER, "What it does:") == "Kneading, heat (always warm)"
    assert fact(structs.replace(cushion, manual_source=""), "Its manual:").endswith("in between")
    assert fact(KNEADER, "Its manual:") == "No limits noted, so those of this program hold"
    assert fact(KNEADER, "Kind:") == "Another kind"


def test_what_nobody_knows_is_not_made_up() -> None:
    unknown = structs.replace(WARM_KNEADER, modalities=frozenset())
    assert fact(unknown, "What it does:").startswith("Not known, so it counts as doing everything")


def test_open_questions_can_be_answered_at_once() -> None:
    told = card(PULSER)
    assert told.deeds == (Deed.ANSWER, Deed.EDIT, Deed.PUT_AWAY)
    assert leads(told) == ["1 question about this massager is open."]
    assert leads(card(PULSER, renewed=True)) == ["This massager does something new: 1 more question."]
    assert card(KNEADER).deeds == (Deed.EDIT, Deed.PUT_AWAY)


def test_what_is_blocked_for_good_offers_no_questions() -> None:
    cord = HEALTHY.merged(said(signs="clumsy-hands"))
    assert card(PULSER, cord).deeds == (Deed.EDIT, Deed.PUT_AWAY)
    assert card(PULSER, None, renewed=True).notes == ()


def test_something_new_without_new_questions_was_judged_all_the_same() -> None:
    assert leads(card(WARM_KNEADER, renewed=True)) == ["Judged anew."]


def test_a_doctors_yes_that_ended_is_told() -> None:
    (told,) = view(KNEADER, just=Just(yes_ended=KNEADER.id)).cards
    assert leads(told) == ["Your doctor's yes has ended."]


def test_what_was_put_away_stands_apart_and_can_come_back() -> None:
    shown = view(KNEADER, PUT_AWAY, LOST)
    assert [each.name for each in shown.cards] == [KNEADER.name]
    old, lost = shown.away
    assert (old.state.text, old.deeds) == ("Put away", (Deed.BRING_BACK,))
    assert (lost.deeds, lost.facts) == ((), ())
    assert "Please add it as a new one" in lost.notes[0].text


def test_without_one_in_use_it_says_what_that_means() -> None:
    assert view(KNEADER).none == ""
    assert "Sessions are blocked" in view(PUT_AWAY).none


def test_while_a_session_runs_nothing_can_be_changed_and_it_says_why() -> None:
    shown = view(KNEADER, is_live=True)
    assert not shown.changeable
    assert "until it has ended" in shown.refused
    assert view(KNEADER).changeable
