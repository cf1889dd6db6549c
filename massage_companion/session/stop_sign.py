"""A symptom during or after a session. While one is open there is no session, whatever the answers said before."""

from msgspec import Struct

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.reading import Reading


class Moment(Struct, frozen=True):
    """Where a session was when something felt wrong: its massager, time used in ms, phase, level and heat."""

    massager: str
    massager_name: str
    used_ms: int
    phase: str
    intensity: Intensity
    heat: bool


class StopSign(Struct, frozen=True):
    """A stop sign that a person reported; ``settled`` once a later safety check took its place.

    First comes the bare report, with no answers: it forbids every session. What was felt follows as a stop sign of its
    own, ``about`` the first, with ``answers`` to the questions of stage "sign"; the rules say what that calls for.
    ``sign`` names the rule where today's page brought up a danger. Nothing is ever changed or taken back.
    """

    id: str
    person: str
    reported: Reading
    session: str | None = None
    sign: str | None = None
    settled: bool = False
    about: str | None = None
    answers: Answers = Answers()
    moment: Moment | None = None
    note: str = ""
