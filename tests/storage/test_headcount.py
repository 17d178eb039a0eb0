"""Does what is counted already stay right, whatever happens to people and cases, and whoever changes them at once?"""

import asyncio
import random
from collections import Counter
from itertools import product
from typing import Any

import pytest
from sqlalchemy import delete, func, select, text

from bot.headcount import Headcount
from registration.areas import kecamatan_list
from registration.audiences import STANDS, Audience
from registration.lifecycle import State
from registration.programme import read_programme
from storage import audiences, balance, cases, drafts, headcount, people, reach, reminding
from storage.cases import NewCase
from storage.database import Database, Unit
from storage.headcount_tables import Counted, Tally
from storage.tables import Case, Person, table_of
from tests.registration.test_programme import SHIPPED
from tests.storage.headcounts import miscounted
from tests.support.databases import NOW, Store

WINDOWS = ("w2025", "w2026")
SECTORS = ("ojol", "nelayan", "petani")
AREAS = tuple(area.code for area in kecamatan_list())[:3]
WARD, OTHER_WARD = "64.71.05.1003", "64.71.05.1004"
PROGRAMME = read_programme(SHIPPED)


class Town:
    """People to whom anything happens, by dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the dice of a test
        self.number = 1000 * seed

    async def step(self, unit: Unit) -> None:
        """One of the things that happen."""
        who, _ = await people.meet(unit, self.dice.randrange(1, 9))
        happen = self.dice.choice(("source", "gone", "wish", "form", "form", "case", "case", "case", "case"))
        if happen == "source":
            await people.came_from(unit, who.telegram_id, self.dice.choice(("", "ojol", "nelayan", "poster")))
        elif happen == "gone":
            await people.mark_unreachable(unit, who.telegram_id)
        elif happen == "wish":
            await reminding.wish(unit, who.id, wanted=self.dice.random() < 0.5)
        elif happen == "form":
            await self._form(unit, who.id)
        else:
            await self._case(unit, who.id)

    async def _form(self, unit: Unit, person_id: int) -> None:
        found = await drafts.open_of(unit, person_id)
        if not found:
            await drafts.open_new(unit, person_id, {}, rules_version="v1")
        elif self.dice.random() < 0.5:
            home = {"kelurahan": self.dice.choice((WARD, OTHER_WARD))}
            await drafts.save(unit, found[0], home, asking=None)
        else:
            await drafts.close(unit, found[0], self.dice.choice(("sent", "deleted")))

    async def _case(self, unit: Unit, person_id: int) -> None:
        mine = await cases.of_person(unit, person_id)
        if mine and self.dice.random() < 0.6:
            values: dict[str, Any] = {"state": self.dice.choice(list(State)), "sector": self.dice.choice(SECTORS)}
            values["answers"] = mine[0].answers | {"kecamatan": self.dice.choice(AREAS)}
            assert await cases.change(unit, self.dice.choice(mine), **values) is not None
            return
        self.number += 1
        answers = {"nik": f"64710517089{self.number:05d}", "kecamatan": self.dice.choice(AREAS), "kelurahan": WARD}
        which = self.dice.choice(WINDOWS), self.dice.choice(SECTORS)
        await cases.create(unit, NewCase(f"BPN-{self.number}", person_id, 1, *which, "dp3", "waiting", answers, "v1"))


async def grown(store: Store, seed: int, steps: int = 80) -> None:
    """Several things happen in one transaction, and many transactions follow each other."""
    there = Town(seed)
    for _ in range(steps // 4):
        async with store.unit() as unit:
            for _ in range(there.dice.randrange(1, 8)):
                await there.step(unit)


@pytest.mark.parametrize("seed", range(4))
async def test_every_audience_is_as_many_as_would_get_the_message(store: Store, seed: int) -> None:
    await grown(store, seed)
    async with store.look() as unit:
        assert await miscounted(unit) == []
        for window, sector, stands, area in product(WINDOWS, ("", *SECTORS), ("", *STANDS), ("", *AREAS)):
            audience = Audience(sector, stands, area)
            found = await audiences.following(unit, audience, window, 0, 100)
            assert await audiences.count(unit, audience, window) == len(found), (audience, window)


@pytest.mark.parametrize("seed", range(4))
async def test_cases_and_people_are_as_many_as_the_rows_say(store: Store, seed: int) -> None:
    await grown(store, seed)
    case, person = table_of(Case), table_of(Person)
    async with store.look() as unit:
        for window in WINDOWS:
            columns = (case.c.sector, case.c.agency, case.c.state)
            rows = await unit.conn.execute(
                select(*columns, func.count()).where(case.c.window == window).group_by(*columns)
            )
            groups = await balance.groups(unit, window)
            assert sorted((each.sector, each.agency, each.state, each.count) for each in groups) == sorted(
                map(tuple, rows)
            )
        everybody = (await unit.conn.execute(select(person))).all()
        found = await reach.reach(unit, [WARD, OTHER_WARD])
    lost = [row for row in everybody if row.unreachable_at or row.reminders == "off"]
    assert (found.known, found.asked) == (len(everybody), sum(row.reminders == "on" for row in everybody))
    assert found.sources == Counter(row.source for row in everybody)
    assert (found.lost.total(), sum(n for (why, _), n in found.lost.items() if why == "gone")) == (
        len(lost), sum(row.unreachable_at is not None for row in lost),
    )  # fmt: skip


async def test_who_moves_house_while_not_reached_is_counted_where_they_live_now(store: Store) -> None:
    async with store.unit() as unit:
        who, _ = await people.meet(unit, 7)
        await reminding.wish(unit, who.id, wanted=False)
        draft = await drafts.open_new(unit, who.id, {"kelurahan": WARD}, rules_version="v1")
    async with store.look() as unit:
        assert (await reach.reach(unit, [WARD])).lost == {("off", WARD): 1}
    async with store.unit() as unit:
        await drafts.save(unit, draft, {"kelurahan": OTHER_WARD}, asking=None)
        assert (await reach.reach(unit, [WARD])).lost == {("off", ""): 1}  # in the very transaction
    async with store.unit() as unit:
        await people.mark_unreachable(unit, 7)
    async with store.look() as unit:
        assert (await reach.reach(unit, [WARD, OTHER_WARD])).lost == {("gone", OTHER_WARD): 1}


async def test_where_somebody_lives_is_not_to_be_read_from_the_books(store: Store) -> None:
    await grown(store, 1)
    async with store.look() as unit:
        tally = (await unit.conn.execute(select(table_of(Tally).c.cell))).scalars().all()
        kept = (await unit.conn.execute(select(table_of(Counted).c.cells))).scalars().all()
    assert [text for text in (*tally, *kept) if "64.71" in text] == []


async def test_two_processes_that_change_one_person_at_once_count_them_once(store: Store) -> None:
    async with store.unit() as unit:
        for number in range(1, 6):
            await people.meet(unit, number)

    async def happens(db: Database, order: list[int], source: str) -> None:
        async with db.unit(NOW) as unit:
            for telegram_id in order:
                await people.came_from(unit, telegram_id, source)
            await cases.create(unit, NewCase(source, 3, 1, "w2025", "ojol", "dp3", "waiting", {"nik": source}, "v1"))
        async with db.unit(NOW) as unit:
            await headcount.fold(unit)

    both = (store.mine, store.other)
    await asyncio.gather(*(happens(both[number % 2], [1, 2, 3], f"s{number}") for number in range(6)))
    async with store.look() as unit:
        assert await miscounted(unit) == []


async def test_who_counts_a_person_waits_for_another_process_that_does(store: Store) -> None:
    if store.mine.is_sqlite:
        return  # has one writer
    async with store.unit() as unit:
        who, _ = await people.meet(unit, 7)
        case = await cases.create(unit, NewCase("B-1", who.id, 1, "w2025", "ojol", "dp3", "waiting", {"nik": ""}, "v"))

    async def decide() -> None:
        async with store.other.unit(NOW) as unit:
            assert await cases.change(unit, case, state="approved") is not None

    waits = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    async with asyncio.TaskGroup() as group, store.unit() as unit:
        await people.came_from(unit, 7, "poster")
        await headcount.books(unit, "people")
        group.create_task(decide())
        while not (await unit.conn.execute(waits)).scalar_one():
            await unit.conn.execute(text("SELECT pg_stat_clear_snapshot()"))
    async with store.look() as unit:
        assert await miscounted(unit) == []


async def test_adding_up_leaves_one_row_a_cell_and_changes_no_count(store: Store) -> None:
    for seed in range(3):
        await grown(store, seed, 160)
    table = table_of(Tally)
    cell = func.count(func.distinct(table.c.book + table.c.cell))
    async with store.unit() as unit:
        before = await headcount.books(unit, "people", "lost", *(f"cases {window}" for window in WINDOWS))
        rows, _ = (await unit.conn.execute(select(func.count(), cell))).one()
        await headcount.fold(unit)
        after = await headcount.books(unit, "people", "lost", *(f"cases {window}" for window in WINDOWS))
        fewer, different = (await unit.conn.execute(select(func.count(), cell))).one()
    assert rows > 2 * fewer
    assert (after, fewer) == (before, different)


async def test_people_of_before_the_books_come_into_them_at_the_start(store: Store) -> None:
    await grown(store, 2)
    async with store.unit() as unit:
        for model in (Counted, Tally):
            await unit.conn.execute(delete(table_of(model)))
    await Headcount(store.mine, PROGRAMME, lambda: NOW).count_again()
    async with store.look() as unit:
        assert await miscounted(unit) == []


async def test_a_wrong_count_is_mended_and_told(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await grown(store, 3)
    person = table_of(Person)
    async with store.unit() as unit:
        await unit.conn.execute(person.update().values(source="behind our back"))
        assert await miscounted(unit) != []
    await Headcount(store.mine, PROGRAMME, lambda: NOW).count_again()
    async with store.look() as unit:
        assert await miscounted(unit) == []
        count = (await unit.conn.execute(select(func.count()).select_from(person))).scalar_one()
    assert [each.getMessage() for each in caplog.records] == [f"Of {count} people the count was wrong; it is right now"]
