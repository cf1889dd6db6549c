"""A line to a message bus opens without waiting, and a bus that is absent, silent or mad only makes it lost."""

from collections.abc import Iterator

import pytest
from jeepney.bus_messages import message_bus
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from massage_companion.desktop.bus_line import LARGEST_MESSAGE, BusLine
from massage_companion.desktop.bus_places import session_bus
from tests.desktop.fake_bus import FakeBus
from tests.desktop.fake_service import moved


@pytest.fixture
def line(qapp: object) -> Iterator[BusLine]:
    made = BusLine(session_bus)
    yield made
    made.close()


def open_line(line: BusLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.ready):
        line.open()


def test_it_proves_who_we_are_and_greets(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    open_line(line, qtbot)
    assert line.is_ready
    assert bus.said.startswith(b"\0AUTH EXTERNAL ")
    assert bus.names() == ["Hello"]


def test_messages_go_both_ways(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    open_line(line, qtbot)
    assert line.send(message_bus.ListNames()) == 2
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "ListNames"])
    with qtbot.waitSignal(line.heard) as heard:
        bus.say(moved("", ":1.8"))
    assert heard.args is not None
    assert heard.args[0].body[2] == ":1.8"


def test_opening_twice_connects_once(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    line.open()
    open_line(line, qtbot)
    line.open()
    assert bus.names() == ["Hello"]


def test_a_message_may_come_in_pieces(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    open_line(line, qtbot)
    raw = moved("", ":1.8").serialise(serial=7)
    with qtbot.waitSignal(line.heard):
        for place in range(0, len(raw), 7):
            bus.write(raw[place : place + 7])
            qtbot.wait(1)


@pytest.mark.parametrize("address", ["", "tcp:host=localhost,port=1", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_it_is_lost_and_can_be_tried_again(
    line: BusLine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    for _ in range(2):
        with qtbot.waitSignal(line.lost):
            line.open()
        assert not line.is_open
        assert line.send(message_bus.ListNames()) == 0


@pytest.mark.parametrize("proof", [b"REJECTED EXTERNAL\r\n", b"\xff\xfe\r\n", b"x" * 10_000, b"OK 1\r\nmore\r\n"])
def test_a_bus_that_does_not_believe_us_is_lost(line: BusLine, bus: FakeBus, qtbot: QtBot, proof: bytes) -> None:
    bus.proof = proof
    with qtbot.waitSignal(line.lost):
        line.open()


def test_a_bus_that_never_answers_changes_nothing(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    bus.proof = b""
    lost = QSignalSpy(line.lost)
    line.open()
    qtbot.waitUntil(lambda: b"AUTH" in bus.said)
    assert line.is_open
    assert not line.is_ready
    assert lost.count() == 0


def test_a_bus_that_refuses_the_greeting_is_lost(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    del bus.answers["Hello"]
    line.open()
    qtbot.waitUntil(lambda: bus.names() == ["Hello"])
    from tests.desktop.fake_service import error

    with qtbot.waitSignal(line.lost):
        bus.say(error(bus.heard[0], 1))


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\0" * 64,
        b"l\1\0\1\xff\xff\xff\xff" + b"\1" * 8,
        b"l\1\0\1" + LARGEST_MESSAGE.to_bytes(4, "little") + b"\1\0\0\0\0\0\0\0",
        bytes(range(256)),
    ],
)
def test_bytes_that_are_no_message_end_the_line(line: BusLine, bus: FakeBus, qtbot: QtBot, raw: bytes) -> None:
    open_line(line, qtbot)
    with qtbot.waitSignal(line.lost):
        bus.write(raw)
    assert not line.is_open


def test_a_bus_that_goes_away_is_lost(line: BusLine, bus: FakeBus, qtbot: QtBot) -> None:
    open_line(line, qtbot)
    with qtbot.waitSignal(line.lost):
        bus.hang_up()
    assert line.send(message_bus.ListNames()) == 0


def test_what_was_sent_last_arrives_although_the_line_is_closed_at_once(
    line: BusLine, bus: FakeBus, qtbot: QtBot
) -> None:
    open_line(line, qtbot)
    lost = QSignalSpy(line.lost)
    line.send(message_bus.ListNames())
    line.close()
    qtbot.waitUntil(lambda: bus.names()[-1] == "ListNames")
    assert lost.count() == 0
