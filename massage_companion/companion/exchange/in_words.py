"""What reading a file would add, in sentences for the terminal and the window alike."""

from massage_companion.companion.exchange.bring_in import Fate, Preview
from massage_companion.companion.words import Words

_SHOWN_WRONG = 20


def preview_lines(seen: Preview, words: Words) -> list[str]:
    """What is new, the same, in conflict, left out and wrong, list by list; lists without entries are left out.

    Every line is safe for a terminal: nothing of the file's own text can move its cursor.
    """
    lines: list[str] = []
    for part, fates in seen.fates.items():
        if fates:
            counts = {fate: fates.count(fate) for fate in Fate}
            told = (words(f"exchange.counts.{fate.value}", n=count) for fate, count in counts.items() if count)
            joined = words("exchange.join").join(told)
            lines.append(words("exchange.line", part=words(f"exchange.part.{part}"), counts=joined))
    for name in seen.same_names:
        lines.append(words("exchange.same_name", name="".join(letter for letter in name[:60] if letter.isprintable())))
    for wrong in seen.wrong[:_SHOWN_WRONG]:
        part, reason = words(f"exchange.part.{wrong.part}"), words(f"exchange.wrong.{wrong.reason}")
        lines.append(words("exchange.wrong_line", part=part, number=wrong.number, reason=reason))
    if len(seen.wrong) > _SHOWN_WRONG:
        lines.append(words("exchange.more_wrong", n=len(seen.wrong) - _SHOWN_WRONG))
    if any(Fate.OWN in fates for fates in seen.fates.values()):
        lines.append(words("exchange.why_left_out"))
    return lines or [words("exchange.nothing")]
