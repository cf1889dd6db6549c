"""Asking over a store: what is kept, what is asked again, and that a live session is left in peace."""

import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.looking_after import LateSigns, LookingAfter, MorningAfter, Said
from massage_companion.companion.ports import StoreError
from massage_companion.session.states import End
from tests.support.household import LENA, Household
from tests.support.household_values import record


class Home:
    """Lena's household, healthy and checked, and what it asks her."""

    def __init__(self, person: Person | None = None) -> None:
        self.house = Household()
        self.house.checked()
        if person is not None:
            self.house.store.keep_person(person)
        self.asks = self.started_program()

    def started_program(self) -> LookingAfter:
        return LookingAfter(self.house.store, self.house.clock, self.house.sessions)

    def uses_it(self) -> None:
        """A session of five minutes."""
        self.house.running(5)
        self.house.clock.advance(minutes=5)
        self.house.sessions.happened(End())


def test_never_while_a_session_is_live() -> None:
    home = Home()
    home.uses_it()
    home.house.clock.advance(days=1)
    assert isinstance(home.asks.due(LENA), LateSigns)
    home.house.running(5)
    assert home.asks.due(LENA) is None
    home.house.sessions.happened(End())
    assert isinstance(home.asks.due(LENA), LateSigns)


def test_one_question_after_the_other_until_all_are_answered() -> None:
    home = Home(Person(LENA, "Lena", next_morning=True))
    home.uses_it()
    home.house.clock.advance(days=1)
    late = home.asks.due(LENA)
    assert isinstance(late, LateSigns)
    home.asks.say(LENA, late, Said.FINE)
    morning = home.asks.due(LENA)
    assert isinstance(morning, MorningAfter)
    assert home.asks.rate_morning(morning, 5) is True
    assert home.asks.due(LENA) is None
    assert home.started_program().due(LENA) is None


def test_not_now_ends_with_the_program() -> None:
    home = Home(Person(LENA, "Lena", next_morning=True, check_ins=False))
    home.uses_it()
    home.house.clock.advance(hours=20)
    morning = home.asks.due(LENA)
    assert isinstance(morning, MorningAfter)
    home.asks.not_now(morning)
    assert home.asks.due(LENA) is None
    assert home.started_program().due(LENA) == morning


def test_what_the_person_chose_is_kept_and_the_rest_of_them_stays() -> None:
    home = Home()
    assert home.asks.asks_whether_to_ask(LENA)
    home.asks.allow_next_morning(LENA, True)
    home.asks.stop_check_ins(LENA)
    (lena,) = home.house.store.people()
    assert (lena.name, lena.next_morning, lena.check_ins) == ("Lena", True, False)
    assert not home.asks.asks_whether_to_ask(LENA)


def test_nobody_is_asked_who_is_not_there() -> None:
    home = Home()
    assert home.asks.due("nobody") is None
    assert not home.asks.asks_whether_to_ask("nobody")


@pytest.mark.parametrize("soreness", [-1, 11])
def test_soreness_goes_from_0_to_10(soreness: int) -> None:
    home = Home()
    with pytest.raises(ValueError, match="0 to 10"):
        home.asks.rate_morning(MorningAfter(record()), soreness)


def test_what_cannot_be_kept_is_asked_again() -> None:
    home = Home()
    home.uses_it()
    home.house.clock.advance(days=3)
    late = home.asks.due(LENA)
    assert isinstance(late, LateSigns)
    home.house.store.fails = StoreError("full", "no room")
    with pytest.raises(StoreError):
        home.asks.say(LENA, late, Said.FINE)
    assert home.asks.due(LENA) == late
