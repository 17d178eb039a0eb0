"""Is every reading of documents on record: who, when, why, and of which case?"""

from contextlib import suppress

from sqlalchemy.exc import IntegrityError

from storage import readings
from storage.readings import Reading
from tests.support.databases import Store, later


async def test_readings_of_a_case_are_told_in_order_and_beside_those_of_others(store: Store) -> None:
    async with store.unit() as unit:
        await readings.write(unit, 1, "card", -1001000000001, why="new", pages=3)
        await readings.write(unit, 2, "card", -1001000000001, why="new", pages=1)
    async with store.unit(2) as unit:
        await readings.write(unit, 1, "pages", 5_000_000_007, why="review", pages=3)
        await readings.write(unit, 1, "unsent", 5_000_000_007, why="refused", pages=3)
    async with store.look() as unit:
        assert await readings.of_case(unit, 1) == [
            Reading(later(0), "card", -1001000000001, "new", 3),
            Reading(later(2), "pages", 5_000_000_007, "review", 3),
            Reading(later(2), "unsent", 5_000_000_007, "refused", 3),
        ]
        assert await readings.of_case(unit, 3) == []


async def test_a_reading_is_on_record_only_if_the_rest_of_its_transaction_is(store: Store) -> None:
    with suppress(IntegrityError):
        async with store.unit() as unit:
            await readings.write(unit, 1, "pages", 5, why="review", pages=1)
            await unit.conn.exec_driver_sql("INSERT INTO document_reading (case_id) VALUES (1)")
    async with store.look() as unit:
        assert await readings.of_case(unit, 1) == []


async def test_a_list_is_a_reading_of_each_of_its_cases(store: Store) -> None:
    async with store.unit() as unit:
        await readings.write_lists(unit, [1, 2], "list", readings.OPERATOR, why="export")
        await readings.write_lists(unit, [], "list", 5, why="export")
    async with store.look() as unit:
        told = [Reading(later(0), "list", 0, "export", 0)]
        assert [await readings.of_case(unit, case) for case in (1, 2, 3)] == [told, told, []]
