"""Reads and operates another program through the accessibility bus, and answers in JSON.

It is a script for the system's own Python, because pyatspi is only there; it must never be imported by the
tests. One start is one request, so that no cache of the accessibility library can be stale:

    tree_reader.py tree PID                 the program's tree; exit code 3 while it is not on the bus
    tree_reader.py act PID PATH ACTION      PATH is the list of child numbers, like 0.2.1
    tree_reader.py fill PID PATH TEXT
    tree_reader.py focus PID PATH
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import pyatspi
from gi.repository import GLib

NOT_THERE = 3
# A log can hold a hundred thousand rows; nobody looks at more than the first of them.
MOST_CHILDREN = 400


def application_of(process_id: int) -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        try:
            application = desktop.getChildAtIndex(index)
            if application is not None and application.get_process_id() == process_id:
                return application
        except GLib.Error:
            continue  # it left the bus while being asked
    sys.exit(NOT_THERE)


def states_of(thing: Any) -> list[str]:
    return sorted(pyatspi.stateToString(state) for state in thing.getState().getStates())


def asked(question: Callable[[], Any]) -> Any:
    """The answer, or None: NotImplementedError is how pyatspi says that a thing has no such side."""
    try:
        return question()
    except NotImplementedError:
        return None


def text_of(thing: Any) -> str | None:
    text = asked(thing.queryText)
    return None if text is None else str(text.getText(0, text.characterCount))


def value_of(thing: Any) -> float | None:
    value = asked(lambda: thing.queryValue().currentValue)
    return None if value is None else float(value)


def actions_of(thing: Any) -> list[str]:
    actions = asked(thing.queryAction)
    return [] if actions is None else [actions.getName(index) for index in range(actions.nActions)]


def bounds_of(thing: Any) -> list[int]:
    place = asked(lambda: thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS))
    return [0, 0, 0, 0] if place is None else [place.x, place.y, place.width, place.height]


def described(thing: Any, path: list[int]) -> dict[str, Any]:
    states = states_of(thing)
    node: dict[str, Any] = {
        "role": thing.getRoleName(),
        "name": thing.name or "",
        "description": thing.description or "",
        "states": states,
        "text": text_of(thing),
        "value": value_of(thing),
        "actions": actions_of(thing),
        "bounds": bounds_of(thing),
        "path": path,
        "children": [],
    }
    # What is inside a hidden page is hidden too; the application itself is never said to be showing.
    if "showing" in states or len(path) == 0:
        for index in range(min(thing.childCount, MOST_CHILDREN)):
            try:
                child = thing.getChildAtIndex(index)
                if child is not None:
                    node["children"].append(described(child, [*path, index]))
            except GLib.Error:
                continue  # it was closed while being read
    return node


def at(application: Any, path: str) -> Any:
    thing = application
    for index in path.split("."):
        thing = thing.getChildAtIndex(int(index))
        if thing is None:
            sys.exit(f"nothing is at {path} any more")
    return thing


def act(thing: Any, action: str) -> bool:
    return bool(thing.queryAction().doAction(actions_of(thing).index(action)))


def main(request: list[str]) -> None:
    what, process_id, *rest = request
    application = application_of(int(process_id))
    answer: object
    if what == "tree":
        answer = described(application, [])
    elif what == "act":
        answer = act(at(application, rest[0]), rest[1])
    elif what == "fill":
        answer = at(application, rest[0]).queryEditableText().setTextContents(rest[1])
    elif what == "focus":
        answer = at(application, rest[0]).queryComponent().grabFocus()
    else:
        sys.exit(f"unknown request {what}")
    print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
