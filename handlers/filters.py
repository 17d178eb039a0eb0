"""Where does an update come from? Asynchronous filters: aiogram runs synchronous ones in a thread, 0.2 ms each."""

from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.context import Context, Services, staff_chats
from storage.database import Unit


class Private(Filter):
    """A private chat with a person."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is not None and message.chat.type == ChatType.PRIVATE


class Group(Filter):
    """A group, be it ours or not."""

    async def __call__(self, event: Message) -> bool:
        return event.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}


class StaffGroup(Filter):
    """One of the staff groups, and no other group."""

    async def __call__(self, event: Message | CallbackQuery, unit: Unit, services: Services) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        if message is None or message.chat.type == ChatType.PRIVATE:
            return False
        return message.chat.id in await staff_chats(unit, services)


class Filling(Filter):
    """Somebody is filling a form."""

    async def __call__(self, event: Message | CallbackQuery, ctx: Context) -> bool | dict[str, Any]:
        return ctx.draft is not None
