"""What does Telegram show of the bot: its commands and what it is?"""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from locales import Texts

_log = logging.getLogger(__name__)
_COMMANDS = ("start", "daftar", "status", "tanya", "bantuan", "batal")


async def introduce(bot: Bot) -> None:
    """Set the menu of commands and the description. Not worth stopping for when Telegram is busy."""
    texts = Texts()
    commands = [BotCommand(command=name, description=texts(f"command-{name}")) for name in _COMMANDS]
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_short_description(texts("bot-about"))
        await bot.set_my_description(texts("bot-about"))
    except TelegramAPIError as problem:
        _log.warning("The menu of commands could not be set: %s", problem.message)
