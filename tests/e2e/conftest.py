"""The desktop and the running program for tests with a real window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.e2e.driver import Program, massage_companion
from tests.e2e.x_session import XSession


class StartCompanion(Protocol):
    """Starts Massage Companion and waits for its window; the same folder again is the same household."""

    def __call__(
        self, *arguments: str, data_folder: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> Program: ...


@pytest.fixture(scope="session")
def x_session() -> Iterator[XSession]:
    """One desktop for the whole run; each program on it has its own folder."""
    with XSession() as session:
        yield session


@pytest.fixture
def companion(x_session: XSession, tmp_path: Path) -> Iterator[StartCompanion]:
    with ExitStack() as programs:

        def start(
            *arguments: str, data_folder: Path | None = None, environment: Mapping[str, str] | None = None
        ) -> Program:
            folder = data_folder or tmp_path / "companion"
            program = massage_companion(x_session, folder, *arguments, environment=environment)
            programs.enter_context(program)
            program.wait_for_window()
            return program

        yield start
