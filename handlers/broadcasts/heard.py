"""What happens when somebody who got a broadcast presses one of its buttons? It is counted, and leads on."""

from aiogram import Router
from aiogram.types import CallbackQuery

from delivery import messages
from handlers.broadcasts.copies import STOP
from handlers.callbacks import Heard
from handlers.context import Context
from handlers.filters import Private
from handlers.screens import show
from handlers.worker.home import welcome
from handlers.worker.menu import ACTS
from registration.broadcasting import BUTTONS
from storage import broadcasts

router = Router(name="heard")
router.callback_query.filter(Private())
_LEADS = frozenset({*BUTTONS, STOP})


@router.callback_query(Heard.filter())
async def on_press(press: CallbackQuery, callback_data: Heard, ctx: Context) -> None:
    """The message stays; what it leads to comes below. A trial is not counted: nobody got it."""
    messages.answer_press(ctx.unit, press.id)
    if callback_data.act not in _LEADS:
        show(ctx, welcome(ctx))
        return
    if await broadcasts.was_for(ctx.unit, callback_data.id, ctx.person.id):
        await broadcasts.press(ctx.unit, callback_data.id, ctx.person.id, callback_data.act)
    await ACTS[callback_data.act](ctx, 0, None)
