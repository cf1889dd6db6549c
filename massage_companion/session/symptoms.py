"""What a person said about stop signs, put together: which reports are about one thing, and whether it is told.

What cannot be read, was left open or is not sure never counts as told.
"""

from collections.abc import Iterable
from functools import reduce

from msgspec import Struct

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.questionnaire import Question, Questionnaire, Stage
from massage_companion.eligibility.sign_questions import FELT_WRONG_PAGE
from massage_companion.session.stop_sign import StopSign


class Report(Struct, frozen=True):
    """A stop sign with its answers that can be read; ``sure`` are those without "none" and "not sure".

    ``episode`` names the first report of the thing that it is about.
    """

    sign: StopSign
    episode: str
    answers: Answers
    sure: Answers

    @property
    def is_readable(self) -> bool:
        """Whether nothing that was answered is lost."""
        return len(self.answers) == len(self.sign.answers)


def reports_of(questionnaire: Questionnaire, signs: tuple[StopSign, ...]) -> tuple[Report, ...]:
    """Every stop sign as it can be read today."""
    asked = {question.id: question for question in questionnaire.questions if question.stage is Stage.SIGN}
    return tuple(_report(questionnaire, asked, sign) for sign in signs)


def of_one_episode(report: Report, reports: Iterable[Report]) -> tuple[Report, ...]:
    """All reports about the same thing, this one too."""
    return tuple(other for other in reports if other.episode == report.episode)


def is_told(questionnaire: Questionnaire, episode: tuple[Report, ...]) -> bool:
    """Whether it is known what was felt: something is ticked for sure, and no list of the page is left open."""
    listed = [question.id for question in questionnaire.questions if question.page == FELT_WRONG_PAGE]
    answered = frozenset(name for report in episode for name in report.answers)
    bare = any(len(report.sign.answers) == 0 for report in episode)
    whole = answered.issuperset(listed) if bare or answered.intersection(listed) else True
    return whole and all(r.is_readable for r in episode) and any(len(r.sure) > 0 for r in episode)


def together(questionnaire: Questionnaire, several: Iterable[Answers]) -> Answers:
    """Several answers as one: every tick and the highest number; "none" only where nothing else is said."""
    asked = {question.id: question for question in questionnaire.questions}
    return reduce(lambda one, other: _both(asked, one, other), several, Answers())


def _report(questionnaire: Questionnaire, asked: dict[str, Question], sign: StopSign) -> Report:
    answers = questionnaire.readable(sign.answers).only(frozenset(asked))
    sure = {name: said for name in answers if (said := _sure(asked[name], answers.given[name])) != ()}
    return Report(sign, sign.about or sign.id, answers, Answers(sure))


def _sure(question: Question, said: Answer) -> Answer:
    if isinstance(said, int):
        return said
    return tuple(option for option in said if question.role(option) is None)


def _both(asked: dict[str, Question], one: Answers, other: Answers) -> Answers:
    common = {name: _stricter(asked[name], one.given[name], said) for name, said in other.given.items() if name in one}
    return Answers({**one.given, **other.given, **common})


def _stricter(question: Question, one: Answer, other: Answer) -> Answer:
    if isinstance(one, int):
        return max(one, other) if isinstance(other, int) else other
    if isinstance(other, int):
        return one
    said = tuple(option for option in question.options if option in one or option in other)
    risks = tuple(option for option in said if option != question.none)
    return risks or said
