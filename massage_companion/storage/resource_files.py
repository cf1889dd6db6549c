"""Finds the files that ship with the program, in a checkout and in an installed package alike.

Never reads anything outside the resources folder.
"""

from functools import cache
from pathlib import Path, PurePosixPath


class ResourceError(Exception):
    """A file of the program is missing or cannot be read; the installation is damaged."""


@cache
def resources() -> Path:
    """The resources folder: inside the installed package, else beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged, beside = package / "resources", package.parent / "resources"
    for place in (packaged, beside):
        if place.is_dir():
            return place
    raise ResourceError(f"no resources folder: neither {packaged} nor {beside}")


def read_resource(name: str) -> bytes:
    """The bytes of a resource named by a relative POSIX path. Raises ResourceError."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ResourceError(f"not a resource name: {name}")
    try:
        return resources().joinpath(*path.parts).read_bytes()
    except OSError as error:
        raise ResourceError(f"cannot read the program's own file {name}: {error.strerror or error}") from error


def resource_names(folder: str, suffix: str) -> tuple[str, ...]:
    """Names of the files in a resource folder that end with ``suffix``, sorted. Raises ResourceError."""
    place = resources().joinpath(*PurePosixPath(folder).parts)
    if not place.is_dir():
        raise ResourceError(f"no resource folder {folder}")
    return tuple(sorted(item.name for item in place.iterdir() if item.name.endswith(suffix)))
