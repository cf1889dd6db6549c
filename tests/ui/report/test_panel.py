"""The window that saves and prints the page: by keyboard, by ear, at twice the text size, and honest when it fails."""

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.storage.whole_file import write_whole
from massage_companion.ui.report.panel import ReportDialog, Ways
from massage_companion.ui.report.pdf import DrawingError
from massage_companion.ui.report.sheet import Sheet, sheet_of
from massage_companion.ui.report.where import FileKind, ask_where
from massage_companion.ui.theme import LIGHT, apply_theme
from tests.support.accessible_screen import (
    button,
    clipped,
    focused,
    name_of,
    nameless,
    press,
    settle,
    show,
    tab_round,
    texts,
    too_small,
)
from tests.support.page_reader import read_page
from tests.support.reports import FORBIDDEN, subject, whole, words

SMALL_WINDOW = (800, 560)


class World:
    """Somebody who always chooses the folder of the test, and remembers what was proposed and printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.proposed: list[FileKind] = []
        self.printed: list[Sheet] = []
        self.ways = Ways(write_whole, self._choose, self._print)

    def _choose(self, _parent: QWidget, kind: FileKind) -> Path | None:
        self.proposed.append(kind)
        return self.folder / kind.name

    def _print(self, page: Sheet, _parent: QWidget) -> bool:
        self.printed.append(page)
        return True


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def opened(qtbot: QtBot, ways: Ways, language: str = "en") -> ReportDialog:
    dialog = ReportDialog(
        words(language), lambda wanted: sheet_of(whole(subject(FORBIDDEN), wanted), words(wanted)), ways
    )
    show(qtbot, dialog, SMALL_WINDOW)
    return dialog


def failing(kind: str) -> Ways:
    def write(_path: Path, _content: bytes) -> None:
        raise StoreError(kind, "")

    return Ways(write, lambda _parent, proposed: Path(proposed.name))


def test_a_pdf_is_saved_and_its_place_is_told(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world.ways)
    button(dialog, "Save as PDF…").click()
    place = world.folder / "massager-report-Li-Wei-2026-11-14.pdf"
    assert place.read_bytes().startswith(b"%PDF-")
    assert f"Saved as {place}" in texts(dialog).replace("\u200b", "")


def test_a_web_page_is_saved_in_the_language_that_was_chosen(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world.ways)
    button(dialog, "中文").click()
    button(dialog, "Save as web page…").click()
    page = read_page((world.folder / "massager-report-Li-Wei-2026-11-14-zh.html").read_text(encoding="utf-8"))
    assert page.one("html").attributes["lang"] == "zh-Hans"
    assert page.one("h1").text == words("zh")("report.title")


def test_the_persons_own_language_comes_first_and_is_chosen(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world.ways, "zh")
    button(dialog, words("zh")("report.dialog.print")).click()
    button(dialog, "English").click()
    button(dialog, words("zh")("report.dialog.print")).click()
    assert [page.report.language for page in world.printed] == ["zh", "en"]
    assert words("zh")("report.dialog.printed") in texts(dialog)


def test_changing_ones_mind_changes_nothing_and_says_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    ways = Ways(write_whole, lambda _parent, _kind: None, lambda _page, _parent: False)
    dialog = opened(qtbot, ways)
    before = texts(dialog)
    for name in ("Save as PDF…", "Save as web page…", "Print…"):
        button(dialog, name).click()
    assert texts(dialog) == before


@pytest.mark.parametrize("kind", ["full", "read_only", "gone", "other", "locked"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_failure_is_told_in_words_and_never_called_saved(qtbot: QtBot, kind: str, language: str) -> None:
    say = words(language)
    dialog = opened(qtbot, failing(kind), language)
    button(dialog, say("report.dialog.pdf")).click()
    told = say(f"report.cannot_write.{kind if kind != 'locked' else 'other'}")
    assert told in texts(dialog)
    assert say("report.dialog.saved", file="") not in texts(dialog)


def test_what_worked_takes_the_place_of_what_failed(qtbot: QtBot, world: World) -> None:
    broken = structs.replace(world.ways, write=failing("full").write)
    dialog = opened(qtbot, broken)
    button(dialog, "Save as PDF…").click()
    button(dialog, "Print…").click()
    assert "no room left" not in texts(dialog)
    assert "Sent to the printer." in texts(dialog)


def test_a_printer_that_fails_is_told(qtbot: QtBot, world: World) -> None:
    def fail(_page: Sheet, _parent: QWidget) -> bool:
        raise DrawingError

    dialog = opened(qtbot, structs.replace(world.ways, printed=fail))
    button(dialog, "Print…").click()
    assert words("en")("report.cannot_print.failed") in texts(dialog)


def test_a_log_that_cannot_be_read_is_told_and_nothing_is_saved(qtbot: QtBot, world: World) -> None:
    def unreadable(_language: str) -> Sheet:
        raise StoreError("damaged", "")

    dialog = ReportDialog(words("en"), unreadable, world.ways)
    show(qtbot, dialog, SMALL_WINDOW)
    for name in ("Save as PDF…", "Save as web page…", "Print…"):
        button(dialog, name).click()
        assert words("en")("storage.damaged") in texts(dialog)
    assert world.proposed == []
    assert world.printed == []


def test_everything_is_reached_and_pressed_by_keyboard(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world.ways)
    reached = [name_of(stop) for stop in tab_round()]
    assert [name for name in reached if "…" in name or name == "Close"] == [
        "Save as PDF…", "Save as web page…", "Print…", "Close",
    ]  # fmt: skip
    while name_of(focused()) != "Print…":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert len(world.printed) == 1
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_fits_a_small_window_at_twice_the_text_size(
    qtbot: QtBot, qapp: QApplication, world: World, size: float, language: str
) -> None:
    apply_theme(qapp, LIGHT, size)
    dialog = opened(qtbot, world.ways, language)
    button(dialog, words(language)("report.dialog.pdf")).click()
    settle()
    assert nameless(dialog) == []
    assert too_small(dialog) == []
    assert clipped(dialog) == []


def test_a_screen_reader_hears_what_the_page_is_and_which_one_to_take(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world.ways)
    assert dialog.windowTitle() == "Report for my doctor"
    assert "It tells about your health." in dialog.accessibleDescription()
    assert "screen reader" in button(dialog, "Save as web page…").accessibleDescription()


def test_the_place_is_asked_for_with_a_name_and_an_ending(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        asked.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    chosen = ask_where(window, FileKind("Save as PDF", "safety-check-Li.pdf", "pdf", "PDF files (*.pdf)"))
    assert chosen is not None
    assert chosen.name == "safety-check-Li.pdf"
    assert asked[0].defaultSuffix() == "pdf"
    assert asked[0].acceptMode() == QFileDialog.AcceptMode.AcceptSave


def test_no_place_chosen_is_no_place(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    window = QWidget()
    qtbot.addWidget(window)
    assert ask_where(window, FileKind("Save as PDF", "a.pdf", "pdf", "PDF files (*.pdf)")) is None
