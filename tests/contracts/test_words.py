"""The words on screen: the same keys and fields in both languages, and a word behind every key that the code names."""

import ast
import re
import string
from collections.abc import Iterator

import pytest

from massage_companion.companion.words import LANGUAGES
from massage_companion.storage.resource_files import resource_names
from massage_companion.storage.words import load_words
from tests.contracts.sources import PACKAGE, calls, python_files, shown

WORDS = {language: load_words(language) for language in LANGUAGES}
ENGLISH, CHINESE = WORDS["en"], WORDS["zh"]
ENGLISH_KEYS, CHINESE_KEYS = ENGLISH.keys(), CHINESE.keys()
SEPARATOR = re.compile(r"between|join|separator")
"""What stands between two sentences may be nothing, as in Chinese."""

FILES = python_files(PACKAGE)


def fields(text: str) -> set[str]:
    """The named fields of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_files() -> None:
    assert resource_names("text/en", ".toml") == resource_names("text/zh", ".toml")


def test_both_languages_have_the_same_keys() -> None:
    """But for the singular, which Chinese does not have."""
    assert {key for key in ENGLISH_KEYS - CHINESE_KEYS if not key.endswith(".one")} == set()
    assert set() == CHINESE_KEYS - ENGLISH_KEYS


def test_both_languages_have_the_same_fields() -> None:
    both = ENGLISH_KEYS & CHINESE_KEYS
    assert {key for key in both if fields(ENGLISH.raw(key)) != fields(CHINESE.raw(key))} == set()


def test_one_thing_and_many_have_the_same_fields_but_for_the_number() -> None:
    counted = {key.removesuffix(".one") for key in ENGLISH_KEYS if key.endswith(".one")}
    plurals = {key for key in counted if f"{key}.other" in ENGLISH}
    assert {key for key in plurals if _but_n(f"{key}.one") != _but_n(f"{key}.other")} == set()


def _but_n(key: str) -> set[str]:
    return fields(ENGLISH.raw(key)) - {"n"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_something_and_none_shouts(language: str) -> None:
    texts = {key: WORDS[language].raw(key) for key in sorted(WORDS[language].keys())}
    assert [key for key, text in texts.items() if not text and not SEPARATOR.search(key)] == []
    assert [key for key, text in texts.items() if re.search("[!！](?!=)", text)] == []


def test_every_key_in_the_code_has_words_with_exactly_the_fields_it_is_given() -> None:
    found = [(path, problem) for path in FILES for call in calls(path) for problem in _problems(call)]
    assert [f"{shown(path)}: {problem}" for path, problem in found] == []


def _problems(call: ast.Call) -> Iterator[str]:
    if _are_words(call.func):
        yield from _spoken(call, {keyword.arg for keyword in call.keywords})
    elif isinstance(call.func, ast.Attribute) and call.func.attr == "count" and _are_words(call.func.value):
        yield from _counted(call, {keyword.arg for keyword in call.keywords})


def _spoken(call: ast.Call, given: set[str | None]) -> Iterator[str]:
    for key in _keys_named(call):
        if key not in ENGLISH:
            yield f"line {call.lineno}: no words for {key}"
        elif None not in given and fields(ENGLISH.raw(key)) != given:
            yield f"line {call.lineno}: {key} has the fields {sorted(fields(ENGLISH.raw(key)))}"


def _counted(call: ast.Call, given: set[str | None]) -> Iterator[str]:
    for key in _keys_named(call):
        if f"{key}.one" not in ENGLISH or f"{key}.other" not in ENGLISH:
            yield f"line {call.lineno}: no words to count {key}"
        elif None not in given and _but_n(f"{key}.other") != given:
            yield f"line {call.lineno}: {key} has the fields {sorted(_but_n(f'{key}.other'))}"


def _are_words(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in ("words", "_words")
        case _:
            return False


def _keys_named(call: ast.Call) -> list[str]:
    """The keys that a call names outright; of ``"a" if x else "b"`` both."""
    match call.args:
        case [ast.Constant(value=str(key)), *_]:
            return [key]
        case [ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))), *_]:
            return [one, other]
        case _:
            return []


def test_every_family_of_keys_in_the_code_has_members() -> None:
    """A key such as ``f"outcomes.{word}.title"``: the language has one of that shape."""
    spoken = [(path, call) for path in FILES for call in calls(path) if _are_words(call.func)]
    families = [(shown(path), shape) for path, call in spoken for shape in _families_named(call)]
    assert [family for family in families if not any(re.fullmatch(family[1], key) for key in ENGLISH_KEYS)] == []


def _families_named(call: ast.Call) -> Iterator[str]:
    match call.args:
        case [ast.JoinedStr(values=parts), *_]:
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
