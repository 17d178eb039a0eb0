"""Who sees that the time has come for something that nobody presses a button for?"""

import asyncio
from collections.abc import Callable
from datetime import datetime

from handlers import expiry, patience
from handlers.context import Services, staff_chats
from handlers.staff import board, late, summary
from storage import inbox
from storage.database import Database, Unit

_FIRST, _EVERY = 60.0, 300.0  # seconds


class DueWork:
    """A minute after the start and then every few minutes, leaves an event for all that is due by what is stored.

    Nothing is kept in timers: a bot that was down finds what is still to be done. The first minute is for what people
    sent meanwhile: whoever has answered must not be told that they did not.
    """

    def __init__(self, db: Database, services: Services, now: Callable[[], datetime]) -> None:
        self._db = db
        self._services = services
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        await asyncio.sleep(_FIRST)
        while True:
            await self.check()
            await asyncio.sleep(_EVERY)

    async def check(self) -> None:
        """Leave an event for each thing that is due."""
        async with self._db.unit(self._now()) as unit:
            for chat_id in sorted(await staff_chats(unit, self._services)):
                await self._check_group(unit, chat_id)
            await patience.leave_events(unit, self._services)
            await expiry.leave_events(unit, self._services)

    async def _check_group(self, unit: Unit, chat_id: int) -> None:
        if await board.is_behind(unit, self._services, chat_id):
            key = f"board:{chat_id}:{unit.now.isoformat()}"
            await inbox.put_result(unit, key, "fill_board", {"chat_id": chat_id})
        await late.leave_event(unit, self._services, chat_id)
        await summary.leave_event(unit, self._services, chat_id)
