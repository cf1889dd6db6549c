"""What a change of the log is called, and the sentence after it was made. Pure: values and words in, texts out."""

from collections.abc import Mapping

from massage_companion.companion.log_changes import Change, ChangeKind
from massage_companion.companion.words import Words


def undo_name(change: Change | None, words: Words) -> str:
    """What the button says that takes it back, empty where there is nothing."""
    return "" if change is None else words("log.undo.undo", change=_name(change, words))


def redo_name(change: Change | None, words: Words) -> str:
    """What the button says that makes it again, empty where there is nothing."""
    return "" if change is None else words("log.undo.redo", change=_name(change, words))


def undone(change: Change, words: Words) -> str:
    """The sentence after it was taken back."""
    return words("log.undo.undone", change=_name(change, words))


def redone(change: Change, words: Words) -> str:
    """The sentence after it was made again."""
    return words("log.undo.redone", change=_name(change, words))


def done(change: Change, people: Mapping[str, str], words: Words) -> str:
    """The sentence after it was made; a session that went to somebody else says so, whatever else was changed."""
    if change.kind in (ChangeKind.DELETE, ChangeKind.RESTORE):
        return words.count(f"log.did.{change.kind.value}", len(change.after))
    owner = change.after[0].person
    if owner != change.before[0].person:
        return words("log.did.person", name=people.get(owner, owner))
    return words(f"log.did.{change.kind.value}")


def _name(change: Change, words: Words) -> str:
    return words.count(f"log.change.{change.kind.value}", len(change.after))
