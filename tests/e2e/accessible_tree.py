"""What a screen reader sees of a program, as a value that tests can ask questions of."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Node(msgspec.Struct, frozen=True):
    """One thing on the screen. `bounds` is x, y, width, height in pixels of the screen.

    `role` and `states` are AT-SPI's own words ("push button", "checked"); `text` is None where a thing has no
    text of its own, `value` where it is not a number.
    """

    role: str
    name: str
    description: str
    states: frozenset[str]
    text: str | None
    value: float | None
    actions: tuple[str, ...]
    bounds: tuple[int, int, int, int]
    path: tuple[int, ...]
    children: tuple[Node, ...]

    @property
    def enabled(self) -> bool:
        return "enabled" in self.states

    @property
    def showing(self) -> bool:
        return "showing" in self.states

    @property
    def focused(self) -> bool:
        return "focused" in self.states

    @property
    def checked(self) -> bool:
        return "checked" in self.states

    @property
    def selected(self) -> bool:
        return "selected" in self.states

    @property
    def active(self) -> bool:
        return "active" in self.states

    @property
    def centre(self) -> tuple[int, int]:
        x, y, width, height = self.bounds
        return x + width // 2, y + height // 2

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: str | None = None, name: str | None = None, containing: str | None = None) -> tuple[Node, ...]:
        """The showing nodes of this role, of exactly this name, with these words in their name or text."""
        return tuple(
            node
            for node in self.walk()
            if node.showing
            and (role is None or node.role == role)
            and (name is None or node.name == name)
            and (containing is None or containing in node.name or containing in (node.text or ""))
        )

    def find(self, name: str, role: str | None = None) -> Node | None:
        """The showing node of exactly this name; one that can be operated goes before its label."""
        found = self.all(role=role, name=name)
        return min(found, key=lambda node: (not node.actions, node.role == "label"), default=None)

    def focused_node(self) -> Node | None:
        """The innermost thing that has the keyboard."""
        return next((node for node in reversed(tuple(self.walk())) if node.focused), None)

    def texts(self) -> tuple[str, ...]:
        """Everything that is written on the screen, in reading order."""
        return tuple(words for node in self.all() if (words := node.text or node.name))

    def outline(self) -> str:
        """The tree as indented lines, for the message of a failed test."""
        marks = ("focused", "checked", "selected", "active")
        lines = []
        for node in self.walk():
            said = [mark for mark in marks if mark in node.states]
            if not node.enabled and node.role != "application":
                said.append("DISABLED")
            text = f" text={node.text!r}" if node.text and node.text != node.name else ""
            state = f" ({', '.join(said)})" if said else ""
            lines.append(f"{'  ' * len(node.path)}[{node.role}] {node.name!r}{text}{state}")
        return "\n".join(lines)
