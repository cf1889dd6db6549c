"""A notification service in the test's own hands: it sees what was sent and says what it is told to say."""

from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, new_error, new_method_return, new_signal

from massage_companion.desktop import notification_messages as messages

SERVICE_NAME = ":1.7"
_OBJECT = DBusAddress("/org/freedesktop/Notifications", interface=messages.SERVICE)
_BUS = DBusAddress("/org/freedesktop/DBus", interface=messages.BUS)


def member(message: Message) -> str:
    """The name of the method that is called."""
    return str(message.header.fields[HeaderFields.member])


def answer(
    question: Message, serial: int, signature: str, body: tuple[Any, ...], sender: str = SERVICE_NAME
) -> Message:
    """The answer to what was sent with this serial."""
    question.header.serial = serial
    reply = new_method_return(question, signature, body)
    reply.header.fields[HeaderFields.sender] = sender
    return reply


def error(question: Message, serial: int) -> Message:
    """A refusal of what was sent with this serial."""
    question.header.serial = serial
    return new_error(question, "org.freedesktop.DBus.Error.ServiceUnknown")


def says(name: str, signature: str, body: tuple[Any, ...], sender: str = SERVICE_NAME) -> Message:
    """A signal of the service."""
    signal = new_signal(_OBJECT, name, signature, body)
    signal.header.fields[HeaderFields.sender] = sender
    return signal


def moved(old: str, new: str, sender: str = messages.BUS) -> Message:
    """The bus tells that the service's name has another owner."""
    signal = new_signal(_BUS, "NameOwnerChanged", "sss", (messages.SERVICE, old, new))
    signal.header.fields[HeaderFields.sender] = sender
    return signal
