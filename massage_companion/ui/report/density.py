"""How closely the page for a doctor is set. The closer ones are for results with very much to tell."""

from enum import Enum


class Density(Enum):
    """``ROOMY`` gives a line to everything. ``DENSE`` tells findings that ask for care in running text and leaves out
    the chart, whose ranges stand beside it. ``TIGHT`` does so with all but an emergency, tells of fewer stop signs,
    and leaves out the addresses of sources, which are named with each finding; the web page has everything.
    """

    ROOMY = "roomy"
    PLAIN = "plain"
    DENSE = "dense"
    TIGHT = "tight"

    @property
    def is_close(self) -> bool:
        """Whether there is so much to tell that some of it goes into running text."""
        return self in (Density.DENSE, Density.TIGHT)
