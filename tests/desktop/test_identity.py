"""The desktop knows the program by one id; a launcher that names another one shows no icon or starts nothing."""

import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtSvg import QSvgRenderer

from massage_companion import __version__

ROOT = Path(__file__).resolve().parents[2]
ID = "io.github.massage_companion.MassageCompanion"
LAUNCHER = ROOT / f"resources/desktop/{ID}.desktop"
METAINFO = ROOT / f"resources/desktop/{ID}.metainfo.xml"


class DesktopEntries(ConfigParser):
    """The format of launchers; unlike in other files of this kind, capital letters in keys count."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


@pytest.fixture
def launcher() -> ConfigParser:
    reader = DesktopEntries(interpolation=None)
    reader.read(LAUNCHER, "utf-8")
    return reader


def entry(launcher: ConfigParser, key: str) -> str:
    return launcher["Desktop Entry"][key]


def metainfo(path: str) -> list[str]:
    return [found.text or "" for found in ElementTree.parse(METAINFO).iterfind(path)]


def test_launcher_window_and_metainfo_share_one_id(launcher: ConfigParser) -> None:
    assert entry(launcher, "StartupWMClass") == ID
    assert metainfo("id") == [ID]
    assert metainfo("launchable") == [LAUNCHER.name]


def test_the_launcher_starts_a_command_that_the_package_installs(launcher: ConfigParser) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert entry(launcher, "Exec") in project["gui-scripts"]
    assert metainfo("provides/binary") == [*project["scripts"], *project["gui-scripts"]]


def test_the_icon_of_the_launcher_can_be_drawn(launcher: ConfigParser) -> None:
    drawing = QSvgRenderer(str(ROOT / f"resources/icons/{entry(launcher, 'Icon')}.svg"))
    assert drawing.isValid()
    assert drawing.defaultSize().width() == drawing.defaultSize().height()


def test_name_and_purpose_are_there_in_both_languages(launcher: ConfigParser) -> None:
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert entry(launcher, key)
        assert entry(launcher, f"{key}[zh_CN]")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for path in ("name", "summary", "description/p", "description/ul/li"):
        found = list(ElementTree.parse(METAINFO).iterfind(path))
        chinese = [text for text in found if text.get(language) == "zh_CN"]
        assert len(chinese) * 2 == len(found) > 0


def test_the_newest_release_is_this_version() -> None:
    release = ElementTree.parse(METAINFO).find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
