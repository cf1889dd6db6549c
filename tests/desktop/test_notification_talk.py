"""The talk with a notification service goes on whatever the service does, and never reports what was not offered."""

from typing import Any

import pytest
from jeepney import Message

from tests.desktop.fake_service import SERVICE_NAME, member, moved, says
from tests.desktop.talk_world import HALF, TIME_UP, World


def test_it_listens_before_it_asks_so_that_no_answer_is_missed() -> None:
    world = World(connected=False)
    world.talk.want(TIME_UP)
    assert world.sent == []
    world.talk.connected()
    assert [member(message) for message in world.sent] == ["AddMatch", "AddMatch", "GetCapabilities"]


def test_nothing_is_asked_before_there_is_something_to_show() -> None:
    assert World().names() == []


def test_it_asks_what_the_service_can_do_and_then_shows() -> None:
    world = World().shown()
    assert world.names() == ["GetCapabilities", "Notify"]


def test_a_second_notice_takes_the_place_of_the_first() -> None:
    world = World().shown()
    world.talk.want(HALF)
    assert world.names() == ["GetCapabilities", "Notify", "Notify"]
    assert world.sent[-1].body[1] == 3


def test_a_chosen_action_is_told_once_and_the_notification_goes() -> None:
    world = World().shown()
    for _ in range(2):
        world.talk.heard(says("ActionInvoked", "us", (3, "off")))
    assert world.acted == ["off"]
    assert world.names()[-1] == "CloseNotification"
    assert world.names().count("CloseNotification") == 1


@pytest.mark.parametrize(
    "signal",
    [
        says("ActionInvoked", "us", (4, "off")),
        says("ActionInvoked", "us", (3, "format-the-disk")),
        says("ActionInvoked", "us", (3, "off"), sender=":1.66"),
        says("ActionInvoked", "su", ("off", 3)),
        says("ActionInvoked", "u", (3,)),
        says("ActionInvoked", "", ()),
        says("NotificationClosed", "s", ("3",)),
        says("Something", "us", (3, "off")),
    ],
)
def test_what_was_not_offered_or_comes_from_elsewhere_does_nothing(signal: Message) -> None:
    world = World().shown()
    sent = len(world.sent)
    world.talk.heard(signal)
    assert (world.acted, world.failed, len(world.sent)) == ([], [], sent)


def test_a_service_without_actions_cannot_report_one() -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.reply("as", ["body"])
    world.reply("u", 3)
    world.talk.heard(says("ActionInvoked", "us", (3, "off")))
    assert world.acted == []


def test_a_press_meant_for_the_notice_before_is_not_taken_for_the_next() -> None:
    world = World().shown()
    world.talk.want(HALF)
    world.talk.heard(says("ActionInvoked", "us", (3, "off")))
    assert world.acted == []


def test_a_notification_that_was_closed_is_not_withdrawn_again() -> None:
    world = World().shown()
    world.talk.heard(says("NotificationClosed", "uu", (3, 2)))
    world.talk.withdraw()
    assert "CloseNotification" not in world.names()


def test_closed_by_hand_it_does_not_come_back_by_itself() -> None:
    world = World().shown()
    world.talk.heard(says("NotificationClosed", "uu", (3, 2)))
    world.talk.heard(moved(SERVICE_NAME, ":1.8"))
    assert world.names().count("Notify") == 1


def test_withdrawn_before_the_service_answered_it_goes_as_soon_as_it_has_a_number() -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.reply("as", [])
    world.talk.withdraw()
    assert world.names()[-1] == "Notify"
    world.reply("u", 9)
    assert world.names()[-1] == "CloseNotification"
    assert world.sent[-1].body == (9,)


def test_a_service_that_hangs_is_asked_once_and_never_flooded() -> None:
    world = World()
    for _ in range(50):
        world.talk.want(TIME_UP)
        world.talk.withdraw()
    world.talk.want(HALF)
    assert world.names() == ["GetCapabilities"]


def test_of_what_was_wanted_while_it_was_slow_only_the_newest_is_shown() -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.reply("as", ["actions", "body"])
    for _ in range(5):
        world.talk.want(TIME_UP)
    world.talk.want(HALF)
    world.reply("u", 3)
    assert world.names() == ["GetCapabilities", "Notify", "Notify"]
    assert (world.sent[-1].body[3], world.sent[-1].body[1]) == ("Half", 3)


@pytest.mark.parametrize(("signature", "body"), [("s", ("yes",)), ("", ()), ("as", ([],)), ("u", (0,)), ("b", (True,))])
def test_a_number_that_makes_no_sense_is_a_failure(signature: str, body: tuple[Any, ...]) -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.reply("as", [])
    world.reply(signature, *body)
    assert world.failed == [TIME_UP]


def test_refused_it_fails_once_and_the_next_notice_is_tried_again() -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.refuse()
    world.refuse()
    assert world.failed == [TIME_UP]
    world.talk.want(HALF)
    world.reply("u", 4)
    assert world.failed == [TIME_UP]
    assert world.names() == ["GetCapabilities", "Notify", "Notify"]


def test_a_service_that_starts_again_shows_the_notice_again() -> None:
    world = World().shown()
    world.talk.heard(moved(SERVICE_NAME, ""))
    world.talk.heard(moved("", ":1.8"))
    assert world.names()[-1] == "GetCapabilities"
    world.reply("as", ["actions"], sender=":1.8")
    world.reply("u", 1, sender=":1.8")
    world.talk.heard(says("ActionInvoked", "us", (1, "off"), sender=":1.8"))
    assert world.acted == ["off"]


def test_a_service_that_dies_of_each_notice_is_not_fed_for_ever() -> None:
    world = World()
    world.talk.want(TIME_UP)
    for owner in range(20):
        if world.names()[-1] == "GetCapabilities":
            world.reply("as", ["body"])
        world.talk.heard(moved(f":2.{owner}", ""))
        world.talk.heard(moved("", f":2.{owner + 1}"))
    assert world.names().count("Notify") == 2


def test_only_the_bus_itself_can_say_that_the_service_moved() -> None:
    world = World().shown()
    world.talk.heard(moved(SERVICE_NAME, "", sender=":1.66"))
    world.talk.heard(says("ActionInvoked", "us", (3, "off")))
    assert world.acted == ["off"]


def test_a_service_that_is_started_by_our_question_is_not_asked_twice() -> None:
    world = World()
    world.talk.want(TIME_UP)
    world.talk.heard(moved("", SERVICE_NAME))
    assert world.names() == ["GetCapabilities"]


def test_a_line_that_breaks_fails_what_was_wanted() -> None:
    world = World(connected=False)
    world.talk.want(TIME_UP)
    world.talk.disconnected()
    assert world.failed == [TIME_UP]
    world.talk.disconnected()
    assert world.failed == [TIME_UP]


def test_the_right_to_come_forward_is_handed_on() -> None:
    world = World().shown()
    world.talk.heard(says("ActivationToken", "us", (3, "gnome-shell/1_TIME2")))
    world.talk.heard(says("ActivationToken", "us", (3, "a\0b")))
    world.talk.heard(says("ActivationToken", "us", (8, "other")))
    assert world.tokens == ["gnome-shell/1_TIME2"]
