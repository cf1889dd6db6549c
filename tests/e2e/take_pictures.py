"""Takes a picture of every screen, for looking at and for the README.

    python -m tests.e2e.take_pictures FOLDER [--languages en,zh] [--schemes light,dark] [--percent 100]
                                              [--size 1040x700] [--scenes ready,log]
    python -m tests.e2e.take_pictures --readme      the three pictures of README.md, beside this file

Needs no screen (it draws offscreen). The clock is moved by hand, so a picture of overtime takes no time.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QMenu

from massage_companion.companion.household import Settings
from tests.e2e.picture_world import PictureWorld

Scene = Callable[[PictureWorld], None]


def first_run(world: PictureWorld) -> None:
    world.open()


def massager_form(world: PictureWorld) -> None:
    world.open()
    world.press(world.words("first_run.next"))
    from PySide6.QtWidgets import QLineEdit

    next(field for field in world.window.findChildren(QLineEdit) if field.isVisible()).setText("Mei")
    world.press(world.words("first_run.next"))


def introduction(world: PictureWorld) -> None:
    world.person()
    world.open()


def check_page(world: PictureWorld) -> None:
    introduction(world)
    world.press(world.words("first_run.begin"))


def result(world: PictureWorld) -> None:
    world.screened({"neck-now": "more", "neck-pain": 5, "neck-pattern": ["not-settling"]})
    world.open("check")


def change(world: PictureWorld) -> None:
    blocked(world)
    world.press(world.words("session.blocked.health_changed"))


def clearance(world: PictureWorld) -> None:
    world.screened({"heart-blood": ["blood-thinner"]})
    world.open("check")
    world.press(world.words("safety.deed.record_yes"))


def ready(world: PictureWorld) -> None:
    world.screened({})
    world.open()


def today(world: PictureWorld) -> None:
    ready(world)
    world.press(world.words("session.ready.start"))


def running(world: PictureWorld) -> None:
    today(world)
    world.press(world.words("session.today.none"))
    world.pass_time(77)


def paused(world: PictureWorld) -> None:
    running(world)
    world.press(world.words("session.running.pause"))


def overtime(world: PictureWorld) -> None:
    running(world)
    world.pass_time(5 * 60)


def asking(world: PictureWorld) -> None:
    running(world)
    world.clock.suspend(minutes=30)
    world.navigation.show_page("session")
    world.settle()


def after(world: PictureWorld) -> None:
    overtime(world)
    world.press(world.words("session.overtime.off"))


def felt_wrong(world: PictureWorld) -> None:
    running(world)
    world.press(world.words("session.stop.wrong"))


def blocked(world: PictureWorld) -> None:
    world.screened({"told-by-doctor": ["cord-type"]})
    world.open()


def doctor_first(world: PictureWorld) -> None:
    world.screened({"neck-now": "more", "neck-pain": 5, "heart-blood": ["blood-thinner"]})
    world.open()


def log(world: PictureWorld) -> None:
    world.with_log(world.screened({}))
    world.open("log")


def massagers(world: PictureWorld) -> None:
    world.household()
    world.open("massagers")


def massager_edit(world: PictureWorld) -> None:
    massagers(world)
    name = next(massager.name for massager in world.store.massagers())
    world.press(world.words("massagers.page.spoken", deed=world.words("massagers.page.edit"), name=name))


def person_menu(world: PictureWorld) -> None:
    world.household()
    world.open()
    world.window.person_wanted.emit()


def add_person(world: PictureWorld) -> None:
    person_menu(world)
    menu = next(menu for menu in world.window.findChildren(QMenu) if menu.isVisible())
    next(each for each in menu.actions() if each.text() == world.words("people.menu.add")).trigger()
    menu.close()


def settings(world: PictureWorld) -> None:
    world.screened({})
    world.open("settings")


def about(world: PictureWorld) -> None:
    world.screened({})
    world.open("about")


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        first_run,
        massager_form,
        introduction,
        check_page,
        result,
        change,
        clearance,
        ready,
        today,
        running,
        paused,
        overtime,
        asking,
        after,
        felt_wrong,
        blocked,
        doctor_first,
        log,
        massagers,
        massager_edit,
        person_menu,
        add_person,
        settings,
        about,
    )
}
README = {"session_ready_light": ready, "check_page_light": check_page, "session_blocked_light": blocked}


def take(application: QApplication, scene: Scene, look: Settings, size: tuple[int, int], picture: Path) -> None:
    """Build the window of a scene and save what it shows."""
    world = PictureWorld(application, look, size)
    scene(world)
    world.settle()
    picture.parent.mkdir(parents=True, exist_ok=True)
    if not world.picture().save(str(picture)):
        raise SystemExit(f"cannot write {picture}")
    world.window.hide()
    world.window.deleteLater()


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--languages", default="en,zh")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--size", default="1040x700")
    parser.add_argument("--scenes", default=",".join(SCENES))
    given = parser.parse_args()
    application = QApplication(sys.argv[:1])
    width, height = (int(part) for part in given.size.split("x"))
    if given.readme:
        for name, scene in README.items():
            place = Path(__file__).with_name("pictures") / f"{name}.png"
            take(application, scene, Settings(language="en", scheme="light"), (width, height), place)
        return 0
    if given.folder is None:
        parser.error("a folder is needed")
    for language in given.languages.split(","):
        for scheme in given.schemes.split(","):
            for name in given.scenes.split(","):
                look = Settings(language=language, scheme=scheme, text_percent=given.percent)
                place = given.folder / f"{name}_{language}_{scheme}.png"
                take(application, SCENES[name], look, (width, height), place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
