"""What does a person hear when something of theirs could not be handled?"""

import logging
from typing import Any

from delivery import messages
from handlers.context import Services, staff_chats
from storage import alerts
from storage.database import Unit
from storage.inbox import Event

_log = logging.getLogger(__name__)


async def on_parked(unit: Unit, services: Services, event: Event) -> None:
    """Say sorry with a short number, and tell the operator once that something waits for a hand."""
    _log.error("Inbox row %s is parked; see `python -m bot parked`", event.id)
    chat_id = _private_chat(event.body)
    if chat_id is not None:
        text = services.texts.rich("error-parked", number=str(event.id))
        messages.send(unit, chat_id, text, key=f"sorry:{event.id}")
    callback = _callback(event.body)
    if callback is not None:
        messages.answer_press(unit, callback, services.texts("press-failed"), alert=True)
    if await alerts.raise_alert(unit, "parked", "inbox"):
        for group in await staff_chats(unit, services):
            messages.send(unit, group, services.texts.rich("error-staff"))


def _private_chat(body: Any) -> int | None:
    """Whom to tell: the writer of a private message, the presser in a private chat, or whose photo a job checked."""
    if not isinstance(body, dict):
        return None
    message = body.get("message") or body.get("callback_query", {}).get("message") or {}
    chat = message.get("chat", {})
    if chat.get("type") == "private":
        return int(chat["id"])
    telegram_id = body.get("telegram_id")
    return int(telegram_id) if telegram_id is not None else None


def _callback(body: Any) -> str | None:
    """Whose spinner still turns: of a press, or of one that waited for a job."""
    if not isinstance(body, dict):
        return None
    if "callback_query" in body:
        return str(body["callback_query"]["id"])
    waiting = body.get("press") or body.get("wish") or {}
    return waiting.get("callback") or None
