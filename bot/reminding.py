"""Who looks at the clock, again and again, and has people reminded of what is true then?"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from handlers.context import Services
from handlers.reminding import remind
from registration.reminders import REST, Occasion, occasions
from storage import reminding
from storage.database import Database

_EVERY = timedelta(minutes=1)
_TICK = 1.0  # seconds: how often the clock is asked whether that time is over, for it may be moved
_FRESH = timedelta(minutes=5)  # what has not left by then (Telegram let us wait) is looked at again before it leaves
_MOST_WAITING = 300  # about ten seconds of sending: what is written down leaves before its reason can be gone


class Reminding:
    """Looks once a minute. What is to be sent is computed from stored times alone.

    So a bot that was down misses nothing that is still true, and two processes remind nobody twice. A round that must
    wait for room goes on where it was, for at most a minute.
    """

    def __init__(self, db: Database, services: Services, now: Callable[[], datetime]) -> None:
        self._db = db
        self._services = services
        self._now = now
        self._begun = datetime.min.replace(tzinfo=UTC)
        self._places: dict[tuple[str, str], int | None] = {}  # how far the round has come with each occasion

    async def run(self) -> None:
        """Work until cancelled."""
        finished = False
        while True:
            if not finished or not self._begun <= self._now() < self._begun + _EVERY:
                finished = await self.look()
            await asyncio.sleep(_TICK)

    async def look(self) -> bool:
        """Remind everybody who is to be reminded now; False when it is to be gone on with as soon as some have left.

        The more important first: nobody hears the less important while somebody is left of the more important.
        """
        now = self._now()
        if not self._places or not self._begun <= now < self._begun + _EVERY:
            self._begun, self._places = now, {}
        found = occasions(self._services.programme, now)
        # What is written down now may leave in the next minutes, and must not leave at night.
        is_day = bool(found and occasions(self._services.programme, now + _FRESH))
        async with self._db.unit(now) as unit:
            await reminding.take_back(unit, _FRESH if is_day else timedelta(0))
        for occasion in found if is_day else ():
            if not await self._all_of(occasion):
                return False
        self._places = {}
        return True

    async def _all_of(self, occasion: Occasion) -> bool:
        """Who was active when the round began hears nothing in it, so that nobody hears the less important first."""
        place = (occasion.reminder.name, occasion.key)
        after = self._places.get(place, 0)
        while after is not None:
            now = self._now()
            if now >= occasion.until:
                return True
            async with self._db.unit(now) as unit:
                if await reminding.waiting(unit, _MOST_WAITING) >= _MOST_WAITING:
                    return False
                after = self._places[place] = await remind(unit, self._services, occasion, after, self._begun - REST)
        return True
