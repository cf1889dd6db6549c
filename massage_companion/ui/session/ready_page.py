"""Before a session: the plan, and the one button that starts it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import Press
from massage_companion.ui.session.plan_panel import PlanPanel
from massage_companion.ui.session.situation_page import PageRoom, SituationPage
from massage_companion.ui.session.view import Deed, ReadyView
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body


class ReadyPage(SituationPage):
    """Shows a ReadyView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._caption = words("session.ready.caption")
        self._panel = PlanPanel(words, ring_share=0.4)
        self._panel.intended.connect(self.intended)
        self._cautions = Card(words("session.ready.cautions"), "warning", focusable=True)
        self._caution_lines = body("")
        self._cautions.add(self._caution_lines)
        self._panel.above_plan.insertWidget(0, self._cautions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panel)

    def show_view(self, view: ReadyView) -> None:
        """Show the plan, and what to take care of where there is something."""
        self._cautions.setVisible(bool(view.cautions))
        text = "\n".join(view.cautions)
        if text != self._caution_lines.text():
            self._caution_lines.setText(text)
            self._cautions.set_summary(" ".join(view.cautions))
        self._panel.show_plan(view.controls, view.time, self._caption, view.spoken, view.dose, Deed.PLANS in view.deeds)

    def fit(self, room: PageRoom) -> None:
        self._panel.fit(room)

    def take_focus(self) -> None:
        self._panel.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def space_pressed(self) -> None:
        self.intended.emit(Press(Deed.START))
