"""The command line: understands the arguments and calls the window or a sub-command. Decides nothing itself.

Exit codes: 0 done (``screen``: allowed), 1 the program or its data is damaged, 2 input that cannot be used,
3 ``screen`` does not allow it. Sub-commands are imported when they are asked for, so that each starts quickly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from massage_companion.companion.words import Words

PROGRAM = "massage-companion"
DAMAGED_PROGRAM = 1
BAD_INPUT = 2
_INTERRUPTED = 130


def run(arguments: Sequence[str], open_window: Callable[[Path | None], int]) -> int:
    """Do what the arguments (without the program's name) ask for; the exit code."""
    chosen = asked_for_window(arguments)
    if chosen is not None:
        return open_window(chosen[0])
    try:
        code = _run_command(arguments, open_window)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read the output has enough, as "head" has. Nothing may be flushed at exit any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED


def asked_for_window(arguments: Sequence[str]) -> tuple[Path | None] | None:
    """The data folder in a tuple of one where the window is asked for in the usual ways, else ``None``.

    It spares the usual start the argument parser and its words.
    """
    match list(arguments):
        case []:
            return (None,)
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return (Path(folder),)
        case _:
            return None


def _run_command(arguments: Sequence[str], open_window: Callable[[Path | None], int]) -> int:
    from massage_companion.commandline.printing import InputError
    from massage_companion.companion.ports import StoreError
    from massage_companion.storage.content_checks import ContentError
    from massage_companion.storage.data_folder import DataFolderError
    from massage_companion.storage.resource_files import ResourceError
    from massage_companion.storage.words import load_words

    try:
        words = load_words(_language_of_desktop())
    except ResourceError as error:
        return _failed(f"{PROGRAM}: {error}", DAMAGED_PROGRAM)
    given = _parser(words).parse_args(arguments)
    if given.command is None:
        return open_window(given.data_dir)
    try:
        words = _words_for(given, words)
        return _call(given, words)
    except InputError as error:
        return _failed(words("commandline.error", text=error), BAD_INPUT)
    except StoreError as error:
        return _failed(words("commandline.error", text=words(f"storage.{error.kind}")), BAD_INPUT)
    except DataFolderError as error:
        return _failed(words("commandline.error", text=words(error.key, folder=error.folder)), BAD_INPUT)
    except (ContentError, ResourceError) as error:
        return _failed(words("commandline.error", text=error), DAMAGED_PROGRAM)


def _call(given: Namespace, words: Words) -> int:
    from massage_companion.storage.data_folder import data_folder

    if given.command == "questions":
        from massage_companion.commandline import questions

        return questions.run(words.language, given.json)
    if given.command == "screen":
        from massage_companion.commandline import screen

        return screen.run(given.file, given.modalities, given.json, words)
    return _call_with_data(given, data_folder(given.data_dir), words)


def _call_with_data(given: Namespace, folder: Path, words: Words) -> int:
    match given.command:
        case "status":
            from massage_companion.commandline import status

            return status.run(folder, given.json, words)
        case "export":
            from massage_companion.commandline import export

            return export.run(folder, given.format, given.person, given.output, words)
        case "import":
            from massage_companion.commandline import bring_in

            return bring_in.run(folder, given.file, given.dry_run, words)
        case "backup":
            from massage_companion.commandline import backup

            return backup.run_backup(folder, given.file, words)
        case "restore":
            from massage_companion.commandline import backup

            return backup.run_restore(folder, given.file, given.dry_run, words)
        case _:
            from massage_companion.commandline import check

            return check.run(folder, words)


def _parser(words: Words) -> ArgumentParser:
    from argparse import SUPPRESS, ArgumentParser

    from massage_companion import __version__

    def text(key: str) -> str:
        # argparse fills in percent signs.
        return words(f"commandline.help.{key}").replace("%", "%%")

    shared = ArgumentParser(add_help=False, allow_abbrev=False)
    shared.add_argument("--data-dir", metavar="DIR", type=_folder, default=SUPPRESS, help=text("data_dir"))
    shared.add_argument("--lang", choices=["en", "zh"], default=None, help=text("lang"))
    parser = ArgumentParser(prog=PROGRAM, description=text("program"), allow_abbrev=False)
    parser.add_argument("--data-dir", metavar="DIR", type=_folder, default=None, help=text("data_dir"))
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help=text("version"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str) -> ArgumentParser:
        return commands.add_parser(
            name, parents=[shared], help=text(name), description=text(name), allow_abbrev=False
        )  # fmt: skip

    _fill(command, text)
    return parser


def _fill(command: Callable[[str], ArgumentParser], text: Callable[[str], str]) -> None:
    """Every sub-command with its arguments, in the order in which --help shows them."""
    command("questions").add_argument("--json", action="store_true", help=text("json"))
    screen = command("screen")
    screen.add_argument("--json", action="store_true", help=text("json"))
    screen.add_argument("file", metavar="FILE", help=text("screen_file"))
    screen.add_argument("--modalities", metavar="LIST", help=text("modalities"))
    command("status").add_argument("--json", action="store_true", help=text("json"))
    export = command("export")
    export.add_argument("--format", choices=["csv", "json", "ics"], required=True, help=text("export_format"))
    export.add_argument("--person", metavar="P", help=text("export_person"))
    export.add_argument("--output", metavar="FILE", type=Path, help=text("export_output"))
    bring_in = command("import")
    bring_in.add_argument("file", metavar="FILE", type=_folder, help=text("import_file"))
    bring_in.add_argument("--dry-run", action="store_true", help=text("import_dry"))
    command("backup").add_argument("file", metavar="FILE", type=_folder, help=text("backup_file"))
    restore = command("restore")
    restore.add_argument("file", metavar="FILE", type=_folder, help=text("restore_file"))
    restore.add_argument("--dry-run", action="store_true", help=text("restore_dry"))
    command("check")


def _folder(name: str) -> Path:
    if not name:
        raise ValueError(name)
    return Path(name)


def _language_of_desktop() -> str:
    from massage_companion.companion.words import language_for

    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_for(next((name for name in names if name), ""))


def _words_for(given: Namespace, words: Words) -> Words:
    """The words of the language asked for, else of the one in the settings, else those of the desktop."""
    from massage_companion.storage.data_folder import data_folder
    from massage_companion.storage.settings_file import SettingsFile
    from massage_companion.storage.words import load_words

    language = given.lang or SettingsFile(data_folder(given.data_dir)).read().language or words.language
    return words if language == words.language else load_words(language)


def _failed(line: str, code: int) -> int:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, errors="backslashreplace").decode(encoding) + "\n")
    return code
