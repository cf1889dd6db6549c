"""Which number calls an ambulance in which country, without asking any network.

Numbers are those that national authorities publish and that the European Union (Directive 2018/1972, article 109: 112
in every member state) and ITU-T E.161.1 (112 or 911 as a number of choice) name; a test holds each against the tables
of libphonenumber, and says where those are behind. A country whose number is not certain, or is not there everywhere
yet (112 in Nigeria), is not here: no number is better than a wrong one. It must never guess a number, only a country,
and says which.
"""

from types import MappingProxyType
from typing import Final

from msgspec import Struct

from massage_companion.companion.time_zones import country_of_zone
from massage_companion.companion.words import Words

_EUROPEAN_UNION: Final = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"

_SAME: Final = {
    "112": f"{_EUROPEAN_UNION} AD GE IN IS KW MD TR",
    "911": "CA CR EC FJ JO MX PA PH US UY",
    "103": "AM AZ BY KG KZ MN UA UZ",
    "999": "BD HK KE MO MY QA",
    "119": "JP KH KR TW",
    "995": "SG",
    "120": "CN",
}

_OWN: Final = {
    "AE": ("998",),
    "AL": ("127",),
    "AR": ("107",),
    "AU": ("000",),
    "BA": ("124",),
    "BH": ("999",),
    "BN": ("991",),
    "BR": ("192",),
    "CH": ("144", "112"),
    "CL": ("131",),
    "CO": ("123",),
    "DO": ("911",),
    "EG": ("123",),
    "GB": ("999", "112"),
    "GH": ("112", "193"),
    "ID": ("119", "112"),
    "IL": ("101",),
    "IR": ("115",),
    "LB": ("140",),
    "LI": ("144", "112"),
    "LK": ("1990",),
    "MC": ("112", "18"),
    "ME": ("124",),
    "MK": ("194",),
    "NO": ("113",),
    "NP": ("102",),
    "NZ": ("111",),
    "OM": ("9999",),
    "PE": ("106",),
    "PK": ("1122",),
    "RS": ("194",),
    "RU": ("103", "112"),
    "SA": ("997",),
    "TH": ("1669",),
    "TN": ("190",),
    "VN": ("115",),
    "ZA": ("10177", "112"),
}

NUMBERS: Final = MappingProxyType(
    {code: (number,) for number, codes in _SAME.items() for code in codes.split()} | _OWN,
)
"""By ISO 3166 alpha-2 code, the number to call first and, in some countries, another that works too."""


class EmergencyCall(Struct, frozen=True):
    """What to do, as a large line, and below it where that number counts. ``number`` is empty where none is known."""

    number: str
    title: str
    hint: str


def emergency_call(country: str, words: Words) -> EmergencyCall:
    """What to say in a country; for an unknown one, that it is the local number, and three that many people need."""
    known = NUMBERS.get(country, ())
    if not known:
        return EmergencyCall("", words("emergency.call_local"), words("emergency.local"))
    first, *others = known
    name = words(f"emergency.country.{country}")
    if others:
        hint = words("emergency.place_two", other=others[0], country=name)
    else:
        hint = words("emergency.place", country=name)
    return EmergencyCall(first, words("emergency.call", number=first), hint)


def guess(locale_name: str, time_zone: str) -> str:
    """The country where the computer seems to be, or nothing.

    ``time_zone`` is a name such as ``Europe/Paris``; it counts before the locale, such as ``en_US.UTF-8``, since many
    people use a computer in another country's English.
    """
    found = country_of_zone(time_zone)
    if not found:
        language, _, rest = locale_name.replace("-", "_").partition(".")[0].partition("_")
        found = rest.rpartition("_")[2][:2].upper() if language else ""
    return found if found in NUMBERS else ""


def countries(words: Words) -> tuple[tuple[str, str], ...]:
    """Every country here, as (code, name), in the order of the names."""
    named = ((code, words(f"emergency.country.{code}")) for code in NUMBERS)
    # In this encoding the usual Chinese characters stand in the order of how they are spoken.
    return tuple(sorted(named, key=lambda pair: pair[1].encode("gb18030")))
