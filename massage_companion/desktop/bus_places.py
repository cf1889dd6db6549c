"""Where the two message buses of a desktop are, as local sockets. No Qt.

Nothing is sent anywhere: an address that is not a socket of this computer is never used.
"""

from collections.abc import Mapping

from msgspec import Struct

SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"


class BusPlace(Struct, frozen=True):
    """A local socket: a path, or a name in Linux' abstract namespace."""

    name: str
    abstract: bool = False


def session_bus(environment: Mapping[str, str]) -> BusPlace | None:
    """The bus of this desktop session; ``None`` where there is none that can be used."""
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return local_place(address)
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return BusPlace(f"{folder}/bus") if folder.startswith("/") else None


def system_bus(environment: Mapping[str, str]) -> BusPlace | None:
    """The bus of the whole computer; ``None`` where its address is not a local one."""
    return local_place(environment.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM_BUS)


def local_place(address: str) -> BusPlace | None:
    """The first local socket of a D-Bus address (a list parted by semicolons); ``None`` where there is none."""
    for one in address.split(";"):
        transport, _, rest = one.partition(":")
        if transport.strip() != "unix":
            continue
        values = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        for key in ("path", "abstract"):
            name = _unescaped(values.get(key, ""))
            if name and "\0" not in name and (key == "abstract" or name.startswith("/")):
                return BusPlace(name, key == "abstract")
    return None


def _unescaped(value: str) -> str:
    """With %xx turned into letters; empty where that makes no sense."""
    first, *rest = value.split("%")
    try:
        raw = first.encode() + b"".join(bytes([int(part[:2], 16)]) + part[2:].encode() for part in rest)
        return raw.decode()
    except ValueError:
        return ""
