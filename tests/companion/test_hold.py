"""An emergency that could not be stored still stops every session, until a later check is."""

from massage_companion.companion.household import Person
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.session.refusal import StopSignOpen
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import HEALTHY, WARM_KNEADER, small_rules


def test_a_held_person_cannot_start_until_their_next_check() -> None:
    clock, store, ids, rules = FakeClock(), MemoryStore(), CountingIds(), small_rules()
    store.keep_person(Person("mei", "Mei"))
    store.keep_massager(WARM_KNEADER)
    sessions = Sessions(rules, store, clock, ids)
    store.complete_check(Screening("c1", "mei", HEALTHY, rules.version, clock.read().utc_ms))
    assert sessions.standing("mei", WARM_KNEADER).reasons == ()
    sessions.hold("mei")
    assert [type(reason) for reason in sessions.standing("mei", WARM_KNEADER).reasons] == [StopSignOpen]
    store.complete_check(Screening("c2", "mei", HEALTHY, rules.version, clock.read().utc_ms))
    assert sessions.standing("mei", WARM_KNEADER).reasons == ()
