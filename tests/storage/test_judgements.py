"""Is the judgement kept as it was, sealed, and are undecided cases looked through in batches?"""

from typing import Any

import pytest
from sqlalchemy import select

from registration.checking import Check
from storage import cases, judgements, undecided
from storage.cases import Case, NewCase
from storage.database import Database, Unit
from storage.keys import KeyRing
from storage.rotation import reseal_rows
from storage.tables import Judgement, table_of
from tests.support.databases import NOW, Store, later

FOUND = (Check("income", "look", {"income": "4.000.000", "limit": "3.701.508"}), Check("area", "ok", {"area": "X"}))


async def case(unit: Unit, number: int, **answers: Any) -> Case:
    new = NewCase(
        f"BPN-25-{number:06d}-0", 1, number, "w2025", "lainnya", "disnaker", "waiting",
        {"nik": f"64710517089{number:05d}", **answers}, "2025-11",
    )  # fmt: skip
    return await cases.create(unit, new)


async def test_a_judgement_is_read_back_by_another_session_and_the_newest_counts(store: Store) -> None:
    async with store.mine.unit(NOW) as unit:
        await judgements.keep(unit, 7, "2025-11", FOUND)
    async with store.other.unit(NOW) as unit:
        assert await judgements.of_case(unit, 7) == ("2025-11", FOUND)
        assert await judgements.of_case(unit, 8) is None
    async with store.mine.unit(later(1)) as unit:
        await judgements.keep(unit, 7, "2026-11", FOUND[1:])
    async with store.other.unit(NOW) as unit:
        assert await judgements.of_case(unit, 7) == ("2026-11", FOUND[1:])


async def test_what_was_found_is_sealed_and_survives_a_new_key(store: Store) -> None:
    async with store.mine.unit(NOW) as unit:
        await judgements.keep(unit, 7, "2025-11", FOUND)
        sealed = (await unit.conn.execute(select(table_of(Judgement).c.found_sealed))).scalar_one()
    assert b"4.000.000" not in sealed
    ring = KeyRing({1: bytes(range(32)), 2: bytes(range(32, 64))})
    newer = Database(store.mine.url.render_as_string(hide_password=False), ring)
    assert [await reseal_rows(newer, lambda: NOW), await reseal_rows(newer, lambda: NOW)] == [1, 0]
    async with newer.unit(NOW) as unit:
        assert await judgements.of_case(unit, 7) == ("2025-11", FOUND)
    await newer.close()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undecided, "_BATCH", 2)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("count", [0, 1, 2, 4, 5])
async def test_every_undecided_case_comes_once_whatever_the_size_of_a_batch(store: Store, count: int) -> None:
    async with store.mine.unit(NOW) as unit:
        for number in range(count):
            made = await case(unit, number, income=number)
            if number % 2:
                await judgements.keep(unit, made.id, "2025-11", FOUND)
        for number, state in enumerate(("approved", "rejected", "withdrawn"), start=90):
            await cases.change(unit, await case(unit, number), state=state)
    found = [one async for one in undecided.undecided(store.other, lambda: NOW)]
    assert [(one.answers["income"], one.judged, one.window, one.sent_at) for one in found] == [
        (number, FOUND if number % 2 else None, "w2025", NOW) for number in range(count)
    ]


async def test_cases_that_were_sent_back_are_undecided_too(store: Store) -> None:
    async with store.mine.unit(NOW) as unit:
        for number, state in enumerate(("waiting", "claimed", "sent_back")):
            await cases.change(unit, await case(unit, number), state=state)
    assert len([one async for one in undecided.undecided(store.other, lambda: NOW)]) == 3
