"""Does a half-filled form keep every answer, refuse what is overtaken, and lie sealed?"""

import pytest
from sqlalchemy import select

from storage import drafts
from storage.drafts import Draft, Overtaken
from storage.keys import SealBroken
from storage.tables import Draft as DraftTable
from storage.tables import table_of
from tests.support.databases import Store, later

TABLE = table_of(DraftTable)


async def begun(store: Store, **answers: object) -> Draft:
    async with store.unit() as unit:
        return await drafts.open_new(unit, 1, answers, rules_version="v1")


async def test_a_saved_form_is_read_back_as_it_was(store: Store) -> None:
    draft = await begun(store, sector="ojol")
    answers = {"sector": "ojol", "name": "Budi “Contoh” 🛵", "income": 3_000_000, "ktp_photo": [4, 5]}
    async with store.unit(1) as unit:
        saved = await drafts.save(unit, draft, answers, asking="name")
    async with store.look() as unit:
        assert await drafts.get_open(unit, draft.id) == saved
    assert saved == Draft(draft.id, 1, None, draft.version + 1, answers, "name", (), later(1))


async def test_of_two_answers_to_one_question_the_second_is_overtaken(store: Store) -> None:
    draft = await begun(store)
    async with store.unit() as unit:
        await drafts.save(unit, draft, {"sex": "male"}, asking=None)
    with pytest.raises(Overtaken):
        async with store.look() as unit:
            await drafts.save(unit, draft, {"sex": "female"}, asking=None)
    async with store.look() as unit:
        kept = await drafts.get_open(unit, draft.id)
    assert kept is not None
    assert kept.answers == {"sex": "male"}


async def test_a_closed_form_is_gone_with_its_answers_and_takes_no_more(store: Store) -> None:
    draft = await begun(store, name="Budi Contoh")
    async with store.unit() as unit:
        await drafts.close(unit, draft, "deleted")
    async with store.look() as unit:
        assert await drafts.get_open(unit, draft.id) is None
        row = (await unit.conn.execute(select(TABLE))).one()
        assert (row.state, row.answers_sealed) == ("deleted", b"")
    with pytest.raises(Overtaken):
        async with store.unit() as unit:
            await drafts.close(unit, draft, "sent")
    with pytest.raises(Overtaken):
        async with store.unit() as unit:
            await drafts.save(unit, draft, {}, asking=None)


async def test_answers_lie_sealed_and_open_only_in_their_own_row(store: Store) -> None:
    mine = await begun(store, nik="6471051708900001")
    other = await begun(store, nik="6471051708900002")
    async with store.look() as unit:
        rows = {row.id: row.answers_sealed for row in await unit.conn.execute(select(TABLE))}
        assert b"6471051708900001" not in rows[mine.id]
        assert unit.unseal(rows[mine.id], f"draft:{mine.id}") == {"nik": "6471051708900001"}
        with pytest.raises(SealBroken):
            unit.unseal(rows[mine.id], f"draft:{other.id}")


async def test_a_form_that_mends_a_case_asks_only_for_what_was_marked(store: Store) -> None:
    async with store.unit() as unit:
        mend = await drafts.open_new(
            unit, 1, {"name": "Budi Contoh"}, rules_version="v1", case_id=9, only=["ktp_photo", "nik"]
        )
    async with store.look() as unit:
        assert await drafts.mending(unit, 9) == mend
        assert await drafts.mending(unit, 10) is None
        await drafts.close(unit, mend, "sent")
        assert await drafts.mending(unit, 9) is None
    assert (mend.case_id, mend.only) == (9, ("ktp_photo", "nik"))


async def test_one_chat_may_have_several_forms_the_newest_first(store: Store) -> None:
    first, second = await begun(store, for_whom="self"), await begun(store, for_whom="other")
    async with store.look() as unit:
        assert await drafts.open_of(unit, 1) == [second, first]
        assert await drafts.open_of(unit, 2) == []
