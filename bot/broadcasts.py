"""Who sees that a broadcast begins at its time, goes on, shows how far it is, and ends?"""

import asyncio
from collections.abc import Callable
from datetime import datetime

from storage import broadcasts, inbox
from storage.database import Database

_EVERY = 2.0  # seconds


class Broadcasts:
    """Every few seconds leaves an event for each broadcast that is to begin, is being sent, or is being taken back.

    What was written beside the running bot, by `python -m bot broadcast`, is found in the same way.
    """

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self.check()
            await asyncio.sleep(_EVERY)

    async def check(self) -> None:
        """Leave the events of this moment."""
        async with self._db.unit(self._now()) as unit:
            for broadcast_id in await broadcasts.watched(unit):
                key = f"broadcast:{broadcast_id}:at:{unit.now.timestamp():.1f}"
                await inbox.put_result(unit, key, "broadcast_look", {"broadcast": broadcast_id})
