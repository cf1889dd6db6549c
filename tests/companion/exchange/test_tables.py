"""CSV back into the program: its own, and what other programs wrote."""

import io
from datetime import datetime

import pytest
from msgspec import structs

from massage_companion.companion.exchange.bring_in import Fate, bring_in, preview
from massage_companion.companion.exchange.foreign_csv import Columns, DayOrder, Meaning, guess, records_of
from massage_companion.companion.exchange.own_csv import is_own, unpack_table
from massage_companion.companion.exchange.table import TableError, read_table
from massage_companion.log.record import Origin
from massage_companion.session.plan import Phase
from massage_companion.storage.export_files import write_csv
from tests.support.household_values import ANN, CUSHION, record
from tests.support.memory_store import MemoryStore

FULL = structs.replace(
    record(), note="=cmd|' /C calc'!A0\nsecond line", sore_after=0, sore_next=7, overtime_ms=1_250,
    phases=(Phase("left side", 5), Phase("right; side", 5)),
)  # fmt: skip


def household() -> MemoryStore:
    store = MemoryStore()
    store.keep_person(ANN)
    store.keep_massager(CUSHION)
    return store


def csv_of(store: MemoryStore) -> bytes:
    file = io.BytesIO()
    write_csv(store, store.people(), file)
    return file.getvalue()


def test_the_own_csv_comes_back_as_entered_by_hand() -> None:
    source, target = household(), household()
    simple = structs.replace(FULL, phases=FULL.phases[:1])
    source.add_records((simple,))
    table = read_table(csv_of(source))
    assert is_own(table)
    bring_in(target, unpack_table(table, target))
    (kept,) = target.records("ann", 10)
    assert kept.origin is Origin.MANUAL
    assert (kept.note, kept.sore_after, kept.sore_next, kept.overtime_ms) == (simple.note, 0, 7, 1_250)
    assert (kept.started.utc_ms, kept.phases) == (simple.started.utc_ms, simple.phases)
    assert preview(target, unpack_table(table, target)).fates["sessions"] == (Fate.SAME,)


def test_what_the_log_holds_already_is_the_same_and_no_conflict() -> None:
    store = household()
    store.add_records((FULL,))
    assert preview(store, unpack_table(read_table(csv_of(store)), store)).fates["sessions"] == (Fate.SAME,)


def test_people_and_massagers_that_are_new_come_with_it() -> None:
    source, target = household(), MemoryStore()
    source.add_records((record(),))
    bring_in(target, unpack_table(read_table(csv_of(source)), target))
    assert [person.name for person in target.people()] == ["Ann"]
    # What it does is not known, so it counts as doing everything.
    assert [massager.modalities for massager in target.massagers()] == [frozenset()]


def test_a_bad_row_is_told_with_its_number_in_the_file() -> None:
    store = household()
    store.add_records((record(),))
    data = csv_of(store).replace(b",4,", b",40,", 1)
    unpacked = unpack_table(read_table(data), household())
    assert [(each.number, each.reason) for each in unpacked.wrong] == [(2, "soreness")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_separators_and_encodings_as_they_come(separator: str, encoding: str) -> None:
    text = separator.join(["日期", "分钟", "备注"]) + "\r\n" + separator.join(["2026-03-04 08:05", "12", '"好，多了"'])
    table = read_table(text.encode(encoding))
    assert table.header == ("日期", "分钟", "备注")
    assert table.rows[0][2] == "好，多了"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\r\n , \r\n", "empty"),
        (b"one column\n1\n", "not_a_table"),
        (b"a,b\x00\n", "not_text"),
        (b'a,b\n"never closed', "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(TableError) as raised:
        read_table(data)
    assert raised.value.kind == kind


FOREIGN = b"""Start date;Start time;Duration (min);Pain before;Pain after;Comment
04.03.2026;08:05;12,5;6/10;4;after work
2026-03-05;20:00;0:15:00;;;
31.02.2026;08:05;10;5;4;no such day
05.03.2026;08:05;0;5;4;no time
05.03.2026;08:05;10;11;4;too sore
"""


def test_a_table_of_another_program_is_guessed_and_read() -> None:
    table = read_table(FOREIGN)
    columns = guess(table)
    assert columns.is_enough
    assert columns.places == {
        Meaning.DATE: 0, Meaning.TIME: 1, Meaning.MINUTES: 2, Meaning.BEFORE: 3, Meaning.AFTER: 4, Meaning.NOTE: 5,
    }  # fmt: skip
    records, wrong = records_of(table, columns, ANN, CUSHION, lambda utc_ms: (480, ""))
    assert [(each.number, each.reason) for each in wrong] == [(4, "time"), (5, "minutes"), (6, "soreness")]
    first = records[0]
    assert (first.planned_minutes, first.sore_before, first.sore_after, first.note) == (13, 6, 4, "after work")
    assert datetime.fromtimestamp(first.started.utc_ms / 1000).timestamp() == 1_772_582_700.0
    assert {record.origin for record in records} == {Origin.MANUAL}


def test_reading_it_twice_gives_the_same_sessions() -> None:
    table = read_table(FOREIGN)
    once, _ = records_of(table, guess(table), ANN, CUSHION, lambda utc_ms: (60, ""))
    again, _ = records_of(table, guess(table), ANN, CUSHION, lambda utc_ms: (60, ""))
    assert [each.id for each in once] == [each.id for each in again]


def test_the_person_says_which_comes_first_in_a_date() -> None:
    table = read_table(b"date,minutes\n03/04/2026 08:00,10\n")
    places = {Meaning.DATE: 0, Meaning.MINUTES: 1}
    april, _ = records_of(table, Columns(places, DayOrder.DAY_FIRST), ANN, CUSHION, lambda utc_ms: (0, ""))
    march, _ = records_of(table, Columns(places, DayOrder.MONTH_FIRST), ANN, CUSHION, lambda utc_ms: (0, ""))
    assert april[0].started.utc_ms - march[0].started.utc_ms == 31 * 86_400_000 - 86_400_000
