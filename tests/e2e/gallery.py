"""Shows every base widget in one window and saves a picture of it.

    python tests/e2e/gallery.py OUTPUT.png [--dark] [--contrast] [--scale 2.0] [--size 1040x1500] [--right-to-left]

Why: to look at the widgets in every theme and text size; works with QT_QPA_PLATFORM=offscreen.
It must never be needed by a test.
"""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from massage_companion.ui.theme import apply_theme, scaled, theme_for
from massage_companion.ui.widgets.buttons import DangerButton, IconButton, LinkButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.fields import MomentField, NumberField
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, heading, lead, muted, small
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.pill import Pill
from massage_companion.ui.widgets.progress import SegmentProgress
from massage_companion.ui.widgets.ring import SmallRing, TimeRing
from massage_companion.ui.widgets.segmented import Segment, Segmented
from massage_companion.ui.widgets.sidebar import Entry, Sidebar
from massage_companion.ui.widgets.soreness import SorenessScale
from massage_companion.ui.widgets.tick import RadioMark, TickBox


def main() -> None:
    """Build the window, grab it, save it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("output", type=Path)
    asked.add_argument("--dark", action="store_true")
    asked.add_argument("--contrast", action="store_true")
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--size", default="1040x2300")
    asked.add_argument("--right-to-left", action="store_true")
    given = asked.parse_args()
    app = QApplication(sys.argv[:1])
    if given.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = theme_for("dark" if given.dark else "light", app.styleHints(), given.contrast)
    apply_theme(app, theme, given.scale)
    width, height = (int(part) for part in given.size.split("x"))
    window = _window(width)
    window.resize(width, height)
    window.show()
    for _ in range(3):
        app.processEvents()
    window.grab().save(str(given.output))


def _window(width: int) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    sidebar = _sidebar()
    sidebar.fit(width)
    row.addWidget(sidebar)
    page = Page("Gallery")
    row.addWidget(page, 1)
    header = PageHeader("Session")
    header.set_pill("Cleared to use · check valid until 12 Nov 2027", "ok")
    header.add_action(QuietButton("Small window"))
    page.add(header)
    for part in (_blocked(), _overtime(), _running(width), _pills(), _wizard(), _chinese(), _fields()):
        page.add(part)
    page.body.addStretch(1)
    return window


def _sidebar() -> Sidebar:
    sidebar = Sidebar(
        [
            Entry("session", "Session", "session"),
            Entry("log", "Log", "log"),
            Entry("trends", "Trends", "trends"),
            Entry("check", "Safety check", "check"),
            Entry("massagers", "Massagers", "massagers"),
        ],
        [Entry("settings", "Settings", "settings"), Entry("help", "Help", "help")],
        here="this page",
    )
    sidebar.set_person("Mei", "Mei, change person")
    sidebar.set_current("session")
    return sidebar


def _blocked() -> Card:
    card = Card("Sessions are blocked: pressure on the spinal cord", "danger", focusable=True)
    card.add(lead("You answered", "that a doctor found cervical spondylotic myelopathy."))
    card.add(lead("Why it matters", "Massage can press further on the spinal cord."))
    card.add(
        lead(
            "What to do",
            "Show this result to your doctor. Go to emergency care if you lose strength, balance, or bladder control.",
        )
    )
    card.add(small("Source: Rumex 2021; NICE CKS 2023 · answered 22 Nov 2026"))
    card.add(
        ButtonRow(
            QuietButton("See the whole result"),
            QuietButton("Print for my doctor"),
            trailing=(QuietButton("My health has changed…"),),
        )
    )
    return card


def _overtime() -> Card:
    card = Card("Time is up: switch the massager off", "warning")
    card.add(body("It has been running 1:32 longer than planned."))
    card.add(ButtonRow(PrimaryButton("It is off"), QuietButton("Remind me in 1 min")))
    return card


def _running(width: int) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    ring = TimeRing()
    ring.set_time("08:42", "ends at 14:31", 8.7 / 15, "plain", "8 minutes 42 seconds left")
    row.addWidget(ring, 1)
    if width < scaled(700):
        return part
    off = TimeRing()
    off.set_time("--:--", "blocked", 0, "off", "blocked")
    row.addWidget(off, 1)
    row.addWidget(_plan())
    return part


def _plan() -> Card:
    card = Card()
    card.setMinimumWidth(scaled(300))
    massager = DropDown()
    massager.addItems(["Neck & shoulder kneader", "Pulse patch"])
    card.add(field_label("Massager", massager))
    card.add(massager)
    card.add(small("Kneading, heat · 15 min at most, then 30 min rest"))
    minutes = [Segment(n, str(n), f"{n} minutes") for n in (5, 10, 15)]
    minutes.append(Segment(20, "20", "20 minutes", "More than the manual allows"))
    card.add(field_label("Minutes"))
    card.add(Segmented("Minutes", minutes, 15))
    card.add(field_label("Intensity"))
    card.add(Segmented("Intensity", [Segment(w, w) for w in ("Low", "Medium", "High")], "Medium"))
    scale = SorenessScale("How sore is your neck right now?", "No pain", "Worst")
    scale.set_value(4)
    card.add(field_label("How sore is your neck right now?"))
    card.add(scale)
    return card


def _pills() -> QWidget:
    blocked = PrimaryButton("Start session", large=True)
    blocked.setEnabled(False)
    ring = SmallRing()
    ring.set_fraction(0.6)
    return ButtonRow(
        Pill("Ask your doctor first", "warning"),
        Pill("Do not use the massager", "danger"),
        Pill("Not checked yet", "neutral"),
        PrimaryButton("Start session", large=True),
        blocked,
        QuietButton("Pause", large=True),
        DangerButton("Something feels wrong"),
        LinkButton("Why we ask"),
        ring,
        IconButton("pause", "Pause"),
        IconButton("stop", "End session", danger=True),
    )


def _wizard() -> Card:
    card = Card()
    progress = SegmentProgress()
    progress.set_progress(4, 9, "4 of 9")
    card.add(progress)
    card.add(small("Safety check · 4 of 9 · Warning signs"))
    card.add(heading("In the past month, have you noticed any of these?"))
    card.add(muted("Tick all that apply, even if mild. They can mean that the spinal cord is being squeezed."))
    rows = ChoiceList(
        "In the past month, have you noticed any of these?",
        [
            Choice("hands", "Clumsy or weak hands: buttons, keys or chopsticks have become hard"),
            Choice("numb", "Numbness in both hands, or in the legs"),
            Choice("none", "None of these", aside=True, exclusive=True),
            Choice("unsure", "I am not sure", aside=True),
        ],
    )
    rows.set_chosen(["numb"])
    card.add(rows)
    return card


def _chinese() -> Card:
    card = Card("过去一个月，有没有出现下面这些情况？")
    card.add(body("有的请都打勾，轻微的也算。它们可能说明脊髓受到了压迫。"))
    rows = ChoiceList(
        "过去一个月",
        [
            Choice("hands", "手变笨、没力气：扣扣子、拿钥匙、用筷子变得困难"),
            Choice("walk", "走路不稳，或者腿发沉、发僵"),
            Choice("unsure", "我不确定", aside=True),
        ],
        mode="one",
    )
    rows.set_chosen(["walk"])
    card.add(rows)
    card.add(ButtonRow(PrimaryButton("继续"), QuietButton("返回"), trailing=(Pill("先问医生", "warning"),)))
    return card


def _fields() -> Card:
    card = Card("Fields")
    name = QLineEdit()
    name.setPlaceholderText("Search notes")
    note = QPlainTextEdit("Shoulders much looser after the meeting.")
    note.setMaximumHeight(scaled(80))
    number = NumberField()
    number.setValue(15)
    ticked = TickBox("Remind me with a sound, and again after one minute when nobody has answered")
    ticked.setChecked(True)
    parts = (name, number, MomentField(), note, ticked, TickBox("Start when I log in"), RadioMark("Follow the system"))
    for part, words in zip(parts, ("Search notes", "Minutes", "Started", "Note"), strict=False):
        part.setAccessibleName(words)
    for part in parts:
        card.add(part)
    return card


if __name__ == "__main__":
    main()
