"""The words of windows and messages by key. A missing word is an error, never blank."""

from collections.abc import Mapping

LANGUAGES: tuple[str, ...] = ("en", "zh")


def language_for(locale: str) -> str:
    """The supported language for a locale name such as ``zh_CN.UTF-8``; English where there is none."""
    start = locale.replace("-", "_").split("_")[0].split(".")[0].lower()
    return start if start in LANGUAGES else "en"


class Words:
    """The texts of one language. Calling it with a key and its fields gives the sentence."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, **fields: object) -> str:
        """The sentence for a key with its fields filled in. Raises KeyError for an unknown key or field."""
        return self._texts[key].format(**fields)

    def count(self, key: str, number: int, **fields: object) -> str:
        """The sentence for a number of things; its field ``{n}`` is that number."""
        form = f"{key}.one" if number == 1 and f"{key}.one" in self._texts else f"{key}.other"
        return self._texts[form].format(n=number, **fields)

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def keys(self) -> frozenset[str]:
        """All keys there are."""
        return frozenset(self._texts)

    def raw(self, key: str) -> str:
        """The text with its fields still open. Raises KeyError."""
        return self._texts[key]
