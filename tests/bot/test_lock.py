"""Is a second bot on the same data refused, on one machine and on two?"""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.lock import only_one, only_one_on
from bot.wrong import Wrong
from storage.database import Database
from tests.support.databases import NOW, Postgresql, connected


def test_a_folder_is_held_by_one_and_free_again_afterwards(tmp_path: Path) -> None:
    with only_one(tmp_path / "var"):
        with pytest.raises(Wrong) as refused, only_one(tmp_path / "var"):
            pass
        assert refused.value.code == "taken"
        with only_one(tmp_path / "elsewhere"):
            pass
    with only_one(tmp_path / "var"):
        pass


async def test_a_postgresql_database_is_held_by_one_of_two_machines(postgresql: Postgresql) -> None:
    url, other_url = await postgresql.fresh(tables=False), await postgresql.fresh(tables=False)
    async with connected(url) as one, connected(url) as two, connected(other_url) as elsewhere:
        async with only_one_on(one):
            with pytest.raises(Wrong) as refused:
                await entered(two)
            assert refused.value.code == "taken"
            await entered(elsewhere)
        await entered(two)
        await entered(one)


async def test_what_is_raised_inside_comes_out_as_it_was_and_frees_the_lock(postgresql: Postgresql) -> None:
    url = await postgresql.fresh(tables=False)
    async with connected(url) as one, connected(url) as two:
        with pytest.raises(LookupError):
            await entered(one, LookupError())
        with pytest.raises(Wrong):
            await entered(one, Wrong("token-refused"))
        await entered(two)


async def test_a_bot_whose_connection_was_lost_takes_its_seat_again(postgresql: Postgresql) -> None:
    url = await postgresql.fresh(tables=False)
    async with connected(url) as one, connected(url) as two, only_one_on(one, look_again=0.02):
        before = await holder(two)
        await drop_connection(two, before)
        async with asyncio.timeout(10):
            while await holder(two) in {None, before}:
                pass
        with pytest.raises(Wrong):
            await entered(two)


async def test_a_bot_stops_when_another_was_quicker_to_take_its_seat(postgresql: Postgresql) -> None:
    url = await postgresql.fresh(tables=False)
    async with connected(url) as one, connected(url) as two:
        inside = asyncio.Event()

        async def work() -> None:
            async with only_one_on(one, look_again=0.5):
                inside.set()
                await asyncio.Event().wait()

        working = asyncio.ensure_future(work())
        await inside.wait()
        await drop_connection(two, await holder(two))
        async with only_one_on(two), asyncio.timeout(10):
            with pytest.raises(Wrong) as refused:
                await working
        assert refused.value.code == "taken"


async def test_sqlite_needs_no_lock_of_its_own_beside_that_of_the_folder(tmp_path: Path) -> None:
    async with connected(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}") as db, only_one_on(db), only_one_on(db):
        pass


async def entered(db: Database, problem: Exception | None = None) -> None:
    """Hold the lock for a moment."""
    async with only_one_on(db):
        if problem is not None:
            raise problem


async def holder(db: Database) -> int | None:
    """The process of the server behind the connection that holds the lock of this database."""
    statement = text(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    async with db.unit(NOW) as unit:
        pid: int | None = (await unit.conn.execute(statement)).scalar_one_or_none()
        return pid


async def drop_connection(db: Database, pid: int | None) -> None:
    """As a broken network does; returns when the server has let go."""
    async with db.unit(NOW) as unit:
        await unit.conn.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
