"""Does somebody want to be reminded: /ingatkan, /berhenti, and the buttons that say the same?"""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.context import Context
from handlers.filters import Private
from handlers.screens import Screen, show
from handlers.worker.home import rows
from handlers.worker.moment import dates_text
from storage import outbox, reminding
from storage.marks import Place

router = Router(name="wishes")
router.message.filter(Private())


@router.message(Command("ingatkan"))
async def on_wish(message: Message, ctx: Context) -> None:
    """/ingatkan"""
    await remind_me(ctx, 0, None)


@router.message(Command("berhenti", "stop"))
async def on_stop(message: Message, ctx: Context) -> None:
    """/berhenti"""
    await remind_stop(ctx, 0, None)


async def remind_me(ctx: Context, _id: int, at: Place | None) -> None:
    """From now on, of everything; said twice it is the same wish."""
    if ctx.person.reminders != "on":
        await reminding.wish(ctx.unit, ctx.person.id, wanted=True)
    show(ctx, Screen(ctx.texts.rich("remind-on", dates=dates_text(ctx)), rows(ctx, "register", "status")))


async def remind_stop(ctx: Context, _id: int, at: Place | None) -> None:
    """At once, and of everything. The reminder whose button was pressed loses its buttons and stays to be read."""
    if ctx.person.reminders != "off":
        await reminding.wish(ctx.unit, ctx.person.id, wanted=False)
    if at is not None:
        params = {"chat_id": at.chat_id, "message_id": at.message_id}
        outbox.call(ctx.unit, "editMessageReplyMarkup", params, chat_id=at.chat_id)
    show(ctx, Screen(ctx.texts.rich("remind-off"), rows(ctx, "remind_me")))


ACTS = {"remind_me": remind_me, "remind_stop": remind_stop}
