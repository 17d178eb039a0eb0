"""A rival: python-telegram-bot, all messages handed to its AIORateLimiter at once."""

import asyncio
import time

from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot

from bench.reminders.peers import arguments, tell
from bench.reminders.telegram import WORDS


async def main() -> None:
    """Remind everybody."""
    given = arguments()
    limiter = AIORateLimiter(max_retries=given.retries)
    builder = ApplicationBuilder().token(given.token).base_url(f"{given.url}/bot").rate_limiter(limiter)
    bot: ExtBot[int] = builder.connection_pool_size(256).pool_timeout(3600).build().bot
    async with bot:
        began = time.perf_counter()
        await asyncio.gather(*(bot.send_message(chat, WORDS) for chat in given.chats), return_exceptions=True)
        tell(time.perf_counter() - began)


if __name__ == "__main__":
    asyncio.run(main())
