"""A rival: the loop that most bots have, as aiogram's own example has it."""

import asyncio
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bench.reminders.peers import arguments, tell
from bench.reminders.telegram import WORDS

_REST = 0.05  # seconds: 20 messages a second, it is said


async def _send(bot: Bot, chat: int) -> None:
    try:
        await bot.send_message(chat, WORDS)
    except TelegramRetryAfter as pause:
        await asyncio.sleep(pause.retry_after)
        await _send(bot, chat)
    except TelegramAPIError:
        pass


async def main() -> None:
    """Remind everybody."""
    given = arguments()
    async with Bot(given.token, session=AiohttpSession(api=TelegramAPIServer.from_base(given.url))) as bot:
        began = time.perf_counter()
        for chat in given.chats:
            await _send(bot, chat)
            await asyncio.sleep(_REST)
        tell(time.perf_counter() - began)


if __name__ == "__main__":
    asyncio.run(main())
