"""What the gate has to know about a person and a massager, put together from the store.

What the store could not take is held here, so that it still speaks in this run of the program.
"""

from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.ports import Store
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.screening import Screening
from massage_companion.log.dose import dose_of
from massage_companion.session.dose import Dose
from massage_companion.session.gate import Case
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.session.stop_sign import StopSign

_DOSE_DAYS = 2


class Cases:
    """The cases of everybody in the house."""

    def __init__(self, store: Store, facts: LogFacts | None) -> None:
        self._store = store
        self._facts = facts
        self._held: dict[str, tuple[tuple[StopSign, ...], str | None]] = {}

    def case(self, person: str, massager: Massager, now: Reading, soreness: int | None = None) -> Case:
        """Everything known now. Raises StoreError."""
        screenings = self._store.screenings(person)
        return Case(
            massager=massager,
            screening=screenings[0] if screenings else None,
            clearances=self._store.clearances(person),
            stop_signs=(*self._still_held(person, screenings), *self._store.stop_signs(person)),
            dose=self.dose(person, now),
            facts=Answers() if self._facts is None else self._facts.answers(person),
            soreness=soreness,
        )

    def dose(self, person: str, now: Reading) -> Dose:
        """What was used lately, as the gate counts it. Raises StoreError."""
        return dose_of(self._store.recent(person, now.utc_ms - _DOSE_DAYS * DAY_MS), now)

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        """All stop signs of a person, held ones too, the newest first. Raises StoreError."""
        return (*self._still_held(person, self._store.screenings(person)), *self._store.stop_signs(person))

    def hold(self, sign: StopSign) -> None:
        """Let this stop sign count until its person's next completed check, without the store."""
        screenings = self._store.screenings(sign.person)
        held = self._still_held(sign.person, screenings)
        self._held[sign.person] = ((sign, *held), screenings[0].id if screenings else None)

    def log_changed(self) -> None:
        """A session has ended or was rated: what the log shows is worked out anew."""
        if self._facts is not None:
            self._facts.forget()

    def _still_held(self, person: str, screenings: tuple[Screening, ...]) -> tuple[StopSign, ...]:
        signs, newest = self._held.get(person, ((), None))
        checked_since = bool(screenings) and screenings[0].id != newest
        return () if checked_since else signs
