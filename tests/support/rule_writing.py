"""Short words to write questions and rules in a test."""

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Page, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules, Source

SOMEBODY = Source("SEED", "A title", "A publisher", "maker", "C")


def one_of(question: str, *options: str) -> Comparison:
    """The answer is one of these options."""
    return Comparison(question, options)


def between(question: str, low: int | None = None, high: int | None = None) -> Comparison:
    """The answer is a number in this range."""
    return Comparison(question, (), low, high)


def any_of(*comparisons: Comparison) -> Condition:
    """At least one of them holds."""
    return Condition(False, comparisons)


def all_of(*comparisons: Comparison) -> Condition:
    """All of them hold."""
    return Condition(True, comparisons)


def question(
    name: str,
    kind: Kind = Kind.MANY,
    options: tuple[str, ...] = ("risk", "none", "unsure"),
    *,
    stage: Stage = Stage.CHECK,
    asked_when: Condition | None = None,
    modalities: frozenset[Modality] = ALL_MODALITIES,
    maximum: int = 10,
) -> Question:
    """A question on a page of its own; ``none`` and ``unsure`` have these roles where they are options."""
    return Question(
        id=name,
        stage=stage,
        page=name,
        kind=kind,
        options=options,
        none="none" if "none" in options else None,
        unsure="unsure" if "unsure" in options else None,
        asked_when=asked_when,
        modalities=modalities,
        minimum=0,
        maximum=maximum if kind is Kind.NUMBER else 0,
    )


NO_LIMITS = Limits()


def rule(
    name: str,
    outcome: Outcome,
    condition: Condition,
    modalities: frozenset[Modality] = ALL_MODALITIES,
    limits: Limits = NO_LIMITS,
) -> Rule:
    """A rule that somebody wrote about."""
    return Rule(name, outcome, condition, (SOMEBODY,), modalities, limits)


def rules_of(questions: tuple[Question, ...], *rules: Rule) -> Rules:
    """These questions, each on a page of its own, and these rules."""
    pages = tuple(Page(asked.page, asked.stage) for asked in questions)
    return Rules("of a test", Questionnaire(pages, questions), rules)


def said(**answers: str | int | tuple[str, ...]) -> Answers:
    """Answers by question; one option may stand without a tuple, and ``_`` in a name means ``-``."""
    return Answers({name.replace("_", "-"): _answer(answer) for name, answer in answers.items()})


def _answer(answer: str | int | tuple[str, ...]) -> Answer:
    return (answer,) if isinstance(answer, str) else answer
