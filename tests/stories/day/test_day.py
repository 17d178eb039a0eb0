"""A day in the life: three groups, nine officers, hundreds of workers of all sectors, a third as many places."""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from registration.lifecycle import State
from tests.stories.day.books import Books, settle
from tests.stories.day.desk import Desk
from tests.stories.day.officers import work
from tests.stories.day.people import SEED, Bell, Life, forgetful, lives, offices
from tests.stories.day.workers import live
from tests.stories.staff.test_board import look
from tests.stories.staff.test_quota import rules_with
from tests.support.town import Town, town

WORKERS = int(os.environ.get("LINDUNG_DAY_WORKERS", "60"))  # `make day`: 300
PLACES = WORKERS // 3
_LONGEST = 400  # seconds: how long a day may take on a slow machine
_AT_ONCE = 20  # workers who are sending their form


async def spend(here: Town, everybody: Sequence[Life], desks: Sequence[Desk], fills: int = 0) -> None:
    """All workers and officers at the same time, until every life is over; so many fill the form in the chat."""
    door = asyncio.Semaphore(_AT_ONCE)
    async with all_come_to_an_end(everybody), asyncio.TaskGroup() as tasks:
        for life in random.Random(SEED).sample(everybody, len(everybody)):  # noqa: S311 - the same order each time
            life.user = await here.sim.add_user(life.answers["name"].split()[0], phone=life.answers["phone"])
            tasks.create_task(live(here, life, door, fills=life.serial <= fills))
        for desk in desks:
            for officer in desk.office.everybody:
                tasks.create_task(work(officer, desk, everybody))
    await settle(here)


@asynccontextmanager
async def all_come_to_an_end(everybody: Sequence[Life]) -> AsyncIterator[None]:
    """Where somebody waits for ever, say who and for what."""
    try:
        async with asyncio.timeout(_LONGEST):
            yield
    except TimeoutError as problem:
        left = [life for life in everybody if not life.is_over]
        told = [f"{life.number} of {life.agency}, {life.steps}, waits for {life.next!r}" for life in left]
        raise AssertionError("\n".join(told)) from problem


async def weeks_pass(here: Town, waiting: Sequence[Life]) -> None:
    """A month without an answer: two notices, and the end."""
    for days, hours, words in ((23, 0, "masih menunggu perbaikan"), (6, 0, "Kesempatan terakhir"), (1, 22, "ditutup.")):
        here.app.clock._shift += timedelta(days=days, hours=hours)
        await look(here)
        for life in waiting:
            await life.user.sees(words, timeout=60)
        await settle(here)
        await look(here)  # what has arrived is noted
    here.app.clock._shift += timedelta(hours=2)


@asynccontextmanager
async def watched(desks: Sequence[Desk]) -> AsyncIterator[None]:
    """Officers have their group before their eyes."""
    watching = [asyncio.ensure_future(desk.watch()) for desk in desks]
    try:
        yield
    finally:
        for each in watching:
            each.cancel()


async def test_the_books_of_a_day_balance(tmp_path: Path) -> None:
    rules, bell = rules_with(tmp_path, f"pool = {PLACES}"), Bell()
    early, everybody = forgetful(bell), lives(WORKERS, bell)
    async with town(tmp_path, programme_file=rules, staff_chat_id=None) as here:
        desks = [Desk(here, office, bell) for office in await offices(here)]
        async with watched(desks):
            await spend(here, early, desks)
            await weeks_pass(here, early)
            await spend(here, everybody, desks, fills=WORKERS // 10)
        for desk in desks:
            await desk.look()
        books = Books([*early, *everybody], PLACES)
        await books.read(here)
        books.compare_with_workers()
        books.compare_with_groups(desks)
        assert books.faults == [], "\n".join(books.faults)
        assert books.ends() == books.meant_ends()
        assert (books.count(State.APPROVED), len(books.cases)) == (PLACES, WORKERS + len(early))
        for desk in desks:
            office = desk.office
            await office.officers[0].send("/kuota", chat=office.chat)
            shown = await office.officers[0].sees("Kuota per", chat=office.chat, timeout=60)
            assert shown.text.splitlines()[2:] == books.kuota()
            await office.officers[1].send("/antrian", chat=office.chat)
            await office.officers[1].sees(books.antrian(office.agency), chat=office.chat, timeout=60)
