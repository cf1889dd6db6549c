"""The window in which the page for a doctor is saved or printed.

It says in words what happened, and never says "saved" before the file is whole. What the page holds and where files
go is decided by whoever opens it.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from massage_companion.companion.ports import StoreError
from massage_companion.companion.report_file import file_name
from massage_companion.companion.words import LANGUAGES, Words
from massage_companion.ui.report.pdf import DrawingError, write_pdf
from massage_companion.ui.report.sheet import Sheet, web_page
from massage_companion.ui.report.where import FileKind, ask_where
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, small
from massage_companion.ui.widgets.page import Page
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.segmented import Segment, Segmented


def print_on_paper(sheet: Sheet, parent: QWidget) -> bool:
    """Print with Qt's own dialog, whose part of Qt is loaded only now."""
    from massage_companion.ui.report.paper import print_on_paper as print_now

    return print_now(sheet, parent)


class Ways(Struct, frozen=True):
    """How the window reaches the world: what asks for a place, what writes there, what prints.

    ``write`` raises StoreError and then has changed nothing; ``ask`` gives ``None`` and ``printed`` ``False`` where
    the person changed their mind; ``printed`` raises DrawingError.
    """

    write: Callable[[Path, bytes], None]
    ask: Callable[[QWidget, FileKind], Path | None] = ask_where
    printed: Callable[[Sheet, QWidget], bool] = print_on_paper


class ReportDialog(QDialog):
    """``build`` gives the page in a language; it is asked anew each time, so that the page is never an old one.

    It raises StoreError where something cannot be read.
    """

    def __init__(self, words: Words, build: Callable[[str], Sheet], ways: Ways, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._build = build
        self._ways = ways
        self.setWindowTitle(words("report.dialog.title"))
        self.setAccessibleDescription(f"{words('report.dialog.what')} {words('report.dialog.private')}")
        page = Page(words("report.dialog.title"))
        page.add(body(words("report.dialog.what")))
        page.add(body(words("report.dialog.private")))
        self._languages = self._language_choice(page)
        page.add(self._buttons())
        page.add(small(words("report.dialog.web_hint")))
        self._done = body("")
        self._done.hide()
        self._problem = problem_label()
        page.add(self._done)
        page.add(self._problem)
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        self.resize(QSize(scaled(600), scaled(420)).boundedTo(self.screen().availableSize()))

    def _language_choice(self, page: Page) -> Segmented:
        """The person's own language first, and marked: nobody has to choose."""
        words = self._words
        order = (words.language, *(language for language in LANGUAGES if language != words.language))
        segments = [Segment(language, words(f"report.language.{language}")) for language in order]
        choice = Segmented(words("report.dialog.language"), segments, words.language)
        page.add(field_label(words("report.dialog.language")))
        page.add(choice)
        return choice

    def _buttons(self) -> ButtonRow:
        words = self._words
        pdf = PrimaryButton(words("report.dialog.pdf"))
        pdf.clicked.connect(self._save_pdf)
        web = QuietButton(words("report.dialog.web"))
        web.setAccessibleDescription(words("report.dialog.web_hint"))
        web.clicked.connect(self._save_web_page)
        paper = QuietButton(words("report.dialog.print"))
        paper.clicked.connect(self._print)
        close = QuietButton(words("report.dialog.close"))
        close.clicked.connect(self.reject)
        return ButtonRow(pdf, web, paper, trailing=(close,))

    def _sheet(self) -> Sheet | None:
        """The page in the language chosen; what cannot be read is told, and then there is none."""
        chosen = self._languages.value()
        try:
            return self._build(chosen if isinstance(chosen, str) else self._words.language)
        except StoreError as error:
            self._say_problem(self._words(f"storage.{error.kind}"))
            return None

    def _save_pdf(self) -> None:
        self._save("pdf", lambda sheet, path: write_pdf(sheet, path, self._ways.write))

    def _save_web_page(self) -> None:
        self._save("html", lambda sheet, path: self._ways.write(path, web_page(sheet)))

    def _save(self, ending: str, put: Callable[[Sheet, Path], None]) -> None:
        words = self._words
        sheet = self._sheet()
        if sheet is None:
            return
        report = sheet.report
        kind = FileKind(
            title=words(f"report.save.{ending}"),
            name=file_name(report, ending, with_language=report.language != words.language),
            ending=ending,
            files=words(f"report.files.{ending}"),
        )
        path = self._ways.ask(self, kind)
        if path is None:
            return
        try:
            put(sheet, path)
        except StoreError as error:
            known = f"report.cannot_write.{error.kind}"
            self._say_problem(words(known if known in words else "report.cannot_write.other"))
        else:
            # A path has no spaces to break at: without this it would be cut in a narrow window.
            self._say_done(words("report.dialog.saved", file=str(path).replace("/", "/\u200b")))

    def _print(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        try:
            printed = self._ways.printed(sheet, self)
        except DrawingError:
            self._say_problem(self._words("report.cannot_print.failed"))
        else:
            if printed:
                self._say_done(self._words("report.dialog.printed"))

    def _say_done(self, text: str) -> None:
        tell(self._problem, "")
        tell(self._done, text)
        announce(self, text)

    def _say_problem(self, text: str) -> None:
        tell(self._done, "")
        tell(self._problem, text)
        announce(self, text, urgent=True)
