"""Something feels wrong: right after a stop, and at any other time."""

from tests.e2e import picture_logs
from tests.e2e.picture_world import PictureWorld
from tests.e2e.scenes.session import running

LISTS = ("signs-head", "signs-body", "signs-feeling", "signs-skin", "signs-massager")


def felt_wrong(world: PictureWorld) -> None:
    running(world)
    world.press(world.words("session.stop.wrong"))


def felt_list_1(world: PictureWorld) -> None:
    felt_wrong(world)
    world.press(world.words("felt_wrong.steps.next"))


def felt_list_2(world: PictureWorld) -> None:
    _up_to(world, 1)


def felt_list_3(world: PictureWorld) -> None:
    _up_to(world, 2)


def felt_list_4(world: PictureWorld) -> None:
    _up_to(world, 3)


def felt_list_5(world: PictureWorld) -> None:
    _up_to(world, 4)


def felt_nothing_ticked(world: PictureWorld) -> None:
    felt_list_1(world)
    world.press(world.words("felt_wrong.list.next"))


def felt_emergency(world: PictureWorld) -> None:
    felt_list_1(world)
    world.tick("signs-head", "face-arm-speech", "sight")
    world.press(world.words("felt_wrong.list.next"))


def felt_emergency_end(world: PictureWorld) -> None:
    felt_emergency(world)
    world.scroll(1)


def felt_doctor(world: PictureWorld) -> None:
    _advised(world, "signs-feeling", "tingle-lasts")


def felt_not_today(world: PictureWorld) -> None:
    _advised(world, "signs-skin", "red-skin")


def felt_sore(world: PictureWorld) -> None:
    _advised(world, "signs-skin", "sore-muscles")


def felt_none(world: PictureWorld) -> None:
    _advised(world, "signs-skin", "none")


def felt_later(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.week(world.told, world.clock.read()))
    world.open()
    world.press(world.words("felt_wrong.entry"))


def blocked_stop_sign(world: PictureWorld) -> None:
    felt_doctor(world)
    world.press(world.words("felt_wrong.advice.done"))


def _up_to(world: PictureWorld, number: int, ticked: str = "", option: str = "") -> None:
    felt_list_1(world)
    for question in LISTS[:number]:
        world.tick(question, option if question == ticked else "none")
        world.press(world.words("felt_wrong.list.next"))


def _advised(world: PictureWorld, ticked: str, option: str) -> None:
    _up_to(world, len(LISTS), ticked, option)
