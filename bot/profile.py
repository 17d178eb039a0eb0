"""What does Telegram show of the bot: its commands and what it is?"""

import logging
from collections.abc import Collection

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from handlers.staff.commands import menu
from locales import Texts

_log = logging.getLogger(__name__)
_COMMANDS = ("start", "daftar", "syarat", "status", "tanya", "ingatkan", "berhenti", "bantuan", "batal")


async def introduce(bot: Bot, groups: Collection[int]) -> None:
    """Set the description and the menus of commands, also of the staff groups. Not worth stopping for when Telegram
    is busy.
    """
    texts = Texts()
    commands = [BotCommand(command=name, description=texts(f"command-{name}")) for name in _COMMANDS]
    offered = [BotCommand(command=name, description=does) for name, does in menu(texts).items()]
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_short_description(texts("bot-about"))
        await bot.set_my_description(texts("bot-about"))
        for chat_id in sorted(groups):
            await bot.set_my_commands(offered, scope=BotCommandScopeChat(chat_id=chat_id))
    except TelegramAPIError as problem:
        _log.warning("The menu of commands could not be set: %s", problem.message)
