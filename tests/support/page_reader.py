"""Reads a web page as somebody does who hears it: its outline, its tables, and the text of every part."""

from collections.abc import Iterator
from html.parser import HTMLParser

_WITHOUT_CONTENT = frozenset({"meta", "br", "img", "link", "input", "hr"})


class Part:
    """An element with its attributes, its parts and its text in order."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.contents: list[Part | str] = []

    @property
    def text(self) -> str:
        """All text inside, with single spaces."""
        return " ".join("".join(part if isinstance(part, str) else part.raw for part in self.contents).split())

    @property
    def raw(self) -> str:
        """All text inside, as it stands."""
        return "".join(part if isinstance(part, str) else part.raw for part in self.contents)

    def every(self, *tags: str, look: str = "") -> "list[Part]":
        """Every part inside with one of these tags and, where it is given, this class; in order."""
        return [
            part
            for part in self._walk()
            if (not tags or part.tag in tags) and (not look or look in part.attributes.get("class", "").split())
        ]

    def one(self, *tags: str, look: str = "") -> "Part":
        """The only such part; any other number fails the test."""
        found = self.every(*tags, look=look)
        assert len(found) == 1, f"{len(found)} of {tags} {look}"
        return found[0]

    def _walk(self) -> "Iterator[Part]":
        for part in self.contents:
            if isinstance(part, Part):
                yield part
                yield from part._walk()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Part("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        part = Part(tag, {name: value or "" for name, value in attrs})
        self._open[-1].contents.append(part)
        if tag not in _WITHOUT_CONTENT:
            self._open.append(part)

    def handle_endtag(self, tag: str) -> None:
        opened = self._open.pop()
        assert opened.tag == tag, f"</{tag}> closes <{opened.tag}>"

    def handle_data(self, data: str) -> None:
        self._open[-1].contents.append(data)


def read_page(html: str) -> Part:
    """The page as a tree. Fails the test where a tag is closed wrongly or left open."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader._open == [reader.root], "a tag is left open"
    return reader.root
