"""Which commands does a staff group have, and what do /bantuan and /petugas answer there?"""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from delivery import messages
from handlers.context import Services
from handlers.filters import StaffGroup
from handlers.staff import desk, roster
from locales import Rich, Texts
from storage import outbox
from storage.database import Unit

router = Router(name="staff commands")
router.message.filter(StaffGroup())
# A new one is a word here or a row of the desk, its words `group-command-<name>`.
COMMANDS = (*desk.COMMANDS, "kuota", "siaran", "petugas", "belum", "ekspor", "pasang", "lepas", "bantuan")


@router.message(Command("bantuan", "help"))
async def on_help(message: Message, unit: Unit, services: Services) -> None:
    """/bantuan in a staff group."""
    text = services.texts.rich("group-help")
    for name, does in menu(services.texts).items():
        text += Rich(f"\n/{name} – {does}")
    text += Rich("\n\n") + services.texts.rich("group-help-cards")
    messages.send(unit, message.chat.id, text, reply_to=message.message_id)


@router.message(Command("petugas"))
async def on_officers(message: Message, unit: Unit, services: Services) -> None:
    """/petugas"""
    text = await roster.told(unit, services, message.chat.id)
    messages.send(unit, message.chat.id, text, reply_to=message.message_id)


def menu(texts: Texts) -> dict[str, str]:
    """Name and description of each command."""
    return {name: texts(f"group-command-{name}") for name in COMMANDS}


def register(unit: Unit, services: Services, chat_id: int) -> None:
    """Have Telegram offer these commands in a group."""
    offered = [{"command": name, "description": does} for name, does in menu(services.texts).items()]
    params = {"commands": offered, "scope": {"type": "chat", "chat_id": chat_id}}
    outbox.call(unit, "setMyCommands", params, chat_id=chat_id)


def forget(unit: Unit, chat_id: int) -> None:
    """Have Telegram offer them there no longer."""
    params = {"scope": {"type": "chat", "chat_id": chat_id}}
    outbox.call(unit, "deleteMyCommands", params, chat_id=chat_id)
