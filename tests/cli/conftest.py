"""The command line in the test's own process, judging by the small rules."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from massage_companion import cli
from massage_companion.commandline import questions, screen, status
from massage_companion.storage.content import Content
from tests.support.small_rules import small_rules, small_texts


class Said(Struct, frozen=True):
    """What a command left behind."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        """The output read as JSON."""
        return json.loads(self.output)


CommandLine = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def say(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Run a sub-command on the data folder, in English unless it says otherwise."""
    small = Content(small_rules(), small_texts())
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(screen, "load_rules", small_rules)
    monkeypatch.setattr(screen, "load_texts", lambda language, rules: small.texts)
    for module in (questions, status):
        monkeypatch.setattr(module, "load_content", lambda language: small)

    def run(*arguments: str) -> Said:
        try:
            code = cli.run(["--data-dir", str(folder), *arguments], lambda data_dir: 99)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return run
