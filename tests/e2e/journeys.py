"""What people do with the program, told once: the first start, the safety check, a session. Keyboard only.

Each step presses keys until the focus is where the person wants it, as one does who cannot see the window.
"""

from collections.abc import Callable, Mapping

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import Kind, Question
from massage_companion.storage.content import Content, load_content
from massage_companion.storage.words import load_words
from tests.e2e.accessible_tree import Node
from tests.e2e.driver import Program

KNEADER = frozenset({Modality.KNEADING, Modality.HEAT})
MOST_STOPS = 60


class Journey:
    """One person at the keyboard, in one language."""

    def __init__(self, program: Program, language: str = "en") -> None:
        self.program = program
        self.words = load_words(language)
        self.content: Content = load_content(language)

    def tab_to(self, name: str, role: str | None = None) -> None:
        """Press Tab until the focus is on a thing of this name."""
        self._tab_until(lambda node: node.name == name and role in (None, node.role), name)

    def _tab_until(self, wanted: Callable[[Node], bool], what: str) -> None:
        for _stop in range(MOST_STOPS):
            focused = self.program.tree().focused_node()
            if focused is not None and wanted(focused):
                return
            self.program.key("Tab")
        raise AssertionError(f"Tab does not lead to {what!r}\n{self.program.tree().outline()}")

    def first_start(self, name: str, minutes: str = "") -> None:
        """Language, name and a kneader with heat, up to the first page of the safety check."""
        words, program = self.words, self.program
        if words.language != "en":
            program.key("Down")
        program.key("Return")
        program.wait_until(lambda tree: _focused_role(tree) == "text", "the field for the name")
        program.type_text(name)
        program.key("Return")
        program.wait_for(words("massagers.form.kind"))
        program.key("space")
        self.tab_to(words("massagers.form.heat_yes"))
        program.key("space")
        if minutes:
            self._tab_until(lambda node: node.role == "text" and node.text == "", "the minutes")
            program.type_text(minutes)
        program.key("Return")
        program.wait_for(words("first_run.begin"))
        program.key("Return")

    def answer_check(self, given: Mapping[str, tuple[str, ...] | int]) -> None:
        """Answer the pages of the check: as given, and "none" to all else. Ends at the review or an emergency."""
        rules = self.content.rules
        walk = walking.begin(rules, KNEADER)
        while walk.page is not None:
            here = walking.questions_here(rules, walk)
            self.program.wait_for(self.content.texts.questions[here[0].id].text)
            for question in here:
                answer = given.get(question.id, _healthy(question))
                self._answer(question, answer)
                walk = walking.answered(walk, question, answer)
            self.program.key("Return")
            if walking.is_emergency(rules, walk):
                return
            walk = walking.forward(rules, walk)

    def _answer(self, question: Question, answer: tuple[str, ...] | int) -> None:
        text = self.content.texts.questions[question.id]
        if isinstance(answer, int):
            self._tab_until(lambda node: node.role in ("text", "spin button"), text.text)
            self.program.type_text(str(answer))
            return
        for option in answer:
            self._tick(text.text, text.options[option])

    def _tick(self, question: str, line: str) -> None:
        """Tab leads to the question's list, arrows lead within it."""
        for key in ["Tab"] * MOST_STOPS:
            rows = _rows(self.program.tree(), question)
            if any(row.focused for row in rows):
                break
            self.program.key(key)
        for _row in rows:
            if any(row.focused and row.name == line for row in rows):
                break
            self.program.key("Down")
            rows = _rows(self.program.tree(), question)
        if not any(row.checked and row.name == line for row in rows):
            self.program.key("space")

    def finish_check(self) -> None:
        """From the review to the session page."""
        self.program.wait_for(self.words("check.review.finish"))
        self.tab_to(self.words("check.review.finish"))
        self.program.key("Return")
        self.program.wait_for(self.words("check.result.done"))
        self.tab_to(self.words("check.result.done"))
        self.program.key("Return")


def _rows(tree: Node, question: str) -> tuple[Node, ...]:
    """The boxes or buttons to tick under a question."""
    return tuple(
        node
        for panel in tree.all(role="panel", name=question)
        for node in panel.walk()
        if node.role in ("check box", "radio button")
    )


def _healthy(question: Question) -> tuple[str, ...] | int:
    if question.kind is Kind.NUMBER:
        return 34
    return (question.none or question.options[0],)


def _focused_role(tree: Node) -> str:
    focused = tree.focused_node()
    return "" if focused is None else focused.role
