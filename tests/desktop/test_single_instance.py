"""One program for each data folder, and a second start brings the first one forward."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from massage_companion.desktop.single_instance import SingleInstance


def test_a_second_start_does_not_get_the_folder_and_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.raise_requested, timeout=2_000):
        assert second.raise_other()
    first.release()


def test_another_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "two")
    assert one.take()
    assert two.take()
    one.release()
    two.release()


def test_a_folder_that_was_let_go_can_be_taken_again(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.take()
    first.release()
    assert second.take()
    second.release()


def test_nobody_answers_where_no_program_runs(qtbot: QtBot, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).raise_other()


def test_where_nothing_can_be_written_there_is_no_lock_and_no_harm_to_who_holds_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, reader = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert owner.take()
    owner.listen()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert reader.take()
    reader.listen()
    with qtbot.waitSignal(owner.raise_requested, timeout=2_000):
        assert SingleInstance(tmp_path).raise_other()
    reader.release()
    owner.release()


def test_who_could_only_look_takes_the_lock_before_writing_or_gives_way(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, owner = SingleInstance(tmp_path), SingleInstance(tmp_path)
    with monkeypatch.context() as read_only:
        read_only.setattr(os, "access", lambda path, mode: False)
        assert reader.take()
    assert [reader.is_held, owner.take()] == [False, True]
    assert not reader.take(), "the folder can be written now, and somebody else does"
    owner.release()
    assert [reader.take(), reader.is_held, reader.take()] == [True, True, True], "it stays what it is"
    reader.release()
