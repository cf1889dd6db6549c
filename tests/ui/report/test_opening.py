"""The report is opened from the use cases as they stand: with a check or without one, and never with an old log."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.screening import Screening
from massage_companion.ui.parts import Parts
from massage_companion.ui.report.opening import open_report, sheet_about
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.healthy_answers import answers_from, filled, real_rules
from tests.support.report_logs import LiWeisLog
from tests.support.reports import DOCTOR, LI, PILLOW, TAKEN, clearance, content, words
from tests.support.window_parts import window_parts


class Quiet:
    """Ticks never come and nothing rings: no session is run here."""

    def arm(self, delay_ms: int, look: Callable[[], None]) -> None:
        pass

    def disarm(self) -> None:
        pass

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None:
        pass

    def stop(self) -> None:
        pass


def parts_over(log: LiWeisLog) -> Parts:
    quiet = Quiet()
    return window_parts(
        real_rules(), log.store, FakeClock(), CountingIds("id"), lambda language: content(language).texts, quiet, quiet
    )


def checked(log: LiWeisLog) -> None:
    rules = real_rules()
    answers = filled(rules.questionnaire, answers_from(rules.questionnaire, DOCTOR), PILLOW.judged_modalities)
    log.store.complete_check(Screening("check", LI.id, answers, rules.version, TAKEN.utc_ms, 480))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_check_clearances_and_log_are_told_together(language: str) -> None:
    log = LiWeisLog()
    log.rated(10, -2)
    checked(log)
    log.store.keep_clearance(clearance("R25"))
    log.store.keep_clearance(structs.replace(clearance("R25"), id="other", massager="gun", by_whom="Dr Gun"))
    report = sheet_about(parts_over(log), LI, PILLOW, language).report
    assert report.check is not None
    assert report.check.clearances is not None
    assert len(report.check.clearances.rows) == 1
    assert "Dr Chen" in str(report.check.clearances)
    assert report.log.massagers is not None
    assert report.language == language


def test_without_a_check_the_window_opens_and_tells_of_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    log = LiWeisLog()
    log.session(1)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = open_report(parts_over(log), LI, PILLOW, words("en"), window)
    assert dialog.isVisible()
    report = sheet_about(parts_over(log), LI, PILLOW, "en").report
    assert report.check is None
    assert report.unchecked == "No safety check has been done yet"
    assert report.log.lines[0].startswith("1 session")
    dialog.reject()


def test_the_log_is_read_anew_each_time() -> None:
    log = LiWeisLog()
    parts = parts_over(log)
    before = sheet_about(parts, LI, PILLOW, "en").report
    log.session(1)
    assert sheet_about(parts, LI, PILLOW, "en").report.log.lines != before.log.lines


def test_what_cannot_be_read_is_a_store_error(monkeypatch: pytest.MonkeyPatch) -> None:
    log = LiWeisLog()

    def damaged(*_of: object) -> tuple[()]:
        raise StoreError("damaged", "")

    monkeypatch.setattr(log.store, "points", damaged)
    with pytest.raises(StoreError):
        sheet_about(parts_over(log), LI, PILLOW, "en")
