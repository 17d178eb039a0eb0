"""How long does one look among 100,000 pages take, how long do they take to load, and how much memory?

On SQLite. The pages are put together, word by word, from drawn ones, so that they are
as near to each other as those of real people: fingerprints by chance alone would be told apart much sooner.
"""

import asyncio
import resource
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.alike import one_print
from documents.likeness import SIZE
from documents.reader.telling import NIK_WEIGHT
from jobs.known_pages import KnownPages
from storage.database import Database
from storage.keys import KeyRing, make_key
from storage.page_tables import Fingerprint, PageNumber, StoredFile
from storage.schema import bring_up_to_date

DRAWN = 40
LOOKS = 200
WORD = 8  # bytes that are taken together from one page
BATCH = 500


def known(pages: int) -> dict[str, Any]:
    """Fill a table, look once (that loads all), look again and again; seconds, milliseconds, MB."""
    return asyncio.run(_known(pages))


async def _known(pages: int) -> dict[str, Any]:
    drawn = np.array([np.frombuffer(one_print("good", number), dtype=np.uint8) for number in range(DRAWN)])
    with TemporaryDirectory() as folder:
        make_key(Path(folder) / "keys")
        db = Database(f"sqlite+aiosqlite:///{folder}/known.db", KeyRing.load(Path(folder) / "keys"))
        async with db.unit(now()) as unit:
            await bring_up_to_date(unit.conn)
        await fill(db, drawn, pages)
        table = KnownPages(db, now)
        before, start = memory(), time.perf_counter()
        async with asyncio.TaskGroup() as group:
            longest = group.create_task(longest_pause(loaded := asyncio.Event()))
            await table.like_those_of(1)
            loaded.set()
        seconds, held = time.perf_counter() - start, memory() - before
        pause = 1000 * longest.result()
        print(f"{pages} pages loaded in {seconds:.1f} s, {held} MB; others waited {pause:.0f} ms at the longest")
        report = {"pages": pages, "loading s": round(seconds, 1), "MB": held, "longest pause ms": round(pause)}
        report |= await look(table)
        await db.close()
    return report


async def look(table: KnownPages) -> dict[str, Any]:
    """The times of whole looks: what is new in the table, the comparing, whose pages were found."""
    passed, spent = [], []
    for case in range(2, LOOKS + 2):
        start = time.perf_counter(), time.process_time()
        await table.like_those_of(case)
        passed.append(1000 * (time.perf_counter() - start[0]))
        spent.append(1000 * (time.process_time() - start[1]))
    report = {}
    for name, times in (("by the clock", passed), ("of a core", spent)):
        median, nearly_all = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"a look, ms {name}: median {median:.1f}, p95 {nearly_all:.1f}")
        report[f"ms {name}"] = {"median": round(median, 1), "p95": round(nearly_all, 1)}
    return report


async def fill(db: Database, drawn: NDArray[np.uint8], pages: int) -> None:
    """One page for each case."""
    chance = np.random.default_rng(1)
    words = drawn.reshape(len(drawn), SIZE // WORD, WORD)
    for first in range(1, pages + 1, BATCH):
        numbers = range(first, min(first + BATCH, pages + 1))
        files, prints, says = [], [], []
        async with db.unit(now()) as unit:
            for number in numbers:
                bits = words[chance.integers(0, len(drawn), SIZE // WORD), np.arange(SIZE // WORD)].tobytes()
                sealed = unit.ring.seal(bits, f"fingerprint:{number}")
                says.append({"term": chance.bytes(16), "file_id": number, "weight": NIK_WEIGHT})
                prints.append({"id": number, "file_id": number, "case_id": number, "bits_sealed": sealed})
                place = {"draft_id": number, "question": "ktp_photo", "unique_id": "u", "page": 0, "state": "kept"}
                files.append(
                    {"id": number, **place, "vault_name": "", "width": 1, "height": 1, "forwarded": False}
                    | {"created_at": unit.now}
                )
            await unit.insert_new(StoredFile, files, conflict=["id"])
            await unit.insert_new(Fingerprint, prints, conflict=["id"])
            await unit.insert_new(PageNumber, says, conflict=["term", "file_id"])


async def longest_pause(over: asyncio.Event) -> float:
    """How long the event loop was busy at a stretch."""
    longest, last = 0.0, time.perf_counter()
    while not over.is_set():
        await asyncio.sleep(0)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    return longest


def now() -> datetime:
    """The time of a transaction."""
    return datetime.now(UTC)


def memory() -> int:
    """What the process holds now, MB."""
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return held * resource.getpagesize() // 2**20
