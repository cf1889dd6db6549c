"""The commands as they are started: arguments, the window, and what each leaves alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from massage_companion import cli
from massage_companion.commandline.check import data_found, differing_keys, python_found
from massage_companion.companion.words import Words
from massage_companion.eligibility.questionnaire import ASKED_BEFORE
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.words import load_words
from tests.cli.conftest import CommandLine
from tests.support.small_rules import small_rules

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "massage_companion", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        cwd=ROOT,
        env={**kept, "LC_ALL": "C.UTF-8", **environment},
    )


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], None),
        (["--data-dir", "here"], Path("here")),
        (["--data-dir=here"], Path("here")),
    ],
)
def test_without_a_command_the_window_opens(arguments: list[str], folder: Path | None) -> None:
    asked: list[Path | None] = []

    def open_window(data_dir: Path | None) -> int:
        asked.append(data_dir)
        return 7

    assert cli.run(arguments, open_window) == 7
    assert asked == [folder]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["screen"],
        ["export"],
        ["export", "--format", "xml"],
        ["questions", "--lang", "fr"],
        ["status", "--js"],
    ],
)
def test_arguments_that_make_no_sense_end_with_2(say: CommandLine, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(arguments, lambda data_dir: 99)
    assert ended.value.code == 2


def test_questions_are_told_as_they_are_asked(say: CommandLine) -> None:
    read = say("questions", "--json").json
    assert (read["rules_version"], read["language"]) == ("small-1", "en")
    questions = {question["id"]: question for question in read["questions"]}
    asked = [question for question in small_rules().questionnaire.questions if question.stage in ASKED_BEFORE]
    assert list(questions) == [question.id for question in asked]
    signs, age, pain = questions["signs"], questions["age"], questions["pain"]
    assert (signs["stage"], signs["page"], signs["kind"], signs["asked_when"]) == ("check", "signs", "many", None)
    assert [(option["id"], option["role"]) for option in signs["options"]] == [
        ("sudden-dizzy", None),
        ("clumsy-hands", None),
        ("none", "none"),
        ("unsure", "unsure"),
    ]
    assert (age["minimum"], age["maximum"]) == (0, 120)
    assert "minimum" not in signs
    assert pain["asked_when"] == {"any": [{"question": "neck", "in": ["mild", "more", "unsure"]}]}
    assert questions["pads"]["modalities"] == ["pulse"]
    assert questions["implant"]["asked_when"] == {"any": [{"question": "body", "is": "implant"}]}
    assert questions["today"]["stage"] == "today"
    assert "[signs]" in say("questions").output
    assert "[felt]" not in say("questions").output


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_real_questions_are_there_in_both_languages(language: str) -> None:
    ended = start("questions", "--json", "--lang", language)
    assert (ended.returncode, ended.stderr) == (0, "")
    read = json.loads(ended.stdout)
    assert read["language"] == language
    for question in read["questions"]:
        assert question["text"]
        assert question["options"]
        assert {option["role"] for option in question["options"]} >= {"unsure"}


def test_output_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    ended = start("questions", "--json", "--lang", "zh", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.returncode == 0
    assert "？" in ended.stdout
    plain = start("questions", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert "\\u" in plain.stdout


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"'{sys.executable}' -m massage_companion questions --json | head -n 1"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert (ended.stdout, ended.stderr) == ("{\n", "")


@pytest.mark.parametrize("command", ["questions", "status", "screen", "export"])
def test_no_command_loads_qt_or_the_window(command: str, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"answers": {}}')
    arguments = {"screen": [str(file)], "export": ["--format", "csv"]}.get(command, [])
    script = (
        "import sys; from massage_companion.cli import run; "
        f"run(['--data-dir', {str(tmp_path / 'data')!r}, {command!r}, *{arguments!r}], lambda folder: 9); "
        "print([name for name in sys.modules if 'PySide6' in name or name.startswith('massage_companion.ui')])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert ended.stdout.splitlines()[-1] == "[]"


def test_check_finds_the_program_sound_and_makes_nothing(tmp_path: Path) -> None:
    ended = start("--data-dir", str(tmp_path / "data"), "check")
    assert ended.stderr == ""
    lines = ended.stdout.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("ok ") for line in lines), ended.stdout
    assert ended.returncode == 0
    assert not (tmp_path / "data").exists()


def test_check_finds_damaged_data(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"damaged")
    ended = start("--data-dir", str(tmp_path), "check")
    assert ended.returncode == 1
    assert sum(line.startswith("FAIL") for line in ended.stdout.splitlines()) == 1
    assert not data_found(tmp_path, load_words("zh")).good


def test_check_knows_an_old_python() -> None:
    words = load_words("en")
    assert not python_found((3, 10, 14), words).good
    assert python_found((3, 11, 0), words).good


def test_words_that_one_language_lacks_are_found() -> None:
    english = Words("en", {"a": "x {n}", "b": "x", "c.one": "{n} x", "c.other": "{n} xs", "d": "{name}"})
    chinese = Words("zh", {"a": "x {n}", "c.other": "{n} x", "d": "{nome}", "e": "x"})
    assert differing_keys([english, chinese]) == ("b", "d", "e")


def test_a_place_that_is_not_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = start("--data-dir", str(tmp_path / "file"), "status")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert str(tmp_path / "file") in ended.stderr


def test_the_version_is_told(say: CommandLine) -> None:
    assert say("--version").output.startswith("massage-companion ")
