"""The habits of this code: small files, short functions, names that say something, a reason for each module."""

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import TypeGuard

from msgspec import Struct

from tests.contracts.sources import CHECKOUT, PACKAGE, TESTS, calls, functions, parsed, python_files, shown

MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "base"}
PURE = ("eligibility", "session", "log")
ALL_FILES = (*python_files(PACKAGE), *python_files(TESTS))


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_file_can_be_read_in_one_sitting() -> None:
    lines = {shown(path): len(source(path).splitlines()) for path in ALL_FILES}
    assert {path: count for path, count in lines.items() if count >= MOST_LINES} == {}


def test_every_function_can_be_seen_at_once() -> None:
    lines = {
        f"{shown(path)}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in ALL_FILES
        for function in functions(path)
    }
    assert {name: count for name, count in lines.items() if count >= MOST_LINES_OF_A_FUNCTION} == {}


def test_every_name_says_what_is_inside() -> None:
    words = {shown(path): set(re.split(r"[/_.]", shown(path))) for path in ALL_FILES}
    assert {path for path, named in words.items() if named & EMPTY_NAMES} == set()


def test_every_module_says_why_it_exists() -> None:
    """A test is told by its name; everything else says it in words."""
    told = [path for path in ALL_FILES if not path.name.startswith("test_")]
    assert [shown(path) for path in told if not ast.get_docstring(parsed(path))] == []


def test_what_others_use_is_explained() -> None:
    public = [
        (shown(path), node)
        for path in python_files(PACKAGE)
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [f"{path}: {node.name}" for path, node in public if not ast.get_docstring(node)] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"#.*\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
    assert [shown(path) for path in ALL_FILES if later.search(source(path))] == []


def test_no_check_is_silenced_without_a_reason_beside_it() -> None:
    silenced = [
        (shown(path), comment[0])
        for path in ALL_FILES
        for comment in re.finditer(r"# (?:type: ignore\[|noqa: )[^\n]*", source(path))
    ]
    assert [found for found in silenced if not re.search(r"(?:\]|[A-Z]\d+)\W+\w+", found[1])] == []


def test_only_the_gate_makes_permits() -> None:
    assert makers_of("Permit") == {"massage_companion/session/gate.py"}


def test_a_running_session_comes_from_a_permit() -> None:
    # The second one reads back a session that was started before a crash.
    assert makers_of("Running") == {"massage_companion/session/machine.py", "massage_companion/storage/session_rows.py"}


def makers_of(name: str) -> set[str]:
    """The files of the package in which something of that name is built."""
    return {shown(path) for path in python_files(PACKAGE) for call in calls(path) if _called(call) == name}


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def test_the_key_of_the_gate_stays_in_the_gate() -> None:
    holders = {shown(path) for path in python_files(PACKAGE) if "_THE_ONE_KEY" in source(path)}
    assert holders == {"massage_companion/session/gate.py"}


def test_values_are_structs_that_nobody_can_change() -> None:
    pure = [path for package in PURE for path in python_files(PACKAGE / package)]
    assert [shown(path) for path in pure if "dataclass" in source(path)] == []
    values = {value for path in pure for value in vars(import_module(module_name(path))).values() if is_struct(value)}
    assert [value.__name__ for value in values if not value.__struct_config__.frozen] == []
    assert len(values) > 30


def module_name(path: Path) -> str:
    return shown(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def is_struct(value: object) -> TypeGuard[type[Struct]]:
    return isinstance(value, type) and issubclass(value, Struct) and value is not Struct


def test_nothing_names_the_machine_it_was_written_on() -> None:
    private = re.compile(r"/(?:home|Users|root)/\w+|/wo" r"rk/\w+|/tmp/ve" r"nv")
    texts = [path for ending in ("*.toml", "*.md") for path in CHECKOUT.glob(f"**/{ending}") if "/." not in str(path)]
    assert [shown(path) for path in (*ALL_FILES, *texts) if private.search(source(path))] == []
