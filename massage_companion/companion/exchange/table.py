"""A file of rows as people and spreadsheets write them: separators, encodings and quotes as they come."""

import csv
import io

from msgspec import Struct

LARGEST_BYTES = 50_000_000
LARGEST_CELL = 10_000
LARGEST_COLUMNS = 200
_SEPARATORS = ",;\t|"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class TableError(Exception):
    """It is no table. ``kind``: ``too_large``, ``not_text``, ``not_a_table``, ``empty``."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Table(Struct, frozen=True):
    """The header and the rows below it, each as long as the header; empty rows are left out.

    ``numbers`` are the rows' places in the file, the header being 1.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


def read_table(data: bytes) -> Table:
    """The table in a file. Raises TableError."""
    if len(data) > LARGEST_BYTES:
        raise TableError("too_large")
    text = _text(data)
    if "\0" in text:
        raise TableError("not_text")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error as error:
        raise TableError("not_a_table") from error
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line)]
    if not numbered:
        raise TableError("empty")
    header = tuple(cell.strip() for cell in numbered[0][1])
    if len(header) < 2 or len(header) > LARGEST_COLUMNS:
        raise TableError("not_a_table")
    rows = tuple(_fitted(line, len(header)) for _, line in numbered[1:])
    return Table(header, rows, tuple(number for number, _ in numbered[1:]))


def _text(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise TableError("not_text") from error
    for encoding in ("utf-8-sig", "gb18030", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError("not_text")


def _separator(text: str) -> str:
    """The one that the first line holds most often outside quotes."""
    first = text.lstrip("\r\n").splitlines()[:1]
    outside = "".join(first[0].split('"')[::2]) if first else ""
    return max(_SEPARATORS, key=outside.count)


def _fitted(line: list[str], width: int) -> tuple[str, ...]:
    cells = [cell.strip()[:LARGEST_CELL] for cell in line[:width]]
    return (*cells, *([""] * (width - len(cells))))
