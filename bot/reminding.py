"""Who looks at the clock, again and again, and has people reminded of what is true then?"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from handlers.context import Services
from handlers.reminding import remind
from registration.reminders import Occasion, occasions
from storage import reminding
from storage.database import Database

_EVERY = timedelta(minutes=1)
_TICK = 1.0  # seconds: how often the clock is asked whether that time is over, for it may be moved
_FRESH = timedelta(minutes=5)  # what has not left by then (Telegram let us wait) is looked at again before it leaves
_MOST_WAITING = 300  # about ten seconds of sending: what is written down leaves before its reason can be gone


class Reminding:
    """Looks once a minute. What is to be sent is computed from stored times alone.

    So a bot that was down misses nothing that is still true, and two processes remind nobody twice.
    """

    def __init__(self, db: Database, services: Services, now: Callable[[], datetime]) -> None:
        self._db = db
        self._services = services
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        due: datetime | None = None
        while True:
            if due is None or not due - _EVERY <= self._now() < due:
                at = self._now()
                due = at + _EVERY if await self.look() else None
            await asyncio.sleep(_TICK)

    async def look(self) -> bool:
        """Remind everybody who is to be reminded now; False when it is to be gone on with as soon as some have left.

        The more important first: nobody hears the less important while somebody is left of the more important.
        """
        now = self._now()
        found = occasions(self._services.programme, now)
        # What is written down now may leave in the next minutes, and must not leave at night.
        is_day = bool(found and occasions(self._services.programme, now + _FRESH))
        async with self._db.unit(now) as unit:
            await reminding.take_back(unit, _FRESH if is_day else timedelta(0))
        for occasion in found if is_day else ():
            if not await self._all_of(occasion):
                return False
        return True

    async def _all_of(self, occasion: Occasion) -> bool:
        after: int | None = 0
        while after is not None:
            now = self._now()
            if now >= occasion.until:
                return True
            async with self._db.unit(now) as unit:
                if await reminding.waiting(unit, _MOST_WAITING) >= _MOST_WAITING:
                    return False
                after = await remind(unit, self._services, occasion, after)
        return True
