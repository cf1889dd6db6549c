"""Whatever a service says in whatever order, the talk holds: nothing breaks and only offered actions are told."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.fake_service import moved, says
from tests.desktop.talk_world import HALF, TIME_UP, World

_BODIES = st.sampled_from(
    [
        ("", ()),
        ("u", (3,)),
        ("us", (3, "off")),
        ("us", (3, "default")),
        ("us", (3, "other")),
        ("uu", (3, 1)),
        ("as", (["actions", "body"],)),
        ("as", ([],)),
        ("s", ("actions",)),
        ("sss", ("org.freedesktop.Notifications", "", ":1.8")),
    ]
)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("want"), st.sampled_from([TIME_UP, HALF])),
        st.tuples(st.just("withdraw"), st.none()),
        st.tuples(st.just("reply"), _BODIES),
        st.tuples(st.just("refuse"), st.none()),
        st.tuples(st.sampled_from(["ActionInvoked", "NotificationClosed", "NameOwnerChanged"]), _BODIES),
        st.tuples(st.just("moved"), st.tuples(st.sampled_from(["", ":1.7"]), st.sampled_from(["", ":1.8"]))),
        st.tuples(st.sampled_from(["connected", "disconnected"]), st.none()),
    ),
    max_size=40,
)


@given(_STEPS)
def test_in_any_order_nothing_breaks_and_only_offered_actions_are_told(steps: list[tuple[str, Any]]) -> None:
    world = World()
    for what, value in steps:
        before = len(world.acted)
        if what == "want":
            world.talk.want(value)
        elif what == "reply":
            world.reply(value[0], *value[1])
        elif what == "refuse":
            world.refuse()
        elif what == "moved":
            world.talk.heard(moved(*value))
        elif what in ("withdraw", "connected", "disconnected"):
            getattr(world.talk, what)()
        else:
            world.talk.heard(says(what, *value))
        assert set(world.acted[before:]) <= {"off", "default"}
        assert len(world.acted) <= before + 1
    wanted = sum(what == "want" for what, _ in steps)
    assert len(world.acted) + len(world.failed) <= wanted
    assert world.names().count("Notify") <= 2 * wanted
