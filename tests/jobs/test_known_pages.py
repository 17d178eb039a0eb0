"""Does what is held in memory stay true with the table: at the start, after a restart, beside another process?"""

import numpy as np

from documents.likeness import SIZE
from jobs.known_pages import KnownPages
from storage import files
from storage.look_alikes import Pair
from tests.storage.test_look_alikes import page_of
from tests.support.databases import NOW, Store

ONE, OTHER = (np.random.default_rng(seed).bytes(SIZE) for seed in (1, 2))


def known_to(store: Store) -> KnownPages:
    return KnownPages(store.mine, lambda: NOW)


async def test_a_page_is_found_among_those_of_other_cases_to_the_same_question(store: Store) -> None:
    async with store.unit() as unit:
        await page_of(unit, 1, bits=ONE)
        await page_of(unit, 1, "letter", bits=ONE)
        await page_of(unit, 2, bits=OTHER)
        await page_of(unit, 3, bits=ONE)
    known = known_to(store)
    assert await known.like_those_of(3) == [Pair(4, 1, 0.0)]
    assert await known.like_those_of(2) == []
    assert await known.like_those_of(1) == [Pair(1, 4, 0.0)]
    assert await known.like_those_of(99) == []


async def test_what_another_process_wrote_meanwhile_is_seen_and_a_restart_forgets_nothing(store: Store) -> None:
    known = known_to(store)
    assert await known.like_those_of(1) == []
    async with store.look() as unit:
        for case in range(1, 250):
            await page_of(unit, case, bits=np.random.default_rng(case).bytes(SIZE))
        await page_of(unit, 300, bits=ONE)
    assert await known.like_those_of(300) == [Pair(250, 1, 0.0)]
    assert await known_to(store).like_those_of(300) == [Pair(250, 1, 0.0)]


async def test_a_page_that_was_forgotten_is_found_no_more(store: Store) -> None:
    known = known_to(store)
    async with store.unit() as unit:
        gone = await page_of(unit, 1, bits=ONE)
        await page_of(unit, 2, bits=ONE)
        await page_of(unit, 3, bits=ONE)
    assert await known.like_those_of(3) == [Pair(3, 1, 0.0), Pair(3, 2, 0.0)]
    async with store.look() as unit:
        await files.forget(unit, [gone])
    assert await known.like_those_of(3) == [Pair(3, 2, 0.0)]
