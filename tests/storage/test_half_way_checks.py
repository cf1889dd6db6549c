"""A check that was left half-way comes back as it was: what it visits, carries over, and why it was begun."""

import msgspec
from msgspec import structs

from massage_companion.companion.ports import Draft
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.storage.store import SqliteStore
from tests.support.fake_clock import NOON
from tests.support.household_values import clearance, screening

DRAFT = Draft(
    answers=Answers({"head": ("none",), "age": 40}),
    page="you",
    visits=frozenset({"head", "you"}),
    carried=True,
    changes=("medicines", "diagnosis"),
    begun_utc_ms=NOON.utc_ms,
)


def test_everything_about_a_half_way_check_is_kept(store: SqliteStore) -> None:
    store.keep_draft("ann", DRAFT)
    assert store.draft("ann") == DRAFT


def test_a_draft_of_an_older_version_is_older_than_anything() -> None:
    read = msgspec.json.decode(b'{"answers": {"given": {"age": 40}}, "page": "you"}', type=Draft)
    assert read == Draft(Answers({"age": 40}), "you", None, False, (), 0)


def test_what_led_to_a_check_is_kept(store: SqliteStore) -> None:
    taken = structs.replace(screening(head="none"), changes=("medicines",), found=("R61",), oldest_utc_ms=1)
    store.complete_check(taken)
    assert store.screenings("ann") == (taken,)


def test_when_a_clearance_was_typed_in_is_kept(store: SqliteStore) -> None:
    typed = structs.replace(clearance(), recorded_utc_ms=NOON.utc_ms, offset_minutes=480)
    store.keep_clearance(typed)
    assert store.clearances("ann") == (typed,)


def test_a_clearance_of_an_older_version_counts_as_typed_in_before_anything() -> None:
    body = {key: value for key, value in msgspec.to_builtins(clearance()).items() if key != "recorded_utc_ms"}
    assert msgspec.convert(body, Clearance).recorded_utc_ms == 0
