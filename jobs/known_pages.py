"""Which pages of other cases look like those of this one? All fingerprints are held in memory, beside their table.

They are read when the first case is compared, so a bot that starts waits for nothing, and what came since is read
before each look. The table is the truth: a page that was forgotten meanwhile leaves the memory when it is met.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

from storage import fingerprints, page_numbers
from storage.database import Database
from storage.fingerprints import Fingerprint
from storage.look_alikes import Pair

_BATCH = 200  # rows a transaction: about 5 ms, so that nobody's answer waits while 100,000 are read


class KnownPages:
    """One for each process. Looks are taken one after the other."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now
        self._index: Any = None  # a `documents.likeness.Index`, once there is something to compare: numpy takes 16 MB
        self._last = 0
        self._turn = asyncio.Lock()

    async def like_those_of(self, case_id: int) -> list[Pair]:
        """Pages of other cases, sent to the same question, that look like a page of this case or say its numbers."""
        async with self._turn:
            index = await self._up_to_date()
            async with self._db.unit(self._now()) as unit:
                own = await fingerprints.of_case(unit, case_id)
                same = await page_numbers.shared_with(unit, case_id)
            alike = [pair for page, bits in own for pair in await self._like(index, page, bits)]
            met = {(pair.print_id, pair.other_id) for pair in alike}
            return [*alike, *(pair for pair in same if (pair.print_id, pair.other_id) not in met)]

    async def _up_to_date(self) -> Any:
        if self._index is None:
            self._index = import_module("documents.likeness").Index()
        more = True
        while more:
            async with self._db.unit(self._now()) as unit:
                rows = await fingerprints.after(unit, self._last, _BATCH)
            await asyncio.to_thread(_add, self._index, rows)  # the index may have to grow: 0.1 s
            self._last = rows[-1][0] if rows else self._last
            more = len(rows) == _BATCH
        return self._index

    async def _like(self, index: Any, page: Fingerprint, bits: bytes) -> list[Pair]:
        while True:
            hits = await asyncio.to_thread(index.find, bits)
            async with self._db.unit(self._now()) as unit:
                known = await fingerprints.by_ids(unit, [hit.key for hit in hits])
            gone = [hit.key for hit in hits if hit.key not in known]
            if not gone:
                return [Pair(page.id, hit.key, hit.difference) for hit in hits if _concerns(known[hit.key], page)]
            for key in gone:
                index.remove(key)


def _add(index: Any, rows: list[tuple[int, bytes | None]]) -> None:
    for number, bits in rows:
        if bits is not None:
            index.add(number, bits)


def _concerns(other: Fingerprint, page: Fingerprint) -> bool:
    return other.case_id != page.case_id and other.question == page.question
