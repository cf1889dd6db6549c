"""The log with all that can be done to it, and the trends."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from massage_companion.ui.log.screen import LogScreen
from massage_companion.ui.trends.view import Span
from massage_companion.ui.widgets.segmented import Segmented
from tests.e2e import picture_logs
from tests.e2e.picture_logs import Course
from tests.e2e.picture_world import PictureWorld


def log(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.others()
    world.log(picture_logs.week(world.told, world.clock.read()))
    world.open("log")


def log_long(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.others()
    world.log(picture_logs.year(world.told, world.clock.read(), Course.BETTER))
    world.open("log")


def log_felt_wrong(world: PictureWorld) -> None:
    log(world)
    world.part(LogScreen).table.choose(2)
    world.settle()


def log_deleted(world: PictureWorld) -> None:
    log(world)
    world.press(world.words("log.delete"))


def log_bin(world: PictureWorld) -> None:
    log_deleted(world)
    world.press(world.words("log.bin"))


def log_bin_empty(world: PictureWorld) -> None:
    log(world)
    world.press(world.words("log.bin"))


def log_edit(world: PictureWorld) -> None:
    log(world)
    world.press(world.words("log.edit"))


def log_edit_end(world: PictureWorld) -> None:
    log_edit(world)
    world.scroll(1)


def log_entry(world: PictureWorld) -> None:
    log(world)
    world.press(world.words("log.add"))


def log_entry_problem(world: PictureWorld) -> None:
    log_entry(world)
    world.press(world.words("log_forms.entry.save"))


def log_nothing_found(world: PictureWorld) -> None:
    log(world)
    QTest.keyClicks(world.part(LogScreen).filters.search, "xyz")
    QTest.qWait(500)


def log_empty(world: PictureWorld) -> None:
    world.screened({})
    world.open("log")


def trends_empty(world: PictureWorld) -> None:
    world.screened({})
    world.open("trends")


def trends_few(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.week(world.told, world.clock.read()))
    world.open("trends")


def trends(world: PictureWorld) -> None:
    _trends(world, Course.BETTER)


def trends_worse(world: PictureWorld) -> None:
    _trends(world, Course.WORSE)


def trends_cannot_tell(world: PictureWorld) -> None:
    _trends(world, Course.MIXED)


def trends_no_better(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.no_better(world.told, world.clock.read()))
    world.open("trends")


def trends_year(world: PictureWorld) -> None:
    trends(world)
    world.part(Segmented).chosen.emit(Span.YEAR)
    world.settle()


def trends_month(world: PictureWorld) -> None:
    trends(world)
    world.part(Segmented).chosen.emit(Span.MONTH)
    world.settle()


def trends_tables(world: PictureWorld) -> None:
    trends(world)
    wanted = world.words("trends.as_table")
    for button in world.window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() == wanted:
            button.click()
    world.press(world.words("trends.how.more"))


def _trends(world: PictureWorld, course: Course) -> None:
    world.screened({}, check_ins=False)
    world.others()
    world.log(picture_logs.year(world.told, world.clock.read(), course))
    world.open("trends")
