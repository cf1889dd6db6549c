"""Whatever a household holds, exported as JSON and read into an empty program, is the same; twice is once."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import msgspec
from hypothesis import HealthCheck, given, settings

from massage_companion.companion.exchange.bring_in import Fate, bring_in, preview
from massage_companion.companion.exchange.bundle import Bundle, every_session, massager_parts, person_parts
from massage_companion.companion.exchange.unpack import unpack
from massage_companion.companion.ports import Store
from massage_companion.storage.export_files import write_json
from massage_companion.storage.store import open_store
from tests.companion.exchange.households import Filling, fillings
from tests.companion.exchange.write_schema import SCHEMA_FILE, schema
from tests.support.fake_clock import NOON
from tests.support.memory_store import MemoryStore


def exported(store: Store) -> bytes:
    file = io.BytesIO()
    write_json(store, store.people(), NOON, file)
    return file.getvalue()


def everything(store: Store) -> dict[str, object]:
    """All that a store tells of itself."""
    people = store.people()
    parts = {**massager_parts(store), **person_parts(store, people)}
    return {"people": people, "settings": store.settings(), **{name: tuple(values) for name, values in parts.items()}}


@contextmanager
def on_disk() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        opened = open_store(Path(folder), NOON).store
        yield opened
        opened.close()


@given(fillings())
@settings(max_examples=60)
def test_an_empty_program_becomes_the_exported_one(filling: Filling) -> None:
    source, target = MemoryStore(), MemoryStore()
    filling.pour_into(source)
    bring_in(target, unpack(exported(source)))
    assert everything(target) == everything(source)


@given(fillings(most_sessions=3))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_on_disk_too(filling: Filling) -> None:
    with on_disk() as source, on_disk() as target:
        filling.pour_into(source)
        bring_in(target, unpack(exported(source)))
        assert everything(target) == everything(source)


@given(fillings())
@settings(max_examples=40)
def test_twice_is_the_same_as_once(filling: Filling) -> None:
    source, target = MemoryStore(), MemoryStore()
    filling.pour_into(source)
    data = exported(source)
    bring_in(target, unpack(data))
    before = everything(target)
    seen = bring_in(target, unpack(data))
    assert everything(target) == before
    assert not seen.brings_something
    assert {fate for fates in seen.fates.values() for fate in fates} <= {Fate.SAME}


@given(fillings())
@settings(max_examples=40)
def test_looking_changes_nothing(filling: Filling) -> None:
    source, target = MemoryStore(), MemoryStore()
    filling.pour_into(source)
    seen = preview(target, unpack(exported(source)))
    assert everything(target) == everything(MemoryStore())
    assert seen.count("sessions", Fate.NEW) == len(filling.sessions)


@given(fillings())
@settings(max_examples=25)
def test_it_is_what_the_schema_says(filling: Filling) -> None:
    source = MemoryStore()
    filling.pour_into(source)
    jsonschema.validate(msgspec.json.decode(exported(source)), schema())
    assert isinstance(msgspec.json.decode(exported(source), type=Bundle), Bundle)


def test_the_schema_that_ships_is_the_one_of_the_code() -> None:
    assert msgspec.json.decode(SCHEMA_FILE.read_bytes()) == schema(), "python -m tests.companion.exchange.write_schema"


def test_the_bin_travels_too() -> None:
    from tests.support.household_values import ANN, CUSHION, record

    source = MemoryStore()
    source.keep_person(ANN)
    source.keep_massager(CUSHION)
    source.add_records((msgspec.structs.replace(record(), removed_utc_ms=NOON.utc_ms),))
    target = MemoryStore()
    bring_in(target, unpack(exported(source)))
    assert [each.removed_utc_ms for each in every_session(target, ANN.id)] == [NOON.utc_ms]
