"""What does a broadcast look like to the people who get it, and how does a copy leave?"""

from typing import Any

from delivery import messages
from handlers.callbacks import Heard
from handlers.context import Services
from handlers.screens import Button, button
from storage import outbox
from storage.broadcasts import Broadcast, copy_key
from storage.database import Unit
from storage.outbox import Lane

STOP = "remind_stop"  # the button by which nobody gets any of this again


def leave(unit: Unit, services: Services, broadcast: Broadcast, person_id: int, chat_id: int) -> None:
    """One person's copy: its key lets nobody get it twice."""
    method, params = _call(services, broadcast, chat_id)
    key = copy_key(broadcast.id, person_id)
    outbox.call(unit, method, params, chat_id=chat_id, lane=Lane.BROADCAST, key=key, batch=broadcast.id)


def show(unit: Unit, services: Services, broadcast: Broadcast, chat_id: int, reply_to: int | None = None) -> None:
    """Exactly what people will get: in the group to look at, or in a supervisor's own chat to try."""
    method, params = _call(services, broadcast, chat_id)
    if reply_to is not None:
        params["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    if broadcast.thread is not None and chat_id == broadcast.chat_id:
        params["message_thread_id"] = broadcast.thread
    outbox.call(unit, method, params, chat_id=chat_id)


def _call(services: Services, broadcast: Broadcast, chat_id: int) -> tuple[str, dict[str, Any]]:
    content = broadcast.content
    rows = [[_button(services, broadcast, act)] for act in (broadcast.button, STOP)]
    params: dict[str, Any] = {"chat_id": chat_id, "reply_markup": messages.inline(rows)}
    if content.photo:
        words = {"photo": content.photo, "caption": content.text, "caption_entities": list(content.entities)}
        return "sendPhoto", params | words
    return "sendMessage", params | {"text": content.text, "entities": list(content.entities)}


def _button(services: Services, broadcast: Broadcast, act: str) -> Button:
    return button(services.texts(f"button-{act.replace('_', '-')}"), Heard(act=act, id=broadcast.id).pack())
