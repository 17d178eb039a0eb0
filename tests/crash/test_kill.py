"""Does a bot that is killed, stopped, started twice or cut off from its database lose anything?"""

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.client import Simulator
from simulator.user import SimUser
from tests.crash.torture import Plan, torture
from tests.crash.victim import Victim
from tests.support.town import staffed_simulator, town
from tests.support.worker import TEXTS

_HOLD = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held")
time.sleep(3)
"""
_WELCOME = TEXTS("button-register")


async def test_four_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    report = await torture(Plan(kills=4, people=5), tmp_path)
    assert report["findings"] == []
    assert report["kills"] == 4
    assert report["cases"] == report["decisions"] == report["people"]


async def test_the_same_harness_sees_what_a_bot_loses_that_acknowledges_before_it_stores(tmp_path: Path) -> None:
    report = await torture(Plan(kills=2, people=3, entry="tests.crash.hasty"), tmp_path)
    assert report["lost"] > 0
    assert "was confirmed and never stored" in report["findings"][0]


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[tuple[Simulator, Victim]]:
    """A simulator with a staff group, and the bot as a program."""
    async with staffed_simulator() as (sim, _officer, _chief):
        victim = Victim(sim, folder)
        await victim.start()
        try:
            yield sim, victim
        finally:
            await victim.end()


async def welcomed(sim: Simulator) -> SimUser:
    """An invented person whom the bot has answered, so that it is known to run."""
    user = await sim.add_user("Budi (contoh)")
    await user.start()
    await user.wait_for(lambda one: _WELCOME in one.buttons, timeout=90)
    return user


async def test_sigterm_ends_within_ten_seconds_though_a_call_hangs_and_the_answer_comes_later(tmp_path: Path) -> None:
    async with started(tmp_path) as (sim, victim):
        user = await welcomed(sim)
        await sim.fault("sendMessage", delay=60)
        await user.send("/status")
        await victim.get_on(1)
        async with asyncio.timeout(10):
            assert await victim.end(signal.SIGTERM) == 0
        await sim.clear_faults()
        await victim.start()
        await user.sees("Belum ada pendaftaran", timeout=90)
        assert victim.complaints() == []


async def test_a_second_bot_on_the_same_data_ends_with_a_sentence(tmp_path: Path) -> None:
    async with started(tmp_path) as (sim, _victim):
        user = await welcomed(sim)
        second = Victim(sim, tmp_path)
        await second.start()
        assert await second.end(signal.SIGCONT) == 1
        said = (tmp_path / "bot.log").read_text(encoding="utf-8").splitlines()
        assert said[-1].endswith(TEXTS("wrong-taken"))
        await user.send("/bantuan")
        await user.sees("Butuh bantuan?")


class Said(logging.Handler):
    """Rings when a line with these words is logged."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.bell = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if self._words in record.getMessage():
            self.bell.set()


async def test_a_database_that_is_away_for_a_moment_loses_nothing(tmp_path: Path) -> None:
    failed = Said("The database failed under the polling")
    logging.getLogger("bot.app").addHandler(failed)
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await budi.wait_for(lambda one: _WELCOME in one.buttons)
        async with here.look() as unit:
            await unit.conn.exec_driver_sql("ALTER TABLE inbox RENAME TO away")
        await budi.send("/bantuan")
        async with asyncio.timeout(10):
            await failed.bell.wait()
        async with here.look() as unit:
            await unit.conn.exec_driver_sql("ALTER TABLE away RENAME TO inbox")
        await budi.sees("Butuh bantuan?")


async def test_a_database_that_another_program_holds_for_three_seconds_is_waited_for(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await budi.wait_for(lambda one: _WELCOME in one.buttons)
        words = (sys.executable, "-uc", _HOLD, str(tmp_path / "lindung.db"))
        holder = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.PIPE)
        if holder.stdout is not None:
            await holder.stdout.readline()
        await budi.send("/bantuan")
        await budi.sees("Butuh bantuan?")
        assert await holder.wait() == 0
