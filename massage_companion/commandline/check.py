"""``check``: whether the program, its rules, its words and the data are sound. Repairs nothing, creates nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter

from msgspec import Struct

from massage_companion.commandline.printing import print_lines
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import LANGUAGES, Words
from massage_companion.eligibility.rules import Rules
from massage_companion.storage.content import (
    load_rules,
    load_texts,
    rule_files,
    strict_rules,
    strict_texts,
    text_files,
)
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.prepared_form import FOLDER as PREPARED
from massage_companion.storage.resource_files import ResourceError
from massage_companion.storage.store import read_store
from massage_companion.storage.words import load_words, strict_words, word_files

_OLDEST_PYTHON = (3, 11)
_LONGEST_SECONDS = 30


class Found(Struct, frozen=True):
    """What one check found, in words."""

    good: bool
    text: str


def run(folder: Path, words: Words) -> int:
    """Print a line for each check; 0 where all are good, else 1."""
    # Loading PySide6 takes longest, so it goes on beside the others.
    loading = subprocess.Popen(
        [sys.executable, "-m", "massage_companion.desktop.preflight"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    checks: tuple[Callable[[], Found], ...] = (
        lambda: python_found(sys.version_info[:3], words),
        lambda: _rules_found(words),
        lambda: _words_found(words),
        lambda: data_found(folder, words),
        lambda: _pyside_found(loading, words),
    )
    all_good = True
    for check in checks:
        found = check()
        all_good = all_good and found.good
        print_lines(words("commandline.check.good" if found.good else "commandline.check.bad", text=found.text))
    return 0 if all_good else 1


def python_found(version: tuple[int, ...], words: Words) -> Found:
    """Whether this Python is new enough."""
    good = version >= _OLDEST_PYTHON
    name = ".".join(str(part) for part in version)
    return Found(good, words("commandline.check.python" if good else "commandline.check.python_old", version=name))


def _rules_found(words: Words) -> Found:
    try:
        rules = _rules_read_both_ways()
    except (ContentError, ResourceError) as error:
        return Found(False, words("commandline.check.rules_bad", reason=str(error)))
    text = words(
        "commandline.check.rules",
        version=rules.version,
        rules=len(rules.rules),
        questions=len(rules.questionnaire.questions),
        languages=", ".join(LANGUAGES),
    )
    return Found(True, text)


def _rules_read_both_ways() -> Rules:
    """From the TOML files themselves, and as the program reads them. Raises ContentError where the two differ."""
    rules = strict_rules(rule_files())
    same = load_rules() == rules
    for language in LANGUAGES:
        same = load_texts(language, rules) == strict_texts(language, text_files(language), rules) and same
    if not same:
        raise ContentError(f"{PREPARED}: not what the TOML files say")
    return rules


def _words_found(words: Words) -> Found:
    try:
        every = [Words(language, strict_words(word_files(language))) for language in LANGUAGES]
        different = differing_keys(every)
        for strict in every:
            shipped = load_words(strict.language)
            if any(shipped.raw(key) != strict.raw(key) for key in strict.keys() | shipped.keys()):
                raise ResourceError(f"{PREPARED}: not what the TOML files say")
    except (ResourceError, ValueError, KeyError) as error:
        return Found(False, words("commandline.check.words_bad", reason=str(error)))
    if different:
        reason = words("commandline.check.words_differ", keys=", ".join(different))
        return Found(False, words("commandline.check.words_bad", reason=reason))
    count = len(every[0].keys())
    return Found(True, words("commandline.check.words", count=count, languages=", ".join(LANGUAGES)))


def differing_keys(every: list[Words]) -> tuple[str, ...]:
    """Keys that are not in every language with the same fields, sorted. A plural may lack its form for one."""
    forms = [{key: _fields(words.raw(key)) for key in sorted(words.keys())} for words in every]
    keys = {key for form in forms for key in form}
    return tuple(
        sorted(
            key
            for key in keys
            if len({form.get(key) for form in forms}) > 1
            and not (key.endswith(".one") and all(key[: -len("one")] + "other" in form for form in forms))
        )
    )


def _fields(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def data_found(folder: Path, words: Words) -> Found:
    """Whether the database can be read and is sound."""
    try:
        store = read_store(folder)
        if store is None:
            return Found(True, words("commandline.check.data_none", folder=folder))
        store.check_whole()
        store.close()
    except StoreError as error:
        return Found(False, words("commandline.check.data_bad", reason=f"{words(f'storage.{error.kind}')} ({error})"))
    return Found(True, words("commandline.check.data", file=folder / FILE_NAME))


def _pyside_found(loading: subprocess.Popen[bytes], words: Words) -> Found:
    try:
        code = loading.wait(_LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        loading.kill()
        loading.wait()
        code = 2
    if code == 0:
        return Found(True, words("commandline.check.pyside"))
    if code == 1:
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        return Found(False, words("commandline.check.pyside_damaged", version=python))
    return Found(False, words("commandline.check.pyside_missing"))
