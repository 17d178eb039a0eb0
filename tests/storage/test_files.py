"""Is each photo taken once for its answer, kept page by page, and forgotten when asked?"""

from storage import files
from storage.database import Unit
from storage.files import File
from tests.support.databases import Store


async def expect(unit: Unit, unique_id: str = "u1", question: str = "letter", draft: int = 1) -> int | None:
    return await files.expect(unit, draft, question, unique_id, forwarded=False)


async def expected(unit: Unit, unique_id: str = "u1", question: str = "letter") -> int:
    file_id = await expect(unit, unique_id, question)
    assert file_id is not None
    return file_id


def page(name: str) -> dict[str, object]:
    return {"name": name, "width": 1000, "height": 800}


async def test_the_same_photo_sent_twice_is_expected_once_for_one_answer(store: Store) -> None:
    async with store.unit() as unit:
        assert await expect(unit) is not None
    async with store.look() as unit:
        assert await expect(unit) is None
        assert await expect(unit, question="ktp_photo") is not None
        assert await expect(unit, draft=2) is not None
        assert await expect(unit, "u2") is not None
        assert await files.checking(unit, 1, "letter") == 2


async def test_a_kept_photo_is_not_taken_a_second_time(store: Store) -> None:
    async with store.unit() as unit:
        await files.keep(unit, await expected(unit), [page("aa")])
    async with store.look() as unit:
        assert await expect(unit) is None
        assert await files.checking(unit, 1, "letter") == 0


async def test_a_refused_photo_may_be_sent_again(store: Store) -> None:
    async with store.unit() as unit:
        first = await expected(unit)
        await files.refuse(unit, first)
        assert await files.checking(unit, 1, "letter") == 0
    async with store.look() as unit:
        assert await expect(unit) == first
        assert await expect(unit) is None


async def test_every_page_of_a_pdf_is_a_row_of_its_own_in_order(store: Store) -> None:
    async with store.unit() as unit:
        file_id = await files.expect(unit, 1, "letter", "pdf", forwarded=True)
        assert file_id is not None
        ids = await files.keep(unit, file_id, [page("aa"), page("bb"), page("cc")])
    assert ids[0] == file_id
    async with store.look() as unit:
        assert await files.by_ids(unit, ids) == [
            File(ids[number], 1, "letter", "pdf", number, "kept", name, forwarded=True, advice=())
            for number, name in enumerate(("aa", "bb", "cc"))
        ]
        assert await files.by_ids(unit, [ids[2], 10**6, ids[0]]) == [
            *(await files.by_ids(unit, [ids[2]])),
            *(await files.by_ids(unit, [ids[0]])),
        ]


async def test_forgotten_files_leave_no_row(store: Store) -> None:
    async with store.unit() as unit:
        ids = await files.keep(unit, await expected(unit), [page("aa"), page("bb")])
        await files.forget(unit, [])
        await files.forget(unit, ids[:1])
    async with store.look() as unit:
        assert await files.get(unit, ids[0]) is None
        assert [file.id for file in await files.of_drafts(unit, [1, 2])] == ids[1:]
