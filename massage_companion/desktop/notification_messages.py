"""The messages to a desktop's notification service, and what its messages to us mean. Pure: values in, values out.

Why apart: services differ and some break their own types, so each value that comes is looked at here, and what makes
no sense is ``None``. Interface: Desktop Notifications Specification 1.2, freedesktop.org.
"""

from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus

from massage_companion.desktop.notice import OPEN, Notice

APP_NAME = "Massage Companion"
APPLICATION_ID = "io.github.massage_companion.MassageCompanion"
SERVICE = "org.freedesktop.Notifications"
BUS = "org.freedesktop.DBus"
LONGEST_TITLE = 200
LONGEST_TEXT = 1_000
LONGEST_KEY = 200
MOST_ACTIONS = 3
"""GNOME shows three; more would be cut off without a word."""

_ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=SERVICE, interface=SERVICE)
_NORMAL, _CRITICAL = 1, 2
_AS_THE_SERVICE_LIKES = -1
_LARGEST_ID = 2**32 - 1


def listen() -> tuple[Message, ...]:
    """Asks the bus for what the service says, and for its coming and going."""
    says = MatchRule(type="signal", sender=SERVICE, interface=SERVICE, path="/org/freedesktop/Notifications")
    moves = MatchRule(type="signal", sender=BUS, interface=BUS, member="NameOwnerChanged", path="/org/freedesktop/DBus")
    moves.add_arg_condition(0, SERVICE)
    return message_bus.AddMatch(says), message_bus.AddMatch(moves)


def ask_capabilities() -> Message:
    """What can the service do?"""
    return new_method_call(_ADDRESS, "GetCapabilities")


def withdraw(notification: int) -> Message:
    """Takes a notification away."""
    return new_method_call(_ADDRESS, "CloseNotification", "u", (notification,))


def notify(notice: Notice, replaces: int, capabilities: frozenset[str]) -> Message:
    """Shows a notice in place of the notification ``replaces``, 0 for none."""
    title, text = plain(notice.title, LONGEST_TITLE), plain(notice.text, LONGEST_TEXT)
    if "body" not in capabilities and text:
        title, text = f"{title} {text}"[:LONGEST_TEXT], ""
    text = _escaped(text) if "body-markup" in capabilities else _without_brackets(text)
    actions = [plain(part, LONGEST_KEY) for action in offered(notice, capabilities) for part in action]
    hints = {
        "urgency": ("y", _CRITICAL if notice.critical else _NORMAL),
        "category": ("s", f"x-massage_companion.{plain(notice.kind, LONGEST_KEY)}"),
        "desktop-entry": ("s", APPLICATION_ID),
        # What only tells something is over in a moment and is not kept in the desktop's list; what wants an answer is.
        "transient": ("b", not notice.critical and not notice.actions),
    }
    body = (APP_NAME, replaces, "", title, text, actions, hints, _AS_THE_SERVICE_LIKES)
    return new_method_call(_ADDRESS, "Notify", "susssasa{sv}i", body)


def offered(notice: Notice, capabilities: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The actions of a notice that such a service is given: the first few buttons, and the press on the whole."""
    if "actions" not in capabilities:
        return ()
    buttons = [action for action in notice.actions if action[0] != OPEN][:MOST_ACTIONS]
    return (*buttons, *(action for action in notice.actions if action[0] == OPEN))


def plain(text: str, longest: int) -> str:
    """Without what the bus refuses to carry (it hangs up on a zero byte), and not longer than ``longest`` letters."""
    return "".join(sign for sign in text[:longest] if _is_carried(sign))


def sender(message: Message) -> str:
    """Who sent it: the bus writes this itself."""
    return _text(message.header.fields.get(HeaderFields.sender)) or ""


def answered(message: Message) -> int | None:
    """The serial of the question that this answers, well or with an error."""
    serial = message.header.fields.get(HeaderFields.reply_serial)
    return serial if isinstance(serial, int) else None


def is_signal(message: Message, interface: str, member: str) -> bool:
    """Whether it is this signal."""
    fields = message.header.fields
    return (
        message.header.message_type is MessageType.signal
        and fields.get(HeaderFields.interface) == interface
        and fields.get(HeaderFields.member) == member
    )


def capabilities_in(message: Message) -> frozenset[str]:
    """What the service says it can do; nothing where its answer makes no sense."""
    named = _part(message, 0) if message.header.message_type is MessageType.method_return else None
    if not isinstance(named, list):
        return frozenset()
    return frozenset(name for name in named if isinstance(name, str))


def id_in(message: Message) -> int | None:
    """The number that a Notify was answered with."""
    return _number(_part(message, 0)) if message.header.message_type is MessageType.method_return else None


def number_in(message: Message) -> int | None:
    """The notification that a signal is about."""
    return _number(_part(message, 0))


def word_in(message: Message) -> str | None:
    """The second thing a signal says: the key of an action, or a token."""
    word = _text(_part(message, 1))
    return word if word and len(word) <= LONGEST_KEY and plain(word, LONGEST_KEY) == word else None


def owners_in(message: Message) -> tuple[str, str] | None:
    """Who had the service's name before, and who has it now; ``None`` where the message is not about that."""
    name, old, new = (_text(_part(message, place)) for place in range(3))
    return (old, new) if name == SERVICE and old is not None and new is not None else None


def _part(message: Message, place: int) -> Any:
    body = message.body
    return body[place] if isinstance(body, tuple) and place < len(body) else None


def _number(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 < value <= _LARGEST_ID else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _is_carried(sign: str) -> bool:
    return sign == "\n" or (sign >= " " and sign != "\x7f" and not "\ud800" <= sign <= "\udfff")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _without_brackets(text: str) -> str:
    """Services without markup may cut out what looks like it, so nothing may look like it."""
    return text.replace("<", "‹").replace(">", "›")
