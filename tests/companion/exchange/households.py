"""Random households for round trips: any people, massagers, checks and sessions that the store can hold."""

from hypothesis import strategies as st

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.ports import Draft, Store
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Phase, Plan, SavedPlan
from massage_companion.session.reading import Reading
from massage_companion.session.states import Ending
from massage_companion.session.stop_sign import StopSign
from tests.support.strategies import limits

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
notes = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
instants = st.integers(0, 4_000_000_000_000)
offsets = st.sampled_from([0, 60, 480, 330, -210, -300, 780, -660])
soreness = st.none() | st.integers(0, 10)

readings = st.builds(
    Reading,
    boot_id=st.sampled_from(["boot-1", "boot-2"]),
    boot_ms=st.integers(0, 10**12),
    awake_ms=st.integers(0, 10**12),
    utc_ms=instants,
    offset_minutes=offsets,
    zone=st.sampled_from(["UTC", "CST", "NST"]),
)
answers = st.dictionaries(
    st.sampled_from(["age", "signs", "neck"]),
    st.integers(0, 120) | st.lists(st.sampled_from(["a", "b", "none"]), min_size=1, unique=True).map(tuple),
    max_size=3,
).map(Answers)


@st.composite
def records(draw: st.DrawFn, name: str, person: str, massager: Massager) -> SessionRecord:
    """A finished session of somebody."""
    used, over = draw(st.integers(0, 900_000)), draw(st.integers(0, 10**7))
    return SessionRecord(
        id=name,
        person=person,
        massager=massager.id,
        massager_name=massager.name,
        started=draw(readings),
        ended=draw(readings),
        planned_minutes=draw(st.integers(1, 15)),
        intensity=draw(st.sampled_from(Intensity)),
        heat=draw(st.booleans()),
        ending=draw(st.sampled_from(Ending)),
        used_ms=used,
        overtime_ms=over,
        paused_ms=draw(st.integers(0, 10**7)),
        at_most_ms=used + over + draw(st.integers(0, 10**7)),
        sore_before=draw(soreness),
        sore_after=draw(soreness),
        sore_next=draw(soreness),
        note=draw(notes),
        rules_version="2026.11.3",
        precautions=draw(st.sampled_from([(), ("R60",), ("R60", "S16")])),
        phases=draw(st.sampled_from([(), (Phase("left side", 5), Phase("右侧", 5))])),
        origin=draw(st.sampled_from(Origin)),
        removed_utc_ms=draw(st.none() | instants),
    )


@st.composite
def fillings(draw: st.DrawFn, most_sessions: int = 6) -> "Filling":
    """What a household of up to three people and two massagers has done."""
    people = [Person(f"person-{n}", draw(names), draw(instants)) for n in range(draw(st.integers(1, 3)))]
    massagers = [
        Massager(
            f"massager-{n}",
            draw(names),
            "cushion",
            draw(st.frozensets(st.sampled_from(Modality))),
            draw(st.booleans()),
            draw(limits),
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    made = Filling(people, massagers)
    for massager in massagers:
        if draw(st.booleans()):
            made.plans.append(SavedPlan(f"plan-{massager.id}", massager.id, draw(names), Plan(5, Intensity.MEDIUM)))
    for person in people:
        fill_for(draw, made, person, most_sessions)
    return made


def fill_for(draw: st.DrawFn, made: "Filling", person: Person, most_sessions: int) -> None:
    """What one person has done."""
    massagers = made.massagers
    for number in range(draw(st.integers(0, 2))):
        made.signs.append(StopSign(f"early-{number}-{person.id}", person.id, draw(readings)))
    for number in range(draw(st.integers(0, 2))):
        made.checks.append(Screening(f"check-{number}-{person.id}", person.id, draw(answers), "1", draw(instants)))
    if draw(st.booleans()):
        made.late_signs.append(StopSign(f"late-{person.id}", person.id, draw(readings), note=draw(notes)))
    if draw(st.booleans()):
        made.clearances.append(
            Clearance(
                f"yes-{person.id}",
                person.id,
                massagers[0].id,
                frozenset({"R25"}),
                True,
                "Dr Li",
                draw(instants),
                draw(instants),
                draw(limits),
            )
        )
    if draw(st.booleans()):
        made.drafts.append((person.id, Draft(draw(answers), "page", begun_utc_ms=draw(instants))))
    if draw(st.booleans()):
        made.check_ins.append(CheckIn(person.id, massagers[0].id, 3, draw(instants), "fine"))
    for number in range(draw(st.integers(0, most_sessions))):
        massager = draw(st.sampled_from(massagers))
        made.sessions.append(draw(records(f"session-{number}-{person.id}", person.id, massager)))


class Filling:
    """Values in the order in which a household makes them."""

    def __init__(self, people: list[Person], massagers: list[Massager]) -> None:
        self.people = people
        self.massagers = massagers
        self.plans: list[SavedPlan] = []
        self.signs: list[StopSign] = []
        self.checks: list[Screening] = []
        self.late_signs: list[StopSign] = []
        self.clearances: list[Clearance] = []
        self.drafts: list[tuple[str, Draft]] = []
        self.check_ins: list[CheckIn] = []
        self.sessions: list[SessionRecord] = []

    def pour_into(self, store: Store) -> None:
        """Keep everything in a store."""
        for person in self.people:
            store.keep_person(person)
        for massager in self.massagers:
            store.keep_massager(massager)
        for plan in self.plans:
            store.keep_plan(plan)
        for sign in self.signs:
            store.add_stop_sign(sign)
        for check in self.checks:
            store.complete_check(check)
        for sign in self.late_signs:
            store.add_stop_sign(sign)
        for clearance in self.clearances:
            store.keep_clearance(clearance)
        for person_id, draft in self.drafts:
            store.keep_draft(person_id, draft)
        for check_in in self.check_ins:
            store.keep_check_in(check_in)
        store.add_records(tuple(self.sessions))

    def __repr__(self) -> str:
        return f"Filling({len(self.people)} people, {len(self.sessions)} sessions)"
