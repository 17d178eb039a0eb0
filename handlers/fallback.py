"""What if nothing else fits? Never silence in a private chat, never a spinner that hangs, no chatter in groups."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.context import Context, Services
from handlers.filters import Private
from handlers.screens import Screen, show
from handlers.worker import forms
from handlers.worker.asking import screen_of
from handlers.worker.home import resume_screen, welcome
from storage.database import Unit

router = Router(name="fallback")


@router.message(Private())
async def on_message(message: Message, ctx: Context) -> None:
    """Stickers, voices, words outside a form, unknown commands."""
    if ctx.draft is not None:
        show(ctx, screen_of(ctx, ctx.draft, ctx.texts.rich("hint-unknown")))
        return
    draft = await forms.at_hand(ctx)
    if draft is not None:
        show(ctx, resume_screen(ctx, draft))
    else:
        show(ctx, Screen(ctx.texts.rich("hint-menu"), welcome(ctx).buttons))


@router.edited_message(Private())
async def on_edited(message: Message, ctx: Context) -> None:
    """An edited message changes nothing: an answer is changed by its button."""
    if ctx.draft is not None:
        messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("hint-edited"))


@router.callback_query()
async def on_press(press: CallbackQuery, unit: Unit, services: Services) -> None:
    """A button that we do not know (any more)."""
    messages.answer_press(unit, press.id, services.texts("press-unknown"), alert=True)
