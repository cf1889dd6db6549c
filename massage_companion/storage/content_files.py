"""The shape of the rule files, key by key. An unknown key or a value of the wrong kind is an error here."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from massage_companion.eligibility.modality import Modality

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Meta(min_length=1)]
Minutes = Annotated[int, Meta(ge=1, le=24 * 60)]
OutcomeWord = Literal["ok", "precaution", "not_today", "doctor_first", "contraindicated", "emergency"]
SourceKind = Literal[
    "health-service",
    "regulator",
    "guideline",
    "journal",
    "case-report",
    "maker",
    "health-site",
    "news",
    "charity",
    "other",
]


class ComparisonEntry(Struct, forbid_unknown_fields=True):
    """One question compared with an option, some options or a number."""

    question: Id
    is_: Id | None = field(default=None, name="is")
    in_: Annotated[list[Id], Meta(min_length=1)] | None = field(default=None, name="in")
    at_least: int | None = None
    at_most: int | None = None


class ConditionEntry(Struct, forbid_unknown_fields=True):
    """``all`` or ``any`` of some comparisons."""

    all: list[ComparisonEntry] | None = None
    any: list[ComparisonEntry] | None = None


class PageEntry(Struct, forbid_unknown_fields=True):
    """A page of questions."""

    id: Id
    stage: Literal["check", "today", "sign", "fact"]


class QuestionEntry(Struct, forbid_unknown_fields=True):
    """A question as written in questions.toml."""

    id: Id
    page: Id
    kind: Literal["one", "many", "number"]
    options: Annotated[list[Id], Meta(min_length=1)]
    none: Id | None = None
    unsure: Id | None = None
    modalities: Annotated[list[Modality], Meta(min_length=1)] | None = None
    asked_when: ConditionEntry | None = None
    minimum: int = 0
    maximum: int = 0


class ChangeEntry(Struct, forbid_unknown_fields=True):
    """A change of health and the pages that it asks again; without pages, all of them."""

    id: Id
    pages: Annotated[list[Id], Meta(min_length=1)] | None = None


class QuestionsFile(Struct, forbid_unknown_fields=True):
    """questions.toml."""

    version: Text
    page: list[PageEntry]
    question: list[QuestionEntry]
    change: list[ChangeEntry] = []


class LimitsEntry(Struct, forbid_unknown_fields=True):
    """The limits that a precaution sets."""

    minutes: Minutes | None = None
    sessions_per_day: Annotated[int, Meta(ge=1, le=10)] | None = None
    minutes_per_day: Minutes | None = None
    rest_minutes: Minutes | None = None
    intensity: Literal["low", "medium", "high"] | None = None
    heat: Literal["off"] | None = None
    placement: Literal["back-of-neck"] | None = None


class RuleEntry(Struct, forbid_unknown_fields=True):
    """A rule as written in rules.toml."""

    id: Id
    outcome: OutcomeWord
    when: ConditionEntry
    sources: Annotated[list[str], Meta(min_length=1)]
    reviewed_by: str
    modalities: Annotated[list[Modality], Meta(min_length=1)] | None = None
    limits: LimitsEntry | None = None
    lasts_hours: Annotated[int, Meta(ge=1, le=28 * 24)] | None = None
    once_checked: Id | None = None


class RulesFile(Struct, forbid_unknown_fields=True):
    """rules.toml."""

    rule: list[RuleEntry]


class SourceEntry(Struct, forbid_unknown_fields=True):
    """One line of sources.toml."""

    title: Text
    publisher: Text
    kind: SourceKind
    grade: Literal["A", "B", "C"]
    year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    address: Annotated[str, Meta(pattern=r"^https?://")] | None = None


class PageTextEntry(Struct, forbid_unknown_fields=True):
    """The name of a page."""

    title: Text


class QuestionTextEntry(Struct, forbid_unknown_fields=True):
    """The words of a question."""

    text: Text
    why: Text
    options: dict[str, Text]
    help: str = ""


class RuleTextEntry(Struct, forbid_unknown_fields=True):
    """The words of a rule."""

    title: Text
    why: Text
    next: Text


class TextFile(Struct, forbid_unknown_fields=True):
    """text/<language>.toml."""

    page: dict[str, PageTextEntry]
    question: dict[str, QuestionTextEntry]
    rule: dict[str, RuleTextEntry]
