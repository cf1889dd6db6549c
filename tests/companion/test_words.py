"""Words by key: filled in, counted, and never silently missing."""

import pytest

from massage_companion.companion.words import Words, language_for

ENGLISH = Words("en", {"a.hello": "Hello {name}", "a.minutes.one": "{n} minute", "a.minutes.other": "{n} minutes"})
CHINESE = Words("zh", {"a.minutes.other": "{n} 分钟"})


def test_fields_are_filled_in() -> None:
    assert ENGLISH("a.hello", name="Lena") == "Hello Lena"


def test_a_name_with_braces_stays_as_it_is() -> None:
    assert ENGLISH("a.hello", name="{name} {0}") == "Hello {name} {0}"


@pytest.mark.parametrize(("number", "text"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes")])
def test_one_thing_is_counted_otherwise_than_many(number: int, text: str) -> None:
    assert ENGLISH.count("a.minutes", number) == text


def test_a_language_without_a_plural_says_it_in_one_way() -> None:
    assert CHINESE.count("a.minutes", 1) == "1 分钟"


def test_a_missing_word_or_field_is_an_error_and_never_blank() -> None:
    with pytest.raises(KeyError):
        ENGLISH("a.goodbye")
    with pytest.raises(KeyError):
        ENGLISH("a.hello")
    with pytest.raises(KeyError):
        ENGLISH.count("a.hours", 2)


def test_it_knows_its_keys() -> None:
    assert "a.hello" in ENGLISH
    assert "a.goodbye" not in ENGLISH
    assert ENGLISH.keys() == {"a.hello", "a.minutes.one", "a.minutes.other"}
    assert ENGLISH.raw("a.hello") == "Hello {name}"


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh-Hans", "zh"),
        ("ZH", "zh"),
        ("en_GB.UTF-8", "en"),
        ("de_DE", "en"),
        ("C", "en"),
        ("", "en"),
    ],
)
def test_the_language_follows_the_desktop_where_there_is_one(locale: str, language: str) -> None:
    assert language_for(locale) == language
