"""Which commands does a staff group have, and who may give them? A new one is a row of `COMMANDS`."""

from dataclasses import asdict
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services, staff_chats
from handlers.filters import StaffGroup
from handlers.staff import board, comparing, holding, looking, members, noting, queue, reopening, showing
from handlers.staff.orders import Do, Order, say
from storage.database import Unit

router = Router(name="desk")
router.message.filter(StaffGroup())
COMMANDS: dict[str, Do] = {
    "antrian": queue.show,
    "kasus": showing.show,
    "cari": looking.search,
    "catatan": noting.write_down,
    "tunda": holding.hold,
    "buka": reopening.ask,
}
BUTTONS: dict[str, Do] = {
    "queue": queue.turn,
    "open": showing.open_case,
    "hold": holding.hold_days,
    "next": board.give_next,
    "not_double": comparing.not_double,
}
_DOES = COMMANDS | BUTTONS
# What history must be able to say who did.
_IN_ONES_NAME = frozenset({"cari", "catatan", "tunda", "buka"})


@router.message(Command(*COMMANDS, ignore_case=True))
async def on_command(message: Message, command: CommandObject, unit: Unit, services: Services) -> None:
    """A command in a staff group."""
    order = Order.of_command(message, command)
    if order is None or (order.user_id is None and order.act in _IN_ONES_NAME):
        text = services.texts.rich("desk-anonymous")
        messages.send(unit, message.chat.id, text, reply_to=message.message_id)
        return
    await serve(unit, services, order)


@router.callback_query(Desk.filter())
async def on_press(press: CallbackQuery, callback_data: Desk, unit: Unit, services: Services) -> None:
    """A button below the answer to a command, or one that somebody made up."""
    order = Order.of_press(press, callback_data)
    if order is None or order.act not in BUTTONS or order.chat_id not in await staff_chats(unit, services):
        messages.answer_press(unit, press.id, services.texts("desk-unknown"), alert=True)
        return
    await serve(unit, services, order)


async def serve(unit: Unit, services: Services, order: Order) -> None:
    """Do it, if Telegram has confirmed the officer in the last minutes; else once it has."""
    if order.user_id is None or await members.known(unit, services, order.chat_id, order.user_id):
        await _DOES[order.act](unit, services, order)
    else:
        members.ask(unit, order.chat_id, order.user_id, order=asdict(order))


async def on_member_checked(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Telegram has told who gave the order: go on with it, or tell why not."""
    order = Order(**body["order"])
    refusal = await members.learn(unit, body)
    if refusal:
        say(unit, services, order, f"press-{refusal}" if order.callback else f"desk-{refusal}")
    elif order.chat_id in await staff_chats(unit, services):
        await _DOES[order.act](unit, services, order)
    else:
        say(unit, services, order, "desk-unknown")
