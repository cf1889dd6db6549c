"""Who says so, in words: "Sources. Health service: NHS 111 Wales. Case report: Cureus 2023."

A person without medical training sees at once whether a maker, a news page or a health service is speaking.
"""

from collections.abc import Iterable

from massage_companion.companion.explain import source_name
from massage_companion.companion.limits_in_words import sentence_start
from massage_companion.companion.words import Words
from massage_companion.eligibility.rules import Source


def source_line(sources: Iterable[Source], words: Words) -> str:
    """Publishers with their years, each kind of source once, in the order in which the rule gives them."""
    by_kind: dict[str, list[str]] = {}
    for source in sources:
        names = by_kind.setdefault(source.kind, [])
        if source_name(source) not in names:
            names.append(source_name(source))
    parts = [
        words("sources.of_kind", kind=sentence_start(words(f"sources.kind.{kind}")), names=_joined(names, words))
        for kind, names in by_kind.items()
    ]
    return words("sources.line", sources=words("sources.between_kinds").join(parts))


def _joined(names: list[str], words: Words) -> str:
    return words("sources.between_names").join(names)
