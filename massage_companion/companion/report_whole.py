"""The whole page that a person gives to a doctor, as one value: who, the safety check, the log, what to know.

PDF, web page and print are drawn from this value alone, so that they cannot differ. There may be no check yet: then it
says so where the result would stand, and tells of the log.
"""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.household import Person
from massage_companion.companion.report import ResultReport, facts_of_the_massager
from massage_companion.companion.report_log import LogReport
from massage_companion.companion.report_values import Labelled, TextList
from massage_companion.companion.words import Words
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading


class DoctorsReport(Struct, frozen=True):
    """The page. ``language`` is the code of its words, ``day`` the day on which it was made as YYYY-MM-DD.

    ``check`` is ``None`` where no safety check was ever completed; ``unchecked`` says so then and is empty otherwise.
    ``page`` is a line with the fields ``{number}`` and ``{total}``, for a report that needs more than one sheet.
    """

    language: str
    title: str
    lead: str
    person: str
    day: str
    facts: tuple[Labelled, ...]
    check: ResultReport | None
    unchecked: str
    log: LogReport
    remarks: TextList
    footer: str
    page: str


def doctors_report(
    person: Person, massager: Massager, check: ResultReport | None, log: LogReport, made: Reading, words: Words
) -> DoctorsReport:
    """The page, made at this moment. Both parts have to be in the language of the words."""
    made_on = moments.day(made.utc_ms, made.offset_minutes, words)
    return DoctorsReport(
        language=words.language,
        title=words("report.title"),
        lead=words("report.lead", person=person.name, date=made_on),
        person=person.name,
        day=moments.local(made.utc_ms, made.offset_minutes).date().isoformat(),
        facts=check.facts if check is not None else _facts(person, massager, words),
        check=check,
        unchecked="" if check is not None else words("report_log.unchecked"),
        log=log,
        remarks=check.remarks if check is not None else _remarks(words),
        footer=words("report.footer", person=person.name, massager=massager.name, date=made_on),
        page=words.raw("report.page"),
    )


def _facts(person: Person, massager: Massager, words: Words) -> tuple[Labelled, ...]:
    return (
        Labelled(words("report.fact.person"), person.name),
        Labelled(words("report.fact.taken"), words("report_log.never")),
        *facts_of_the_massager(massager, words),
    )


def _remarks(words: Words) -> TextList:
    said = tuple(words(f"report.remark.{name}") for name in ("guidance", "danger"))
    return TextList(words("report.section.remarks"), said)
