"""The start: hands the arguments to the command line, and opens the window where no command is asked for."""

import sys
from pathlib import Path

from massage_companion.cli import run


def main() -> int:
    """Run the program; its exit code."""
    return run(sys.argv[1:], _open_window)


def _open_window(data_dir: Path | None) -> int:
    # Imported here: no sub-command needs Qt.
    from massage_companion.app import run_window

    return run_window(data_dir, sys.argv)


if __name__ == "__main__":
    sys.exit(main())
