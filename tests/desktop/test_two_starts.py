"""Several programs started at once, as real processes: one gets the data folder, and keeps it until it is gone."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = 4

STARTER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from massage_companion.desktop.single_instance import SingleInstance

application = QCoreApplication(sys.argv)
instance = SingleInstance(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print("first" if instance.take() else "other", flush=True)
sys.stdin.read()
"""


def started(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT,
    )  # fmt: skip
    assert heard(process) == "ready"
    return process


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def told_to_take(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("take\n")


def test_of_several_that_start_at_the_same_moment_one_gets_the_folder(tmp_path: Path) -> None:
    programs = [started(tmp_path) for _ in range(AT_ONCE)]
    for program in programs:
        told_to_take(program)
    said = [heard(program) for program in programs]
    assert sorted(said) == ["first", *["other"] * (AT_ONCE - 1)]

    # The first is killed, and leaves its lock behind: the next start must get the folder all the same.
    programs[said.index("first")].kill()
    programs[said.index("first")].wait()
    late = started(tmp_path)
    told_to_take(late)
    assert heard(late) == "first"
    for program in (*programs, late):
        with program:
            program.kill()
