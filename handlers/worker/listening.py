"""Which words that a worker types are meant for no form, but for something that was asked a moment ago?

Only words, and only the very next thing that is sent: a press, a photo or a command leads out of it
(`handlers.context`), and a form that is open waits where it was. The state is a column of the person: it
outlives restarts.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.context import Context
from handlers.filters import Private
from handlers.worker import objecting, tanya

router = Router(name="listening")
router.message.filter(Private())
LISTENERS: dict[str, Callable[[Context, Message, dict[str, Any]], Awaitable[None]]] = {
    "question": tanya.take_words,
    "objection": objecting.take_words,
}


class AskedForWords(Filter):
    """These are the words that were asked for."""

    async def __call__(self, message: Message, ctx: Context) -> bool:
        return ctx.person.awaiting is not None


@router.message(AskedForWords())
async def on_words(message: Message, ctx: Context) -> None:
    """Hand the words to who asked for them."""
    awaiting = ctx.person.awaiting
    if awaiting is not None:
        await LISTENERS[awaiting["what"]](ctx, message, awaiting)
