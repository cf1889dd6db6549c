"""Sessions as a calendar that other programs read."""

from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.log.ics import calendar
from tests.support.fake_clock import NOON
from tests.support.household_values import record


def events_of(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_a_calendar_program_reads_every_session() -> None:
    records = [record("one"), record("two", minutes=5)]
    events = events_of(calendar(records, "Massage", NOON.utc_ms))
    assert [str(event["UID"]) for event in events] == ["one@massage-companion", "two@massage-companion"]
    assert [(event["DTEND"].dt - event["DTSTART"].dt).total_seconds() for event in events] == [600, 300]
    assert events[0]["DTSTART"].dt.timestamp() == NOON.utc_ms / 1000
    assert str(events[0]["SUMMARY"]) == "Massage: Kneading cushion"


def test_nothing_about_health_is_in_it() -> None:
    told = calendar([structs.replace(record(), note="after the operation", sore_before=9)], "Massage", NOON.utc_ms)
    assert "operation" not in told
    assert "9" not in told.split("SUMMARY")[1]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120), st.integers(-(10**15), 10**15))
def test_any_name_and_any_date_make_a_sound_file(name: str, utc_ms: int) -> None:
    at = structs.replace(NOON, utc_ms=utc_ms)
    text = calendar([structs.replace(record(), massager_name=name, started=at, ended=at)], "按摩", NOON.utc_ms)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = events_of(text)
    shown = "".join(
        letter for letter in name.replace("\r\n", "\n").replace("\r", "\n") if letter.isprintable() or letter in "\t\n"
    )
    assert str(event["SUMMARY"]) == f"按摩: {shown}"
