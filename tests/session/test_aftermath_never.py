"""Stop signs, checks, clearances and time in any order: no order is a way around what was felt."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, Situation, ago, clearance
from tests.support.small_rules import HEALTHY

NEEDS_A_DOCTOR = ("felt-before", "felt-vomiting", "felt-bruise", "steroids", "felt-unsure", "felt-skin-unsure")

possible: dict[str, st.SearchStrategy[Answer]] = {
    "felt": st.sampled_from([("none",), ("lost-sight",), ("shock",), ("vomiting",), ("unsure",), ("old-option",)]),
    "felt-skin": st.sampled_from([("none",), ("red-skin",), ("sore-muscles", "bruise"), ("unsure",), ()]),
    "soreness-before": st.integers(0, 12),
}
for_sure: dict[str, st.SearchStrategy[Answer]] = {
    "felt": st.sampled_from([("none",), ("lost-sight",), ("vomiting",)]),
    "felt-skin": st.sampled_from([("red-skin",), ("sore-muscles", "bruise")]),
}
ticks = st.fixed_dictionaries({}, optional=possible).map(Answers)
sure_ticks = st.fixed_dictionaries(for_sure).map(Answers)
"""Something for sure, and an answer in every list."""


class Report(Struct, frozen=True):
    """Something is told: bare, with answers, or about one of the reports before."""

    answers: Answers
    about: int | None
    danger: bool


class Check(Struct, frozen=True):
    """A new safety check settles what is open."""


class Yes(Struct, frozen=True):
    """A doctor's yes to everything that a doctor can clear."""


class Wait(Struct, frozen=True):
    """Time goes on."""

    minutes: int


Event = Report | Check | Yes | Wait
events = st.lists(
    st.builds(Report, ticks, st.none() | st.integers(0, 3), st.booleans())
    | st.builds(Report, st.just(Answers()), st.none(), st.just(False))
    | st.builds(Check)
    | st.builds(Yes)
    | st.builds(Wait, st.integers(1, 80 * 60)),
    max_size=8,
)
people = st.sampled_from([HEALTHY, *(HEALTHY.merged(said(body=body)) for body in ("steroids", "numb-skin"))])


def after(told: list[Event], answers: Answers) -> Situation:
    """What the gate is asked once all of it has happened; a minute lies between any two."""
    length = sum(event.minutes if isinstance(event, Wait) else 1 for event in told)
    signs: list[StopSign] = []
    yeses: list[Clearance] = []
    left = length + 1
    taken = NOON.utc_ms - (length + 2) * MINUTE_MS
    for event in told:
        left -= event.minutes if isinstance(event, Wait) else 1
        match event:
            case Report(answers=ticked, about=about, danger=danger):
                root = None if about is None or about >= len(signs) else signs[about].id
                sign = "fever" if danger and root is None and not len(ticked) else None
                signs.append(StopSign(f"s{len(signs)}", "p", ago(left), answers=ticked, about=root, sign=sign))
            case Check():
                taken = ago(left).utc_ms
                signs = [structs.replace(each, settled=True) for each in signs]
            case Yes():
                given = ago(left).utc_ms
                yeses.append(clearance(*NEEDS_A_DOCTOR, id=f"c{len(yeses)}", given_utc_ms=given, recorded_utc_ms=given))
            case Wait():
                pass
    return ALL_FINE.but(
        answers=answers,
        stop_signs=tuple(signs),
        clearances=tuple(yeses),
        taken_utc_ms=taken,
        plan=Plan(5),
    )


def happened_since(told: list[Event], place: int, kind: type[Event]) -> bool:
    return any(isinstance(event, kind) for event in told[place + 1 :])


@given(events, people)
def test_no_order_of_things_gives_a_permit_with_a_sign_that_still_forbids(told: list[Event], answers: Answers) -> None:
    if not after(told, answers).says_yes:
        return
    for place, event in enumerate(told):
        if not isinstance(event, Report):
            continue
        chosen = event.answers.get("felt")
        if chosen in {("lost-sight",), ("shock",), ("vomiting",)}:
            assert happened_since(told, place, Check)
            assert happened_since(told, place, Yes)
        if chosen in {("unsure",), ("old-option",)}:
            assert happened_since(told, place, Check)
        minutes_since = sum(later.minutes if isinstance(later, Wait) else 1 for later in told[place + 1 :])
        skin = event.answers.get("felt-skin")
        if skin in {("red-skin",), ("sore-muscles", "bruise")} or event.answers.get("soreness-before") in (7, 8, 9, 10):
            assert minutes_since >= 24 * 60 - 1
        if not len(event.answers) and event.about is None:
            explained = any(isinstance(later, Report) and later.about is not None for later in told[place + 1 :])
            assert happened_since(told, place, Check) or (explained and not event.danger)


@given(events, people)
def test_no_stop_sign_makes_anything_milder_than_none_at_all(told: list[Event], answers: Answers) -> None:
    with_signs = after(told, answers)
    without = with_signs.but(stop_signs=())
    if with_signs.says_yes:
        assert without.says_yes
        limits = without.permit.limits
        assert with_signs.permit.limits == limits.tightened_by(with_signs.permit.limits)


@given(events, people, sure_ticks, ticks)
def test_one_more_word_about_what_is_told_never_opens_the_gate(
    told: list[Event], answers: Answers, known: Answers, more: Answers
) -> None:
    before = after(told, answers)
    root = StopSign("root", "p", ago(0.5), answers=known)
    word = StopSign("word", "p", ago(0.1), about="root", answers=more)
    if before.but(stop_signs=(*before.stop_signs, root, word)).says_yes:
        assert before.but(stop_signs=(*before.stop_signs, root)).says_yes


@given(events, people, st.lists(ticks, min_size=1, max_size=3))
def test_reporting_something_new_never_opens_the_gate(told: list[Event], answers: Answers, more: list[Answers]) -> None:
    before = after(told, answers)
    new = tuple(StopSign(f"new{number}", "p", ago(0.1), answers=each) for number, each in enumerate(more))
    if before.but(stop_signs=(*before.stop_signs, *new)).says_yes:
        assert before.says_yes


@given(ticks, ticks, st.booleans())
def test_of_two_explanations_the_strictest_wins(one: Answers, other: Answers, settled: bool) -> None:
    bare = StopSign("bare", "p", ago(70), settled=settled)
    first, second = (
        StopSign(name, "p", ago(60), about="bare", answers=each, settled=settled)
        for name, each in (("one", whole(one)), ("other", whole(other)))
    )
    both = ALL_FINE.but(stop_signs=(bare, first, second))
    if both.says_yes:
        assert ALL_FINE.but(stop_signs=(bare, first)).says_yes or not told_for_sure(first)
        assert ALL_FINE.but(stop_signs=(bare, second)).says_yes or not told_for_sure(second)


def whole(ticked: Answers) -> Answers:
    """With an answer in every list."""
    return Answers({"felt": ("none",), "felt-skin": ("none",)}).merged(ticked)


def told_for_sure(sign: StopSign) -> bool:
    lists = [sign.answers.get("felt"), sign.answers.get("felt-skin")]
    return any(each not in (("none",), ("unsure",), ("old-option",), ()) for each in lists)
