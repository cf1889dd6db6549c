"""``screen`` judges a file as the safety check would, and names exactly what it cannot read."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine, Said
from tests.support.small_rules import FINE_TODAY, HEALTHY

HEALTHY_PLAIN = {name: answer if isinstance(answer, int) else answer[0] for name, answer in HEALTHY.given.items()}


@pytest.fixture
def judge(say: CommandLine, tmp_path: Path) -> Any:
    def run(answers: dict[str, Any], *options: str) -> Said:
        file = tmp_path / "answers.json"
        file.write_text(json.dumps({"answers": answers}))
        return say("screen", str(file), "--modalities", "kneading,heat", "--json", *options)

    return run


def test_somebody_healthy_is_allowed(judge: Any, folder: Path) -> None:
    said = judge(HEALTHY_PLAIN)
    assert (said.code, said.errors) == (0, "")
    read = said.json
    assert (read["outcome"], read["allowed"], read["unanswered"]) == ("ok", True, [])
    assert read["modalities"] == {"heat": "ok", "kneading": "ok"}
    assert read["rules_version"] == "small-1"
    assert read["limits"] == {
        "minutes": 15,
        "sessions_per_day": 2,
        "minutes_per_day": 30,
        "rest_minutes": 60,
        "intensity": None,
        "heat": None,
        "placement": None,
    }
    assert not folder.exists()


@pytest.mark.parametrize("question", ["felt", "soreness-before", "signs-before", "log-facts"])
def test_what_is_felt_later_and_what_the_log_shows_are_no_answers_of_it(judge: Any, question: str) -> None:
    said = judge({**HEALTHY_PLAIN, question: "none"})
    assert said.code == 2
    assert question in said.errors


def test_findings_come_with_words_answers_and_sources_the_strictest_first(judge: Any) -> None:
    said = judge({**HEALTHY_PLAIN, "signs": ["clumsy-hands"], "age": 70})
    assert said.code == 3
    read = said.json
    assert (read["outcome"], read["allowed"]) == ("contraindicated", False)
    assert [finding["id"] for finding in read["findings"]][:2] == ["cord", "older"]
    cord, older = read["findings"][:2]
    assert set(cord) == {"id", "outcome", "modalities", "title", "answers", "why", "next", "sources"}
    assert cord["answers"][0]["options"] == ["clumsy-hands"]
    assert older["answers"][0] | {"question_text": "", "text": ""} == {
        "question": "age",
        "question_text": "",
        "options": [],
        "text": "",
    }
    assert all(set(source) == {"title", "publisher", "year", "address"} for source in cord["sources"])
    assert (read["limits"]["minutes"], read["limits"]["intensity"]) == (10, "low")


def test_a_blank_is_never_allowed_and_is_listed(judge: Any) -> None:
    for question in HEALTHY_PLAIN:
        said = judge({name: answer for name, answer in HEALTHY_PLAIN.items() if name != question})
        assert said.code == 3
        assert question in said.json["unanswered"]


def test_todays_answers_count_as_soon_as_there_is_one(judge: Any) -> None:
    assert judge({**HEALTHY_PLAIN, **FINE_TODAY.as_plain()}).code == 0
    feverish = judge({**HEALTHY_PLAIN, "today": ["fever"]})
    assert (feverish.code, feverish.json["outcome"]) == (3, "not_today")


def test_without_modalities_all_of_them_count(say: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"answers": HEALTHY_PLAIN}))
    said = say("screen", str(file), "--json")
    assert len(said.json["modalities"]) == 7
    assert said.json["unanswered"] == ["pads"]


def test_one_option_may_stand_without_a_list(judge: Any) -> None:
    assert judge({**HEALTHY_PLAIN, "signs": "none"}).code == judge({**HEALTHY_PLAIN, "signs": ["none"]}).code == 0


def test_standard_input_is_a_file_too(say: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "\ufeff" + json.dumps({"answers": HEALTHY_PLAIN})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert say("screen", "-", "--modalities", "kneading").code == 0


def test_people_get_lines(judge: Any, say: CommandLine, tmp_path: Path) -> None:
    judge({**HEALTHY_PLAIN, "signs": ["clumsy-hands"]})
    said = say("screen", str(tmp_path / "answers.json"))
    assert said.code == 3
    assert "No session." in said.output
    assert "not medical advice" in said.output
    chinese = say("screen", str(tmp_path / "answers.json"), "--lang", "zh")
    assert "不能使用。" in chinese.output


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"nonsense": "none"}, '"nonsense"'),
        ({"signs": "nonsense"}, '"signs" has no option "nonsense"'),
        ({"signs": ["none", "nonsense"]}, '"nonsense"'),
        ({"signs": ["none", "clumsy-hands"]}, '"none" cannot stand beside'),
        ({"signs": []}, '"signs"'),
        ({"signs": None}, '"signs"'),
        ({"signs": True}, '"signs"'),
        ({"signs": {"none": 1}}, '"signs"'),
        ({"signs": [["none"]]}, '"signs"'),
        ({"neck": ["none"]}, '"neck": the answer has to be one option id'),
        ({"neck": 3}, '"neck"'),
        ({"age": 121}, "from 0 to 120"),
        ({"age": -1}, "from 0 to 120"),
        ({"age": 40.5}, '"age"'),
        ({"age": "40"}, '"age" has no option "40"'),
        ({"age": True}, '"age"'),
        ({"a\nb\x1b[31m": "x"}, "a�b�[31m"),
        ({"x" * 500: "x"}, "…"),
    ],
)
def test_an_answer_that_is_not_offered_is_named(judge: Any, answers: dict[str, Any], named: str) -> None:
    said = judge({**HEALTHY_PLAIN, **answers})
    assert (said.code, said.output) == (2, "")
    assert named in said.errors
    assert_one_short_line(said)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "not JSON"),
        (b"{", "line 1, column 2"),
        (b'{"answers": {}} x', "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "has to look like"),
        (b"{}", "has to look like"),
        (b'{"answers": []}', "has to look like"),
        (b'{"answers": {}, "more": 1}', '"more"'),
        (b'{"answers": {"age": 40, "age": 41}}', '"age" is there twice'),
        (b'{"answers": {}, "answers": {}}', '"answers" is there twice'),
        (b'{"answers": {"age": NaN}}', "number"),
        (b'{"answers": {"age": -Infinity}}', "number"),
        (b'{"answers": {"age": ' + b"9" * 5000 + b"}}", "number"),
        (b"[" * 200_000, "nested"),
        (b'{"answers":' * 60_000, "nested"),
        (b" " * 1_000_001, "1 MB"),
        (b'{"answers": {"\\ud800": "x"}}', "�"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(say: CommandLine, tmp_path: Path, content: bytes, named: str) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    said = say("screen", str(file), "--json")
    assert (said.code, said.output) == (2, "")
    assert named in said.errors
    assert_one_short_line(said)


def test_a_huge_file_is_not_read_whole(say: CommandLine, tmp_path: Path) -> None:
    said = say("screen", "/dev/zero")
    assert said.code == 2
    assert "1 MB" in said.errors


@pytest.mark.parametrize("place", ["nothing.json", ".", "a\0b"])
def test_a_file_that_is_not_there_is_named(say: CommandLine, place: str) -> None:
    said = say("screen", place)
    assert said.code == 2
    assert_one_short_line(said)


@pytest.mark.parametrize("modalities", ["", "kneading,", "warmth", "KNEADING", "kneading heat"])
def test_an_unknown_modality_is_named(say: CommandLine, tmp_path: Path, modalities: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"answers": HEALTHY_PLAIN}))
    said = say("screen", str(file), "--modalities", modalities)
    assert said.code == 2
    assert "percussion" in said.errors
    assert_one_short_line(said)


def assert_one_short_line(said: Said) -> None:
    assert len(said.errors.splitlines()) == 1
    assert said.errors.startswith("massage-companion: ")
    assert len(said.errors) < 400
