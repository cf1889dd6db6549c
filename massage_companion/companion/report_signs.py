"""Stop signs as a doctor reads them: when, in which moment of a session, what was felt, what it called for, and since.

What it called for is judged as of the moment of the report: a sign that counts for a few hours must not look harmless
later. One report and all that was told about it are one row.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct, structs

from massage_companion.companion import moments
from massage_companion.companion.explain import spoken
from massage_companion.companion.report_values import ReportTable
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Questionnaire, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import AnswerGiven, evaluate
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.log.trends import whole_minutes
from massage_companion.session.aftermath import aftermath, grave_signs
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from massage_companion.session.symptoms import reports_of

MOST_FELT: Final = 6
LONGEST_NOTE: Final = 80
"""Things felt, and characters of the person's own words, that a row tells of; what is left out is said."""


class Episode(Struct, frozen=True):
    """A report and all that was told about it, the first word first."""

    signs: tuple[StopSign, ...]

    @property
    def began(self) -> Reading:
        """When it was first reported."""
        return self.signs[0].reported


class SignsKnown(Struct, frozen=True):
    """What the rows are made of: all stop signs and checks of the person, and the sessions the signs came up in."""

    signs: tuple[StopSign, ...]
    screenings: tuple[Screening, ...]
    sessions: Mapping[str, SessionRecord]


def episodes_of(questionnaire: Questionnaire, signs: tuple[StopSign, ...]) -> tuple[Episode, ...]:
    """All episodes, the newest first."""
    found: dict[str, list[StopSign]] = {}
    for report in reports_of(questionnaire, signs):
        found.setdefault(report.episode, []).append(report.sign)
    episodes = (
        Episode(tuple(sorted(each, key=lambda sign: (sign.reported.utc_ms, sign.about is not None))))
        for each in found.values()
    )
    return tuple(sorted(episodes, key=lambda episode: episode.began.utc_ms, reverse=True))


def sign_table(
    episodes: Sequence[Episode], known: SignsKnown, rules: Rules, texts: RuleTexts, words: Words
) -> ReportTable | None:
    """A row for each; ``None`` where there is none."""
    if not episodes:
        return None
    columns = tuple(
        words(f"report_log.signs.column.{name}") for name in ("when", "moment", "felt", "called", "settled")
    )
    said = known.screenings[0].answers if known.screenings else Answers()
    grave = frozenset(sign.id for sign in grave_signs(rules, said, known.signs))
    rows = tuple(
        (
            moments.day(episode.began.utc_ms, episode.began.offset_minutes, words),
            _moment(episode, known.sessions, words),
            _felt(episode, rules, texts, words),
            _called(episode, known.screenings, rules, words),
            _settled(episode, grave, known.screenings, words),
        )
        for episode in episodes
    )
    return ReportTable(words("report_log.signs.title"), columns, rows)


def _called(episode: Episode, screenings: Sequence[Screening], rules: Rules, words: Words) -> str:
    if all(sign.sign is None and not len(sign.answers) for sign in episode.signs):
        return words("report_log.signs.not_known")
    return words(f"outcomes.{called_for(episode, screenings, rules).word}.pill")


def called_for(episode: Episode, screenings: Sequence[Screening], rules: Rules) -> Outcome:
    """The strictest that the rules of today say to what was felt, as of then; "not today" at the least."""
    said = _said_then(episode.began, screenings, rules)
    then = episode.signs[-1].reported
    felt = aftermath(rules, said, tuple(structs.replace(sign, settled=False) for sign in episode.signs), then)
    verdict = evaluate(felt.rules, said.merged(felt.answers), ALL_MODALITIES, frozenset())
    asked = frozenset(question.id for question in rules.questionnaire.questions if question.stage is Stage.SIGN)
    about_it = (f.outcome for f in verdict.findings if any(given.question in asked for given in f.answers))
    named = frozenset(sign.sign for sign in episode.signs)
    of_that_day = (rule.outcome for rule in rules.rules if rule.id in named)
    return max((Outcome.NOT_TODAY, *about_it, *of_that_day))


def _said_then(then: Reading, screenings: Sequence[Screening], rules: Rules) -> Answers:
    """The answers of the check that counted when it was reported."""
    before = (each for each in screenings if each.taken_utc_ms <= then.utc_ms)
    screening = next(before, screenings[-1] if screenings else None)
    return Answers() if screening is None else rules.questionnaire.readable(screening.answers)


def _moment(episode: Episode, sessions: Mapping[str, SessionRecord], words: Words) -> str:
    """Where the session was; where none is known, that it was not in one."""
    moment = next((sign.moment for sign in episode.signs if sign.moment is not None), None)
    join = words("report_log.signs.join")
    if moment is not None:
        heat = words(f"report_log.signs.heat_{'on' if moment.heat else 'off'}")
        level = words(f"report_log.signs.level.{moment.intensity.word}")
        minute = words("report_log.signs.minute", n=max(1, whole_minutes(moment.used_ms)))
        return join.join(part for part in (moment.massager_name, minute, moment.phase, level, heat) if part)
    session = next((sessions[s.session] for s in episode.signs if s.session in sessions and s.session), None)
    if session is None:
        return words("report_log.signs.no_session")
    level = words(f"report_log.signs.level.{session.intensity.word}")
    parts = [words("report_log.signs.after", massager=session.massager_name), level]
    if session.origin is Origin.MANUAL:
        parts.append(words("report_log.by_hand"))
    return join.join(parts)


def _felt(episode: Episode, rules: Rules, texts: RuleTexts, words: Words) -> str:
    """What was ticked, each once, and what was written."""
    felt: dict[str, None] = {}
    for sign in episode.signs:
        if sign.sign in texts.rules and sign.sign is not None:
            felt[texts.rules[sign.sign].title] = None
        readable = rules.questionnaire.readable(sign.answers)
        for name in readable:
            question, answer = rules.questionnaire.question(name), readable.given[name]
            if answer == (question.none,):
                continue
            felt.update(dict.fromkeys(spoken(AnswerGiven(name, answer), texts).chosen))
    told = list(felt)[:MOST_FELT]
    if len(felt) > MOST_FELT:
        told.append(words("report_log.signs.more_felt", n=len(felt) - MOST_FELT))
    note = " ".join(" ".join(sign.note.split()) for sign in episode.signs if sign.note.strip())
    if note:
        told.append(
            words("report_log.signs.note", note=note if len(note) <= LONGEST_NOTE else f"{note[:LONGEST_NOTE]}…")
        )
    return words("report_log.signs.felt_join").join(told) or words("report_log.signs.not_told")


def _settled(episode: Episode, grave: frozenset[str], screenings: Sequence[Screening], words: Words) -> str:
    if all(sign.settled for sign in episode.signs):
        last = episode.signs[-1].reported
        check = next((each for each in reversed(screenings) if each.taken_utc_ms >= last.utc_ms), None)
        if check is None:
            return words("report_log.signs.settled")
        day = moments.day(check.taken_utc_ms, check.offset_minutes, words)
        return words("report_log.signs.settled_by", day=day)
    is_open = any(sign.id in grave and not sign.settled for sign in episode.signs)
    return words(f"report_log.signs.{'open' if is_open else 'mild'}")
