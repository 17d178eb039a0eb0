"""Are pages that say the same numbers found in other cases, and those of a letterhead not?"""

from sqlalchemy import select

from storage import files, page_numbers
from storage.look_alikes import Pair
from storage.page_tables import PageNumber
from storage.tables import table_of
from tests.storage.test_look_alikes import page_of
from tests.support.databases import Store

NIK, PARTNER, PLATE = {"6471051708900001": 2}, {"123456789": 1}, {"KT4321AB": 1}


async def test_one_nik_or_two_other_numbers_are_enough_in_another_case_to_the_same_question(store: Store) -> None:
    async with store.unit() as unit:
        says = [
            (1, "ktp_photo", NIK),
            (1, "letter", NIK),
            (2, "ktp_photo", NIK),
            (3, "letter", PARTNER | PLATE),
            (4, "letter", PARTNER),
            (5, "letter", PLATE | PARTNER),
            (5, "ktp_photo", {}),
        ]
        for case, question, numbers in says:
            await page_numbers.write(unit, await page_of(unit, case, question), numbers)
    async with store.look() as unit:
        found = {case: await page_numbers.shared_with(unit, case) for case in range(1, 7)}
    assert found == {
        1: [Pair(1, 3, 0.0)],
        2: [Pair(3, 1, 0.0)],
        3: [Pair(4, 6, 0.0)],
        4: [],
        5: [Pair(6, 4, 0.0)],
        6: [],
    }


async def test_a_number_on_more_than_twenty_pages_tells_nothing(store: Store) -> None:
    async with store.unit() as unit:
        pages = [await page_of(unit, case) for case in range(1, 22)]
        for page in pages[:20]:
            await page_numbers.write(unit, page, NIK)
        before = await page_numbers.shared_with(unit, 1)
        await page_numbers.write(unit, pages[20], NIK)
    async with store.look() as unit:
        assert before == [Pair(1, other, 0.0) for other in range(2, 21)]
        assert await page_numbers.shared_with(unit, 1) == []


async def test_a_page_written_anew_says_only_its_new_numbers_and_a_forgotten_one_says_none(store: Store) -> None:
    async with store.unit() as unit:
        first, second = [await page_of(unit, 1), await page_of(unit, 2)]
        await page_numbers.write(unit, first, NIK)
        await page_numbers.write(unit, second, PARTNER | PLATE)
        await page_numbers.write(unit, second, NIK)
    async with store.unit() as unit:
        assert await page_numbers.shared_with(unit, 2) == [Pair(2, 1, 0.0)]
        await files.forget(unit, [first])
    async with store.look() as unit:
        assert await page_numbers.shared_with(unit, 2) == []
        rows = (await unit.conn.execute(select(table_of(PageNumber)))).all()
        assert [(row.file_id, row.weight, len(row.term)) for row in rows] == [(second, 2, 16)]
        assert rows[0].term != b"6471051708900001"
