"""The stories in ``tests/stories``: what they are about, then one after the other, each under its title.

Those in ``machine`` are about a session alone; those in ``household`` need a person, a safety check and a log.
"""

from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).resolve().parents[1] / "stories"
TITLE = "# "


class Story(Struct, frozen=True):
    """A script with its title; ``file`` is where it stands."""

    file: str
    title: str
    script: str


def stories(kind: str) -> list[Story]:
    """All stories of ``machine`` or ``household``."""
    return [story for path in sorted((FOLDER / kind).glob("*.story")) for story in _told(path)]


def name_of(story: Story) -> str:
    """How a test of it is called."""
    return f"{story.file}: {story.title}"


def _told(path: Path) -> list[Story]:
    _, *parts = ("\n" + path.read_text(encoding="utf-8")).split(f"\n{TITLE}")
    told = [part.partition("\n") for part in parts]
    return [Story(path.stem, title.strip(), script.strip()) for title, _, script in told]
