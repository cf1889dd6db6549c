"""Every story once more, through the use cases and a database on disk, with a restart for each crash."""

from pathlib import Path

import pytest

from tests.support.session_script import play
from tests.support.story_files import Story, name_of, stories
from tests.support.story_household import HouseholdPlayer

MANY = 40


@pytest.mark.parametrize("story", [*stories("household"), *stories("machine")], ids=name_of)
def test_story(story: Story, tmp_path: Path) -> None:
    play(story.script, HouseholdPlayer(tmp_path / "data"))


def test_there_are_many_and_each_has_a_title_of_its_own() -> None:
    told = [story.title for story in (*stories("household"), *stories("machine"))]
    assert len(told) >= MANY
    assert len(set(told)) == len(told)
