"""Says which mutants survived without an explanation in explained.toml, and which explanations explain nothing more.

It only reads what ``mutmut run`` left in the folder ``mutants``, and never runs or changes a mutant itself.
"""

import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

EXPLAINED = Path(__file__).with_name("explained.toml")
DEAD = frozenset({"killed", "timeout"})
"""An endless loop is noticed too."""

ALIVE = frozenset({"survived", "no tests"})
_OF_A_CLASS = "ǁ"
"""What the tool puts around the name of a class."""


class Mutant(Struct, frozen=True):
    """One change that no test noticed: where, the lines that were there and those that stood there instead."""

    place: str
    line: str
    instead: str

    def __str__(self) -> str:
        return f"{self.place}\n    - {self.line}\n    + {self.instead}"


class Explanation(Struct, frozen=True, forbid_unknown_fields=True):
    """Why some changes of one line may survive. ``instead`` lists them; an empty one means that the line is gone."""

    place: str
    line: str
    instead: tuple[str, ...]
    why: str

    @property
    def mutants(self) -> tuple[Mutant, ...]:
        """The changes that it explains."""
        return tuple(Mutant(self.place, self.line, instead) for instead in self.instead)


class Explanations(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    explained: tuple[Explanation, ...] = ()


def explanations(text: str) -> tuple[Explanation, ...]:
    """The explanations in the text of such a file. Raises ValidationError for anything else."""
    return msgspec.convert(tomllib.loads(text), Explanations).explained


def place_of(name: str) -> str:
    """``session.gate.Permit.__reduce__`` for the name that the tool gives to a mutant of that method."""
    module, _, function = name.rpartition("__mutmut_")[0].removeprefix("massage_companion.").rpartition(".x")
    return ".".join([module, *function.removeprefix("_").split(_OF_A_CLASS)]).replace("..", ".")


def mutant_of(name: str, diff: str) -> Mutant:
    """The mutant of that name, from the difference that the tool shows."""

    def lines(sign: str) -> str:
        changed = [line for line in diff.splitlines() if line.startswith(sign) and not line.startswith(3 * sign)]
        return " ".join(line[1:].strip() for line in changed)

    return Mutant(place_of(name), lines("-"), lines("+"))


def problems(alive: Iterable[Mutant], explained: Iterable[Explanation]) -> list[str]:
    """Survivors without an explanation, and explanations without a survivor, in words."""
    there = dict.fromkeys(alive)
    known = {mutant: each for each in explained for mutant in each.mutants}
    return [
        *(f"survived and is not explained: {mutant}" for mutant in there if mutant not in known),
        *(f"explained and does not survive: {mutant}" for mutant in known if mutant not in there),
        *(f"explained without a reason: {mutant}" for mutant, each in known.items() if not each.why.strip()),
    ]


def mutmut(*words: str) -> str:
    """What the tool answers."""
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def statuses() -> dict[str, str]:
    """Every mutant by its name, with what became of it."""
    rows = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines())
    return {name: status for name, _, status in rows if "__mutmut_" in name}


def main() -> int:
    """Prints the numbers of each file and every problem. 0 where there is none, 1 otherwise."""
    found = statuses()
    alive = [mutant_of(name, mutmut("show", name)) for name, status in found.items() if status in ALIVE]
    wrong = problems(alive, explanations(EXPLAINED.read_text(encoding="utf-8")))
    wrong += [f"{status}: {name}" for name, status in found.items() if status not in DEAD | ALIVE]
    if not found:
        wrong.append("no mutants here: first `mutmut run`")
    files = Counter(name.rpartition(".x")[0] for name in found)
    killed = Counter(name.rpartition(".x")[0] for name, status in found.items() if status in DEAD)
    for file, count in files.items():
        print(f"{file}: {count} mutants, {killed[file]} killed, {count - killed[file]} not")
    print(f"{files.total()} mutants, {killed.total()} killed, {len(wrong)} problems")
    for each in wrong:
        print(each)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
