"""How do updates get from Telegram into the inbox? Written first, acknowledged after."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import Response, TelegramMethod

from bot.trim import trim
from storage import inbox, marks
from storage.database import Database

_log = logging.getLogger(__name__)
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
_LONG_POLL = 25  # seconds
_OFFSET = "polling offset"
_NO_NUMBER = 2**62  # Telegram's numbers are far below, and no database holds much larger ones


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one odd update must not stop all the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = _LONG_POLL
    allowed_updates: list[str] = ALLOWED_UPDATES


# pydantic forgets a generic class that nobody holds, and building it anew for every poll takes 8 ms.
_KEPT = Response[list[dict[str, Any]]]


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
            except (TelegramAPIError, ClientDecodeError) as problem:
                pause = await _rest(problem, pause)
                continue
            if updates:
                offset = await self._keep(updates, offset)

    async def _keep(self, updates: list[dict[str, Any]], offset: int | None) -> int | None:
        # The offset is what the last poll gave: after a quiet week Telegram starts its numbers anew.
        numbers = [number for number in map(_number, updates) if number is not None]
        offset = numbers[-1] + 1 if numbers else offset
        good, odd = _sorted(updates)
        async with self._db.unit(self._now()) as unit:
            await inbox.put_updates(unit, good)
            await inbox.put_odd(unit, odd)
            if offset is not None:
                await marks.set_number(unit, _OFFSET, offset)
        return offset


def _number(update: dict[str, Any]) -> int | None:
    """The number by which an update is acknowledged, None where it has none that can be."""
    number = update.get("update_id")
    return number if type(number) is int and 0 <= number < _NO_NUMBER else None


def _sorted(updates: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Updates cut down to what is used, and those whose form is not as Telegram describes it. Foreign kinds go."""
    good, odd = [], []
    for update in updates:
        try:
            cut = trim(update)
        except (KeyError, TypeError, AttributeError, ValueError):
            odd.append(update)
            continue
        if _number(update) is None:
            odd.append(update)
        elif len(cut) > 1:
            good.append(cut)
    return good, odd


async def _rest(problem: TelegramAPIError | ClientDecodeError, pause: float) -> float:
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
