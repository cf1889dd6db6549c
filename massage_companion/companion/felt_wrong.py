"""Something felt wrong: report it, tell what it was, and learn what it calls for.

The report is kept before anybody is asked anything. What the disk does not take counts all the same in this run.
"""

from typing import Final

from msgspec import Struct

from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import AnswerError, Question, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.sign_questions import FELT_WRONG_PAGE
from massage_companion.eligibility.verdict import Finding, evaluate
from massage_companion.log.dose import ended_ago_ms
from massage_companion.log.record import SessionRecord
from massage_companion.session.aftermath import aftermath
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.session.states import FeelsWrong
from massage_companion.session.stop_sign import StopSign
from massage_companion.session.symptoms import is_told, of_one_episode, reports_of

OFFERED_DAYS: Final = 28
"""How long after a session late signs are asked for (EVIDENCE section 7: at least four weeks)."""

OF_THE_SESSION_DAYS: Final = 2
"""A report this soon after a session is kept as one about that session: until the day after (our own choice)."""


class SignReport(Struct, frozen=True):
    """What was told and what it calls for, strictest first.

    ``told`` is false as long as nothing is ticked for sure or a list is left open: the report stays as it was.
    """

    sign: StopSign
    findings: tuple[Finding, ...]
    told: bool

    @property
    def outcome(self) -> Outcome:
        """The strictest finding; never milder than "not today", since something did feel wrong."""
        return max((Outcome.NOT_TODAY, *(finding.outcome for finding in self.findings)))


class FeltWrong:
    """Every use case around stop signs that a person reports."""

    def __init__(self, rules: Rules, store: Store, clock: Clock, ids: Ids, sessions: Sessions) -> None:
        self._rules = rules
        self._store = store
        self._clock = clock
        self._ids = ids
        self._sessions = sessions

    def questions(self) -> tuple[Question, ...]:
        """The lists of what can be felt, emergencies first."""
        questions = self._rules.questionnaire.questions
        return tuple(question for question in questions if question.page == FELT_WRONG_PAGE)

    def is_offered(self, person: str) -> bool:
        """Whether to offer it: in a session, for four weeks after one, and while a report waits to be explained."""
        live = self._sessions.live
        if live is not None and live.session.person == person:
            return True
        return bool(self._recent(person, OFFERED_DAYS)) or self.unexplained(person) is not None

    def report(self, person: str, massager: Massager | None = None) -> StopSign:
        """Something feels wrong: the person's live session ends, or the bare report is kept at once.

        ``massager`` narrows the session that it may be about. Raises StoreError where it is not stored; a report counts
        in this run all the same, and a session that cannot be ended goes on.
        """
        live = self._sessions.live
        if live is not None and live.session.person == person:
            self._sessions.happened(FeelsWrong())
            return next(sign for sign in self._sessions.stop_signs(person) if sign.session == live.session.id)
        sign = StopSign(self._ids.new(), person, self._clock.read(), session=self._session_of(person, massager))
        self._keep(sign)
        return sign

    def unexplained(self, person: str) -> StopSign | None:
        """The newest report of which nobody has told yet what it was, as long as no new check took its place."""
        reports = reports_of(self._rules.questionnaire, self._sessions.stop_signs(person))
        for report in sorted(reports, key=lambda each: each.sign.reported.utc_ms, reverse=True):
            sign, episode = report.sign, of_one_episode(report, reports)
            is_report = sign.about is None and sign.sign is None
            if is_report and not sign.settled and not is_told(self._rules.questionnaire, episode):
                return sign
        return None

    def explain(self, person: str, about: StopSign | None, answers: Answers, note: str = "") -> SignReport:
        """Keep what was felt and say what it calls for, all that was told about the same report together.

        ``about`` is the report, ``None`` where there was none before. Raises AnswerError for an answer that is not
        offered, and where nothing is answered at all; StoreError where it is not stored and counts in this run only.
        """
        sign = StopSign(
            id=self._ids.new(),
            person=person,
            reported=self._clock.read(),
            session=self._session_of(person, None) if about is None else about.session,
            about=None if about is None else about.about or about.id,
            answers=self._checked(answers),
            moment=None if about is None else about.moment,
            note=note.strip(),
        )
        self._keep(sign)
        return self._judged(sign)

    def _keep(self, sign: StopSign) -> None:
        unwritten = self._sessions.remember(sign)
        if unwritten is not None:
            raise unwritten

    def _checked(self, answers: Answers) -> Answers:
        offered = {question.id: question for question in self.questions()}
        for name in answers:
            if name not in offered:
                raise AnswerError(f"question '{name}': is not about what felt wrong")
        if not len(answers):
            raise AnswerError("nothing is answered")
        return Answers({name: offered[name].checked(answers.given[name]) for name in answers})

    def _judged(self, sign: StopSign) -> SignReport:
        questionnaire, now = self._rules.questionnaire, self._clock.read()
        reports = reports_of(questionnaire, self._sessions.stop_signs(sign.person))
        this = next(report for report in reports if report.sign.id == sign.id)
        episode = of_one_episode(this, reports)
        screening = next(iter(self._store.screenings(sign.person)), None)
        said = Answers() if screening is None else questionnaire.readable(screening.answers)
        felt = aftermath(self._rules, said, tuple(report.sign for report in episode), now)
        verdict = evaluate(felt.rules, said.merged(felt.answers), ALL_MODALITIES, frozenset())
        asked = frozenset(question.id for question in questionnaire.questions if question.stage is Stage.SIGN)
        findings = (f for f in verdict.findings if any(given.question in asked for given in f.answers))
        return SignReport(sign, tuple(findings), is_told(questionnaire, episode))

    def _session_of(self, person: str, massager: Massager | None) -> str | None:
        """The latest session of these days, where there was one."""
        records = self._recent(person, OF_THE_SESSION_DAYS)
        return next((r.id for r in records if massager is None or r.massager == massager.id), None)

    def _recent(self, person: str, days: int) -> tuple[SessionRecord, ...]:
        """The sessions of so many days, the one that ended last first."""
        now = self._clock.read()
        records = self._store.recent(person, now.utc_ms - days * DAY_MS)
        aged = sorted(zip(ended_ago_ms(records, now), records, strict=True), key=lambda each: each[0])
        return tuple(record for ago_ms, record in aged if ago_ms <= days * DAY_MS)
