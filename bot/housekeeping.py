"""How does the bot not drown in what is over: handled events, sent messages, files that nothing points to?"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from storage import purging
from storage.database import Database
from storage.keys import SealBroken
from storage.shelf import ShelfProblem
from storage.vault import Vault

_log = logging.getLogger(__name__)
_EVERY = 3600.0  # seconds
_STEP = 500  # rows a transaction, so that nobody's answer waits for more than a few milliseconds
_DAY = 86_400.0  # seconds: a younger file may belong to a row that is only now being written


class Housekeeping:
    """Once at the start and then every hour, deletes what has served its time."""

    def __init__(self, db: Database, vault: Vault, now: Callable[[], datetime]) -> None:
        self._db = db
        self._vault = vault
        self._now = now

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self.tidy()
            await asyncio.sleep(_EVERY)

    async def tidy(self) -> None:
        """Delete old rows in small steps, then files without a row."""
        deleted = _STEP
        while deleted >= _STEP:
            async with self._db.unit(self._now()) as unit:
                deleted = await purging.purge(unit, _STEP)
        try:
            await self._tidy_vault()
        except SealBroken:
            _log.warning(
                "A waiting row cannot be read, so no file is deleted from the vault: it may belong to that row"
            )
        except ShelfProblem as problem:
            _log.warning("The vault could not be tidied: %s", problem)

    async def _tidy_vault(self) -> None:
        old = {name async for name in self._vault.names(_DAY)}
        async with self._db.unit(self._now()) as unit:
            needed = await purging.vault_names(unit)
        for name in sorted(old - needed):
            await self._vault.delete(name)
        await self._vault.sweep(_DAY)
