"""Exports that people and other programs read: nothing is lost on the way there and back."""

import csv
import io
import json
from typing import Any

from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.log.export import COLUMNS
from massage_companion.session.reading import HOUR_MS, Reading, shifted
from massage_companion.storage.export_files import write_csv, write_json
from massage_companion.storage.store import SqliteStore
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, clearance, record, screening, stop_sign

NASTY = '=1+1, "quoted";\r\nsecond line\t张三 🙂 \''


def fill(store: SqliteStore) -> None:
    numbers = Answers({"age": 40, "head-signs": ("none",)})
    store.complete_check(structs.replace(screening(), answers=numbers))
    store.keep_clearance(clearance())
    store.add_stop_sign(stop_sign())
    far = Reading("boot-2", 5, 4, NOON.utc_ms + 1, -210, "NST")
    store.finish(record("session-1"), "End", None)
    store.finish(record("session-2", started=far), "End", None)
    store.finish(record("of-ben", "ben"), "End", None)
    store.rate("session-1", 10, NASTY)


def as_json(store: SqliteStore, *people: Any) -> dict[str, Any]:
    file = io.BytesIO()
    write_json(store, people, NOON, file)
    read: dict[str, Any] = json.loads(file.getvalue())
    return read


def as_rows(store: SqliteStore, *people: Any) -> list[list[str]]:
    file = io.BytesIO()
    write_csv(store, people, file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def test_json_says_what_it_is_and_holds_everything(store: SqliteStore) -> None:
    fill(store)
    read = as_json(store, ANN, BEN)
    assert (read["schema"], read["version"]) == ("massage-companion-export", 2)
    assert read["exported"] == "2026-11-14T12:00:00.000+00:00"
    assert [person["name"] for person in read["people"]] == ["Ann", "张三"]
    assert read["massagers"][0]["manual"]["minutes"] == CUSHION.manual.minutes
    assert set(read["massagers"][0]) == set(CUSHION.__struct_fields__)
    (check,) = read["screenings"]
    assert check["answers"]["given"] == {"age": 40, "head-signs": ["none"]}
    (cleared,) = read["clearances"]
    assert cleared["limits"]["minutes"] == 5
    assert [sign["settled"] for sign in read["stop_signs"]] == [False]
    assert [session["note"] for session in read["sessions"] if session["id"] == "session-1"] == [NASTY]


def test_only_the_people_asked_for_are_told_about(store: SqliteStore) -> None:
    fill(store)
    read = as_json(store, BEN)
    assert [person["id"] for person in read["people"]] == ["ben"]
    assert [session["person"] for session in read["sessions"]] == ["ben"]
    assert read["screenings"] == read["clearances"] == read["stop_signs"] == []
    assert [row[1] for row in as_rows(store, BEN)[1:]] == ["张三"]


def test_csv_has_a_header_and_a_row_for_each_session(store: SqliteStore) -> None:
    fill(store)
    header, *rows = as_rows(store, ANN, BEN)
    assert tuple(header) == COLUMNS
    assert [row[0] for row in rows] == ["session-2", "session-1", "of-ben"]
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert rows[1][COLUMNS.index("note")] == f"'{NASTY}"


def test_a_log_of_many_pages_is_written_whole(store: SqliteStore) -> None:
    names = [f"session-{number:04}" for number in range(1201)]
    for number, name in enumerate(names):
        store.finish(record(name, started=shifted(NOON, number * HOUR_MS)), "End", None)
    assert [row[0] for row in as_rows(store, ANN)[1:]] == names[::-1]


def test_an_empty_log_is_a_header_and_empty_lists(store: SqliteStore) -> None:
    assert as_rows(store, ANN) == [list(COLUMNS)]
    assert as_json(store, ANN)["sessions"] == []
