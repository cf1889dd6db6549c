"""A symptom during or after a session. While one is open there is no session, whatever the answers said before."""

from msgspec import Struct

from massage_companion.session.reading import Reading


class StopSign(Struct, frozen=True):
    """A stop sign that a person reported; ``settled`` once a later safety check took its place."""

    id: str
    person: str
    reported: Reading
    session: str | None = None
    sign: str | None = None
    settled: bool = False
