"""The safety check as a use case: going through it, leaving it half-way, finishing it, reading its result."""

from msgspec import Struct, structs

from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.ports import Clock, Draft, Ids, Store
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.eligibility.walk import Walk
from massage_companion.session import gate
from massage_companion.session.aftermath import grave_signs
from massage_companion.session.gate import Case, is_in_date
from massage_companion.session.massager import Massager
from massage_companion.session.stop_sign import StopSign


class CheckUnfinishedError(Exception):
    """The check cannot be completed: a question that matters is open, or something felt wrong since it was begun."""


class Result(Struct, frozen=True):
    """A completed check and what today's rules say about it for one massager, with what was felt since and the log."""

    screening: Screening
    verdict: Verdict


class _Begun(Struct, frozen=True):
    """When a check was begun in this run, and which stop signs were open then: it may settle these and no other."""

    utc_ms: int
    open_signs: frozenset[str]


class SafetyChecks:
    """Every use case around the safety check of a person."""

    def __init__(self, rules: Rules, store: Store, clock: Clock, ids: Ids, facts: LogFacts | None = None) -> None:
        self._rules = rules
        self._store = store
        self._clock = clock
        self._ids = ids
        self._facts = facts
        self._begun: dict[str, _Begun] = {}

    @property
    def rules(self) -> Rules:
        """The rules that checks are judged by."""
        return self._rules

    def begin(self, person: str) -> Walk:
        """The check from where the person left it, or from the start.

        Answers from before something felt wrong are not gone on with: only a whole new check counts then.
        """
        draft = self._store.draft(person)
        if draft is None:
            return walking.begin(self._rules, self.modalities())
        if self._overtaken(person, draft.carried, draft):
            return self.begin_anew(person, frozenset(draft.changes))
        walk = Walk(
            self.modalities(),
            self._rules.questionnaire.readable(draft.answers),
            page=None,
            visits=draft.visits,
            carried=draft.carried,
            changes=draft.changes,
        )
        self._note_begin(person, draft.begun_utc_ms)
        walk = walking.resumed(self._rules, walk)
        return walking.jump(self._rules, walk, draft.page) if draft.page is not None else walk

    def begin_anew(self, person: str, changes: frozenset[str] = frozenset()) -> Walk:
        """The whole check from the start, after these changes of health; a half-way one is forgotten."""
        self._store.keep_draft(person, None)
        self._note_begin(person, self._clock.read().utc_ms)
        walk = walking.begin(self._rules, self.modalities())
        known = self._rules.questionnaire.changes
        return structs.replace(walk, changes=tuple(change.id for change in known if change.id in changes))

    def begin_missing(self, person: str) -> Walk:
        """The check with the answers of the last one, at the first question it does not answer."""
        last = self.latest(person)
        if last is None or self._needs_whole_check(person, last):
            return self.begin_anew(person)
        self._store.keep_draft(person, None)
        self._note_begin(person, self._clock.read().utc_ms)
        walk = walking.begin(self._rules, self.modalities(), self._rules.questionnaire.readable(last.answers))
        visits = frozenset() if walk.page is None else frozenset({walk.page})
        return structs.replace(walk, visits=visits, carried=True)

    def begin_changed(self, person: str, changes: frozenset[str]) -> Walk:
        """The check after a change of health: asks what the changes touch, keeps the rest of the last check.

        Asks everything where there is no earlier check, where that one is out of date or an emergency, or where no
        change is named. A stop sign always asks everything. Raises KeyError for a change that nobody knows.
        """
        last = self.latest(person)
        known = {change.id: change.pages for change in self._rules.questionnaire.changes}
        pages = frozenset().union(*(known[change] for change in changes)) if changes else frozenset()
        walk = self.begin_anew(person, changes)
        if last is None or not pages or self._needs_whole_check(person, last):
            return walk
        earlier = self._rules.questionnaire.readable(last.answers)
        again = walking.begin_again(self._rules, walk.modalities, earlier, pages)
        return structs.replace(again, changes=walk.changes)

    def half_way(self, person: str) -> bool:
        """Whether a check waits to be gone on with."""
        draft = self._store.draft(person)
        return draft is not None and not self._overtaken(person, draft.carried, draft)

    def modalities(self) -> frozenset[Modality]:
        """What the household's massagers do together; all where there is none yet."""
        massagers = [massager for massager in self._store.massagers() if not massager.retired]
        if not massagers:
            return ALL_MODALITIES
        return frozenset().union(*(massager.judged_modalities for massager in massagers))

    def keep(self, person: str, walk: Walk) -> None:
        """Remember the answers so far. They do not count until the check is completed."""
        before = self._store.draft(person)
        begun = self._begun_utc_ms(person, before)
        draft = Draft(walk.answers, walk.page, walk.visits, walk.carried, walk.changes, begun)
        self._store.keep_draft(person, draft)

    def complete(self, person: str, walk: Walk) -> Screening:
        """Store the check. Raises CheckUnfinishedError while it is open, unless an answer is an emergency.

        Raises it too where something felt wrong after answers of this check were given: they may no longer be true.
        """
        if not walking.is_complete(self._rules, walk) and not walking.is_emergency(self._rules, walk):
            raise CheckUnfinishedError
        draft = self._store.draft(person)
        if self._overtaken(person, walk.carried, draft):
            raise CheckUnfinishedError
        now = self._clock.read()
        answers = walking.path_answers(self._rules, walk)
        verdict = evaluate(self._rules, answers, walk.modalities)
        screening = Screening(
            id=self._ids.new(),
            person=person,
            answers=answers,
            rules_version=self._rules.version,
            taken_utc_ms=now.utc_ms,
            offset_minutes=now.offset_minutes,
            oldest_utc_ms=self._oldest(person, walk, draft, now.utc_ms),
            found=tuple(finding.rule.id for finding in verdict.findings),
            changes=walk.changes,
        )
        self._store.complete_check(screening)
        self._begun.pop(person, None)
        return screening

    def _open_signs(self, person: str) -> tuple[StopSign, ...]:
        """The open stop signs that are not known to be mild: while there is one, only a whole new check counts."""
        last = self.latest(person)
        said = Answers() if last is None else last.answers
        signs = grave_signs(self._rules, said, self._store.stop_signs(person))
        return tuple(sign for sign in signs if not sign.settled)

    def _overtaken(self, person: str, carried: bool, draft: Draft | None) -> bool:
        """Whether an open stop sign is younger than some answers of a check that is under way."""
        signs = self._open_signs(person)
        if not signs or carried:
            return bool(signs)
        begun = self._begun.get(person)
        if begun is not None:
            # What was open when it was begun in this run is known; a sign dated by a wrong clock would never be over.
            return not begun.open_signs.issuperset(sign.id for sign in signs)
        # A stop sign drops the draft; the answers may still be on the screen.
        return draft is None or draft.begun_utc_ms <= max(sign.reported.utc_ms for sign in signs)

    def _note_begin(self, person: str, begun_utc_ms: int) -> None:
        self._begun[person] = _Begun(begun_utc_ms, frozenset(sign.id for sign in self._open_signs(person)))

    def _begun_utc_ms(self, person: str, draft: Draft | None) -> int:
        """When the first answers of a check under way were given; 0, older than anything, where that is not known."""
        if draft is not None:
            return draft.begun_utc_ms
        begun = self._begun.get(person)
        return self._clock.read().utc_ms if begun is None else begun.utc_ms

    def _needs_whole_check(self, person: str, last: Screening) -> bool:
        """Whether nothing of the last check may be carried over: after a stop sign, an emergency, or too long."""
        if self._open_signs(person) or not is_in_date(last, self._clock.read().utc_ms):
            return True
        verdict = evaluate(self._rules, last.answers, ALL_MODALITIES)
        return any(finding.outcome is Outcome.EMERGENCY for finding in verdict.findings)

    def _oldest(self, person: str, walk: Walk, draft: Draft | None, now_utc_ms: int) -> int:
        """When the oldest answer was given: in the check that it was carried over from, or when this one was begun."""
        last = self.latest(person)
        if walk.carried and last is not None:
            return last.valid_from_utc_ms
        return min(self._begun_utc_ms(person, draft) or now_utc_ms, now_utc_ms)

    def history(self, person: str) -> tuple[Screening, ...]:
        """Every completed check, the newest first."""
        return self._store.screenings(person)

    def latest(self, person: str) -> Screening | None:
        """The newest completed check."""
        return next(iter(self._store.screenings(person)), None)

    def result(self, person: str, massager: Massager) -> Result | None:
        """What today's rules say about the newest check for a massager, and what came since. Raises StoreError."""
        screening = self.latest(person)
        if screening is None:
            return None
        facts = Answers() if self._facts is None else self._facts.answers(person)
        case = Case(massager, screening, stop_signs=self._store.stop_signs(person), facts=facts)
        return Result(screening, gate.standing(self._rules, case, self._clock.read()).verdict)
