"""Only sockets of this computer are ever used as a message bus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.desktop.bus_places import BusPlace, local_place, session_bus, system_bus


def test_a_path_and_a_name_without_a_file_are_local() -> None:
    assert local_place("unix:path=/run/user/1000/bus,guid=af") == BusPlace("/run/user/1000/bus")
    assert local_place("unix:abstract=/tmp/dbus-x,guid=af") == BusPlace("/tmp/dbus-x", abstract=True)


def test_escaped_letters_are_read() -> None:
    assert local_place("unix:path=/tmp/a%20b%e4%b8%ad") == BusPlace("/tmp/a b中")


def test_the_first_local_one_of_several_is_taken() -> None:
    assert local_place("tcp:host=example.org,port=1;unix:path=/a;unix:path=/b") == BusPlace("/a")


@pytest.mark.parametrize(
    "address",
    [
        "tcp:host=example.org,port=4711",
        "nonce-tcp:host=127.0.0.1,port=1,noncefile=/x",
        "unixexec:path=/bin/sh",
        "launchd:env=X",
        "unix:path=relative",
        "unix:path=/a%00b",
        "unix:path=/a%zz",
        "unix:path=%ff",
        "unix:",
        "",
        "autolaunch:",
    ],
)
def test_nothing_else_is_used(address: str) -> None:
    assert local_place(address) is None


@given(st.text())
def test_no_address_is_too_strange(address: str) -> None:
    place = local_place(address)
    assert place is None or place.abstract or place.name.startswith("/")


def test_without_an_address_the_usual_place_of_the_session_is_tried() -> None:
    assert session_bus({"XDG_RUNTIME_DIR": "/run/user/7"}) == BusPlace("/run/user/7/bus")
    assert session_bus({"XDG_RUNTIME_DIR": "here"}) is None
    assert session_bus({}) is None
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=x", "XDG_RUNTIME_DIR": "/run/user/7"}) is None


def test_the_system_bus_has_a_place_of_its_own() -> None:
    assert system_bus({}) == BusPlace("/run/dbus/system_bus_socket")
    assert system_bus({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}) == BusPlace("/x")
    assert system_bus({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=x"}) is None
