"""Who sees that the list may move when nobody gave a place back: because the file has more places now?"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from handlers.promotion import leave_event
from registration.programme import Programme
from registration.quota import pool_of
from storage import alerts, balance
from storage.database import Database

_log = logging.getLogger(__name__)
_EVERY = 300.0  # seconds
_CHECKS_AN_AUDIT = 12  # an audit reads every place: once an hour is enough


class WaitingLists:
    """At the start and then every few minutes, has the lists moved wherever a place is free."""

    def __init__(self, db: Database, programme: Programme, now: Callable[[], datetime]) -> None:
        self._db = db
        self._programme = programme
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self.audit()
            for _ in range(_CHECKS_AN_AUDIT):
                await self.check()
                await asyncio.sleep(_EVERY)

    async def check(self) -> None:
        """Leave an event for each list that may move."""
        async with self._db.unit(self._now()) as unit:
            known = {window.key for window in self._programme.windows}
            waiting = sorted(await balance.waiting_somewhere(unit, known))
            lists = {(window, pool_of(self._programme, *who)) for window, *who in waiting}
            for window, pool in lists:
                await leave_event(unit, window, pool, f"{window}:{pool.key}:{unit.now.timestamp():.0f}")

    async def audit(self) -> None:
        """Tell the operator if the books of places do not agree."""
        async with self._db.unit(self._now()) as unit:
            found = await balance.differences(unit)
            await (alerts.raise_alert if found else alerts.settle)(unit, "places_differ", "quota")
        for difference in found:
            _log.error("The books of places do not agree: %s", difference)
