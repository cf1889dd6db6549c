"""What a file would add, before anything is added. Adding is one step: everything that is new, or nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading
from massage_companion.ui.widgets.page import Page
from massage_companion.ui.widgets.problem import problem_label, tell


class ImportDialog(QDialog):
    """``add`` adds what the lines promise and raises StoreError with nothing changed. Accepted once it has."""

    def __init__(
        self,
        lines: Sequence[str],
        can_add: bool,
        add: Callable[[], None],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._add = add
        self._words = words
        self.setWindowTitle(words("import.title"))
        self.setAccessibleDescription(" ".join(lines))
        page = Page(words("import.title"))
        page.add(heading(words("import.title"), 2))
        page.add(body(words("import.what")))
        for line in lines:
            page.add(body(line))
        self._problem = problem_label()
        page.add(self._problem)
        self.add_button = PrimaryButton(words("import.add"))
        self.add_button.clicked.connect(self._do)
        self.add_button.setEnabled(can_add)
        close = QuietButton(words("import.close"))
        close.clicked.connect(self.reject)
        page.add(ButtonRow(self.add_button, close))
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        self.resize(QSize(scaled(640), scaled(440)).boundedTo(self.screen().availableSize()))

    def _do(self) -> None:
        try:
            self._add()
        except StoreError as error:
            text = self._words(f"storage.{error.kind}")
            tell(self._problem, text)
            announce(self, text, urgent=True)
        else:
            self.accept()
