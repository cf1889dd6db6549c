"""Sessions as cells and as plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.log.export import COLUMNS, harmless, session_cells, without_guard
from massage_companion.log.moments import iso_moment
from massage_companion.session.plan import Phase
from massage_companion.session.reading import Reading
from massage_companion.session.states import Ending
from tests.support.household_values import record

CHINA = Reading("boot", 1, 2, 1_794_657_600_123, 480, "CST")


def test_a_session_fills_every_column() -> None:
    rated = structs.replace(
        record(started=CHINA),
        heat=True,
        ending=Ending.UNCONFIRMED,
        overtime_ms=1_250,
        paused_ms=61_000,
        sore_after=0,
        sore_next=2,
        phases=(Phase("left side", 5), Phase("right side", 5)),
        note="好多了",
    )
    assert dict(zip(COLUMNS, session_cells(rated, "张三"), strict=True)) == {
        "id": "session-1",
        "person": "张三",
        "massager": "Kneading cushion",
        "local_date": "2026-11-14",
        "local_time": "20:00:00",
        "started": "2026-11-14T20:00:00.123+08:00",
        "ended": "2026-11-14T20:10:00.123+08:00",
        "planned_minutes": "10",
        "used_seconds": "600",
        "overtime_seconds": "1.250",
        "paused_seconds": "61",
        "at_most_seconds": "600",
        "intensity": "low",
        "heat": "on",
        "ending": "unconfirmed",
        "soreness_before_0_to_10": "4",
        "soreness_after_0_to_10": "0",
        "note": "好多了",
        "rules_version": "2026.11.1",
        "precautions": "R60",
        "phases": "left side 5 min; right side 5 min",
        "soreness_next_morning_0_to_10": "2",
        "stop_signs": "",
        "measured_by": "timer",
    }


def test_what_is_not_known_is_empty() -> None:
    cells = dict(zip(COLUMNS, session_cells(structs.replace(record(), sore_before=None), "Ann"), strict=True))
    assert (cells["soreness_before_0_to_10"], cells["soreness_after_0_to_10"], cells["note"]) == ("", "", "")


@pytest.mark.parametrize("start", list("=+-@\t\r\n＝＋－＠"))
def test_no_text_is_a_formula(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    assert harmless(text) == f"'{text}"
    cells = session_cells(structs.replace(record(), note=text, massager_name=text), text)
    assert not any(cell.startswith(start) for cell in cells)


@pytest.mark.parametrize("text", ["", "better", "3 = 3", "'quoted", " =1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_the_guard_comes_off_again(text: str) -> None:
    if not (text.startswith("'") and harmless(text[1:]) != text[1:]):
        assert without_guard(harmless(text)) == text


@pytest.mark.parametrize(
    ("utc_ms", "offset", "text"),
    [
        (0, 0, "1970-01-01T00:00:00.000+00:00"),
        (-1, -210, "1969-12-31T20:29:59.999-03:30"),
        (1_794_657_600_000, 840, "2026-11-15T02:00:00.000+14:00"),
        (10**18, 10**6, "9999-12-31T13:59:59.999+14:00"),
        (-(10**18), -(10**6), "0001-01-01T10:00:00.000-14:00"),
    ],
)
def test_moments_are_iso_8601_with_their_offset(utc_ms: int, offset: int, text: str) -> None:
    assert iso_moment(utc_ms, offset) == text
