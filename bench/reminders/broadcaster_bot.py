"""A rival: aiogram-broadcaster, as it comes, with its own handler of "retry after"."""

import asyncio
import time
from importlib import import_module

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bench.reminders.peers import arguments, tell
from bench.reminders.telegram import WORDS


async def main() -> None:
    """Remind everybody."""
    given = arguments()
    library = import_module("aiogram_broadcaster")
    handler = import_module("aiogram_broadcaster.utils.retry_after_handler")
    contents = import_module("aiogram_broadcaster.contents")
    async with Bot(given.token, session=AiohttpSession(api=TelegramAPIServer.from_base(given.url))) as bot:
        broadcaster = library.Broadcaster(bot)
        handler.setup_retry_after_handler(broadcaster.event)
        mailer = await broadcaster.create_mailer(chats=given.chats, content=contents.TextContent(text=WORDS))
        began = time.perf_counter()
        await mailer.start()
        tell(time.perf_counter() - began)


if __name__ == "__main__":
    asyncio.run(main())
