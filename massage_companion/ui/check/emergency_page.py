"""The check has ended because an answer can be a sign of an emergency: what to do now, large, and why.

One thing to do stands first. It must never ask another question or offer a way around.
"""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.emergency_numbers import emergency_call
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Verdict
from massage_companion.ui.check.finding_card import FindingCard
from massage_companion.ui.check.result_view import FindingView, finding_view
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading
from massage_companion.ui.widgets.pill import Pill
from massage_companion.ui.widgets.step_frame import StepFrame

_COLUMN = 780


class EmergencyView(Struct, frozen=True):
    """What the emergency page says beyond its fixed words: the findings that are an emergency, strictest first."""

    findings: tuple[FindingView, ...]


def emergency_view(verdict: Verdict, texts: RuleTexts, words: Words) -> EmergencyView:
    """Only what is an emergency: anything else would stand in the way of it."""
    return EmergencyView(
        tuple(
            finding_view(finding, verdict.outcomes, texts, words, False)
            for finding in verdict.findings
            if finding.outcome is Outcome.EMERGENCY
        )
    )


class EmergencyPage(StepFrame):
    """`confirmed` leads to the blocked program; `answers_wanted` asks for all answers."""

    answers_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("check.emergency.name"), _COLUMN, parent)
        self._words = words
        self._country = ""
        review = QuietButton(words("check.result.review"))
        review.clicked.connect(self.answers_wanted)
        done = PrimaryButton(words("check.emergency.done"))
        done.clicked.connect(self.confirmed)
        self.set_footer(review, trailing=(done,))

    def set_country(self, country: str) -> None:
        """Name the number of this country, by its two-letter code, from the next view on; nothing: it is not known."""
        self._country = country

    def show_view(self, view: EmergencyView) -> None:
        """Show what to do now, with the focus on it."""
        words = self._words
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(ButtonRow(Pill(words("check.emergency.pill"), "danger")))
        rows.addSpacing(2)
        title, numbers = self._whom_to_call()
        lines = [words("check.emergency.lead"), numbers]
        lines += [words(f"check.emergency.{key}") for key in ("alone", "no_massage")]
        now = self._what_to_do(title, numbers, lines)
        rows.addWidget(now)
        rows.addSpacing(12)
        rows.addWidget(heading(words("check.emergency.findings"), 2))
        for finding in view.findings:
            rows.addWidget(FindingCard(finding, words))
            rows.addSpacing(4)
        self.set_content(content)
        now.setFocus()
        announce(self, words("check.between").join(lines), urgent=True)

    def _whom_to_call(self) -> tuple[str, str]:
        """The large line, and below it which number: that of the country, or those that many people need."""
        call = emergency_call(self._country, self._words)
        if call.number:
            return call.title, call.hint
        return self._words("check.emergency.title"), self._words("check.emergency.numbers")

    def _what_to_do(self, title: str, numbers: str, lines: list[str]) -> Card:
        words = self._words
        card = Card(tone="danger", focusable=True)
        card.body.setSpacing(12)
        card.setAccessibleName(title)
        card.set_summary(words("check.between").join(lines))
        card.add(heading(title, 1))
        for line in lines:
            card.add(heading(line, 3) if line == numbers else body(line))
        return card
