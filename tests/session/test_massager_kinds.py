"""A kind is a proposal that leaves nothing dangerous out."""

from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager_kinds import KINDS, kind_of


def test_kinds_are_told_apart() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)


def test_whoever_does_not_know_the_kind_gets_no_modality_proposed() -> None:
    other = kind_of("other")
    assert other is not None
    assert other.modalities == frozenset()


def test_every_kind_proposes_something_but_where_nobody_can_tell() -> None:
    silent = {kind.id for kind in KINDS if not kind.modalities}
    assert silent == {"other", "traction-pillow"}


def test_a_pulse_patch_proposes_pulses_which_have_rules_of_their_own() -> None:
    patch = kind_of("pulse-patch")
    assert patch is not None
    assert Modality.PULSE in patch.modalities


def test_an_unlisted_kind_is_not_guessed() -> None:
    assert kind_of("pillow") is None
