"""From massagers and what the gate says about them to what the page shows. No Qt.

A massager is shared, its state is the person's own: it must never be worked out here, only put into words.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from massage_companion.companion.household import Person
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.companion.massager_facts import can_be_read
from massage_companion.companion.modalities_in_words import modality_line
from massage_companion.companion.outcome_now import limits_now, outcome_now
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.session.gate import Standing
from massage_companion.session.massager import Massager
from massage_companion.session.massager_kinds import KINDS
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MinutesUsedUp,
    NeverChecked,
    Reason,
    RestNotOver,
    StopSignOpen,
)
from massage_companion.ui.massagers.view import Deed, Fact, MassagerCard, MassagersView, State
from massage_companion.ui.outcome_tone import tone_of

_OTHER = KINDS[-1].id
_PASSING = (MinutesUsedUp, RestNotOver)
"""Reasons that are about the hour and not about the massager."""


class Just(Struct, frozen=True):
    """The ids of massagers that have just begun to do something new, and that a doctor's yes was just ended for."""

    renewed: str = ""
    yes_ended: str = ""


NOTHING: Final = Just()


def massagers_view(
    person: Person,
    massagers: Sequence[Massager],
    standing_of: Callable[[Massager], Standing],
    words: Words,
    is_live: bool = False,
    just: Just = NOTHING,
) -> MassagersView:
    """The page for one person. ``just`` is what has just happened to a massager."""
    used = [massager for massager in massagers if not massager.retired]
    return MassagersView(
        whose=words("massagers.page.whose", name=person.name),
        cards=tuple(_card(each, standing_of(each), words, just) for each in used),
        away=tuple(_away(each, words) for each in massagers if each.retired),
        refused=words("massagers.page.refused") if is_live else "",
        none="" if used else words("massagers.page.none"),
    )


def unreadable_view(cause: str) -> MassagersView:
    """The page while the data cannot be read."""
    return MassagersView(whose="", cards=(), away=(), unreadable=cause)


def state_of(standing: Standing, words: Words) -> State:
    """The strictest reason that lasts, or that there is none."""
    first = next((reason for reason in standing.reasons if not isinstance(reason, _PASSING)), None)
    if first is not None:
        return _refused(first, words)
    outcome = outcome_now(standing.verdict, standing)
    limits = limit_line(limits_now(standing.verdict, standing), words)
    return State(words(f"outcomes.{outcome.word}.pill"), tone_of(outcome), judged=True, limits=limits)


def _refused(reason: Reason, words: Words) -> State:
    match reason:
        case FindingStands(finding=finding):
            return State(words(f"outcomes.{finding.outcome.word}.pill"), tone_of(finding.outcome), judged=True)
        case StopSignOpen():
            return State(words("massagers.state.stop_sign"), "danger")
        case CheckIncomplete(questions=questions):
            count = len(questions)
            return State(words.count("massagers.state.open", count), "warning", open_questions=count)
        case NeverChecked():
            return State(words("massagers.state.never"), "warning")
        case CheckExpired():
            return State(words("massagers.state.expired"), "warning")
        case HeatNotAllowed():
            return State(words("massagers.state.heat"), "danger", judged=True)
        case _:
            return State(words(f"outcomes.{Outcome.NOT_TODAY.word}.pill"), "warning")


def _card(massager: Massager, standing: Standing, words: Words, just: Just) -> MassagerCard:
    state = state_of(standing, words)
    return MassagerCard(
        id=massager.id,
        name=massager.name,
        state=state,
        facts=_facts(massager, words) + ((_fact("for_you", state.limits, words),) if state.limits else ()),
        deeds=(*((Deed.ANSWER,) if state.open_questions else ()), Deed.EDIT, Deed.PUT_AWAY),
        notes=tuple(_notes(massager, state, words, just)),
    )


def _notes(massager: Massager, state: State, words: Words, just: Just) -> Iterator[Fact]:
    count, renewed = state.open_questions, just.renewed == massager.id
    if count:
        lead = words.count("massagers.card.new" if renewed else "massagers.card.open", count)
        yield Fact(lead, words("massagers.card.until"))
    elif renewed and state.judged:
        yield Fact(words("massagers.card.judged"), words("massagers.card.judged_note"))
    if just.yes_ended == massager.id:
        yield Fact(words("massagers.card.yes_ended"), words("massagers.card.yes_ended_note"))


def _away(massager: Massager, words: Words) -> MassagerCard:
    """One that was put away. What it was stays readable, so that nobody mixes it up with another."""
    readable = can_be_read(massager)
    return MassagerCard(
        id=massager.id,
        name=massager.name if readable else words("massagers.card.nameless"),
        state=State(words("massagers.state.away"), "neutral"),
        facts=_facts(massager, words) if readable else (),
        deeds=(Deed.BRING_BACK,) if readable else (),
        notes=() if readable else (Fact("", words("massagers.card.lost")),),
    )


def _facts(massager: Massager, words: Words) -> tuple[Fact, ...]:
    known = massager.kind in {kind.id for kind in KINDS}
    kind = words(f"massagers.kind.{massager.kind if known else _OTHER}.label")
    return (
        _fact("kind", kind, words),
        _fact("does", _does(massager, words), words),
        _fact("manual", _manual(massager, words), words),
    )


def _does(massager: Massager, words: Words) -> str:
    if not massager.modalities:
        names = words("massagers.card.does_unknown")
    else:
        names = modality_line(massager.modalities, words)
    if not massager.may_heat or len(massager.judged_modalities) == 1:
        return names
    key = "switch" if massager.heat_can_be_switched_off else "warm"
    return words(f"massagers.card.does_{key}", names=names)


def _manual(massager: Massager, words: Words) -> str:
    limits = limit_line(massager.manual, words)
    if not limits:
        return words("massagers.card.manual_none")
    if not massager.manual_source:
        return limits
    return words("massagers.card.manual_from", limits=limits, source=massager.manual_source)


def _fact(label: str, text: str, words: Words) -> Fact:
    return Fact(words(f"massagers.card.{label}"), text)
