"""Settings that nobody can break: each bad value falls back alone, and what a later version wrote is kept."""

import json
import os
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.companion.ports import StoreError
from massage_companion.storage.settings_file import FILE_NAME, SettingsFile


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).read() == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"text_percent": 1e999}', b'{"scheme": "dark"}' * 9],
)
def test_a_file_that_makes_no_sense_is_a_default(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert SettingsFile(tmp_path).read() == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"),
        ("scheme", "pink"),
        ("scheme", None),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("text_percent", True),
        ("volume_percent", -1),
        ("volume_percent", 40.5),
        ("current_person", 3),
        ("notifications", "yes"),
        ("small_window", 1),
        ("tray", None),
        ("country", "cn"),
        ("country", "CHN"),
        ("country", 86),
        ("backups", 0),
        ("backup_folder", ["a"]),
    ],
)
def test_a_bad_value_falls_back_alone(tmp_path: Path, name: str, value: object) -> None:
    good = {"language": "zh", "scheme": "dark", "text_percent": 150, "volume_percent": 10, "current_person": "ann",
            "notifications": False, "small_window": True, "tray": True, "country": "CN", "backups": False,
            "backup_folder": "/media/stick"}  # fmt: skip
    (tmp_path / FILE_NAME).write_text(json.dumps({**good, name: value}))
    expected = structs.replace(Settings(), **{key: given for key, given in good.items() if key != name})
    assert SettingsFile(tmp_path).read() == expected


def test_settings_of_an_older_version_have_the_rest_at_its_default(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"scheme": "dark"}')
    assert SettingsFile(tmp_path).read() == Settings(scheme="dark")


def test_keys_of_a_later_version_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"later": {"a": [1]}, "scheme": "dark"}')
    file = SettingsFile(tmp_path)
    file.keep(Settings(scheme="light"))
    assert json.loads((tmp_path / FILE_NAME).read_text())["later"] == {"a": [1]}
    assert file.read() == Settings(scheme="light")


def test_the_old_settings_stay_when_the_new_ones_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(tmp_path)
    file.keep(Settings(scheme="dark"))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as raised:
        file.keep(Settings(scheme="light"))
    assert raised.value.kind == "full"
    assert file.read() == Settings(scheme="dark")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_folder_in_the_place_of_the_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    file = SettingsFile(tmp_path)
    assert file.read() == Settings()
    with pytest.raises(StoreError):
        file.keep(Settings())
