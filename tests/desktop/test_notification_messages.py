"""What is sent to a notification service fits what it can do; what comes back may be anything."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jeepney import (
    HeaderFields,
    Message,
    MessageType,
    Parser,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.low_level import Header

from massage_companion.desktop import notification_messages as messages
from massage_companion.desktop.notice import Notice

EVERYTHING = frozenset({"body", "body-markup", "actions"})
NOTICE = Notice(
    "time_up", "Time is up", "Switch <b>it</b> off & rest", (("off", "It is off"), ("more", "1 more minute")), True
)


def parts(message: Message) -> dict[str, Any]:
    """A Notify after it has been written as bytes and read again, by the names of the specification."""
    (read,) = Parser().feed(message.serialise(serial=1))
    names = ("app_name", "replaces", "icon", "title", "text", "actions", "hints", "expires")
    return dict(zip(names, read.body, strict=True))


def test_a_notify_carries_everything_a_good_service_can_show() -> None:
    sent = parts(messages.notify(NOTICE, 7, EVERYTHING))
    assert sent["app_name"] == "Massage Companion"
    assert sent["replaces"] == 7
    assert sent["title"] == "Time is up"
    assert sent["text"] == "Switch &lt;b&gt;it&lt;/b&gt; off &amp; rest"
    assert sent["actions"] == ["off", "It is off", "more", "1 more minute"]
    assert sent["hints"]["desktop-entry"] == ("s", "io.github.massage_companion.MassageCompanion")
    assert sent["expires"] == -1


@pytest.mark.parametrize(("critical", "urgency"), [(True, 2), (False, 1)])
def test_only_time_is_over_is_urgent(critical: bool, urgency: int) -> None:
    hints = parts(messages.notify(Notice("half", "Half", "", (), critical), 0, EVERYTHING))["hints"]
    assert hints["urgency"] == ("y", urgency)


@pytest.mark.parametrize(
    ("actions", "critical", "passes"), [((), False, True), ((), True, False), (NOTICE.actions, False, False)]
)
def test_only_what_wants_no_answer_is_not_kept_in_the_list(
    actions: tuple[tuple[str, str], ...], critical: bool, passes: bool
) -> None:
    hints = parts(messages.notify(Notice("half", "Half", "", actions, critical), 0, EVERYTHING))["hints"]
    assert hints["transient"] == ("b", passes)


def test_a_service_without_actions_is_given_none() -> None:
    assert parts(messages.notify(NOTICE, 0, EVERYTHING - {"actions"}))["actions"] == []


def test_a_service_without_markup_sees_nothing_that_looks_like_it() -> None:
    text = parts(messages.notify(NOTICE, 0, EVERYTHING - {"body-markup"}))["text"]
    assert text == "Switch ‹b›it‹/b› off & rest"


def test_a_service_that_shows_one_line_only_gets_all_in_it() -> None:
    sent = parts(messages.notify(NOTICE, 0, frozenset()))
    assert sent["title"] == "Time is up Switch <b>it</b> off & rest"
    assert sent["text"] == ""


def test_three_buttons_and_the_press_on_the_whole_are_offered() -> None:
    actions = (("default", "Open"), *((str(number), "?") for number in range(5)))
    sent = parts(messages.notify(Notice("x", "x", "", actions), 0, EVERYTHING))
    assert sent["actions"][::2] == ["0", "1", "2", "default"]


_ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)


@given(_ANY_TEXT, _ANY_TEXT, st.lists(st.tuples(_ANY_TEXT, _ANY_TEXT), max_size=6), st.booleans())
def test_any_text_can_be_carried_by_the_bus(
    title: str, text: str, actions: list[tuple[str, str]], critical: bool
) -> None:
    sent = parts(messages.notify(Notice(title, title, text, tuple(actions), critical), 0, EVERYTHING))
    for carried in (sent["title"], sent["text"], *sent["actions"], sent["hints"]["category"][1]):
        assert "\0" not in carried
        carried.encode("utf-8")


def test_long_texts_are_cut() -> None:
    sent = parts(messages.notify(Notice("x", "t" * 9_999, "b" * 9_999), 0, EVERYTHING))
    assert (len(sent["title"]), len(sent["text"])) == (messages.LONGEST_TITLE, messages.LONGEST_TEXT)


def test_what_a_good_service_answers_is_understood() -> None:
    question = answered_question()
    assert messages.capabilities_in(new_method_return(question, "as", (["body", "actions"],))) == {"body", "actions"}
    assert messages.id_in(new_method_return(question, "u", (12,))) == 12
    assert messages.answered(new_method_return(question, "u", (12,))) == 5


def test_an_error_is_no_number_and_no_capability() -> None:
    error = new_error(answered_question(), "org.freedesktop.DBus.Error.ServiceUnknown", "s", ("12",))
    assert messages.id_in(error) is None
    assert messages.capabilities_in(error) == frozenset()


_STRANGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(
    st.one_of(
        st.tuples(),
        st.tuples(_STRANGE),
        st.tuples(_STRANGE, _STRANGE),
        st.tuples(_STRANGE, _STRANGE, _STRANGE),
        _STRANGE,
    )
)
def test_any_answer_is_looked_at_and_only_sense_is_believed(body: object) -> None:
    message = Message(header_of(MessageType.method_return), body)
    assert all(isinstance(name, str) for name in messages.capabilities_in(message))
    number = messages.id_in(message)
    assert number is None or 0 < number < 2**32
    word = messages.word_in(message)
    assert word is None or 0 < len(word) <= messages.LONGEST_KEY
    owners = messages.owners_in(message)
    assert owners is None or all(isinstance(owner, str) for owner in owners)
    assert messages.sender(message) == ""
    assert messages.answered(message) is None


@pytest.mark.parametrize("number", [True, 0, -1, 2**32, "7", None, 7.0])
def test_only_a_positive_whole_number_names_a_notification(number: object) -> None:
    assert messages.id_in(Message(header_of(MessageType.method_return), (number,))) is None


def test_a_signal_is_known_by_interface_and_name() -> None:
    address = messages._ADDRESS
    signal = new_signal(address, "ActionInvoked", "us", (3, "off"))
    assert messages.is_signal(signal, messages.SERVICE, "ActionInvoked")
    assert not messages.is_signal(signal, messages.SERVICE, "NotificationClosed")
    assert not messages.is_signal(signal, messages.BUS, "ActionInvoked")
    assert not messages.is_signal(new_method_call(address, "ActionInvoked"), messages.SERVICE, "ActionInvoked")


def answered_question() -> Message:
    """A question as the service got it, with a serial and a sender."""
    question = messages.ask_capabilities()
    question.header.serial = 5
    question.header.fields[HeaderFields.sender] = ":1.9"
    return question


def header_of(kind: MessageType) -> Header:
    """A header without any field."""
    header = messages.ask_capabilities().header
    header.message_type = kind
    header.fields = {}
    return header
