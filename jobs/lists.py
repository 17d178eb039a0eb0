"""How does the list of a city become a workbook, while people go on being answered?"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from documents.workbook import workbook
from locales import Texts
from registration.exporting import Entry, row
from registration.programme import Programme
from storage import cases, listing
from storage.cases import Case
from storage.database import Database
from storage.listing import Chosen

_STEP = 200  # cases a transaction: about 10 ms, so that nobody's answer waits for the whole list


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook and the ids of the cases in it, in order. Who lets it go records them (`storage.readings`)."""

    workbook: bytes
    cases: list[int]


class Lists:
    """Writes lists in the columns of the programme. One for each process."""

    def __init__(self, db: Database, programme: Programme, texts: Texts, now: Callable[[], datetime]) -> None:
        self._db = db
        self._programme = programme
        self._texts = texts
        self._now = now

    async def write(self, chosen: Chosen) -> Written:
        """The list of these cases. One that is changed meanwhile and belongs no more is left out."""
        async with self._db.unit(self._now()) as unit:
            wanted = await listing.ids(unit, chosen)
        ids: list[int] = []
        rows: list[list[str]] = []
        places = count(1)
        for start in range(0, len(wanted), _STEP):
            async with self._db.unit(self._now()) as unit:
                found = await cases.by_ids(unit, wanted[start : start + _STEP])
            for case in found:
                if _belongs(case, chosen):
                    ids.append(case.id)
                    rows.append(row(_entry(case, next(places)), self._programme, self._texts))
        headers = [header for _, header in self._programme.export.columns]
        return Written(await asyncio.to_thread(workbook, headers, rows, self._now()), ids)


def _belongs(case: Case, chosen: Chosen) -> bool:
    return case.state == chosen.state and (chosen.agencies is None or case.agency in chosen.agencies)


def _entry(case: Case, place: int) -> Entry:
    return Entry(place, case.number, case.sector, case.agency, case.state, case.answers, case.sent_at, case.decided_at)
