"""In a group with topics: which topic does a message about a sector belong to, and may we make topics at all?"""

from typing import Any

from aiogram.types import Chat, ChatMemberAdministrator

from delivery import messages
from handlers.context import Services
from storage import alerts, marks
from storage.database import Unit
from storage.outbox import Lane

_REFUSED = "no_topics"


async def topic_for(unit: Unit, services: Services, chat_id: int, sector: str) -> dict[str, Any]:
    """What the courier must know to send to the topic of a sector; {} where there are no topics."""
    if not await is_forum(unit, chat_id) or await alerts.is_open(unit, _REFUSED, str(chat_id)):
        return {}
    return {"topic": {"key": sector, "name": services.texts(f"sector-{sector}")}}


async def is_forum(unit: Unit, chat_id: int) -> bool:
    """Does this group have topics, as far as it was seen?"""
    return bool(await marks.number(unit, _name(chat_id)))


async def look_at(unit: Unit, chat: Chat) -> None:
    """Topics are switched on and off without a word: every message of a group tells."""
    forum = bool(chat.is_forum)
    if forum != await is_forum(unit, chat.id):
        await marks.set_number(unit, _name(chat.id), int(forum))


async def on_refused(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """No topic could be made. The administrators are told once, until the right is given."""
    chat_id = body["chat_id"]
    if not body["forum"]:
        await marks.set_number(unit, _name(chat_id), 0)
    elif await alerts.raise_alert(unit, _REFUSED, str(chat_id)):
        messages.send(unit, chat_id, services.texts.rich("group-no-topics"), lane=Lane.NOTICE)


async def on_rights(unit: Unit, chat_id: int, member: object) -> None:
    """Our own rank has changed: perhaps we may make topics now."""
    if isinstance(member, ChatMemberAdministrator) and member.can_manage_topics:
        await alerts.settle(unit, _REFUSED, str(chat_id))


def _name(chat_id: int) -> str:
    return f"forum {chat_id}"
