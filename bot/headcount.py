"""Who keeps what is counted short, and sees that it is right?"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from registration.programme import Programme
from storage import decisions, headcount
from storage.database import Database

_log = logging.getLogger(__name__)
_EVERY = 300.0  # seconds
_ROUNDS = 12  # everybody is counted again once an hour
_PEOPLE = 100  # a transaction, so that nobody's answer waits for more than a few milliseconds
_DECISIONS = 500  # for the same reason


class Headcount:
    """At the start and then every hour counts everybody again, and every few minutes adds up what was counted.

    At the start of a version that counts what none before did, this is how the people come into the books.
    """

    def __init__(self, db: Database, programme: Programme, now: Callable[[], datetime]) -> None:
        self._db = db
        self._programme = programme
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self.count_again()
            for _ in range(_ROUNDS):
                await self.add_up()
                await asyncio.sleep(_EVERY)

    async def count_again(self) -> None:
        """Everybody, some people at a time. That one was counted wrongly is a fault of ours, and mended here."""
        last, wrong = await self._step(0)
        while last:
            last, more = await self._step(last)
            wrong += more
        if wrong:
            _log.error("Of %d people the count was wrong; it is right now", wrong)

    async def _step(self, after: int) -> tuple[int, int]:
        async with self._db.unit(self._now()) as unit:
            found = await headcount.step(unit, after, _PEOPLE)
            await headcount.fold(unit)
        return found

    async def add_up(self) -> None:
        """One row for each cell; one for each day, officer and move."""
        async with self._db.unit(self._now()) as unit:
            await headcount.fold(unit)
        folded = _DECISIONS
        while folded >= _DECISIONS:
            async with self._db.unit(self._now()) as unit:
                folded = await decisions.fold(unit, self._programme.day_of, _DECISIONS)
