"""A desktop that remembers the notifications it was given."""


class Notes:
    """Fulfils ``Notifier``."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str, str, tuple[tuple[str, str], ...], bool]] = []

    def show(
        self, kind: str, title: str, text: str, actions: tuple[tuple[str, str], ...] = (), critical: bool = False
    ) -> None:
        self.shown.append((kind, title, text, actions, critical))

    def withdraw(self) -> None:
        self.shown.clear()
