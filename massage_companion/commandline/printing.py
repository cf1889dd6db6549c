"""How sub-commands speak: JSON or lines on standard output, and one line on standard error when input is wrong."""

import sys

import msgspec


class InputError(Exception):
    """What was given cannot be used; the text is the line that says why."""


def print_json(value: object) -> None:
    """The value as indented JSON, in UTF-8 whatever the terminal is."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.flush()
    sys.stdout.buffer.write(text + b"\n")
    sys.stdout.buffer.flush()


def print_lines(*lines: str) -> None:
    """Lines of text; a character that the terminal cannot show is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        sys.stdout.write(line.encode(encoding, errors="backslashreplace").decode(encoding) + "\n")


def shown(name: object, longest: int = 60) -> str:
    """Something from outside as a part of one line: cut, and without characters that a terminal would obey."""
    text = str(name)
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(letter if letter.isprintable() else "�" for letter in cut)
