"""Settings with the part about data, its dialogs, and Help."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from massage_companion.ui.data.controller import Asking, DataController
from massage_companion.ui.data.part import DataPart, Wish
from massage_companion.ui.exchange.controller import ImportController
from tests.e2e import picture_logs
from tests.e2e.picture_logs import Course
from tests.e2e.picture_world import PictureWorld


def settings(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.year(world.told, world.clock.read(), Course.BETTER, 8))
    world.open("settings")


def settings_end(world: PictureWorld) -> None:
    settings(world)
    world.scroll(1)


def settings_told(world: PictureWorld) -> None:
    settings(world)
    world.window.tell(world.words("data.exchange.saved", file="~/massage-log.csv"), trouble=False)
    world.settle()


def delete_person(world: PictureWorld) -> None:
    settings(world)
    name = world.person().name
    world.catch_dialog(lambda: world.press(world.words("data.wish.delete_person", name=name)))


def delete_all(world: PictureWorld) -> None:
    settings(world)
    world.catch_dialog(lambda: world.press(world.words("data.wish.delete_all")))


def restore(world: PictureWorld) -> None:
    settings(world)
    parts, person = world.parts, world.person()
    asking = Asking(file=_any_file)
    controller = DataController(
        world.part(DataPart), parts.store, parts.clock, parts.keeping.safekeeping, parts.keeping.export, person,
        world.words, asking,
    )  # fmt: skip
    world.catch_dialog(lambda: controller.fulfil(Wish.RESTORE))


def import_columns(world: PictureWorld) -> None:
    _import(world, 0)


def import_preview(world: PictureWorld) -> None:
    _import(world, 1)


def about(world: PictureWorld) -> None:
    world.screened({})
    world.open("about")


def about_end(world: PictureWorld) -> None:
    about(world)
    world.scroll(1)


def _import(world: PictureWorld, answers: int) -> None:
    settings(world)
    keeping, person = world.parts.keeping, world.person()
    controller = ImportController(world.store, keeping.read_file, _in_utc, world.words, world.window)
    world.catch_dialog(lambda: controller.open(Path("table.csv"), person), answers)


def _any_file(_parent: QWidget, _title: str, _files: str) -> Path:
    return Path("backup.zip")


def _in_utc(_utc_ms: int) -> tuple[int, str]:
    return 0, "UTC"
