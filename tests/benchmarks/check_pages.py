"""How long a page of the safety check takes from Continue to painted. Run by hand:

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.check_pages [ROUNDS]

Every page of a healthy person with the real rules, in both languages; the bar is 50 ms a page.
"""

import sys
import time

from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Settings
from massage_companion.eligibility import walk as walking
from massage_companion.storage.content import load_texts
from massage_companion.storage.words import load_words
from massage_companion.ui.appearance import dress
from massage_companion.ui.check.page_view import page_view
from massage_companion.ui.check.screen import CheckScreen
from tests.e2e.picture_world import KNEADER
from tests.support.healthy_answers import healthy_answer, real_rules

BAR_MS = 50.0


def pages_once(application: QApplication, screen: CheckScreen, language: str) -> list[tuple[str, float]]:
    """Milliseconds of each page on the way of a healthy person."""
    rules, words = real_rules(), load_words(language)
    texts = load_texts(language, rules)
    walk = walking.begin(rules, KNEADER)
    taken: list[tuple[str, float]] = []
    while walk.page is not None:
        begun = time.perf_counter()
        screen.show_view(page_view(rules, walk, texts, words, {}, None, False))
        application.processEvents()
        screen.repaint()
        taken.append((walk.page, (time.perf_counter() - begun) * 1000))
        for question in walking.questions_here(rules, walk):
            walk = walking.answered(walk, question, healthy_answer(question))
        walk = walking.forward(rules, walk)
    return taken


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    application = QApplication(sys.argv[:1])
    slowest = 0.0
    for language in ("en", "zh"):
        dress(application, Settings(language=language, scheme="light"))
        screen = CheckScreen(load_words(language))
        screen.resize(1040, 700)
        screen.show()
        pages_once(application, screen, language)
        runs = [pages_once(application, screen, language) for _round in range(rounds)]
        for number, (page, _first) in enumerate(runs[0]):
            times = sorted(run[number][1] for run in runs)
            late = times[int(len(times) * 0.95) - 1] if len(times) > 1 else times[0]
            slowest = max(slowest, late)
            print(f"{language} {page:16} median {times[len(times) // 2]:5.1f} ms   95 % within {late:5.1f} ms")
    print(f"slowest page {slowest:.1f} ms (bar {BAR_MS:.0f})")
    return 0 if slowest <= BAR_MS else 1


if __name__ == "__main__":
    sys.exit(main())
