"""New ids from the system's randomness: the one place that rolls dice. An id carries no meaning and no date."""

import uuid


class RandomIds:
    """Fulfils the port ``Ids``."""

    def new(self) -> str:
        """32 hexadecimal digits that were never given before."""
        return uuid.uuid4().hex
