"""The saved plans of a massager: use, change, delete with the way back in its place, or write one.

It shows what each plan becomes inside the limits. Nothing here starts a session.
"""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import ChangeDraft, DropPlan, EditPlan, UsePlan
from massage_companion.ui.session.plan_editor import PlanEditor
from massage_companion.ui.session.plan_views import PlansView, SavedView
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import Deed
from massage_companion.ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading, small


class PlansPage(SituationPage):
    """Shows a PlansView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._saved: tuple[SavedView, ...] | None = None
        self._list: QWidget | None = None
        self._editor: PlanEditor | None = None
        self._title = heading("", 2)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        self._rows.addWidget(self._title)
        self._new = self.presses(PrimaryButton(words("plans.new")), Deed.NEW_PLAN)
        self._buttons = ButtonRow(self._new, self.presses(QuietButton(words("plans.back")), Deed.BACK))
        self._rows.addWidget(self._buttons)
        self._rows.addStretch(1)

    def show_view(self, view: PlansView) -> None:
        """Show the list, or the plan that is written."""
        self._title.setText(view.title)
        self._buttons.setVisible(view.editor is None)
        if view.editor is None:
            self._drop_editor()
            if view.saved != self._saved:
                self._show_saved(view.saved)
            return
        self._drop_list()
        if self._editor is None:
            self._editor = PlanEditor(self._words, with_heat=bool(view.editor.heat))
            self._editor.changed.connect(lambda draft: self.intended.emit(ChangeDraft(draft)))
            self.presses(self._editor.keep, Deed.KEEP_PLAN)
            self.presses(self._editor.leave, Deed.LEAVE_PLAN)
            self._rows.insertWidget(1, self._editor)
            self._editor.show()
            self._editor.show_view(view.editor)
            self._editor.take_focus()
        else:
            self._editor.show_view(view.editor)

    def take_focus(self) -> None:
        if self._editor is not None:
            self._editor.take_focus()
        else:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._drop_editor()
        self._drop_list()

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            _discard(editor)

    def _drop_list(self) -> None:
        shown, self._list, self._saved = self._list, None, None
        if shown is not None:
            _discard(shown)

    def _show_saved(self, saved: tuple[SavedView, ...]) -> None:
        # Qt's types do not say that nothing may have the focus.
        focused = cast("QWidget | None", self.window().focusWidget())
        had_focus = self._list is not None and focused is not None and self._list.isAncestorOf(focused)
        self._drop_list()
        self._saved = saved
        self._list = QWidget()
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        undo: QPushButton | None = None
        if not saved:
            rows.addWidget(body(self._words("plans.none")))
        for each in saved:
            if each.dropped:
                undo = self.presses(QuietButton(self._words("plans.undo")), Deed.UNDO_DROP)
            rows.addWidget(_dropped(each, undo) if each.dropped and undo is not None else self._row(each))
        self._rows.insertWidget(1, self._list)
        # At once, not with the next layout: the focus goes there now.
        self._list.show()
        if had_focus:
            (undo or self._new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, saved: SavedView) -> Card:
        card = Card(saved.name)
        card.add(small(saved.summary))
        if saved.becomes:
            changed = small(saved.becomes)
            changed.setProperty("look", "warning")
            card.add(changed)
        use = self._deed(QuietButton(), "use", saved)
        use.clicked.connect(lambda: self.intended.emit(UsePlan(saved.id)))
        edit = self._deed(QuietButton(), "edit", saved)
        edit.clicked.connect(lambda: self.intended.emit(EditPlan(saved.id)))
        delete = self._deed(DangerButton(), "delete", saved)
        delete.clicked.connect(lambda: self.intended.emit(DropPlan(saved.id)))
        card.add(ButtonRow(use, edit, trailing=(delete,)))
        return card

    def _deed(self, button: QPushButton, deed: str, saved: SavedView) -> QPushButton:
        button.setText(self._words(f"plans.{deed}"))
        button.setAccessibleName(self._words("plans.spoken", deed=button.text(), name=saved.name))
        return button


def _dropped(saved: SavedView, undo: QPushButton) -> Card:
    """What stands in the place of a plan that was just deleted."""
    card = Card()
    card.setAccessibleName(saved.summary)
    card.add(ButtonRow(_unbroken(saved.summary), undo))
    undo.setAccessibleDescription(saved.summary)
    return card


def _unbroken(text: str) -> QWidget:
    label = body(text)
    label.setWordWrap(False)
    return label


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
