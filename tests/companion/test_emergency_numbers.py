"""The number of an ambulance, by country, without a network."""

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.companion.emergency_numbers import NUMBERS, countries, emergency_call, guess
from massage_companion.companion.time_zones import country_of_zone
from massage_companion.companion.words import LANGUAGES
from massage_companion.storage.words import load_words

EUROPEAN_UNION = tuple(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK"))


def test_112_works_in_the_whole_european_union() -> None:
    assert {code: NUMBERS[code] for code in EUROPEAN_UNION} == dict.fromkeys(EUROPEAN_UNION, ("112",))


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        ("GB", ("999", "112")),
        ("US", ("911",)),
        ("CA", ("911",)),
        ("CN", ("120",)),
        ("HK", ("999",)),
        ("TW", ("119",)),
        ("JP", ("119",)),
        ("KR", ("119",)),
        ("IN", ("112",)),
        ("AU", ("000",)),
        ("NZ", ("111",)),
        ("SG", ("995",)),
        ("MY", ("999",)),
        ("BR", ("192",)),
        ("MX", ("911",)),
        ("ZA", ("10177", "112")),
        ("CH", ("144", "112")),
        ("NO", ("113",)),
        ("IS", ("112",)),
        ("TR", ("112",)),
        ("RU", ("103", "112")),
    ],
)
def test_numbers_of_other_countries(country: str, numbers: tuple[str, ...]) -> None:
    assert NUMBERS[country] == numbers


NOT_IN_THE_TABLES_OF_OTHERS = {
    ("GH", "112"): "all emergency services under one number since 2019",
    ("LK", "1990"): "Suwa Seriya, the ambulance service of the whole island by its own law of 2018",
    ("PE", "106"): "SAMU, the ambulance service of the Ministry of Health",
    ("RS", "194"): "94 until May 2012, when a 1 was put before the three emergency numbers",
    ("UZ", "103"): "03 before; 101, 102 and 103 as in the neighbouring countries",
}
"""Numbers that libphonenumber's tables do not hold, and why they are right all the same: each was looked up."""


@pytest.mark.parametrize(
    ("country", "number"), sorted((country, number) for country, numbers in NUMBERS.items() for number in numbers)
)
def test_each_number_is_known_elsewhere_as_an_emergency_number_of_that_country(country: str, number: str) -> None:
    known = phonenumbers.is_emergency_number(number, country)  # by the tables of libphonenumber
    assert known or (country, number) in NOT_IN_THE_TABLES_OF_OTHERS


def test_there_are_many_and_each_is_a_short_number() -> None:
    assert len(NUMBERS) >= 60
    assert all(re.fullmatch("[A-Z]{2}", code) for code in NUMBERS)
    assert all(re.fullmatch("[0-9]{2,5}", number) for numbers in NUMBERS.values() for number in numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_of_its_own_in_both_languages(language: str) -> None:
    words = load_words(language)
    named = countries(words)
    assert {code for code, _name in named} == set(NUMBERS)
    assert len({name for _code, name in named}) == len(named)
    every_key = words.keys()
    assert {key.rpartition(".")[2] for key in every_key if key.startswith("emergency.country.")} == set(NUMBERS)


def test_countries_stand_in_the_order_of_their_names() -> None:
    assert [name for _code, name in countries(load_words("en"))][:3] == ["Albania", "Andorra", "Argentina"]
    assert [name for _code, name in countries(load_words("zh"))][:2] == ["阿尔巴尼亚", "阿根廷"]


def test_what_is_said_names_the_number_and_where_it_counts() -> None:
    call = emergency_call("GB", load_words("en"))
    assert (call.number, call.title) == ("999", "Call 999 now")
    assert call.hint == (
        "This is the ambulance number here (United Kingdom). 112 works too. "
        "If you are somewhere else, call the number there."
    )
    assert emergency_call("CN", load_words("zh")).title == "马上打 120"


@pytest.mark.parametrize("unknown", ["", "XX", "AQ"])
def test_where_no_number_is_known_none_is_claimed(unknown: str) -> None:
    call = emergency_call(unknown, load_words("en"))
    assert (call.number, call.title) == ("", "Call your local emergency number now")
    assert call.hint == "It is 112 in most of Europe, 911 in North America and 120 in mainland China."


@pytest.mark.parametrize(
    ("locale", "zone", "country"),
    [
        ("en_US.UTF-8", "Asia/Taipei", "TW"),
        ("en_US.UTF-8", "Europe/Paris", "FR"),
        ("zh_CN.UTF-8", "UTC", "CN"),
        ("zh_Hans_HK", "", "HK"),
        ("sr_RS@latin", "Etc/UTC", "RS"),
        ("de-AT", "", "AT"),
        ("C.UTF-8", "UTC", ""),
        ("", "", ""),
        ("eo", "", ""),
        ("es_419", "", ""),
    ],
)
def test_a_guess_trusts_the_time_zone_before_the_locale(locale: str, zone: str, country: str) -> None:
    assert guess(locale, zone) == country


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_guess_is_a_country_with_a_number_or_nothing(locale: str, zone: str) -> None:
    assert guess(locale, zone) in {"", *NUMBERS}


def test_zones_that_several_countries_share_name_none() -> None:
    assert [country_of_zone(zone) for zone in ("CET", "EST", "UTC", "Etc/GMT-8", "MET")] == [""] * 5
