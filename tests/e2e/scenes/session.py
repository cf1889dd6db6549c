"""A session from its plan to the next morning, in the large window and in the small one."""

from msgspec import structs

from massage_companion.log.record import SessionRecord
from massage_companion.session.plan import Phase, Plan, SavedPlan
from massage_companion.session.reading import HOUR_MS, MINUTE_MS, shifted
from massage_companion.ui.widgets.soreness import SorenessScale
from tests.e2e import picture_logs
from tests.e2e.picture_world import NAMES, PictureWorld

EVENING = {"en": "Evening, both sides", "zh": "晚上，左右两边"}


def ready(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.week(world.told, shifted(world.clock.read(), 15 * HOUR_MS)))
    _keep_plan(world)
    world.open()
    world.part(SorenessScale).set_value(4)


def ready_first(world: PictureWorld) -> None:
    world.screened({})
    world.open()


def ready_limits(world: PictureWorld) -> None:
    world.screened({"pressure": "controlled"}, check_ins=False)
    world.log(picture_logs.year(world.told, world.clock.read(), picture_logs.Course.BETTER, 10))
    world.open()


def looking_after_morning(world: PictureWorld) -> None:
    world.screened({}, check_ins=False, next_morning=True)
    world.log(picture_logs.week(world.told, shifted(world.clock.read(), 11 * HOUR_MS))[:3])
    rows = picture_logs.week(world.told, shifted(world.clock.read(), 12 * HOUR_MS))[:1]
    world.log([_unrated(rows[0])])
    world.open()


def looking_after_late(world: PictureWorld) -> None:
    world.screened({})
    world.log(picture_logs.week(world.told, world.clock.read()))
    world.open()


def plans(world: PictureWorld) -> None:
    world.screened({"pressure": "controlled"}, check_ins=False)
    _keep_plan(world)
    _keep_plan(world, "short")
    world.open()
    world.press(world.words("session.ready.plans"))


def plan_deleted(world: PictureWorld) -> None:
    plans(world)
    deed = world.words("plans.delete")
    world.press(world.words("plans.spoken", deed=deed, name=EVENING[world.language]))


def plan_editor(world: PictureWorld) -> None:
    world.screened({})
    world.open()
    world.press(world.words("session.ready.plans"))
    for part in ("left_side", "right_side"):
        world.press(f"+ {world.words(f'plans.{part}')}")


def today(world: PictureWorld) -> None:
    ready(world)
    world.press(world.words("session.ready.start"))


def running(world: PictureWorld) -> None:
    today(world)
    world.press(world.words("session.today.none"))
    world.pass_time(77)


def running_told(world: PictureWorld) -> None:
    running(world)
    world.window.tell_trouble("full")
    world.settle()


def running_mistake(world: PictureWorld) -> None:
    running(world)
    world.window.tell_mistake("ValueError chart.py:120")
    world.settle()


def running_phases(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.year(world.told, world.clock.read(), picture_logs.Course.BETTER, 10))
    _keep_plan(world)
    world.open()
    world.press(world.words("session.ready.plans"))
    deed = world.words("plans.use")
    world.press(world.words("plans.spoken", deed=deed, name=EVENING[world.language]))
    world.press(world.words("session.ready.start"))
    world.press(world.words("session.today.none"))
    world.pass_time(77)


def running_half(world: PictureWorld) -> None:
    running_phases(world)
    world.pass_time(5 * 60 - 50)


def paused(world: PictureWorld) -> None:
    running_phases(world)
    world.press(world.words("session.running.pause"))


def overtime(world: PictureWorld) -> None:
    running(world)
    world.pass_time(10 * 60)


def overtime_flashing(world: PictureWorld) -> None:
    world.screened({}, sound="silent")
    world.open()
    world.press(world.words("session.ready.start"))
    world.press(world.words("session.today.none"))
    world.pass_time(5 * 60 + 2)


def asking(world: PictureWorld) -> None:
    running(world)
    world.clock.suspend(minutes=30)
    world.navigation.show_page("session")
    world.settle()


def after(world: PictureWorld) -> None:
    overtime(world)
    world.press(world.words("session.overtime.off"))


def blocked(world: PictureWorld) -> None:
    world.screened({"told-by-doctor": ["cord-type"]})
    world.open()


def blocked_doctor_first(world: PictureWorld) -> None:
    world.screened({"neck-now": "more", "neck-pain": 5, "heart-blood": ["blood-thinner"]})
    world.open()


def blocked_no_better(world: PictureWorld) -> None:
    world.screened({}, check_ins=False)
    world.log(picture_logs.no_better(world.told, world.clock.read()))
    world.open()


def blocked_very_sore(world: PictureWorld) -> None:
    world.screened({})
    world.open()
    world.part(SorenessScale).chosen.emit(8)
    world.settle()
    world.press(world.words("session.ready.start"))
    world.press(world.words("session.today.none"))


def blocked_rest(world: PictureWorld) -> None:
    after(world)
    world.press(world.words("session.after.skip"))


def small_running(world: PictureWorld) -> None:
    running_phases(world)
    world.press(world.words("session.running.small_window"))


def small_plain(world: PictureWorld) -> None:
    running(world)
    world.press(world.words("session.running.small_window"))


def small_paused(world: PictureWorld) -> None:
    paused(world)
    world.press(world.words("session.running.small_window"))


def small_overtime(world: PictureWorld) -> None:
    small_plain(world)
    world.pass_time(10 * 60)


def small_asking(world: PictureWorld) -> None:
    small_plain(world)
    world.clock.suspend(minutes=30)
    world.navigation.show_page("session")
    world.settle()


def _keep_plan(world: PictureWorld, which: str = "evening") -> None:
    left, right = world.told.parts
    if which == "evening":
        plan = Plan(10, phases=(Phase(left, 5), Phase(right, 5)))
        world.store.keep_plan(SavedPlan("evening", "kneader", EVENING[world.language], plan))
    else:
        name = NAMES[world.language][1]
        world.store.keep_plan(SavedPlan("short", "kneader", f"{name} 15", Plan(15, heat=True)))


def _unrated(row: SessionRecord) -> SessionRecord:
    return structs.replace(row, id="last", sore_next=None, ended=shifted(row.ended, MINUTE_MS))
