"""Are fingerprints kept with their pages and forgotten with them, and pairs told of both cases until dismissed?"""

from sqlalchemy import func, select

from storage import files, fingerprints, look_alikes
from storage.database import Unit
from storage.fingerprints import Fingerprint
from storage.look_alikes import LookAlike, Pair
from storage.page_tables import Fingerprint as FingerprintTable
from storage.page_tables import LookAlike as LookAlikeTable
from storage.tables import table_of
from tests.support.databases import Store


async def page_of(unit: Unit, case: int, question: str = "ktp_photo", bits: bytes = b"bits") -> int:
    """A kept page of a case, with a fingerprint; the file's id."""
    file_id = await files.expect(unit, case, question, "u1", forwarded=False)
    assert file_id is not None
    await files.keep(unit, file_id, [{"name": "aa", "width": 1000, "height": 800}])
    await fingerprints.add(unit, file_id, case, bits)
    return file_id


async def test_a_page_has_one_fingerprint_which_is_sealed_and_read_in_the_order_it_came(store: Store) -> None:
    async with store.unit() as unit:
        first, second = [await page_of(unit, 1, bits=b"one"), await page_of(unit, 2, bits=b"two")]
        await fingerprints.add(unit, first, 1, b"another")
    async with store.look() as unit:
        assert await fingerprints.with_some(unit, [first, second, 99]) == {first, second}
        assert await fingerprints.of_case(unit, 1) == [(Fingerprint(1, 1, "ktp_photo"), b"one")]
        assert await fingerprints.after(unit, 0, 9) == [(1, b"one"), (2, b"two")]
        assert await fingerprints.after(unit, 1, 9) == [(2, b"two")]
        assert await fingerprints.after(unit, 0, 1) == [(1, b"one")]
        sealed = (await unit.conn.execute(select(table_of(FingerprintTable).c.bits_sealed))).scalars().all()
        assert [b"one" in one or b"two" in one for one in sealed] == [False, False]


async def test_a_row_that_cannot_be_opened_does_not_hold_up_the_others(store: Store) -> None:
    async with store.unit() as unit:
        await page_of(unit, 1)
        await page_of(unit, 2)
        table = table_of(FingerprintTable)
        await unit.conn.execute(table.update().where(table.c.id == 1).values(bits_sealed=b"\x01broken"))
    async with store.look() as unit:
        assert await fingerprints.after(unit, 0, 9) == [(1, None), (2, b"bits")]
        assert await fingerprints.of_case(unit, 1) == []


async def test_a_forgotten_page_takes_its_fingerprint_and_its_pairs_along_and_its_number_is_not_given_again(
    store: Store,
) -> None:
    async with store.unit() as unit:
        await page_of(unit, 1)
        await page_of(unit, 2)
        gone = await page_of(unit, 3)
        await look_alikes.note(unit, [Pair(3, 1, 0.01), Pair(2, 1, 0.02)])
        await files.forget(unit, [gone])
    async with store.unit() as unit:
        assert await fingerprints.by_ids(unit, [1, 2, 3]) == {
            1: Fingerprint(1, 1, "ktp_photo"),
            2: Fingerprint(2, 2, "ktp_photo"),
        }
        assert await look_alikes.of_case(unit, 1) == [LookAlike("ktp_photo", 2)]
        await page_of(unit, 4)
    async with store.look() as unit:
        assert [number for number, _ in await fingerprints.after(unit, 3, 9)] == [4]


async def test_a_pair_is_kept_once_and_told_of_both_cases(store: Store) -> None:
    async with store.unit() as unit:
        for case in (1, 2):
            await page_of(unit, case)
            await page_of(unit, case, "letter")
        assert await look_alikes.note(unit, [Pair(3, 1, 0.01), Pair(1, 3, 0.01), Pair(4, 2, 0.0)]) == {1, 2}
        assert await look_alikes.note(unit, [Pair(1, 3, 0.02), Pair(1, 99, 0.0)]) == {1, 2}
        assert await look_alikes.note(unit, [Pair(1, 99, 0.0)]) == set()
    async with store.look() as unit:
        assert await look_alikes.of_case(unit, 1) == [LookAlike("ktp_photo", 2), LookAlike("letter", 2)]
        assert await look_alikes.of_case(unit, 2) == [LookAlike("ktp_photo", 1), LookAlike("letter", 1)]
        assert await look_alikes.of_case(unit, 3) == []
        count = select(func.count()).select_from(table_of(LookAlikeTable))
        assert (await unit.conn.execute(count)).scalar_one() == 2


async def test_what_an_officer_dismissed_is_not_told_again_also_when_it_is_found_again(store: Store) -> None:
    async with store.unit() as unit:
        for case in (1, 2, 3):
            await page_of(unit, case)
        await look_alikes.note(unit, [Pair(2, 1, 0.01), Pair(3, 1, 0.01)])
    async with store.unit(5) as unit:
        await look_alikes.dismiss(unit, 1, 2, officer_id=77)
        await look_alikes.note(unit, [Pair(2, 1, 0.01)])
    async with store.look() as unit:
        assert [await look_alikes.of_case(unit, case) for case in (1, 2, 3)] == [
            [LookAlike("ktp_photo", 3)],
            [],
            [LookAlike("ktp_photo", 1)],
        ]
