"""How is a screen shown: does it take the place of the one whose button was pressed, or come as a new message?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.context import Context
from locales import Rich
from storage.marks import Place

Button = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Screen:
    """A text with rows of inline buttons, or with a reply keyboard (`reply`)."""

    text: Rich
    buttons: Sequence[Sequence[Button]] = field(default_factory=list)
    reply: dict[str, Any] | None = None

    @property
    def markup(self) -> messages.Markup | None:
        """What Telegram calls reply_markup."""
        return self.reply or (messages.inline(self.buttons) if self.buttons else None)


def slot_of(ctx: Context) -> str:
    """The newest screen of a person."""
    return f"screen:{ctx.person.id}"


def show(ctx: Context, screen: Screen, *, at: Place | None = None) -> None:
    """Show a screen: at a place known from a press, else as a new message. Reply keyboards need a new message."""
    if at is None or screen.reply is not None:
        messages.send(ctx.unit, ctx.chat_id, screen.text, screen.markup, slot=slot_of(ctx))
    else:
        messages.edit(ctx.unit, at, screen.text, screen.markup, slot=slot_of(ctx))


def place_of(press: CallbackQuery) -> Place | None:
    """Where the pressed button stands; None when Telegram no longer shows us the message."""
    if isinstance(press.message, Message):
        return Place(press.message.chat.id, press.message.message_id)
    return None


def button(label: str, data: str) -> Button:
    """An inline button."""
    return {"text": label, "callback_data": data}


def in_columns(buttons: Sequence[Button], columns: int) -> list[list[Button]]:
    """Buttons in rows of `columns`."""
    return [list(buttons[start : start + columns]) for start in range(0, len(buttons), columns)]
