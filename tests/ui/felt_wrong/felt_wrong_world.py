"""Two short lists of signs, a store in memory, and the guide over them, as a person meets it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.household import Person
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Page, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.texts import QuestionText, RuleText, RuleTexts
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.words import load_words
from massage_companion.ui.felt_wrong.controller import FeltWrongController, Occasion
from massage_companion.ui.felt_wrong.guide import SymptomGuide
from massage_companion.ui.felt_wrong.screen import FeltWrongScreen
from tests.support.accessible_screen import button, press, settle, show, texts
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import KNEADER

MEI = Person("mei", "Mei")


def _list(name: str, *signs: str) -> Question:
    return Question(name, Stage.SIGN, "felt-wrong", Kind.MANY, (*signs, "none", "unsure"), "none", "unsure")


def _rule(name: str, outcome: Outcome, question: str, sign: str) -> Rule:
    return Rule(name, outcome, Condition(False, (Comparison(question, (sign,)),)), sources=())


LISTS = (_list("head", "stroke", "sight"), _list("skin", "sore", "burn"))
RULES = Rules(
    "sign-rules",
    Questionnaire((Page("felt-wrong", Stage.SIGN),), LISTS),
    (
        _rule("S01", Outcome.EMERGENCY, "head", "stroke"),
        _rule("S02", Outcome.EMERGENCY, "head", "sight"),
        _rule("G2-head", Outcome.DOCTOR_FIRST, "head", "unsure"),
        _rule("S16", Outcome.NOT_TODAY, "skin", "sore"),
        _rule("S17", Outcome.DOCTOR_FIRST, "skin", "burn"),
        _rule("G2-skin", Outcome.DOCTOR_FIRST, "skin", "unsure"),
    ),
)
TEXTS = RuleTexts(
    "en",
    {"felt-wrong": "What felt wrong"},
    {
        "head": QuestionText(
            "Anything in your head?",
            "Tick all.",
            "These need help first.",
            {"stroke": "My face droops", "sight": "I see double", "none": "None of these", "unsure": "I am not sure"},
        ),
        "skin": QuestionText(
            "Anything on your skin?",
            "",
            "They need a doctor or rest.",
            {"sore": "Sore muscles", "burn": "A burn", "none": "None of these", "unsure": "I am not sure"},
        ),
    },
    {rule.id: RuleText(f"Title {rule.id}", f"Why {rule.id}.", f"Do {rule.id}.") for rule in RULES.rules},
)


class FeltWrongWorld:
    """Mei and the guide; ``tell`` opens it as from the sidebar."""

    def __init__(self, qtbot: QtBot, language: str = "en", country: str = "DE") -> None:
        self.qtbot = qtbot
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.store.keep_person(MEI)
        self.store.keep_massager(KNEADER)
        self.sessions = Sessions(RULES, self.store, self.clock, CountingIds())
        self.felt_wrong = FeltWrong(RULES, self.store, self.clock, CountingIds("sign"), self.sessions)
        self.words = load_words(language)
        self.prints: list[tuple[str, str]] = []
        self.printer_works = True
        self.guide = SymptomGuide(self.words, self._print)
        self.controller = FeltWrongController(
            self.felt_wrong, self.sessions, RULES, TEXTS, self.words, lambda: country, self.guide
        )
        self.screen = FeltWrongScreen(self.guide, self.words)
        self.over: list[str] = []
        self.left: list[bool] = []
        self.controller.over.connect(self.over.append)
        self.controller.left.connect(lambda: self.left.append(True))

    def tell(self, *, size: tuple[int, int] = (1040, 700), after_session: bool = False, worse: bool = False) -> None:
        """Open the guide in a window that has the keyboard."""
        show(self.qtbot, self.screen, size)
        self.controller.begin(Occasion(MEI, KNEADER, after_session=after_session, worse=worse))
        settle()

    @property
    def told(self) -> tuple[StopSign, ...]:
        """Everything that is stored about what Mei felt, the newest first."""
        return self.store.stop_signs(MEI.id)

    def tick(self, *rows: str) -> None:
        """Tick rows by their words, with the space bar."""
        for row in rows:
            button(self.screen, row).setFocus()
            press(Qt.Key.Key_Space)

    def press_button(self, name: str) -> None:
        button(self.screen, name).click()
        settle()

    def go_on(self, *rows: str) -> None:
        """Tick and press Continue."""
        self.tick(*rows)
        self.press_button("Continue")

    def read(self) -> None:
        """Time passes, as when somebody reads the advice."""
        self.clock.advance(seconds=5)

    def seen(self) -> str:
        return texts(self.screen)

    def ticked(self) -> set[str]:
        rows = self.screen.findChildren(QAbstractButton)
        return {row.text() for row in rows if row.isVisible() and row.isChecked()}

    def note(self) -> QPlainTextEdit:
        """The text field that is shown."""
        fields = [field for field in self.screen.findChildren(QPlainTextEdit) if field.isVisible()]
        assert len(fields) == 1
        return fields[0]

    def _print(self, title: str, text: str, _parent: object) -> bool:
        self.prints.append((title, text))
        return self.printer_works
