"""Is everybody known once, with the form they fill, and reachable again when they write?"""

import asyncio

from storage import drafts, people
from storage.people import Person
from tests.support.databases import NOW, Store


async def test_who_comes_first_is_made_and_who_comes_again_is_the_same(store: Store) -> None:
    async with store.unit() as unit:
        first, draft = await people.meet(unit, 2**40)
    async with store.look() as unit:
        assert await people.meet(unit, 2**40) == (first, None)
        assert await people.by_id(unit, first.id) == first
    assert first == Person(first.id, 2**40, "", unreachable=False)
    assert draft is None


async def test_two_processes_that_meet_one_person_at_once_make_one_row(store: Store) -> None:
    async def meet(db: object) -> int:
        async with (store.mine if db == "mine" else store.other).unit(NOW) as unit:
            return (await people.meet(unit, 7))[0].id

    assert len(set(await asyncio.gather(*(meet(db) for db in ("mine", "other") * 5)))) == 1


async def test_the_form_being_filled_comes_with_its_person_until_it_is_closed(store: Store) -> None:
    async with store.unit() as unit:
        person, _ = await people.meet(unit, 7)
        draft = await drafts.open_new(unit, person.id, {"name": "Budi Contoh"}, rules_version="v1")
        await people.fill(unit, person.id, draft.id)
    async with store.look() as unit:
        assert await people.meet(unit, 7) == (person, draft)
        await drafts.close(unit, draft, "sent")
        assert await people.meet(unit, 7) == (person, None)


async def test_a_person_may_put_a_form_aside(store: Store) -> None:
    async with store.unit() as unit:
        person, _ = await people.meet(unit, 7)
        draft = await drafts.open_new(unit, person.id, {}, rules_version="v1")
        await people.fill(unit, person.id, draft.id)
        await people.fill(unit, person.id, None)
    async with store.look() as unit:
        assert await people.meet(unit, 7) == (person, None)
        assert await drafts.open_of(unit, person.id) == [draft]


async def test_who_was_unreachable_is_reachable_again_after_writing(store: Store) -> None:
    async with store.unit() as unit:
        await people.meet(unit, 7)
        await people.mark_unreachable(unit, 7)
    async with store.unit() as unit:
        person, _ = await people.meet(unit, 7)
        assert person.unreachable
    async with store.look() as unit:
        assert not (await people.by_id(unit, person.id)).unreachable


async def test_the_deep_link_that_brought_a_person_is_remembered(store: Store) -> None:
    async with store.unit() as unit:
        await people.meet(unit, 7)
        await people.came_from(unit, 7, "nelayan")
    async with store.look() as unit:
        assert (await people.meet(unit, 7))[0].source == "nelayan"
