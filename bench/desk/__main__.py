"""python -m bench.desk            (SQLite; --postgresql for a server of its own)"""

import argparse
import asyncio
import gc
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bench.desk import rows
from bench.desk.acts import ALL, Act
from bench.desk.city import City
from bench.desk.filling import fill
from bench.desk.office import Office
from bot.headcount import Headcount
from registration.lifecycle import State
from registration.programme import read_programme
from storage import inbox
from storage.database import Database
from storage.schema import bring_up_to_date
from tests.registration.test_programme import SHIPPED
from tests.support.databases import RING, Postgresql, postgresql_server

_NOW = datetime(2025, 12, 10, 1, 0, tzinfo=UTC)  # nine o'clock in the city, on a Wednesday
_MOST = 1.5
Spent = tuple[float, float]  # milliseconds, and those of the processor
Times = tuple[list[Spent], list[Spent]]


async def open_office(url: str, count: int) -> Office:
    """A city with as many places as cases were approved, and one more."""
    db, city = Database(url, RING), City(count, _NOW)
    async with db.unit(_NOW) as unit:
        await bring_up_to_date(unit.conn)
    begun = time.perf_counter()
    await fill(db, city)
    counting = Headcount(db, read_programme(SHIPPED), lambda: _NOW)
    await counting.count_again()
    await counting.add_up()
    print(f"{count} cases filled in {time.perf_counter() - begun:.0f} s", flush=True)
    approved = sum(city.state(number) is State.APPROVED for number in range(1, count + 1))
    programme = read_programme(SHIPPED.replace("pool = 7100", f"pool = {approved + 1}"))
    office = Office(db, programme, rows.OFFICERS, now=_NOW)
    await office.open(city)
    return office


async def _once(office: Office, act: Act) -> Spent:
    await office.begin_turn()
    for step in act.before:
        await step(office)
    office.start_clock()
    await act.do(office)
    return office.spent, office.worked


async def _measure(offices: Sequence[Office], act: Act, repeat: int) -> Times:
    """Small and large by turns, so that whatever else the machine does hits both."""
    times: Times = ([], [])
    for turn in range(repeat + 1):
        for which in (0, 1) if turn % 2 else (1, 0):
            taken = await _once(offices[which], act)
            if turn:  # the first is for warming up
                times[which].append(taken)
    return times


async def _all(urls: Sequence[str], sizes: Sequence[int], acts: Sequence[Act], repeat: int) -> dict[str, Times]:
    offices = [await open_office(url, size) for url, size in zip(urls, sizes, strict=True)]
    gc.collect()
    gc.freeze()
    found = {}
    for act in acts:
        found[act.name] = await _measure(offices, act, repeat)
        small, large = (Counter(office.calls) for office in offices)
        print(_line(act, found[act.name]) + ("" if small == large else f" NOT THE SAME: {small} {large}"), flush=True)
    for office in offices:
        async with office.db.unit(office.now) as unit:
            assert await inbox.parked(unit) == []
        await office.db.close()
    return found


def _line(act: Act, times: Times) -> str:
    (few, few_worked), (many, many_worked) = (zip(*side, strict=True) for side in times)
    ratios = median(many) / median(few), median(many_worked) / median(few_worked)
    note = "" if min(ratios) <= _MOST else " reads more" if act.reads_more else " SLOWER"
    figures = (median(few), _late(few), median(many), _late(many), *ratios)
    return f"{act.name:40}" + "".join(f"{figure:10.2f}" for figure in figures) + note


def _late(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _urls(stack: ExitStack, sizes: Sequence[int], *, postgresql: bool) -> Iterator[str]:
    if postgresql:
        server = Postgresql(stack.enter_context(postgresql_server()))
        yield from asyncio.run(_databases(server, len(sizes)))
    else:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lindung-bench-")))
        yield from (f"sqlite+aiosqlite:///{folder / f'{size}.db'}" for size in sizes)


async def _databases(server: Postgresql, count: int) -> list[str]:
    return [await server.fresh(tables=False) for _ in range(count)]


def main() -> None:
    """Run it: a table, and last one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs=2, default=[100, 100_000])
    parser.add_argument("--repeat", type=int, default=30)
    parser.add_argument("--only", default="", help="only acts whose names begin like this")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own instead of SQLite")
    given = parser.parse_args()
    acts = [act for act in ALL if act.name.startswith(given.only)]
    load = os.getloadavg()[0]
    with ExitStack() as stack:
        urls = list(_urls(stack, given.sizes, postgresql=given.postgresql))
        print(
            "act".ljust(40), *(f"{size}: p50, p95 ms".rjust(19) for size in given.sizes), "ratio".rjust(9), "processor"
        )
        found = asyncio.run(_all(urls, given.sizes, acts, given.repeat))
    figures = {
        name: [[round(median(kind), 2) for kind in zip(*side, strict=True)] for side in both]
        for name, both in found.items()
    }
    loads = [round(load, 1), round(os.getloadavg()[0], 1)]
    print(json.dumps({"sizes": given.sizes, "repeat": given.repeat, "load": loads, "ms": figures}))


if __name__ == "__main__":
    main()
