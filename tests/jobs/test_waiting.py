"""Are jobs that nobody looks at a clock for done at last, however long the vault was away?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from sqlalchemy import select, update
from telegram import Bot

from documents.sandbox import Sandbox
from jobs.known_pages import KnownPages
from jobs.lists import Lists
from jobs.runner import Runner
from jobs.tools import Tools
from locales import Texts
from storage import inbox, outbox
from storage.tables import Outbox, table_of
from storage.vault import Vault
from tests.handlers.phone import PROGRAMME
from tests.support.buckets import S3
from tests.support.databases import Store, later
from tests.support.shelves import a_bucket, names_in

OUTBOX = table_of(Outbox)


@asynccontextmanager
async def at_work(store: Store, vault: Vault, minutes: float) -> AsyncIterator[None]:
    """The runner of jobs, at some minute."""

    def now() -> datetime:
        return later(minutes)

    async with Sandbox() as sandbox:
        known, lists = KnownPages(store.mine, now), Lists(store.mine, PROGRAMME, Texts(), now)
        task = asyncio.ensure_future(Runner(store.mine, Tools(Bot("1:x"), sandbox, vault, known, lists), now).run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def rows(store: Store) -> list[tuple[str, str, int]]:
    async with store.look() as unit:
        found = await unit.conn.execute(select(OUTBOX.c.name, OUTBOX.c.state, OUTBOX.c.attempts).order_by(OUTBOX.c.id))
        return [tuple(row) for row in found]


async def until(store: Store, wanted: list[tuple[str, str, int]]) -> None:
    async with asyncio.timeout(20):
        while await rows(store) != wanted:
            pass  # each look is a transaction of its own, between which the runner writes


async def test_a_card_and_what_is_to_be_forgotten_wait_for_the_vault_as_long_as_it_takes(store: Store, s3: S3) -> None:
    vault = a_bucket(s3).vault()
    unwanted = await vault.put(b"isi")
    async with store.unit() as unit:
        outbox.job(unit, "draw_card", {"case": 1, "pages": [], "note": "CONTOH"})
        outbox.job(unit, "forget_files", {"names": [unwanted]})
    async with store.unit() as unit:
        await unit.conn.execute(update(OUTBOX).values(attempts=20))
    with s3.refusing():
        async with at_work(store, vault, minutes=0):
            await until(store, [("draw_card", "due", 21), ("forget_files", "due", 21)])
    async with at_work(store, vault, minutes=6):
        await until(store, [("draw_card", "sent", 21), ("forget_files", "sent", 21)])
    async with store.unit(minutes=7) as unit:
        results = {event.kind: event.body["result"] for event in await inbox.take(unit, 10)}
    (picture,) = await names_in(vault)
    assert results == {"draw_card": {"vault": picture, "missing": 0}, "forget_files": {}}
