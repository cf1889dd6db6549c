"""The rules as values. They come from data files that a health professional can read; there is no code in them."""

from msgspec import Struct

from massage_companion.eligibility.condition import Condition
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Questionnaire


class Source(Struct, frozen=True):
    """Who says so. ``grade``: A official or peer-reviewed, B maker or device label, C secondary or weak."""

    id: str
    title: str
    publisher: str
    kind: str
    grade: str
    year: int | None = None
    address: str | None = None


class Rule(Struct, frozen=True):
    """One statement of the evidence. ``reviewed_by`` stays empty until somebody with a licence has read it.

    Two fields belong to rules about signs that were felt. ``lasts_hours`` is how long after the report the rule counts
    ("not today", precaution). ``once_checked`` is for what no doctor can clear here: the option of the question
    "signs-before" that stands in its place once a new safety check is done.
    """

    id: str
    outcome: Outcome
    condition: Condition
    sources: tuple[Source, ...]
    modalities: frozenset[Modality] = ALL_MODALITIES
    limits: Limits = Limits()
    reviewed_by: str = ""
    lasts_hours: int | None = None
    once_checked: str | None = None


class Rules(Struct, frozen=True):
    """Everything that a verdict is computed from."""

    version: str
    questionnaire: Questionnaire
    rules: tuple[Rule, ...]
