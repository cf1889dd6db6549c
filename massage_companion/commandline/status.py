"""``status``: what the gate says now for each person and massager, before today's questions. Writes nothing."""

from pathlib import Path
from typing import Any

from massage_companion.commandline.limits_values import limits_values
from massage_companion.commandline.printing import print_json, print_lines
from massage_companion.commandline.reasons import reason_values
from massage_companion.companion.household import Person
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.screening import VALID_DAYS, Screening
from massage_companion.log.facts import log_facts
from massage_companion.log.moments import iso_moment
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.session.states import Asking
from massage_companion.storage.content import Content, load_content
from massage_companion.storage.random_ids import RandomIds
from massage_companion.storage.store import SqliteStore, read_store
from massage_companion.storage.system_clock import SystemClock


def run(folder: Path, as_json: bool, words: Words) -> int:
    """Print how things stand; the exit code. Raises StoreError."""
    content = load_content(words.language)
    store = read_store(folder)
    try:
        values = status_values(store, content, words)
    finally:
        if store is not None:
            store.close()
    if as_json:
        print_json(values)
    else:
        print_lines(*_lines(values, words))
    return 0


def status_values(store: SqliteStore | None, content: Content, words: Words) -> dict[str, Any]:
    """How things stand as plain values; nobody where there is no store."""
    live = None if store is None else store.live()
    return {
        "rules_version": content.rules.version,
        "live": None if live is None else _live(live),
        "people": [] if store is None else [_person(p, store, live, content, words) for p in store.people()],
    }


def _person(
    person: Person, store: SqliteStore, live: LiveSession | None, content: Content, words: Words
) -> dict[str, Any]:
    screening = next(iter(store.screenings(person.id)), None)
    clock = SystemClock()
    sessions = Sessions(content.rules, store, clock, RandomIds(), LogFacts(content.rules, store, clock, log_facts))
    return {
        "id": person.id,
        "name": person.name,
        "check": None if screening is None else _check(screening),
        "massagers": [
            _massager(person, massager, sessions, live, content, words) for massager in store.massagers()
        ],
    }  # fmt: skip


def _massager(
    person: Person, massager: Massager, sessions: Sessions, live: LiveSession | None, content: Content, words: Words
) -> dict[str, Any]:
    now = sessions.now()
    standing = sessions.standing(person.id, massager)
    reasons = [reason_values(reason, content.texts, words, now) for reason in standing.reasons]
    if live is not None:
        reasons.insert(0, {"kind": "session_live", "text": words("commandline.status.running")})
    return {
        "id": massager.id,
        "name": massager.name,
        "allowed": not reasons,
        "reasons": reasons,
        "limits": limits_values(standing.limits),
        "limits_text": limit_line(standing.limits, words),
        "asked_at_start": [question.id for question in sessions.questions_today(person.id, massager)],
    }


def _check(screening: Screening) -> dict[str, Any]:
    until_utc_ms = screening.taken_utc_ms + VALID_DAYS * DAY_MS
    return {
        "taken": iso_moment(screening.taken_utc_ms, screening.offset_minutes),
        "valid_until": iso_moment(until_utc_ms, screening.offset_minutes),
        "rules_version": screening.rules_version,
    }


def _live(live: LiveSession) -> dict[str, Any]:
    known = live.state.interrupted if isinstance(live.state, Asking) else live.state
    return {
        "id": live.session.id,
        "person": live.session.person,
        "massager": live.session.massager,
        "state": type(live.state).__name__.lower(),
        "started": iso_moment(known.started.utc_ms, known.started.offset_minutes),
        "last_seen": iso_moment(known.seen.utc_ms, known.seen.offset_minutes),
        "planned_minutes": known.plan.minutes,
    }


def _lines(values: dict[str, Any], words: Words) -> list[str]:
    if not values["people"]:
        return [words("commandline.status.nobody")]
    lines: list[str] = []
    for person in values["people"]:
        if not person["massagers"]:
            lines.append(words("commandline.status.no_massager", person=person["name"]))
        for massager in person["massagers"]:
            key = "allowed" if massager["allowed"] else "not_allowed"
            lines.append(words(f"commandline.status.{key}", person=person["name"], massager=massager["name"]))
            lines += [words("commandline.status.reason", text=reason["text"]) for reason in massager["reasons"]]
            if massager["allowed"]:
                lines.append(words("commandline.status.limits", limits=massager["limits_text"]))
    return lines
