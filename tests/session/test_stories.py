"""The stories of a session, played on the machine alone. They stand in tests/stories, one file for each subject."""

import pytest

from tests.support.session_script import play
from tests.support.story_files import Story, name_of, stories
from tests.support.story_machine import MachinePlayer


@pytest.mark.parametrize("story", stories("machine"), ids=name_of)
def test_story(story: Story) -> None:
    play(story.script, MachinePlayer())


def test_a_story_that_does_not_hold_shows_where() -> None:
    script = "plan 5m\nstart -> running 5:00\n+1m -> running 3:00 ; half\noff"
    with pytest.raises(AssertionError) as failed:
        play(script, MachinePlayer())
    assert str(failed.value).splitlines() == [
        "",
        "    plan 5m",
        "    start -> running 5:00",
        "--> +1m -> running 3:00 ; half",
        "    it was: running 4:00 ; nothing",
        "    off",
    ]
