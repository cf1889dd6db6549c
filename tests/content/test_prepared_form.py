"""The prepared form says exactly what the TOML files say, and nothing where either of them was touched."""

from collections.abc import Callable

import pytest

from massage_companion.companion.words import LANGUAGES
from massage_companion.eligibility.rules import Rules
from massage_companion.storage import prepared_form
from massage_companion.storage.content import load_rules, load_texts, rule_files, strict_rules, strict_texts, text_files
from massage_companion.storage.prepared_form import FOLDER, read_prepared
from massage_companion.storage.resource_files import read_resource
from massage_companion.storage.words import load_words, strict_words, word_files
from tests.content.prepare import every_prepared

MADE = every_prepared()


@pytest.mark.parametrize("name", sorted(MADE))
def test_it_is_made_from_the_files_as_they_are_now(name: str) -> None:
    assert read_resource(f"{FOLDER}/{name}") == MADE[name], "meant? then: python -m tests.content.prepare"


def test_it_is_what_the_program_starts_with() -> None:
    assert read_prepared("rules", rule_files(), Rules) is not None


def test_the_rules_are_those_of_the_toml_files() -> None:
    assert load_rules() == strict_rules(rule_files())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_and_words_are_those_of_the_toml_files(language: str) -> None:
    rules = load_rules()
    assert load_texts(language, rules) == strict_texts(language, text_files(language), rules)
    strict, shipped = strict_words(word_files(language)), load_words(language)
    assert {key: shipped.raw(key) for key in sorted(shipped.keys())} == strict


def test_a_rule_file_that_was_edited_is_read_itself() -> None:
    files = rule_files()
    for name, content in files.items():
        assert read_prepared("rules", {**files, name: content.replace(b"1", b"2", 1)}, Rules) is None
        assert read_prepared("rules", {**files, name: content + b"\n"}, Rules) is None


def test_two_files_that_changed_places_are_read_themselves() -> None:
    files = rule_files()
    swapped = dict(zip(files, reversed(files.values()), strict=True))
    assert read_prepared("rules", swapped, Rules) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b'"at_least":7', b'"at_least":8', 1),
        lambda content: content.replace(b"\n", b"", 1),
        lambda content: b"00000000 00000000\n" + content.partition(b"\n")[2],
        lambda content: content.partition(b"\n")[0] + b"\n{}",
    ],
)
def test_a_prepared_form_that_was_touched_is_none(
    damage: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    touched = damage(MADE["rules.prepared"])
    assert touched != MADE["rules.prepared"]
    monkeypatch.setattr(prepared_form, "read_resource", lambda name: touched)
    assert read_prepared("rules", rule_files(), Rules) is None


def test_rules_without_a_prepared_form_are_loaded_strictly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared_form, "FOLDER", "nowhere")
    assert load_rules() == strict_rules(rule_files())
