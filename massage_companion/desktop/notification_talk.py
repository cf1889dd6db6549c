"""The conversation with a notification service: what to ask next, and what an answer changes. No I/O.

Why apart from the line: a service may answer late, wrongly, never, twice, or vanish in the middle, and all that is
tried in tests with any messages in any order. At most one notification exists and one Notify is under way, so a
service that hangs is never flooded. It must never report an action that was not offered.
"""

from collections.abc import Callable

from jeepney import Message

from massage_companion.desktop import notification_messages as messages
from massage_companion.desktop.notice import Notice

MOST_TRIES = 2
"""How often one notice is shown: once, and once more where the service was restarted."""


class NotificationTalk:
    """``send`` gives the serial of what it sends; ``acted`` hears the key of an action; ``failed`` a lost notice."""

    def __init__(
        self,
        send: Callable[[Message], int],
        acted: Callable[[str], None],
        failed: Callable[[Notice], None],
        token: Callable[[str], None],
    ) -> None:
        self._send = send
        self._acted = acted
        self._failed = failed
        self._token = token
        self._connected = False
        self._wanted: Notice | None = None
        self._tries = 0
        self._sent: Notice | None = None
        self._shown: Notice | None = None
        self._id = 0
        self._service = ""
        self._capabilities: frozenset[str] | None = None
        self._asked_capabilities = 0
        self._asked_notify = 0

    def want(self, notice: Notice) -> None:
        """Show this in place of what is shown."""
        self._wanted, self._shown, self._tries = notice, None, 0
        self._go_on()

    def withdraw(self) -> None:
        """Show nothing."""
        self._wanted = None
        self._go_on()

    def connected(self) -> None:
        """The line is ready: listen first, so that no answer is missed."""
        self._connected = True
        for message in messages.listen():
            self._send(message)
        self._go_on()

    def disconnected(self) -> None:
        """The line is gone, and with it everything that was shown or asked."""
        self._connected = False
        self._forget_service()
        self._fail()

    def heard(self, message: Message) -> None:
        """Something came from the bus: an answer, a signal, or anything else."""
        serial = messages.answered(message)
        if serial is not None:
            self._answered(serial, message)
        elif messages.is_signal(message, messages.BUS, "NameOwnerChanged"):
            self._moved(message)
        elif self._service and messages.sender(message) == self._service:
            self._told(message)

    def _go_on(self) -> None:
        """Ask for the next thing that brings the screen nearer to what is wanted."""
        if not self._connected or self._asked_notify or self._asked_capabilities:
            return
        if self._wanted is None:
            if self._id:
                self._send(messages.withdraw(self._id))
                self._id, self._shown = 0, None
        elif self._shown is self._wanted:
            return
        elif self._capabilities is None:
            self._asked_capabilities = self._send(messages.ask_capabilities())
        else:
            self._tries += 1
            self._sent = self._wanted
            self._asked_notify = self._send(messages.notify(self._wanted, self._id, self._capabilities))

    def _answered(self, serial: int, message: Message) -> None:
        if serial == self._asked_capabilities:
            self._asked_capabilities = 0
            self._capabilities = messages.capabilities_in(message)
        elif serial == self._asked_notify:
            self._asked_notify = 0
            number = messages.id_in(message)
            if number is None:
                self._id = 0
                if self._wanted is self._sent:
                    self._fail()
            else:
                self._id, self._service, self._shown = number, messages.sender(message), self._sent
        else:
            return
        self._go_on()

    def _told(self, message: Message) -> None:
        if not self._id or messages.number_in(message) != self._id:
            return
        word = messages.word_in(message)
        if messages.is_signal(message, messages.SERVICE, "NotificationClosed"):
            self._id = 0
            if self._shown is self._wanted:
                self._wanted = None
        elif messages.is_signal(message, messages.SERVICE, "ActivationToken") and word is not None:
            self._token(word)
        elif messages.is_signal(message, messages.SERVICE, "ActionInvoked"):
            # Answered while a newer one is on its way: that press was meant for what is no longer wanted.
            shown = self._shown if self._shown is self._wanted else None
            offered = () if shown is None else messages.offered(shown, self._capabilities or frozenset())
            if word is not None and word in (key for key, _ in offered):
                self.withdraw()
                self._acted(word)

    def _moved(self, message: Message) -> None:
        owners = messages.owners_in(message) if messages.sender(message) == messages.BUS else None
        if owners is None:
            return
        old, new = owners
        if old:
            self._forget_service()
        if new and old:
            if self._tries < MOST_TRIES:
                self._go_on()
            else:
                self._fail()
        elif new and not (self._asked_notify or self._asked_capabilities) and self._tries < MOST_TRIES:
            self._go_on()

    def _forget_service(self) -> None:
        self._id, self._service, self._capabilities = 0, "", None
        self._asked_capabilities = self._asked_notify = 0
        self._shown = None

    def _fail(self) -> None:
        lost, self._wanted = self._wanted, None
        if lost is not None:
            self._failed(lost)
