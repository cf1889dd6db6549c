"""A permit comes from the gate and from nowhere else, and stays as the gate made it."""

import copy
import pickle

import pytest

from massage_companion.eligibility.limits import Limits
from massage_companion.session import machine
from massage_companion.session.gate import Permit
from massage_companion.session.plan import Plan
from massage_companion.session.reading import shifted
from tests.support.fake_clock import NOON
from tests.support.situation import ALL_FINE


@pytest.mark.parametrize("key", [None, object(), True, "key"])
def test_nobody_else_can_make_one(key: object) -> None:
    with pytest.raises(TypeError, match=r"^only the gate makes permits$"):
        Permit(key, Plan(10), Limits(), (), "small-1", NOON)


@pytest.mark.parametrize("name", ["plan", "limits", "precautions", "rules_version", "issued", "anything"])
def test_nobody_can_change_one(name: str) -> None:
    permit = ALL_FINE.permit
    with pytest.raises(AttributeError, match=r"^a permit cannot be changed$"):
        setattr(permit, name, Plan(600))
    with pytest.raises(AttributeError, match=r"^a permit cannot be changed$"):
        delattr(permit, name)
    assert permit.plan == Plan(10)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_nobody_can_copy_or_store_one(copied: object) -> None:
    assert callable(copied)
    with pytest.raises(TypeError, match=r"^a permit cannot be copied$"):
        copied(ALL_FINE.permit)


class TestAMinute:
    def test_it_starts_a_session_within_a_minute(self) -> None:
        started = machine.start(ALL_FINE.permit, shifted(NOON, machine.PERMIT_VALID_MS))
        assert started.plan == Plan(10)
        assert started.started == started.since == started.seen == shifted(NOON, 60_000)

    def test_an_older_one_starts_nothing(self) -> None:
        with pytest.raises(ValueError, match=r"^the permit is too old$"):
            machine.start(ALL_FINE.permit, shifted(NOON, machine.PERMIT_VALID_MS + 1))
