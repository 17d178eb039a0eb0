"""How do updates get from Telegram into the inbox? Written first, acknowledged after."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.trim import trim
from storage import inbox, marks
from storage.database import Database

_log = logging.getLogger(__name__)
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
_LONG_POLL = 25  # seconds
_OFFSET = "polling offset"


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one odd update must not stop all the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = _LONG_POLL
    allowed_updates: list[str] = ALLOWED_UPDATES


class Polling:
    """Fetches updates by long polling. A whole poll is one commit; only the next call acknowledges it to Telegram."""

    def __init__(self, db: Database, bot: Bot, now: Callable[[], datetime]) -> None:
        self._db = db
        self._bot = bot
        self._now = now

    async def run(self) -> None:
        """Poll until cancelled. Raises `TelegramUnauthorizedError` when the token is no longer taken."""
        async with self._db.unit(self._now()) as unit:
            offset = await marks.number(unit, _OFFSET)
        pause = 1.0
        while True:
            try:
                updates = await self._bot(GetRawUpdates(offset=offset), request_timeout=_LONG_POLL + 15)
                pause = 1.0
            except TelegramUnauthorizedError:
                raise
            except TelegramAPIError as problem:
                pause = await _rest(problem, pause)
                continue
            if updates:
                offset = await self._keep(updates)

    async def _keep(self, updates: list[dict[str, Any]]) -> int:
        # The offset is what the last poll gave: after a quiet week Telegram starts its numbers anew.
        offset = int(updates[-1]["update_id"]) + 1
        async with self._db.unit(self._now()) as unit:
            await inbox.put_updates(unit, [trim(update) for update in updates])
            await marks.set_number(unit, _OFFSET, offset)
        return offset


async def _rest(problem: TelegramAPIError, pause: float) -> float:
    """Wait as long as the problem asks for; the next pause."""
    seconds = float(problem.retry_after) if isinstance(problem, TelegramRetryAfter) else pause
    if isinstance(problem, TelegramConflictError):
        _log.error("Another program fetches updates with the same token. Stop one of the two.")
    elif not isinstance(problem, TelegramNetworkError):
        _log.warning("Telegram did not give updates: %s", problem.message)
    else:
        _log.warning("Telegram cannot be reached; trying again in %.0f s", seconds)
    await asyncio.sleep(seconds)
    return min(pause * 2, 30.0)
