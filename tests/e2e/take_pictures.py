"""Takes a picture of every screen, for looking at and for the README, and tells which words are cut.

    python -m tests.e2e.take_pictures FOLDER [--languages en,zh] [--schemes light,dark] [--percent 100]
                                              [--size 1040x700] [--scenes ready,log] [--beginning trends]
    python -m tests.e2e.take_pictures --readme      the pictures of README.md, beside this file
    python -m tests.e2e.take_pictures --list        the names of all scenes

Needs no screen (it draws offscreen). The clock is moved by hand, so a picture of overtime takes no time.
A height such as 1040x2600 shows a long page whole.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Settings
from tests.e2e.picture_world import PictureWorld
from tests.e2e.scenes import beginning, felt_wrong, looking_back, session, settings
from tests.support.accessible_screen import clipped

Scene = Callable[[PictureWorld], None]


def scenes_of(*modules: ModuleType) -> dict[str, Scene]:
    """The public functions of these modules that are defined in them, by name."""
    return {
        name: scene
        for module in modules
        for name, scene in vars(module).items()
        if not name.startswith("_") and getattr(scene, "__module__", "") == module.__name__ and callable(scene)
    }


SCENES = scenes_of(beginning, session, felt_wrong, looking_back, settings)
README: dict[str, Scene] = {
    "session_ready_light": session.ready,
    "session_running_light": session.running_phases,
    "session_blocked_light": session.blocked,
    "log_light": looking_back.log_long,
    "trends_light": looking_back.trends,
}


def in_few_colours(picture: QImage) -> QImage:
    """The same picture in its 256 most frequent colours, which makes a file a third as large."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(bytes(plain.constBits())).cast("I")).most_common(256)
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8,
        [colour | 0xFF000000 for colour, _count in colours],
        Qt.ImageConversionFlag.ThresholdDither,
    )


def take(
    application: QApplication, scene: Scene, look: Settings, size: tuple[int, int], picture: Path, small: bool = False
) -> list[str]:
    """Build the window of a scene and save what it shows; what is cut in it. ``small`` files have few colours."""
    world = PictureWorld(application, look, size)
    scene(world)
    world.settle()
    picture.parent.mkdir(parents=True, exist_ok=True)
    shown = world.picture().toImage()
    if small:
        shown = in_few_colours(shown)
    if not shown.save(str(picture), quality=0):
        raise SystemExit(f"cannot write {picture}")
    cut = clipped(world.window)
    world.close()
    return cut


def take_all(application: QApplication, given: Namespace, size: tuple[int, int]) -> bool:
    """Every scene asked for; whether all of them came about."""
    names = given.scenes.split(",") if given.scenes else [name for name in SCENES if name.startswith(given.beginning)]
    all_came = True
    for language in given.languages.split(","):
        for scheme in given.schemes.split(","):
            for name in names:
                look = Settings(language=language, scheme=scheme, text_percent=given.percent)
                place = given.folder / f"{name}_{language}_{scheme}.png"
                try:
                    cut = take(application, SCENES[name], look, size, place)
                except (LookupError, IndexError) as error:
                    all_came = False
                    sys.stdout.write(f"{place.stem}: did not come about: {error!r}\n")
                    continue
                for text in cut:
                    sys.stdout.write(f"{place.stem}: cut: {text}\n")
    return all_came


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--languages", default="en,zh")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--size", default="1040x700")
    parser.add_argument("--scenes", default="")
    parser.add_argument("--beginning", default="")
    given = parser.parse_args()
    if given.list:
        sys.stdout.write("\n".join(SCENES) + "\n")
        return 0
    application = QApplication(sys.argv[:1])
    width, height = (int(part) for part in given.size.split("x"))
    if given.readme:
        for name, scene in README.items():
            place = Path(__file__).with_name("pictures") / f"{name}.png"
            take(application, scene, Settings(language="en", scheme="light"), (width, height), place, small=True)
        return 0
    if given.folder is None:
        parser.error("a folder is needed")
    return 0 if take_all(application, given, (width, height)) else 1


if __name__ == "__main__":
    sys.exit(main())
