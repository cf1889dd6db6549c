"""A doctor's yes: what is recorded, what is refused and why, what it opens, and what ends it."""

from datetime import date

import pytest
from msgspec import structs

from massage_companion.companion.clearances import (
    CAREFUL_PLAN,
    LONGEST_NAME,
    ClearanceError,
    Clearances,
    Slip,
    clearable_findings,
    doctors_plan,
    last_day,
)
from massage_companion.companion.moments import local
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.verdict import Verdict
from massage_companion.session.doctors_word import Heard
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.session.refusal import FindingStands, StopSignOpen
from massage_companion.session.stop_sign import StopSign
from tests.support.counting_ids import CountingIds
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, KNEADER

TODAY = date(2026, 11, 14)
GIVEN = date(2026, 11, 1)
SLIP = Slip(frozenset({"steroids"}), True, "Dr Chen", GIVEN, date(2027, 5, 1))
NO = structs.replace(SLIP, for_home=False)


class Practice:
    """Lena takes steroids; her doctor may say yes."""

    def __init__(self) -> None:
        self.home = Household()
        self.home.clock.travel(480, "Asia/Shanghai")
        self.home.checked(HEALTHY.merged(said(body="steroids")))
        self.clearances = Clearances(self.home.store, self.home.clock, CountingIds("yes"))

    @property
    def verdict(self) -> Verdict:
        result = self.home.checks.result(LENA, KNEADER)
        assert result is not None
        return result.verdict

    def record(self, slip: Slip = SLIP, massager: Massager = KNEADER) -> Clearance:
        return self.clearances.record(LENA, massager, self.verdict, slip)

    def refused(self, **changes: object) -> str:
        """Why the slip with these differences is not taken; nothing may be stored then."""
        before = self.home.store.clearances(LENA)
        with pytest.raises(ClearanceError) as raised:
            self.record(structs.replace(SLIP, **changes))
        assert self.home.store.clearances(LENA) == before
        return raised.value.problem

    def worth(self) -> list[Heard]:
        return [known.heard for known in self.clearances.all(LENA)]

    def felt_wrong(self) -> None:
        now = self.home.clock.read()
        self.home.store.add_stop_sign(StopSign(f"sign-{now.utc_ms}", LENA, now))

    def reasons(self, massager: Massager = KNEADER) -> list[type]:
        return [type(reason) for reason in self.home.sessions.standing(LENA, massager).reasons]


@pytest.fixture
def practice() -> Practice:
    return Practice()


class TestAYes:
    def test_it_opens_what_it_names(self, practice: Practice) -> None:
        assert practice.reasons() == [FindingStands]
        practice.record()
        assert practice.reasons() == []
        assert practice.worth() == [Heard.YES]

    def test_it_is_kept_as_it_was_typed(self, practice: Practice) -> None:
        yes = practice.record(structs.replace(SLIP, by_whom="  Dr Chen "))
        now = practice.home.clock.read()
        assert (yes.person, yes.massager, yes.rules, yes.by_whom) == (LENA, "kneader", SLIP.rules, "Dr Chen")
        assert (yes.recorded_utc_ms, yes.offset_minutes) == (now.utc_ms, 480)
        assert local(yes.given_utc_ms, 480).isoformat() == "2026-11-01T23:59:59.999000+08:00"
        assert local(yes.until_utc_ms, 480).isoformat() == "2027-05-01T23:59:59.999000+08:00"

    def test_one_of_today_counts_at_once(self, practice: Practice) -> None:
        yes = practice.record(structs.replace(SLIP, given=TODAY))
        assert yes.given_utc_ms == practice.home.clock.read().utc_ms
        assert practice.worth() == [Heard.YES]

    def test_it_counts_to_the_end_of_its_last_day(self, practice: Practice) -> None:
        practice.record(structs.replace(SLIP, until=TODAY))
        practice.home.clock.advance(hours=3, minutes=59)
        assert practice.reasons() == []
        practice.home.clock.advance(minutes=1)
        assert practice.reasons() == [FindingStands]
        assert practice.worth() == [Heard.OVER]

    def test_twelve_months_to_the_day_are_taken_and_not_a_moment_more_counts(self, practice: Practice) -> None:
        yes = practice.record(structs.replace(SLIP, given=TODAY, until=date(2027, 11, 14)))
        assert yes.until_utc_ms == yes.given_utc_ms + 365 * DAY_MS
        assert practice.refused(given=TODAY, until=date(2027, 11, 15)) == "too_long"

    def test_it_is_for_that_massager_alone(self, practice: Practice) -> None:
        other = structs.replace(KNEADER, id="other")
        practice.record()
        assert practice.reasons(other) == [FindingStands]

    def test_it_leaves_every_other_finding_where_it_is(self, practice: Practice) -> None:
        practice.home.checked(HEALTHY.merged(said(body=("steroids", "unsure"))))
        practice.record()
        assert practice.reasons() == [FindingStands]


class TestTheDoctorsPlan:
    def test_the_limits_on_the_slip_bind(self, practice: Practice) -> None:
        said_so = Limits(minutes=5, sessions_per_day=2, intensity=Intensity.LOW, heat_allowed=False)
        assert practice.record(structs.replace(SLIP, limits=said_so)).limits == said_so
        limits = practice.home.sessions.standing(LENA, KNEADER).limits
        assert (limits.minutes, limits.sessions_per_day, limits.intensity) == (5, 2, Intensity.LOW)

    def test_what_the_slip_leaves_open_is_the_careful_plan(self, practice: Practice) -> None:
        assert practice.record().limits == CAREFUL_PLAN == Limits(10, 1, intensity=Intensity.MEDIUM)
        assert doctors_plan(Limits(minutes=3)) == Limits(3, 1, intensity=Intensity.MEDIUM)
        assert doctors_plan(Limits(sessions_per_day=2)) == Limits(10, 2, intensity=Intensity.MEDIUM)

    def test_no_slip_loosens_the_limits_of_the_program(self, practice: Practice) -> None:
        practice.record(structs.replace(SLIP, limits=Limits(minutes=60, sessions_per_day=9, intensity=Intensity.HIGH)))
        limits = practice.home.sessions.standing(LENA, KNEADER).limits
        assert (limits.minutes, limits.sessions_per_day) == (15, 2)


class TestWhatIsRefused:
    @pytest.mark.parametrize("rules", [frozenset[str](), frozenset({"cord"}), frozenset({"steroids", "metal"})])
    def test_anything_but_findings_that_a_doctor_can_clear(self, practice: Practice, rules: frozenset[str]) -> None:
        assert practice.refused(rules=rules) == "nothing_cleared"

    def test_a_finding_that_is_stricter_or_milder(self, practice: Practice) -> None:
        practice.home.checked(HEALTHY.merged(said(signs="clumsy-hands", age=70, body="steroids")))
        assert [finding.rule.id for finding in clearable_findings(practice.verdict)] == ["steroids"]
        for rule in ("cord", "older"):
            assert practice.refused(rules=frozenset({rule})) == "nothing_cleared"

    @pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
    def test_nobody_who_said_so(self, practice: Practice, name: str) -> None:
        assert practice.refused(by_whom=name) == "no_doctor"

    def test_a_name_as_long_as_allowed_is_taken(self, practice: Practice) -> None:
        assert practice.record(structs.replace(SLIP, by_whom=f" {'x' * LONGEST_NAME} ")).by_whom == "x" * LONGEST_NAME

    def test_a_day_to_come_where_the_person_is(self, practice: Practice) -> None:
        assert practice.refused(given=date(2026, 11, 15)) == "not_yet"
        practice.home.clock.advance(hours=4)
        practice.record(structs.replace(SLIP, given=date(2026, 11, 15)))

    def test_one_that_is_over(self, practice: Practice) -> None:
        assert practice.refused(until=date(2026, 11, 13)) == "over"

    def test_one_for_longer_than_twelve_months(self, practice: Practice) -> None:
        assert practice.refused(until=date(2027, 11, 2)) == "too_long"
        practice.record(structs.replace(SLIP, until=date(2027, 11, 1)))

    def test_one_from_before_something_felt_wrong(self, practice: Practice) -> None:
        practice.felt_wrong()
        assert practice.refused() == "before_stop_sign"
        practice.home.clock.advance(minutes=1)
        practice.record(structs.replace(SLIP, given=TODAY))

    def test_an_old_yes_after_a_newer_no(self, practice: Practice) -> None:
        practice.record(structs.replace(NO, given=date(2026, 11, 3)))
        assert practice.refused(given=date(2026, 11, 2)) == "no_since"
        practice.record(structs.replace(SLIP, given=date(2026, 11, 3)))


class TestANo:
    def test_it_opens_nothing_and_is_kept(self, practice: Practice) -> None:
        practice.record(NO)
        assert practice.reasons() == [FindingStands]
        assert practice.worth() == [Heard.NO]

    def test_it_needs_no_last_day(self, practice: Practice) -> None:
        practice.record(structs.replace(NO, given=date(2020, 1, 1), until=date(2020, 12, 31)))

    def test_it_ends_the_yes_from_before(self, practice: Practice) -> None:
        practice.record()
        practice.home.clock.advance(minutes=1)
        practice.record(NO)
        assert practice.reasons() == [FindingStands]
        assert practice.worth() == [Heard.NO, Heard.NO_SINCE]


class TestTheEndOfAYes:
    def test_withdrawn_it_opens_nothing_at_once(self, practice: Practice) -> None:
        practice.clearances.withdraw(practice.record())
        assert practice.reasons() == [FindingStands]
        assert practice.worth() == [Heard.WITHDRAWN]

    def test_something_felt_wrong_ends_it_also_after_the_next_check(self, practice: Practice) -> None:
        practice.record()
        practice.home.clock.advance(minutes=1)
        practice.felt_wrong()
        assert practice.reasons() == [FindingStands, StopSignOpen]
        practice.home.clock.advance(minutes=1)
        practice.home.checked(HEALTHY.merged(said(body="steroids")))
        assert practice.reasons() == [FindingStands]
        assert practice.worth() == [Heard.BEFORE_STOP_SIGN]

    def test_a_new_yes_after_that_counts(self, practice: Practice) -> None:
        practice.felt_wrong()
        practice.home.clock.advance(minutes=1)
        practice.home.checked(HEALTHY.merged(said(body="steroids")))
        practice.record(structs.replace(SLIP, given=TODAY))
        assert practice.reasons() == []


def test_what_cannot_be_stored_has_not_happened(practice: Practice) -> None:
    yes = practice.record()
    practice.home.store.fails = StoreError("full", "no space left")
    with pytest.raises(StoreError):
        practice.record()
    with pytest.raises(StoreError):
        practice.clearances.withdraw(yes)
    assert practice.worth() == [Heard.YES]


def test_the_newest_comes_first_and_only_those_of_that_person(practice: Practice) -> None:
    first, second = practice.record(), practice.record()
    assert [known.clearance for known in practice.clearances.all(LENA)] == [second, first]
    assert practice.clearances.all("nobody") == ()


def test_the_last_day_stays_within_the_calendar() -> None:
    assert last_day(date(2026, 11, 1)) == date(2027, 11, 1)
    assert last_day(date(9999, 6, 1)) == date.max
