"""Does the queue show the oldest first, a page at a time in both directions, and leave out what is put aside?"""

from datetime import date

import pytest

from storage import cases, waiting
from storage.cases import Case, NewCase
from storage.waiting import Line
from tests.storage.plans import plan_of
from tests.support.databases import Store

AGENCIES = ("disnaker", "dp3")
TODAY = date(2025, 11, 10)
TOMORROW = date(2025, 11, 11)


async def sent(store: Store, count: int) -> list[Case]:
    """Cases of two agencies by turns."""
    found = []
    async with store.unit() as unit:
        for number in range(1, count + 1):
            answers = {"nik": f"64710517089{number:05d}", "name": "Siti"}
            agency = AGENCIES[number % 2]
            new = NewCase(f"BPN-{number}", 1, 1, "w2025", "ojol", agency, "waiting", answers, "v1")
            found.append(await cases.create(unit, new))
    return found


async def change(store: Store, case: Case, **values: object) -> Case:
    async with store.unit() as unit:
        after = await cases.change(unit, case, next_revision=False, **values)  # type: ignore[arg-type]  # any column
    assert after is not None
    return after


async def page(store: Store, line: Line, most: int, *, after: int = 0, before: int | None = None) -> list[int]:
    async with store.look() as unit:
        found = await waiting.page(unit, line, most, after=after, before=before)
    return [int(case.number.removeprefix("BPN-")) for case in found]


async def count(store: Store, line: Line) -> int:
    async with store.look() as unit:
        return await waiting.count(unit, line)


async def test_pages_follow_each_other_there_and_back_over_all_agencies(store: Store) -> None:
    sent_cases = await sent(store, 7)
    line = Line(AGENCIES, TODAY)
    assert await page(store, line, 3) == [1, 2, 3]
    assert await page(store, line, 3, after=sent_cases[2].id) == [4, 5, 6]
    assert await page(store, line, 3, after=sent_cases[5].id) == [7]
    assert await page(store, line, 3, before=sent_cases[6].id) == [4, 5, 6]
    assert await page(store, line, 3, before=sent_cases[1].id) == [1]
    assert await page(store, Line(("dp3",), TODAY), 9) == [1, 3, 5, 7]
    assert (await count(store, line), await count(store, Line((), TODAY))) == (7, 0)


async def test_an_objection_waits_like_a_case_and_what_is_decided_or_with_its_worker_does_not(store: Store) -> None:
    for case, state in zip(await sent(store, 4), ("objected", "rejected", "sent_back", "approved"), strict=True):
        await change(store, case, state=state)
    assert (await page(store, Line(AGENCIES, TODAY), 9), await count(store, Line(AGENCIES, TODAY))) == ([1], 1)


async def test_nobody_counts_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await sent(store, 7)
    monkeypatch.setattr(waiting, "MOST_COUNTED", 4)
    assert await count(store, Line(AGENCIES, TODAY)) == 5


async def test_only_open_cases_wait_taken_ones_too(store: Store) -> None:
    sent_cases = await sent(store, 5)
    for case, state in zip(sent_cases, ("claimed", "approved", "sent_back", "withdrawn"), strict=False):
        await change(store, case, state=state)
    assert await page(store, Line(AGENCIES, TODAY), 9) == [1, 5]


async def test_a_case_put_aside_comes_back_on_its_day_and_any_move_ends_that(store: Store) -> None:
    first, second, third = await sent(store, 3)
    held = await change(store, first, state="waiting", hold_until=TOMORROW)
    await change(store, second, state="waiting", hold_until=TODAY)
    free, aside = Line(AGENCIES, TODAY), Line(AGENCIES, TODAY, held=True)
    assert [await page(store, line, 9) for line in (free, aside)] == [[2, 3], [1]]
    assert [await count(store, line) for line in (free, aside)] == [2, 1]
    next_day = [await page(store, Line(AGENCIES, TOMORROW, held=side), 9) for side in (False, True)]
    assert next_day == [[1, 2, 3], []]
    ticked = await change(store, held, review={"act": "reject"})
    assert ticked.hold_until == TOMORROW
    claimed = await change(store, ticked, state="claimed")
    assert (claimed.hold_until, third.hold_until) == (None, None)
    assert await page(store, free, 9) == [1, 2, 3]


async def test_the_queue_is_read_in_order_from_its_indexes(store: Store) -> None:
    async with store.look() as unit:
        asked = [
            await plan_of(unit, waiting.of_agency(Line(AGENCIES, TODAY, held=held), "dp3", 10))
            for held in (False, True)
        ]
    assert ["case_open" in asked[0], "case_held" in asked[1]] == [True, True]
    assert [word for word in ("TEMP B-TREE", "Sort") if word in " ".join(asked)] == []
