"""Random rule sets, answers and limits, for properties that must hold for any of them.

The rule sets obey what the loader demands ("not sure" is never "no", every option is heard); nothing else is sure.
"""

from hypothesis import strategies as st

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Question, Stage
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.storage.content_reach import can_hold
from tests.support.rule_writing import any_of, one_of, question, rule, rules_of

LARGEST_NUMBER = 10

modality_sets = st.frozensets(st.sampled_from(Modality), min_size=1)
outcomes = st.sampled_from(Outcome)


def _or_none(value: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    return st.none() | value


limits = st.builds(
    Limits,
    minutes=_or_none(st.integers(1, 30)),
    sessions_per_day=_or_none(st.integers(1, 5)),
    minutes_per_day=_or_none(st.integers(1, 90)),
    rest_minutes=_or_none(st.integers(1, 24 * 60)),
    intensity=st.none() | st.sampled_from(Intensity),
    heat_allowed=st.booleans(),
    back_of_neck_only=st.booleans(),
)


@st.composite
def comparisons(draw: st.DrawFn, asked: Question, hearing_none: bool = False) -> Comparison:
    """Some options of the question, or a range of numbers."""
    heard = [option for option in asked.options if hearing_none or option != asked.none]
    if asked.kind is Kind.NUMBER and draw(st.booleans()):
        low, high = sorted(draw(st.tuples(st.integers(0, LARGEST_NUMBER), st.integers(0, LARGEST_NUMBER))))
        return draw(
            st.sampled_from(
                [
                    Comparison(asked.id, (), low, high),
                    Comparison(asked.id, (), low),
                    Comparison(asked.id, (), None, high),
                ]
            )
        )
    return Comparison(asked.id, tuple(draw(st.lists(st.sampled_from(heard), min_size=1, unique=True))))


@st.composite
def conditions(draw: st.DrawFn, questions: tuple[Question, ...], hearing_none: bool = False) -> Condition:
    """``all`` or ``any`` of up to three comparisons that can hold at all."""
    asked = draw(st.lists(st.sampled_from(questions), min_size=1, max_size=3))
    parts = tuple(draw(comparisons(each, hearing_none)) for each in asked)
    every = Condition(True, parts)
    possible = can_hold(every, {each.id: each for each in questions})
    return every if possible and draw(st.booleans()) else Condition(False, parts)


@st.composite
def questionnaires(draw: st.DrawFn, stage_of_last: Stage = Stage.CHECK) -> tuple[Question, ...]:
    """Up to five questions; some are follow-ups of earlier ones, some are only for some massagers."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(Kind))
        risks = () if kind is Kind.NUMBER else ("a", "b", "c")[: draw(st.integers(1, 3))]
        none = ("none",) if kind is not Kind.NUMBER and draw(st.booleans()) else ()
        follows = questions and draw(st.integers(0, 2)) == 0
        questions.append(
            question(
                f"q{number}",
                kind,
                (*risks, *none, "unsure"),
                asked_when=draw(conditions(tuple(questions))) if follows else None,
                modalities=draw(modality_sets) if draw(st.integers(0, 3)) == 0 else frozenset(Modality),
                maximum=LARGEST_NUMBER,
            )
        )
    return tuple(questions)


@st.composite
def rule_sets(draw: st.DrawFn, hearing_none: bool = False) -> Rules:
    """Questions with rules that the loader accepts."""
    questions = draw(questionnaires())
    written = [
        _drawn_rule(draw, f"r{number}", draw(conditions(questions, hearing_none)))
        for number in range(draw(st.integers(0, 6)))
    ]
    for each in questions:
        others = tuple(option for option in each.options if option not in (each.none, each.unsure))
        if others:
            written.append(_drawn_rule(draw, f"heard-{each.id}", any_of(one_of(each.id, *others))))
        else:
            written.append(_drawn_rule(draw, f"heard-{each.id}", any_of(Comparison(each.id, (), 0))))
        written.append(rule(f"unsure-{each.id}", Outcome.DOCTOR_FIRST, any_of(one_of(each.id, "unsure"))))
    return rules_of(questions, *draw(st.permutations(written)))


def _drawn_rule(draw: st.DrawFn, name: str, condition: Condition) -> Rule:
    outcome = draw(outcomes)
    bounds = draw(limits) if outcome <= Outcome.PRECAUTION else Limits()
    return rule(name, outcome, condition, draw(modality_sets), bounds)


@st.composite
def answers_to(draw: st.DrawFn, asked: Question, sure: bool = False) -> Answer:
    """An answer that the question offers; ``sure`` leaves out the one that means not sure."""
    options = [option for option in asked.options if not (sure and option == asked.unsure)]
    if asked.kind is Kind.NUMBER and (not options or draw(st.integers(0, 4)) > 0):
        return draw(st.integers(0, LARGEST_NUMBER))
    if asked.kind is not Kind.MANY or draw(st.booleans()):
        return (draw(st.sampled_from(options)),)
    several = [option for option in options if option != asked.none] or options
    return asked.checked(draw(st.lists(st.sampled_from(several), min_size=1)))


@st.composite
def some_answers(draw: st.DrawFn, rules: Rules) -> Answers:
    """Answers to some questions, asked or not."""
    questions = rules.questionnaire.questions
    return Answers({each.id: draw(answers_to(each)) for each in questions if draw(st.booleans())})


@st.composite
def complete_answers(draw: st.DrawFn, rules: Rules, modalities: frozenset[Modality], sure: bool = False) -> Answers:
    """Answers to every question that is asked, and to no other."""
    answers = Answers()
    while unanswered := rules.questionnaire.unanswered(Stage.CHECK, answers, modalities):
        answers = answers.with_answer(unanswered[0].id, draw(answers_to(unanswered[0], sure)))
    return rules.questionnaire.on_path(Stage.CHECK, answers, modalities)


@st.composite
def damaged_answers(draw: st.DrawFn, rules: Rules) -> Answers:
    """Answers of which some are not offered at all, as a damaged or an older file may hold them."""
    nonsense: list[Answer] = [(), ("no-such-option",), ("none", "unsure"), -1, 10_000, ("a", "a")]
    sound = draw(some_answers(rules))
    return Answers(
        {**sound.given, **draw(st.dictionaries(st.sampled_from(["q0", "q1", "q9"]), st.sampled_from(nonsense)))}
    )
