"""What does each command of a staff group ask of the database, with a hundred cases and with a hundred thousand?

python -m bench.search            (SQLite; --postgresql for a server of its own)
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert, text

from registration.finding import parts_of, terms_of
from storage import cases, searches, terms, waiting
from storage.cases import Case, NewCase
from storage.database import Database, Unit
from storage.schema import bring_up_to_date
from storage.search_tables import CaseTerm
from storage.tables import Case as CaseTable
from storage.tables import History, table_of
from storage.waiting import Line
from tests.support.databases import RING, Postgresql, postgresql_server

_NOW = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
_AGENCIES = ("disnaker", "dishub", "dp3", "dkumkmp")
_STEP = 1000
_SYLLABLES = ("sa", "ri", "du", "ka", "na", "mi", "to", "wa", "li", "gu", "ba", "ne", "pu", "ti", "ma")
Ask = Callable[[Unit], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class _Known:
    """The case in the middle, which all commands are about, and how many there are."""

    case: Case
    count: int


def _answers(number: int) -> dict[str, Any]:
    """An invented person; every tenth is called Muhammad."""
    dice = random.Random(number)
    first = "Muhammad" if number % 10 == 0 else "".join(dice.choices(_SYLLABLES, k=3))
    second = "".join(dice.choices(_SYLLABLES, k=3))
    nik = f"647105{number % 28 + 1:02d}0890{number % 10_000:04d}"
    return {"nik": nik, "name": f"{first} {second}", "phone": f"+6281{number:09d}", "sector": "ojol"}


async def _fill(db: Database, count: int) -> None:
    """All cases wait, which is the longest queue there can be."""
    for start in range(1, count + 1, _STEP):
        numbers = range(start, min(start + _STEP, count + 1))
        async with db.unit(_NOW) as unit:
            await unit.conn.execute(insert(table_of(CaseTable)), [_row(unit, number) for number in numbers])
            steps = [
                {"case_id": number, "at": _NOW, "actor": "worker", "actor_id": 7, "move": "send"}
                | {"from_state": "", "to_state": "waiting", "note_sealed": b""}
                for number in numbers
            ]
            await unit.conn.execute(insert(table_of(History)), steps)
            found = [row for each in numbers for row in terms.rows_of(unit, each, terms_of(_answers(each)))]
            await unit.conn.execute(insert(table_of(CaseTerm)), found)
    async with db.unit(_NOW) as unit:
        if not db.is_sqlite:
            await unit.conn.execute(
                text("SELECT setval(pg_get_serial_sequence('\"case\"', 'id'), max(id)) FROM \"case\"")
            )
            await unit.conn.execute(text("ANALYZE"))


def _row(unit: Unit, number: int) -> dict[str, Any]:
    answers, name = _answers(number), f"BPN-25-{number:06d}-0"
    return {
        "id": number, "number": name, "person_id": number, "draft_id": number, "window": "w2025", "sector": "ojol",
        "agency": _AGENCIES[number % len(_AGENCIES)], "state": "waiting", "revision": 0,
        "answers_sealed": unit.seal(answers, f"case:{name}"), "nik_index": unit.ring.index(f"{number}", "nik"),
        "phone_index": b"", "nik_live": True, "rules_version": "v1", "review_sealed": b"", "hints_sealed": b"",
        "changed": "", "sent_at": _NOW - timedelta(minutes=1), "updated_at": _NOW, "hold_until": None,
    }  # fmt: skip


def _queue(*, held: bool = False, **there: int) -> Ask:
    line = Line(_AGENCIES, date(2025, 11, 10), held)

    async def ask(unit: Unit) -> None:
        await waiting.page(unit, line, 11, **there)
        await waiting.count(unit, line)
        await waiting.count(unit, Line(_AGENCIES, line.today, not held))

    return ask


def _search(words: str, agencies: tuple[str, ...] = _AGENCIES) -> Ask:
    return lambda unit: searches.cases_with(unit, parts_of(words), agencies, 11)


def _commands(known: _Known) -> dict[str, Ask]:
    case = known.case
    answers = case.answers
    first, second = str(answers["name"]).split()
    return {
        "/antrian, first page": _queue(),
        "/antrian, ▶ near the end": _queue(after=known.count * 9 // 10),
        "/antrian, ◀ from the end": _queue(before=known.count),
        "/antrian, put aside": _queue(held=True),
        "/kasus NUMBER": lambda unit: _one(unit, case.number),
        "/cari NUMBER": lambda unit: cases.by_number(unit, case.number),
        "/cari a NIK": _search(str(answers["nik"])),
        "/cari a phone number": _search(str(answers["phone"])),
        "/cari 4 last digits": _search(str(answers["nik"])[-4:]),
        "/cari 6 last digits": _search(str(answers["nik"])[-6:]),
        "/cari a name": _search(first),
        "/cari two names": _search(f"{first} {second}"),
        "/cari the commonest name": _search("Muhammad"),
        "/cari that name and one more": _search(f"Muhammad {second}"),
        "/cari that name, no such second": _search("Muhammad Zzz"),
        "/catatan": lambda unit: _note(unit, case),
        "/tunda": lambda unit: _hold(unit, case),
        "a form is sent": _sender(known.count),
    }


async def _one(unit: Unit, number: str) -> None:
    case = await cases.by_number(unit, number)
    assert case is not None
    await cases.history(unit, case.id)


async def _note(unit: Unit, case: Case) -> None:
    note = {"text": "menunggu surat"}
    await cases.write_history(unit, case.id, "note", ("waiting", "waiting"), actor="officer", actor_id=1, note=note)


async def _hold(unit: Unit, case: Case) -> None:
    day = date(2025, 11, 20)
    assert await cases.change(unit, case, state="waiting", next_revision=False, hold_until=day) is not None


def _sender(count: int) -> Ask:
    numbers = iter(range(count + 1, 2 * count + 1_000_000))

    async def ask(unit: Unit) -> None:
        number = next(numbers)
        new = NewCase(f"BPN-25-{number:06d}-0", 1, 1, "w", "ojol", "dishub", "waiting", _answers(number), "v1")
        await cases.create(unit, new)

    return ask


async def _timed(db: Database, ask: Ask, repeat: int) -> float:
    """The median of its milliseconds inside a transaction, the commit (the disk) not counted."""
    taken = []
    for _ in range(repeat):
        async with db.unit(_NOW) as unit:
            before = time.perf_counter()
            await ask(unit)
            taken.append((time.perf_counter() - before) * 1000)
    return median(taken)


async def _figures(url: str, count: int, repeat: int) -> dict[str, float]:
    db = Database(url, RING)
    async with db.unit(_NOW) as unit:
        await bring_up_to_date(unit.conn)
    before = time.perf_counter()
    await _fill(db, count)
    print(f"{count} cases filled in {time.perf_counter() - before:.0f} s")
    async with db.unit(_NOW) as unit:
        case = await cases.get(unit, count // 2 + 1)
    assert case is not None
    figures = {name: await _timed(db, ask, repeat) for name, ask in _commands(_Known(case, count)).items()}
    await db.close()
    return figures


async def _all(sizes: list[int], repeat: int, server: Postgresql | None) -> list[dict[str, float]]:
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as folder:
        urls = [
            f"sqlite+aiosqlite:///{Path(folder) / f'{size}.db'}" if server is None else await server.fresh(tables=False)
            for size in sizes
        ]
        return [await _figures(url, size, repeat) for url, size in zip(urls, sizes, strict=True)]


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs=2, default=[100, 100_000])
    parser.add_argument("--repeat", type=int, default=30)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own instead of SQLite")
    given = parser.parse_args()
    with ExitStack() as stack:
        server = Postgresql(stack.enter_context(postgresql_server())) if given.postgresql else None
        small, large = asyncio.run(_all(given.sizes, given.repeat, server))
    print("command".ljust(34), *(f"{size} cases, ms".rjust(18) for size in given.sizes), "ratio".rjust(8))
    for name, few in small.items():
        print(name.ljust(34), f"{few:18.2f}", f"{large[name]:18.2f}", f"{large[name] / few:8.1f}")


if __name__ == "__main__":
    main()
