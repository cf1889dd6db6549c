"""A talk with a notification service, what it sent, and what came of it."""

from typing import Any

from jeepney import Message

from massage_companion.desktop.notice import Notice
from massage_companion.desktop.notification_talk import NotificationTalk
from tests.desktop.fake_service import SERVICE_NAME, answer, error, member

TIME_UP = Notice("time_up", "Time is up", "Switch it off", (("off", "It is off"), ("default", "Open")), True)
HALF = Notice("half", "Half", "Fine so far?")


class World:
    """A talk, what it sent, and what came of it."""

    def __init__(self, connected: bool = True) -> None:
        self.sent: list[Message] = []
        self.acted: list[str] = []
        self.failed: list[Notice] = []
        self.tokens: list[str] = []
        self.talk = NotificationTalk(self._send, self.acted.append, self.failed.append, self.tokens.append)
        if connected:
            self.talk.connected()

    def _send(self, message: Message) -> int:
        self.sent.append(message)
        return len(self.sent)

    def names(self) -> list[str]:
        return [member(message) for message in self.sent if member(message) != "AddMatch"]

    def reply(self, signature: str, *body: Any, sender: str = SERVICE_NAME) -> None:
        """Answer the newest question."""
        self.talk.heard(answer(self.sent[-1], len(self.sent), signature, body, sender))

    def refuse(self) -> None:
        self.talk.heard(error(self.sent[-1], len(self.sent)))

    def shown(self, notice: Notice = TIME_UP, number: int = 3) -> "World":
        self.talk.want(notice)
        self.reply("as", ["actions", "body"])
        self.reply("u", number)
        return self
