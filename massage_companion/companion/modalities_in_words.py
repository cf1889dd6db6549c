"""What a massager does, as a person reads it: "Kneading, heat". Always in the same order, whatever the screen."""

from collections.abc import Iterable, Mapping

from massage_companion.companion.limits_in_words import sentence_start
from massage_companion.companion.words import Words
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome


def modality_names(modalities: Iterable[Modality], words: Words) -> str:
    """The names for the middle of a sentence; where there is none, that nobody knows what the massager does."""
    there = frozenset(modalities)
    names = [words(f"modalities.{modality.value}") for modality in Modality if modality in there]
    return words("modalities.separator").join(names) or words("modalities.unknown")


def modality_line(modalities: Iterable[Modality], words: Words) -> str:
    """The names in a line of their own, which begins with a large letter."""
    return sentence_start(modality_names(modalities, words))


def outcome_lines(outcomes: Mapping[Modality, Outcome], words: Words) -> tuple[tuple[str, str], ...]:
    """Names of modalities that share an outcome, and that outcome in words, the strictest last.

    ``(("Kneading", "fine"), ("Heat", "not for you"))``; one pair where every modality has the same outcome.
    """
    return tuple(
        (
            modality_line((modality for modality, its in outcomes.items() if its is outcome), words),
            words(f"outcomes.{outcome.word}.modality"),
        )
        for outcome in sorted(set(outcomes.values()))
    )
