"""Do updates get from Telegram into the inbox, each once, whatever is among them?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from sqlalchemy import select

from bot.inbound import Polling
from simulator.client import Simulator
from simulator.running import simulated
from simulator.wire import Json
from storage import inbox
from storage.database import Database
from storage.tables import Inbox, table_of
from tests.support.databases import NOW, connected, make_tables

_TOKEN = "424242:SIMULATOR-demo-token-not-a-secret"


@asynccontextmanager
async def polling(db: Database, base_url: str) -> AsyncIterator[None]:
    """The real poller, run until the end of the block."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
    async with Bot(_TOKEN, session=session) as bot, asyncio.TaskGroup() as group:
        task = group.create_task(Polling(db, bot, lambda: NOW).run())
        try:
            yield
        finally:
            task.cancel()


@dataclass
class Post:
    """A simulator and an empty inbox; `arrive` waits until so many rows are there."""

    sim: Simulator
    db: Database

    async def arrive(self, count: int) -> list[str]:
        table = table_of(Inbox)
        bell = asyncio.Event()
        self.db.inbox_bells.append(bell)
        async with asyncio.timeout(10):
            while True:
                bell.clear()
                async with self.db.unit(NOW) as unit:
                    keys = list((await unit.conn.execute(select(table.c.key).order_by(table.c.id))).scalars())
                if len(keys) >= count:
                    return keys
                await bell.wait()


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'post.db'}"
    await make_tables(url)
    async with simulated() as sim, connected(url) as db:
        yield Post(sim, db)


def said(text: str, **more: object) -> Json:
    """A message of an invented person."""
    person = {"id": 7, "is_bot": False, "first_name": "Contoh"}
    return {"message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": person, "text": text}}


@pytest.mark.parametrize(
    "odd",
    [
        {"message": "no message"},
        {"message": {"chat": None}},
        {"message": {"text": 5, "chat": {"id": 7, "type": "private"}}},
        {"callback_query": {"id": "1"}},
        {"callback_query": []},
        {"chat_member": {}},
        {"update_id": 2**70, **said("far beyond")},
        {"update_id": -(2**70), **said("far below")},
        {"update_id": "12", **said("no number")},
        {"some_new_kind": {"of": "update"}},
    ],
)
async def test_an_odd_update_does_not_hold_up_the_ones_around_it(post: Post, odd: Json) -> None:
    before = await post.sim.inject(said("before"))
    await post.sim.inject(odd)
    async with polling(post.db, post.sim.base_url):
        keys = await post.arrive(1)
        after = await post.sim.inject({"update_id": before + 2, **said("after")})
        while f"u:{after}" not in keys:
            keys = await post.arrive(len(keys) + 1)
    assert keys[0] == f"u:{before}"


async def test_an_update_that_comes_five_times_is_kept_once_in_its_place(post: Post) -> None:
    first = await post.sim.inject(said("one"))
    async with polling(post.db, post.sim.base_url):
        await post.arrive(1)
        for _ in range(4):
            await post.sim.redeliver(first)
        second = await post.sim.inject(said("two"))
        assert await post.arrive(2) == [f"u:{first}", f"u:{second}"]


async def test_numbers_that_jump_down_after_a_quiet_week_are_kept_in_their_order_of_arrival(post: Post) -> None:
    old = await post.sim.inject(said("old"))
    async with polling(post.db, post.sim.base_url):
        await post.arrive(1)
        assert await post.sim.inject({"update_id": 1000, **said("new numbers")}) == 1000
        await post.arrive(2)
        assert await post.sim.inject({"update_id": 1001, **said("go on")}) == 1001
        assert await post.arrive(3) == [f"u:{old}", "u:1000", "u:1001"]


async def test_a_poller_that_starts_again_goes_on_where_the_last_one_stopped(post: Post) -> None:
    async with polling(post.db, post.sim.base_url):
        first = await post.sim.inject(said("one"))
        await post.arrive(1)
    second = await post.sim.inject(said("two"))
    async with polling(post.db, post.sim.base_url):
        assert await post.arrive(2) == [f"u:{first}", f"u:{second}"]


async def test_what_could_not_be_stored_is_not_acknowledged(post: Post) -> None:
    number = await post.sim.inject(said("one"))
    async with post.db.unit(NOW) as unit:
        await unit.conn.exec_driver_sql("ALTER TABLE inbox RENAME TO away")
    with pytest.raises(ExceptionGroup):
        async with polling(post.db, post.sim.base_url):
            await asyncio.Event().wait()
    assert await post.sim.waiting_updates() == 1
    async with post.db.unit(NOW) as unit:
        await unit.conn.exec_driver_sql("ALTER TABLE away RENAME TO inbox")
    async with polling(post.db, post.sim.base_url):
        assert await post.arrive(1) == [f"u:{number}"]


async def test_answers_that_are_not_telegrams_are_waited_out(tmp_path: Path) -> None:
    """A proxy on the way answers with a page of its own, once with 502 and once with 200."""
    answers = [
        web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html"),
        web.Response(status=200, text="<html>Please log in</html>", content_type="text/html"),
        web.json_response({"ok": True, "result": [{"update_id": 5, **said("at last")}]}),
    ]

    async def answer(_request: web.Request) -> web.Response:
        if answers:
            return answers.pop(0)
        return web.json_response({"ok": True, "result": []})

    url = f"sqlite+aiosqlite:///{tmp_path / 'post.db'}"
    await make_tables(url)
    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with connected(url) as db, simulated() as sim:
        async with polling(db, f"http://127.0.0.1:{runner.addresses[0][1]}"):
            assert await Post(sim, db).arrive(1) == ["u:5"]
        async with db.unit(NOW) as unit:
            assert await inbox.waiting(unit) == 1
    await runner.cleanup()
