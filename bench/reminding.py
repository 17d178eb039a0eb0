"""How long does it take to have thousands reminded, and how long does an answer wait for the database meanwhile?

python -m bench.reminding          (7,100 people on SQLite; what is written down leaves at once, without a network)
"""

import argparse
import asyncio
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bench.seed import PROGRAMME
from bot.reminding import Reminding
from handlers.context import Services
from locales import Texts
from registration.programme import load_programme
from storage import outbox
from storage.database import Database
from storage.schema import bring_up_to_date
from storage.tables import Draft, Person, table_of
from tests.support.databases import RING

_RULES = load_programme(PROGRAMME)
_ASKED = datetime(2025, 9, 20, 9, tzinfo=_RULES.zone)
_FORM = {"for_whom": "self", "sector": "ojol", "name": "Budi Contoh", "nik": "6471051708900001"}
# Who is reminded when: 30 days before the opening, or a day after the last answer.
_KINDS = {
    "asked, H-30": datetime(2025, 10, 2, 8, tzinfo=_RULES.zone),
    "form left": datetime(2025, 11, 11, 8, tzinfo=_RULES.zone),
}


async def _fill(db: Database, count: int, kind: str) -> None:
    begun = kind == "form left"
    people = [
        {
            "telegram_id": number,
            "source": "",
            "created_at": _ASKED,
            "reminders": "" if begun else "on",
            "reminders_at": _ASKED,
        }
        for number in range(1, count + 1)
    ]
    async with db.unit(_ASKED) as unit:
        await bring_up_to_date(unit.conn)
        await unit.conn.execute(insert(table_of(Person)), people)
        if begun:
            forms = [_form(unit.seal(_FORM, f"draft:{number}"), number) for number in range(1, count + 1)]
            await unit.conn.execute(insert(table_of(Draft)), forms)


def _form(sealed: bytes, number: int) -> dict[str, Any]:
    at = _KINDS["form left"] - timedelta(days=1)
    about = {"id": number, "person_id": number, "answers_sealed": sealed, "rules_version": "bench"}
    return about | {"state": "open", "version": 1, "only": "", "created_at": at, "updated_at": at}


async def _look(db: Database, now: datetime) -> float:
    """Seconds that the reminding itself took; what waits to leave is settled in between."""
    clock = Reminding(db, Services(_RULES, Texts(), ""), lambda: now)
    spent, finished = 0.0, False
    while not finished:
        begun = time.perf_counter()
        finished = await clock.look()
        spent += time.perf_counter() - begun
        async with db.unit(now) as unit:
            await outbox.settle(unit, [errand.id for errand in await outbox.due(unit, "call", 1000)], "sent")
    return spent


async def _answer(db: Database, now: datetime, waits: list[float]) -> None:
    """Somebody who wants the database every few milliseconds, as answers do."""
    while True:
        begun = time.perf_counter()
        async with db.unit(now) as unit:
            await unit.conn.execute(text("SELECT 1"))
        waits.append(time.perf_counter() - begun)
        await asyncio.sleep(0.005)


async def _measure(folder: Path, count: int, kind: str) -> str:
    db = Database(f"sqlite+aiosqlite:///{folder / f'{len(kind)}.db'}", RING)
    await _fill(db, count, kind)
    waits: list[float] = []
    answers = asyncio.ensure_future(_answer(db, _KINDS[kind], waits))
    first = await _look(db, _KINDS[kind])
    during = sorted(waits)
    again = await _look(db, _KINDS[kind])
    answers.cancel()
    async with db.unit(_KINDS[kind]) as unit:
        sent = (await unit.conn.execute(text("SELECT count(*) FROM reminder"))).scalar_one()
    await db.close()
    middle, late = (1000 * during[int(len(during) * part)] for part in (0.5, 0.99))
    return f"{kind:14}{sent:8}{first:10.2f}{again:14.2f}{middle:12.1f}{late:12.1f}{1000 * during[-1]:12.1f}"


async def _all(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as folder:
        for kind in _KINDS:
            print(await _measure(Path(folder), count, kind))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m bench.reminding", description=__doc__)
    parser.add_argument("--people", type=int, default=7100)
    given = parser.parse_args()
    print(f"{'kind':14}{'sent':>8}{'all, s':>10}{'look again, s':>14}{'wait p50 ms':>12}{'p99 ms':>12}{'most ms':>12}")
    asyncio.run(_all(given.people))


if __name__ == "__main__":
    main()
