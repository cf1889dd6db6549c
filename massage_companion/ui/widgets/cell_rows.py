"""Where the cells of a bar stand: arithmetic only.

Why: apart from the widgets so that it can be proved for every width. It must never import Qt.
"""

from collections.abc import Iterator

from msgspec import Struct

_GAP = 4


class Place(Struct, frozen=True):
    """Position and size of one cell in px, and on which sides (in reading direction) another one touches it."""

    x: int
    y: int
    width: int
    height: int
    before: bool = False
    after: bool = False
    above: bool = False
    below: bool = False


class CellRows(Struct, frozen=True):
    """Cells of given natural widths and one height.

    Joined cells form one bar in a row or, where that does not fit, one stack. Cells apart are all of one width and
    break into rows of nearly equal length, so that 0 to 10 becomes 6 and 5, never 10 and 1.
    """

    widths: tuple[int, ...]
    height: int
    joined: bool

    def full_size(self) -> tuple[int, int]:
        """Width and height in one row."""
        if self.joined or not self.widths:
            return sum(self.widths), self.height
        count = len(self.widths)
        return max(self.widths) * count + _GAP * (count - 1), self.height

    def least_width(self) -> int:
        """The smallest width at which nothing is cut off."""
        widest = max(self.widths, default=0)
        return widest if self.joined else min(self.full_size()[0], 3 * widest + 2 * _GAP)

    def height_for(self, width: int) -> int:
        """Height of all rows at this width."""
        rows = -(-len(self.widths) // self._columns(width)) if self.widths else 0
        return rows * self.height + (0 if self.joined else _GAP * max(0, rows - 1))

    def places(self, width: int, centred: bool) -> Iterator[Place]:
        """The place of each cell, in order."""
        columns = self._columns(width)
        return self._bar(width, columns, centred) if self.joined else self._grid(width, columns)

    def _columns(self, width: int) -> int:
        count = max(1, len(self.widths))
        if self.full_size()[0] <= width:
            return count
        if self.joined:
            return 1
        fitting = max(1, (width + _GAP) // (max(self.widths) + _GAP))
        rows = -(-count // fitting)
        return -(-count // rows)

    def _bar(self, width: int, columns: int, centred: bool) -> Iterator[Place]:
        last = len(self.widths) - 1
        if columns == 1 and last > 0:
            each = min(width, max(self.widths))
            x = (width - each) // 2 if centred else 0
            for i in range(last + 1):
                yield Place(x, i * self.height, each, self.height, above=i > 0, below=i < last)
            return
        x = (width - sum(self.widths)) // 2 if centred else 0
        for i, own in enumerate(self.widths):
            yield Place(x, 0, own, self.height, before=i > 0, after=i < last)
            x += own

    def _grid(self, width: int, columns: int) -> Iterator[Place]:
        # Cells grow with the room, but not beyond a comfortable size.
        each = min((width - _GAP * (columns - 1)) // columns, 2 * max(self.widths, default=1))
        for i in range(len(self.widths)):
            row, column = divmod(i, columns)
            yield Place(column * (each + _GAP), row * (self.height + _GAP), each, self.height)
