"""The notification about the session that runs: derived from what is shown, and gone as soon as it is answered.

It offers what the view offers and nothing else; it must never count seconds, so it says minutes.
"""

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import AskingView, Deed, OvertimeView, SessionView


class NoticeText(Struct, frozen=True):
    """``actions`` are keys and words, the most important first."""

    kind: str
    title: str
    text: str
    actions: tuple[tuple[str, str], ...]
    critical: bool


def notice_of(view: SessionView, words: Words) -> NoticeText | None:
    """What is told outside the window; ``None`` where nothing has to be. Silence that was asked for is kept."""
    if isinstance(view, AskingView):
        actions = _offered({"wrong": Action.FEELS_WRONG}, view, words)
        return NoticeText("asking", words("session.asking.title"), words("session.notice.asking"), actions, False)
    if not isinstance(view, OvertimeView) or view.quiet:
        return None
    text = words("session.notice.now")
    if view.over_minutes:
        text = words.count("session.notice.over", view.over_minutes)
    off = _offered({"off": Action.IT_IS_OFF}, view, words)
    more = (("more", words("session.notice.more")),) if view.more else ()
    wrong = _offered({"wrong": Action.FEELS_WRONG}, view, words)
    return NoticeText("time_up", words("session.overtime.title"), text, (*off, *more, *wrong), True)


def meant(key: str, view: SessionView | None) -> intents.Intent | None:
    """What an action of the notification means now; ``None`` for a press on the notification itself."""
    match key:
        case "off":
            return intents.Act(Action.IT_IS_OFF)
        case "wrong":
            return intents.Act(Action.FEELS_WRONG)
        case "more" if isinstance(view, OvertimeView) and view.more:
            return intents.Press(Deed.REMIND)
        case _:
            return None


def _offered(keys: dict[str, Action], view: SessionView, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((key, words(f"session.notice.{key}")) for key, action in keys.items() if action in view.actions)
