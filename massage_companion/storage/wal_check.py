"""Looks whether SQLite's write-ahead file has lost commits that were acknowledged.

SQLite takes the first frame with a wrong checksum for the end of the file, as after a power cut. Where later commits
follow, it is damage instead, and going on with the older state could forget a stop sign. The format is documented in
https://www.sqlite.org/fileformat2.html#the_write_ahead_log.
"""

import struct
from pathlib import Path

_HEADER = 32
_FRAME_HEADER = 24
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""The two magic numbers, and in which byte order their checksums read the file."""

_Sums = tuple[int, int]


def loses_commits(wal: Path) -> bool:
    """Whether acknowledged commits of this file would be ignored. Raises OSError."""
    if not wal.exists():
        return False
    content = wal.read_bytes()
    if len(content) < _HEADER + _FRAME_HEADER:
        return False
    magic, _, page_size, _, salt_1, salt_2, sum_1, sum_2 = struct.unpack_from(">8I", content)
    order = _MAGIC.get(magic)
    if order is None or _checksum(order, content[:24], (0, 0)) != (sum_1, sum_2):
        # The header is on the disk before any frame is, so frames behind a wrong one were acknowledged.
        return True
    return _commits_from_first_bad(content, page_size, (salt_1, salt_2), order, (sum_1, sum_2)) > 1


def _commits_from_first_bad(content: bytes, page_size: int, salts: _Sums, order: str, sums: _Sums) -> int:
    """Commits at or after the first bad frame. One may be what a power cut left; the one after it waited for it."""
    commits = 0
    bad = False
    for start in range(_HEADER, len(content) - _FRAME_HEADER - page_size + 1, _FRAME_HEADER + page_size):
        _, commit, salt_1, salt_2, sum_1, sum_2 = struct.unpack_from(">6I", content, start)
        if not bad:
            page = content[start + _FRAME_HEADER : start + _FRAME_HEADER + page_size]
            sums = _checksum(order, page, _checksum(order, content[start : start + 8], sums))
            bad = (salt_1, salt_2) != salts or sums != (sum_1, sum_2)
        if bad and commit and (salt_1, salt_2) == salts:
            commits += 1
    return commits


def _checksum(order: str, content: bytes, sums: _Sums) -> _Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for index in range(0, len(words), 2):
        first = (first + words[index] + second) & 0xFFFFFFFF
        second = (second + words[index + 1] + first) & 0xFFFFFFFF
    return first, second
