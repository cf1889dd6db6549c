"""Reading a file adds what is new and replaces nothing; and no file ever opens the gate."""

import io

import pytest
from msgspec import structs

from massage_companion.companion.exchange.bring_in import Fate, bring_in, preview
from massage_companion.companion.exchange.unpack import LARGEST_BYTES, Unpacked, UnpackError, unpack
from massage_companion.companion.ports import StoreError
from massage_companion.storage.export_files import write_json
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, clearance, record, screening, stop_sign
from tests.support.memory_store import MemoryStore


def household(*people: str) -> MemoryStore:
    store = MemoryStore()
    for person in (ANN, BEN):
        if person.id in people:
            store.keep_person(person)
    store.keep_massager(CUSHION)
    return store


def file_of(store: MemoryStore) -> Unpacked:
    return unpack(bytes_of(store))


def bytes_of(store: MemoryStore) -> bytes:
    file = io.BytesIO()
    write_json(store, store.people(), NOON, file)
    return file.getvalue()


def test_a_yes_for_somebody_known_here_never_comes_from_a_file() -> None:
    theirs, ours = household("ann"), household("ann")
    theirs.complete_check(screening(name="healthy"))
    theirs.keep_clearance(clearance())
    ours.complete_check(screening(name="blocked"))
    seen = bring_in(ours, file_of(theirs))
    assert [each.id for each in ours.screenings("ann")] == ["blocked"]
    assert ours.clearances("ann") == ()
    assert seen.fates["screenings"] == seen.fates["clearances"] == (Fate.OWN,)


def test_a_stop_sign_comes_in_open_for_somebody_known_here() -> None:
    theirs, ours = household("ann"), household("ann")
    theirs.add_stop_sign(stop_sign())
    theirs.complete_check(screening(name="elsewhere"))
    ours.complete_check(screening(name="here"))
    bring_in(ours, file_of(theirs))
    assert [sign.settled for sign in ours.stop_signs("ann")] == [False]


def test_what_differs_stays_as_it_is_here() -> None:
    theirs, ours = household("ann"), household("ann")
    theirs.add_records((structs.replace(record(), note="theirs"),))
    ours.add_records((structs.replace(record(), note="ours"),))
    seen = bring_in(ours, file_of(theirs))
    assert seen.fates["sessions"] == (Fate.CONFLICT,)
    kept = ours.record("session-1")
    assert kept is not None
    assert kept.note == "ours"


def test_one_bad_entry_is_told_with_its_row_and_hides_no_other() -> None:
    theirs = household("ann")
    theirs.add_records((record("good"), record("bad")))
    data = bytes_of(theirs).replace(b'"sore_before":4', b'"sore_before":11', 1)
    unpacked = unpack(data)
    assert [(each.part, each.number, each.reason) for each in unpacked.wrong] == [("sessions", 1, "soreness")]
    ours = household()
    bring_in(ours, unpacked)
    assert ours.session_count("ann") == 1


def test_the_same_entry_twice_is_told() -> None:
    theirs = household("ann")
    theirs.add_records((record(),))
    data = bytes_of(theirs)
    row = data[data.index(b'"sessions": [') :].splitlines()[1].strip()
    unpacked = unpack(data.replace(row, row + b", " + row))
    assert [each.reason for each in unpacked.wrong] == ["twice"]
    assert len(unpacked.bundle.sessions) == 1


def test_a_session_of_nobody_stays_out() -> None:
    theirs = household("ann")
    theirs.add_records((record(),))
    unpacked = file_of(theirs)
    bundle = structs.replace(unpacked.bundle, people=())
    seen = preview(household(), structs.replace(unpacked, bundle=bundle))
    assert seen.fates["sessions"] == (Fate.HOMELESS,)


def test_a_second_person_of_the_same_name_is_told() -> None:
    theirs, ours = MemoryStore(), household("ann")
    theirs.keep_person(structs.replace(ANN, id="other"))
    assert preview(ours, file_of(theirs)).same_names == ("Ann",)


def test_a_full_disk_in_the_middle_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, ours = household("ann", "ben"), household()
    theirs.add_records((record(),))

    def full(records: object) -> None:
        raise StoreError("full", "no room")

    monkeypatch.setattr(ours, "add_records", full)
    with pytest.raises(StoreError):
        bring_in(ours, file_of(theirs))
    assert ours.people() == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"[" * 100_000, "not_ours"),
        (b"{}", "not_ours"),
        (b"[]", "not_ours"),
        (b'{"schema": "massage-companion-export", "version": 99}', "newer"),
        (b'{"schema": "massage-companion-export", "version": 1}', "older"),
        (b'{"schema": "massage-companion-export", "version": 2, "people": 5}', "not_ours"),
    ],
)
def test_what_is_no_export_is_refused_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(UnpackError) as raised:
        unpack(data)
    assert raised.value.kind == kind


def test_an_enormous_file_is_refused_before_it_is_read() -> None:
    class Enormous(bytes):
        def __len__(self) -> int:
            return LARGEST_BYTES + 1

    with pytest.raises(UnpackError) as raised:
        unpack(Enormous())
    assert raised.value.kind == "too_large"


def test_any_byte_that_flips_gives_values_or_a_reason() -> None:
    theirs = household("ann", "ben")
    theirs.add_records((record(),))
    theirs.complete_check(screening())
    data = bytes_of(theirs)
    for place in range(0, len(data), 7):
        changed = data[:place] + bytes([data[place] ^ 0x15]) + data[place + 1 :]
        try:
            unpacked = unpack(changed)
        except UnpackError:
            continue
        bring_in(household(), unpacked)
