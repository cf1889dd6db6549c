"""The first start, the safety check, the results, massagers, people, and how the program looks after itself."""

from PySide6.QtWidgets import QLineEdit, QMenu

from tests.e2e.picture_world import PictureWorld
from tests.e2e.scenes.session import blocked


def first_run(world: PictureWorld) -> None:
    world.open()


def first_name(world: PictureWorld) -> None:
    world.open()
    world.press(world.words("first_run.next"))
    world.part(QLineEdit).setText("Mei")


def massager_form(world: PictureWorld) -> None:
    first_name(world)
    world.press(world.words("first_run.next"))


def introduction(world: PictureWorld) -> None:
    world.person()
    world.open()


def check_page(world: PictureWorld) -> None:
    introduction(world)
    world.press(world.words("first_run.begin"))


def check_later_page(world: PictureWorld) -> None:
    check_page(world)
    for question in ("head-signs", "body-signs", "cord-signs"):
        world.tick(question, "none")
        world.press(world.words("check.page.next"))


def result(world: PictureWorld) -> None:
    world.screened({"neck-now": "more", "neck-pain": 5, "neck-pattern": ["not-settling"]})
    world.open("check")


def result_fine(world: PictureWorld) -> None:
    world.screened({})
    world.open("check")


def change(world: PictureWorld) -> None:
    blocked(world)
    world.press(world.words("session.blocked.health_changed"))


def clearance(world: PictureWorld) -> None:
    world.screened({"heart-blood": ["blood-thinner"]})
    world.open("check")
    world.press(world.words("safety.deed.record_yes"))


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
