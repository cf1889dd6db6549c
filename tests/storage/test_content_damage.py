"""Damaged rule files: refused with the place, or as strict as before. A lost line never lets anybody through."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import ASKED_BEFORE
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import evaluate
from massage_companion.storage.content_checks import ContentError
from tests.support.rule_writing import said
from tests.support.small_rules import FINE_TODAY, HEALTHY, loaded, small_files, small_rules

PLACE = re.compile(r"^(questions|rules|sources|text/en)\.toml: .")
STAGES = ASKED_BEFORE
PEOPLE = [
    HEALTHY.merged(FINE_TODAY).merged(changed)
    for changed in (
        said(),
        said(pads="for-necks"),
        said(pads="general"),
        said(signs="sudden-dizzy"),
        said(signs="clumsy-hands"),
        said(signs="unsure"),
        said(age=12),
        said(age=70),
        said(age="unsure"),
        said(neck="mild", pain=2),
        said(neck="mild", pain="unsure"),
        said(neck="more", pain=5),
        said(neck="more", pain=9),
        said(neck="unsure", pain=1),
        said(body="numb-skin"),
        said(body="steroids"),
        said(body="unsure"),
        said(body="implant"),
        said(body="implant", implant="pacemaker"),
        said(body="implant", implant="metal"),
        said(today="fever"),
        said(today="damaged"),
        said(today="unsure"),
        said(felt="lost-sight"),
        said(felt="vomiting"),
        said(felt="unsure", felt_skin="sore-muscles"),
        said(felt_skin="red-skin"),
        said(soreness_before=8),
        said(signs_before="brain"),
        said(log_facts="rising"),
    )
] + [Answers(), FINE_TODAY, HEALTHY.without("neck")]


def outcomes(rules: Rules) -> list[dict[Modality, Outcome]]:
    return [evaluate(rules, person, ALL_MODALITIES, STAGES).outcomes for person in PEOPLE]


BEFORE = outcomes(small_rules())


def refusal_of(files: dict[str, str]) -> str | None:
    """What the loader says against these files; ``None`` where it takes them."""
    try:
        loaded(files)
    except ContentError as error:
        return str(error)
    return None


def is_refused_or_as_strict(files: dict[str, str]) -> bool:
    """Whether these files are refused with a place, or judge nobody more mildly than before."""
    refusal = refusal_of(files)
    if refusal is not None:
        return PLACE.match(refusal) is not None
    return all(
        after[modality] >= outcome
        for before, after in zip(BEFORE, outcomes(loaded(files).rules), strict=True)
        for modality, outcome in before.items()
    )


def deleted_lines(text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    for place, line in enumerate(lines):
        if line.strip():
            yield "".join((*lines[:place], *lines[place + 1 :]))


def cut_short(text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    for place in range(0, len(lines), 5):
        yield "".join(lines[:place])


def changed_words(text: str) -> Iterator[str]:
    """Every key, and every id, option, outcome or other word in quotes, misspelt in one place."""
    for found in re.finditer(r'^\w[\w-]*(?= = )|(?<=")[\w-]+(?=")|\b\w+(?= = ")', text, re.MULTILINE):
        yield text[: found.end()] + "x" + text[found.end() :]


def dropped_entries(text: str) -> Iterator[str]:
    entries = re.split(r"(?m)^(?=\[)", text)
    for place in range(1, len(entries)):
        yield "".join((*entries[:place], *entries[place + 1 :]))


@pytest.mark.parametrize("damage", [deleted_lines, changed_words, cut_short], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", ["questions", "rules", "sources", "text"])
def test_no_damage_lets_anybody_through(name: str, damage: Callable[[str], Iterator[str]]) -> None:
    files = small_files()
    for number, damaged in enumerate(damage(files[name])):
        assert is_refused_or_as_strict({**files, name: damaged}), (damage, name, number)


@pytest.mark.parametrize("name", ["questions", "sources", "text"])
def test_no_lost_entry_lets_anybody_through(name: str) -> None:
    files = small_files()
    for number, damaged in enumerate(dropped_entries(files[name])):
        assert is_refused_or_as_strict({**files, name: damaged}), (name, number)


def test_a_lost_rule_is_missed_where_it_alone_heard_something() -> None:
    files = small_files()
    missed = set()
    entries = re.split(r"(?m)^(?=\[\[rule)", files["rules"])
    for place in range(1, len(entries)):
        without = "".join((*entries[:place], *entries[place + 1 :]))
        with pytest.raises(ContentError) as refused:
            loaded({**files, "rules": without})
        if "no rule hears" in str(refused.value) or "not sure" in str(refused.value):
            missed.add(entries[place].split('"')[1])
        else:
            # Its text is still there, so even a rule that others could stand in for is missed.
            assert "does not exist" in str(refused.value)
    assert missed >= {"dizzy", "cord", "signs-unsure", "age-unsure", "steroids", "pacemaker", "fever", "damaged"}


@given(st.data())
def test_any_bytes_are_refused_with_the_place_or_read(data: st.DataObject) -> None:
    files = small_files()
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name]
    place = data.draw(st.integers(0, len(text)))
    lost = data.draw(st.integers(0, 40))
    files[name] = text[:place] + data.draw(st.text(max_size=5)) + text[place + lost :]
    refusal = refusal_of(files)
    assert refusal is None or PLACE.match(refusal)
