"""What a window is built from in tests: real use cases over a store in memory, and a desktop that offers nothing."""

from collections.abc import Callable
from pathlib import Path

from massage_companion.companion.backups import Part, Restorable, Safekeeping
from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.facts import log_facts
from massage_companion.storage.words import load_words
from massage_companion.ui.desk import Desk
from massage_companion.ui.parts import Keeping, Parts
from massage_companion.ui.session.ports import Bell, Ticker

NOTHING = Part(0, 0, 0)


def sessions_of(rules: Rules, store: Store, clock: Clock, ids: Ids) -> tuple[Sessions, LogFacts]:
    """The sessions as the program makes them, with what the log shows."""
    facts = LogFacts(rules, store, clock, log_facts)
    return Sessions(rules, store, clock, ids, facts), facts


def no_files() -> Keeping:
    """Files go nowhere and come from nowhere."""
    nothing = Restorable(0, 0, "0", NOTHING, NOTHING, NOTHING, NOTHING)
    return Keeping(
        safekeeping=Safekeeping(lambda place: None, lambda place: nothing),
        export=lambda form, place: None,
        read_file=lambda place, most: b"",
        write_file=lambda place, content: None,
        backups_folder=lambda chosen: Path(chosen or "~/.local/share/massage-companion/backups"),
    )


def window_parts(
    rules: Rules,
    store: Store,
    clock: Clock,
    ids: Ids,
    texts_in: Callable[[str], RuleTexts],
    ticker: Ticker,
    bell: Bell,
    desk: Desk | None = None,
    language: str = "en",
) -> Parts:
    """Everything a window needs; files go nowhere."""
    sessions, facts = sessions_of(rules, store, clock, ids)
    return Parts(
        store=store,
        clock=clock,
        ids=ids,
        rules=rules,
        checks=SafetyChecks(rules, store, clock, ids, facts),
        sessions=sessions,
        clearances=Clearances(store, clock, ids, rules),
        facts=facts,
        plans=SavedPlans(store, ids),
        felt_wrong=FeltWrong(rules, store, clock, ids, sessions),
        looking_after=LookingAfter(store, clock, sessions),
        words_in=load_words,
        texts_in=texts_in,
        ticker=ticker,
        bell=bell,
        desk=desk or Desk(),
        keeping=no_files(),
        guessed_country=lambda: "DE",
        desktop_language=language,
        version="0.1.0",
        data_folder="~/.local/share/massage-companion",
    )
