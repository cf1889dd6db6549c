"""The article that the product starts from, sentence by sentence, judged by the real rules and by the gate."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import CheckIncomplete, FindingStands
from tests.support.healthy_answers import BOTH_STAGES, filled, real_rules
from tests.support.rule_writing import said
from tests.support.situation import Situation, clearance

WARM_KNEADING = frozenset({Modality.KNEADING, Modality.HEAT})
MASSAGER = Massager("massager", "Neck massager", "pillow", WARM_KNEADING, heat_can_be_switched_off=True)

NOT_SEVERE = said(neck_pain=3, neck_pattern="none")
DIAGNOSED = said(told_by_doctor="spondylosis")
WITH_SYMPTOMS = DIAGNOSED.merged(said(neck_now="more")).merged(NOT_SEVERE)


def person(changed: Answers) -> Answers:
    """Somebody who is healthy but for these answers."""
    return filled(real_rules().questionnaire, changed, WARM_KNEADING)


def judged(changed: Answers) -> Verdict:
    return evaluate(real_rules(), person(changed), WARM_KNEADING, BOTH_STAGES)


def at_the_gate(answers: Answers) -> Situation:
    questions = real_rules().questionnaire.questions
    today = frozenset(question.id for question in questions if question.stage is Stage.TODAY)
    return Situation(
        answers=answers,
        today=person(said()).only(today),
        rules=real_rules(),
        massager=MASSAGER,
        plan=Plan(5),
    )


SENTENCES = [
    pytest.param(said(), Outcome.OK, id="asymptomatic people"),
    pytest.param(
        said(neck_now="mild-tired", neck_pain=2, neck_pattern="none"),
        Outcome.OK,
        id="white-collar workers, writers, drivers, teachers with a tired neck",
    ),
    pytest.param(
        said(neck_now="mild-tired", neck_pain=8, neck_pattern="none"), Outcome.CONTRAINDICATED, id="severe pain"
    ),
    pytest.param(
        said(neck_now="more", neck_pain=3, neck_pattern="stops-activity"),
        Outcome.CONTRAINDICATED,
        id="severe symptoms that stop what one does",
    ),
    pytest.param(said(told_by_doctor="cord-type"), Outcome.CONTRAINDICATED, id="cord type: massage forbidden"),
    pytest.param(
        said(told_by_doctor="vertebral-artery-type"), Outcome.CONTRAINDICATED, id="vertebral-artery type: not allowed"
    ),
    pytest.param(
        said(neck_now="more").merged(NOT_SEVERE), Outcome.DOCTOR_FIRST, id="symptoms: a clear diagnosis comes first"
    ),
    pytest.param(
        said(neck_now="mild-tired", neck_pain=5, neck_pattern="none"), Outcome.DOCTOR_FIRST, id="more than mild pain"
    ),
    pytest.param(DIAGNOSED.merged(said(discs="few")), Outcome.PRECAUTION, id="diagnosed, few discs, no symptoms now"),
    pytest.param(DIAGNOSED.merged(said(discs="many")), Outcome.DOCTOR_FIRST, id="diagnosed, many discs"),
    pytest.param(
        WITH_SYMPTOMS.merged(said(doctor_said="approved-home")),
        Outcome.PRECAUTION,
        id="the attending doctor approved this massager at home",
    ),
    pytest.param(
        WITH_SYMPTOMS.merged(said(doctor_said="suggested-massage")),
        Outcome.DOCTOR_FIRST,
        id="the doctor suggests massage: in a hospital, not at will",
    ),
    pytest.param(
        WITH_SYMPTOMS.merged(said(doctor_said="not-asked")), Outcome.DOCTOR_FIRST, id="the doctor was not asked"
    ),
    pytest.param(
        WITH_SYMPTOMS.merged(said(doctor_said="advised-against")), Outcome.CONTRAINDICATED, id="the doctor said no"
    ),
]


@pytest.mark.parametrize(("changed", "outcome"), SENTENCES)
def test_the_verdict_is_what_the_article_says(changed: Answers, outcome: Outcome) -> None:
    verdict = judged(changed)
    assert verdict.complete, verdict.unanswered
    assert verdict.outcome is outcome


@pytest.mark.parametrize(("changed", "outcome"), SENTENCES)
def test_the_gate_does_what_the_verdict_says(changed: Answers, outcome: Outcome) -> None:
    situation = at_the_gate(person(changed))
    assert situation.says_yes == (outcome <= Outcome.PRECAUTION)
    if not situation.says_yes:
        assert situation.reason_types[0] is FindingStands


def test_nothing_answered_is_never_allowed_and_every_question_of_the_check_is_named() -> None:
    verdict = evaluate(real_rules(), Answers(), WARM_KNEADING)
    relevant = real_rules().questionnaire.relevant(Stage.CHECK, Answers(), WARM_KNEADING)
    assert not verdict.allowed
    assert verdict.unanswered == tuple(question.id for question in relevant)
    assert len(verdict.unanswered) > 20
    assert CheckIncomplete(verdict.unanswered) in at_the_gate(Answers()).reasons


def test_precautions_shorten_the_session() -> None:
    limits = judged(DIAGNOSED.merged(said(discs="few"))).limits
    assert (limits.minutes, limits.sessions_per_day) == (10, 1)


class TestWhatADoctorCanClear:
    def test_this_massager_at_home_after_a_talk_about_massage(self) -> None:
        asked = at_the_gate(person(WITH_SYMPTOMS.merged(said(doctor_said="suggested-massage"))))
        (reason,) = asked.reasons
        assert isinstance(reason, FindingStands)
        found = reason.finding.rule.id
        assert not asked.but(clearances=(clearance(found, massager="massager", for_home=False),)).says_yes
        assert asked.but(clearances=(clearance(found, massager="massager"),)).says_yes

    @pytest.mark.parametrize(
        "changed",
        [
            said(told_by_doctor="cord-type"),
            said(told_by_doctor="vertebral-artery-type"),
            said(neck_now="more", neck_pain=9, neck_pattern="none"),
        ],
        ids=["cord type", "vertebral-artery type", "severe symptoms"],
    )
    def test_never_the_types_and_the_severity_that_the_article_forbids(self, changed: Answers) -> None:
        everything = frozenset(rule.id for rule in real_rules().rules)
        generous = clearance(*everything, massager="massager")
        assert not at_the_gate(person(changed)).but(clearances=(generous,)).says_yes
