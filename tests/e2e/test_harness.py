"""The window tests' own tools: a small window is shown, read, operated, photographed and ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.e2e.driver import Program
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window

SMALL_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

application = QApplication(sys.argv)
window = QWidget(windowTitle="Small window")
column = QVBoxLayout(window)
said = QLabel("Nothing yet")
name = QLineEdit(accessibleName="Your name")
agree = QCheckBox("I agree")
greet = QPushButton("Greet")
never = QPushButton("Never", enabled=False)
hidden = QPushButton("Unseen", window)
for widget in (said, name, agree, greet, never):
    column.addWidget(widget)
hidden.hide()
greet.clicked.connect(lambda: said.setText("Hello " + name.text()))
window.resize(400, 300)
window.show()
sys.exit(application.exec())
"""


@pytest.fixture
def program(x_session: XSession, tmp_path: Path) -> Iterator[Program]:
    script = tmp_path / "small_window.py"
    script.write_text(SMALL_WINDOW, "utf-8")
    with Program(x_session, [sys.executable, str(script)]) as program:
        program.wait_for_window()
        yield program


def test_the_tree_tells_names_texts_and_states(program: Program) -> None:
    tree = program.tree()
    agree, never = tree.find("I agree", "check box"), tree.find("Never")
    assert agree is not None
    assert not agree.checked
    assert agree.bounds[2] > 0
    assert never is not None
    assert not never.enabled
    assert "Nothing yet" in tree.texts()
    assert tree.find("Unseen") is None


def test_keys_reach_the_window_and_the_change_is_seen(program: Program) -> None:
    program.wait_until(lambda tree: tree.find("Your name") == tree.focused_node(), "focus on the field")
    program.type_text("Ann")
    program.key("Tab", "space", "Tab", "space")
    tree = program.wait_until(lambda tree: "Hello Ann" in tree.texts(), "the greeting")
    agree = tree.find("I agree")
    assert agree is not None
    assert agree.checked


def test_a_screen_reader_can_fill_focus_and_press(program: Program) -> None:
    program.fill("Your name", "张三")
    program.focus("Greet")
    program.press("Greet")
    tree = program.wait_until(lambda tree: "Hello 张三" in tree.texts(), "the greeting")
    focused = tree.focused_node()
    assert focused is not None
    assert focused.name == "Greet"


def test_the_mouse_reaches_what_it_points_at(program: Program) -> None:
    program.click("I agree")
    program.wait_until(lambda tree: (box := tree.find("I agree")) and box.checked, "the tick")


def test_what_is_disabled_cannot_be_pressed(program: Program) -> None:
    with pytest.raises(AssertionError, match="'Never' is disabled"):
        program.press("Never")


def test_waiting_in_vain_shows_the_tree(program: Program) -> None:
    with pytest.raises(AssertionError, match=r"waited in vain for a miracle[\s\S]*\[push button\] 'Greet'"):
        program.wait_until(lambda tree: tree.find("Miracle"), "a miracle", seconds=0)


@pytest.mark.parametrize("window", [False, True])
def test_a_picture_shows_more_than_one_colour(program: Program, tmp_path: Path, window: bool) -> None:
    picture = QImage(str(program.screenshot(tmp_path / "screen.png", window)))
    size = (picture.width(), picture.height())
    assert size == ((400, 300) if window else (1280, 900))
    colours = {picture.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
    assert len(colours) > 3


def test_a_killed_program_starts_again(program: Program) -> None:
    program.kill()
    program.start()
    assert program.wait_for_window().find("Greet") is not None


def test_a_program_that_ends_is_reported_with_what_it_printed(x_session: XSession) -> None:
    with Program(x_session, [sys.executable, "-c", "print('gone'); raise SystemExit(7)"]) as program:
        assert program.wait_for_end() == 7
        with pytest.raises(AssertionError, match=r"ended with 7 before an active window was there\ngone"):
            program.wait_for_window()


def test_the_desktop_leaves_nothing_behind() -> None:
    with XSession(size=(640, 480)) as session:
        folder = session.folder
        display = session.environment["DISPLAY"]
        assert "640x480" in session.run("xprop", "-root", "_NET_DESKTOP_GEOMETRY").replace(", ", "x")
    assert not folder.exists()
    assert not Path(f"/tmp/.X11-unix/X{display[1:]}").exists()
