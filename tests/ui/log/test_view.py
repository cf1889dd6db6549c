"""A row of the log says what happened, no more and no less."""

from msgspec import structs

from massage_companion.companion.log_ports import LogTotals
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending
from massage_companion.storage.words import load_words
from massage_companion.ui.log.view import bin_row, log_row, total_line

WORDS = load_words("en")
CHINESE = load_words("zh")
NOON = Reading("boot", 0, 0, 1_795_348_800_000, offset_minutes=60, zone="CET")  # 22 November 2026, 13:00 there


def record(
    started: Reading = NOON,
    ending: Ending = Ending.FINISHED,
    used_ms: int = 15 * MINUTE_MS,
    overtime_ms: int = 0,
    paused_ms: int = 0,
    at_most_ms: int | None = None,
    sore: tuple[int | None, int | None] = (5, 2),
    note: str = "",
) -> SessionRecord:
    return SessionRecord(
        id="s1",
        person="mei",
        massager="m1",
        massager_name="Kneader",
        started=started,
        ended=shifted(started, used_ms + overtime_ms),
        planned_minutes=15,
        intensity=Intensity.MEDIUM,
        heat=True,
        ending=ending,
        used_ms=used_ms,
        overtime_ms=overtime_ms,
        paused_ms=paused_ms,
        at_most_ms=used_ms + overtime_ms if at_most_ms is None else at_most_ms,
        sore_before=sore[0],
        sore_after=sore[1],
        note=note,
    )


def test_a_session_of_today_reads_like_the_design() -> None:
    row = log_row(record(), NOON.utc_ms, WORDS)
    assert row.cells == ("Today 13:00", "Kneader", "15:00", "Medium", "5 → 2", "Finished")


def test_the_same_row_in_chinese() -> None:
    row = log_row(record(), NOON.utc_ms, CHINESE)
    assert row.cells == ("今天 13:00", "Kneader", "15:00", "中", "5 → 2", "按时结束")


def test_yesterday_and_older_days_are_named() -> None:
    assert log_row(record(), NOON.utc_ms + DAY_MS, WORDS).cells[0] == "Yesterday 13:00"
    assert log_row(record(), NOON.utc_ms + 3 * DAY_MS, WORDS).cells[0] == "22 Nov 13:00"
    assert log_row(record(), NOON.utc_ms + 100 * DAY_MS, WORDS).cells[0] == "22 Nov 2026 13:00"


def test_a_moment_keeps_the_wall_clock_of_the_place_where_it_happened() -> None:
    abroad = Reading("boot", 0, 0, NOON.utc_ms, offset_minutes=-11 * 60, zone="SST")
    assert log_row(record(abroad), NOON.utc_ms, WORDS).cells[0] == "Today 01:00"


def test_overtime_stands_beside_the_time_and_is_spoken_in_words() -> None:
    row = log_row(record(overtime_ms=92_000), NOON.utc_ms, WORDS)
    assert row.cells[2] == "15:00 +01:32"
    assert row.cells[5] == "Ran over"
    assert row.spoken[2] == "15 minutes, then 1 minute 32 seconds over time"


def test_the_reach_for_the_switch_is_not_called_running_over() -> None:
    assert log_row(record(overtime_ms=9_000), NOON.utc_ms, WORDS).cells[5] == "Finished"


def test_soreness_that_was_not_noted_is_said_so() -> None:
    row = log_row(record(sore=(4, None)), NOON.utc_ms, WORDS)
    assert row.cells[4] == "4 → –"
    assert row.spoken[4] == "before 4, after not noted"
    assert log_row(record(sore=(None, None)), NOON.utc_ms, WORDS).cells[4] == "–"


def test_an_end_that_is_not_known_is_not_called_finished() -> None:
    row = log_row(
        record(ending=Ending.UNCONFIRMED, used_ms=4 * MINUTE_MS, at_most_ms=40 * MINUTE_MS), NOON.utc_ms, WORDS
    )
    assert (row.cells[2], row.cells[5]) == ("04:00", "End not known")


def test_an_entry_by_hand_is_marked() -> None:
    by_hand = structs.replace(record(), origin=Origin.MANUAL)
    assert log_row(by_hand, NOON.utc_ms, WORDS).cells[5] == "Entered by hand"


def test_the_bin_says_until_when_a_session_is_kept() -> None:
    removed = structs.replace(record(), removed_utc_ms=NOON.utc_ms + DAY_MS)
    assert bin_row(removed, NOON.utc_ms, WORDS).cells == ("Today 13:00", "Kneader", "15:00", "23 Dec 2026")


def test_sums_are_read_in_hours_and_minutes() -> None:
    assert total_line(LogTotals(38, 8 * HOUR_MS + 20 * MINUTE_MS + 59_000), WORDS) == "38 sessions · 8 h 20 min"
    assert total_line(LogTotals(1, 90_000), WORDS) == "1 session · 1 min"
    assert total_line(LogTotals(38, 8 * HOUR_MS), CHINESE) == "共 38 次 · 8 小时 0 分钟"
