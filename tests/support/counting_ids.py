"""Ids that a test can foretell."""


class CountingIds:
    """Fulfils the port ``Ids``: ``id-1``, ``id-2``, ..."""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._given = 0

    def new(self) -> str:
        """The next id."""
        self._given += 1
        return f"{self._prefix}-{self._given}"
