"""Damaged or hand-edited rule files never say "ok" more often: the check does not start, and says where."""

import random

import pytest

from massage_companion.storage.content import RULE_FILES, load_rules
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.content_loader import build_rules
from massage_companion.storage.resource_files import read_resource
from massage_companion.storage.rule_seal import SEAL, check_seal
from tests.content.seal_rules import NAMES, seal

CHANGES = 1_000


def test_the_files_are_sealed_as_they_are() -> None:
    assert read_resource(SEAL).decode() == seal(), "meant? then: python -m tests.content.seal_rules"


def test_every_file_of_rules_and_words_is_under_the_seal() -> None:
    sealed = read_resource(SEAL).decode()
    assert all(f'"{name}"' in sealed for name in NAMES)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """One change as a slip of the hand or a bad disk makes it; never none."""
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[chance.randrange(len(lines))])
        case 2:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        case 3:
            spot = chance.randrange(len(content))
            return content[:spot] + bytes([chance.choice(b"0123456789abcdefgh-_ ")]) + content[spot + 1 :]
        case _:
            spot = chance.randrange(len(content))
            return content[:spot]
    return b"".join(lines)


def refusal(files: dict[str, bytes]) -> str:
    """Why the check does not start with these files, as in a real start; empty where it would."""
    try:
        build_rules(*files.values())
        check_seal(read_resource(SEAL), files)
    except ContentError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", RULE_FILES[:2])
def test_a_thousand_changes_are_all_refused_with_their_place(name: str) -> None:
    chance = random.Random(name)
    released = {each: read_resource(f"rules/{each}") for each in RULE_FILES}
    for _change in range(CHANGES // 2):
        changed = damaged(released[name], chance)
        if changed != released[name]:
            said = refusal({**released, name: changed})
            assert any(place in said for place in RULE_FILES), said


def test_a_changed_threshold_that_only_the_seal_can_see_is_refused() -> None:
    files = {each: read_resource(f"rules/{each}") for each in RULE_FILES}
    assert b"at_least = 7" in files["rules.toml"]
    files["rules.toml"] = files["rules.toml"].replace(b"at_least = 7", b"at_least = 8")
    build_rules(*files.values())
    with pytest.raises(ContentError, match="was changed"):
        check_seal(read_resource(SEAL), files)


def test_a_damaged_seal_is_no_seal() -> None:
    with pytest.raises(ContentError, match="seal"):
        check_seal(b"= nothing", {"rules.toml": b""})


def test_the_released_rules_load() -> None:
    assert load_rules().rules
