"""A start without a screen, a library or a sound PySide6 ends in one plain line, never in Qt's abort()."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from massage_companion.companion.words import Words
from massage_companion.desktop.preflight import (
    DEBIAN_PACKAGES,
    diagnose,
    explain_import,
    missing_in,
    void_calls_lose_none,
    wanted_platforms,
)
from massage_companion.storage.words import load_words

ROOT = Path(__file__).resolve().parents[2]
ON_X = {"DISPLAY": ":7"}

OPEN = """
import sys
from massage_companion.desktop.preflight import open_application
from massage_companion.storage.words import load_words
application = open_application(["massage-companion"], load_words("en"))
print(application.platformName())
"""


@pytest.fixture(params=["en", "zh"])
def words(request: pytest.FixtureRequest) -> Words:
    return load_words(str(request.param))


def start(script: str = OPEN, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DISPLAY", "WAYLAND", "XDG_"))}
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**kept, **environment},
    )


def test_without_a_screen_the_start_ends_with_one_line_and_exit_code_1() -> None:
    ended = start()
    assert ended.returncode == 1
    assert ended.stderr == load_words("en")("preflight.no_screen") + "\n"
    assert ended.stdout == ""


def test_a_screen_that_is_not_there_is_named() -> None:
    ended = start(DISPLAY=":64321")
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert ":64321" in ended.stderr


def test_a_platform_asked_for_in_vain_does_not_abort() -> None:
    ended = start(QT_QPA_PLATFORM="xcb")
    assert ended.returncode == 1
    assert ended.stderr == load_words("en")("preflight.no_screen") + "\n"


def test_offscreen_is_respected_when_it_was_asked_for() -> None:
    ended = start(QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (0, "offscreen\n")


def test_the_choice_of_platform_is_not_left_behind_for_children() -> None:
    script = OPEN + "import os; print(os.environ['QT_QPA_PLATFORM'])"
    assert start(script, QT_QPA_PLATFORM="offscreen:dpi=96").stdout == "offscreen\noffscreen:dpi=96\n"


def test_a_damaged_release_is_refused_before_any_window() -> None:
    script = "import massage_companion.desktop.preflight as p\np.void_calls_lose_none = lambda: True\n" + OPEN
    ended = start(script, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert ended.stderr.startswith("PySide6 ")
    assert len(ended.stderr.splitlines()) == 1


def test_a_toolkit_that_cannot_be_imported_is_explained() -> None:
    script = "import sys\nsys.modules['PySide6'] = None\n" + OPEN
    ended = start(script, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert "PySide6 cannot be loaded" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_the_installed_pyside6_keeps_none_alive() -> None:
    assert not void_calls_lose_none()


def test_the_module_run_alone_reports_a_sound_release() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "massage_companion.desktop.preflight"],
        cwd=ROOT,
        timeout=60,
        capture_output=True,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, "xcb;offscreen"),
        ({"DISPLAY": ":0"}, "xcb;offscreen"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland;xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "xcb"}, "xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen:dpi=192"}, "offscreen:dpi=192"),
    ],
)
def test_offscreen_is_always_the_last_resort(environment: dict[str, str], platforms: str) -> None:
    assert wanted_platforms(environment) == platforms


def test_no_screen_comes_before_anything_else(words: Words) -> None:
    sentence = diagnose({}, ["libxcb-cursor.so.0"], False, words)
    assert "DISPLAY" in sentence
    assert "apt" not in sentence


def test_missing_libraries_are_named_with_the_packages_that_bring_them(words: Words) -> None:
    sentence = diagnose(ON_X, ["libxcb-icccm.so.4", "libxcb-cursor.so.0"], True, words)
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4" in sentence
    assert sentence.endswith("sudo apt install libxcb-cursor0 libxcb-icccm4")


def test_a_library_without_a_known_package_is_still_named(words: Words) -> None:
    assert "libnew.so.9" in diagnose(ON_X, ["libnew.so.9"], True, words)


def test_a_silent_screen_and_a_closed_one_are_told_apart(words: Words) -> None:
    silent, closed = (diagnose(ON_X, [], reachable, words) for reachable in (False, True))
    assert silent != closed
    assert ":7" in silent
    assert ":7" in closed


def test_an_import_that_lacks_a_library_names_its_package(words: Words) -> None:
    reason = "libGL.so.1: cannot open shared object file: No such file or directory"
    assert explain_import(reason, words).endswith("sudo apt install libgl1")


def test_another_import_error_is_repeated_on_one_line(words: Words) -> None:
    sentence = explain_import("No module named\n 'PySide6'", words)
    assert "No module named 'PySide6'" in sentence


def test_the_linker_report_is_read_for_what_is_not_found() -> None:
    report = (
        "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibxcb-cursor.so.0 => not found\n"
        "\tlibxcb.so.1 => /lib/libxcb.so.1 (0x1)\n\tlibxcb-cursor.so.0 => not found\n"
    )
    assert missing_in(report) == ("libxcb-cursor.so.0",)
    assert missing_in("") == ()


def test_every_sentence_is_one_line_and_quiet(words: Words) -> None:
    said = [
        words("preflight.toolkit_missing", reason="x"),
        words("preflight.damaged_release", version="6.12.0", python="3.11"),
        diagnose({}, [], False, words),
    ]
    assert all("\n" not in sentence and "!" not in sentence.split('"')[0] for sentence in said)


def test_package_names_look_like_packages() -> None:
    assert all(name.islower() and " " not in name for name in DEBIAN_PACKAGES.values())
