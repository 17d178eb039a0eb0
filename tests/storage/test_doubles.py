"""Are possible doubles found by what they share, and is "no double" kept until one of the two is changed?"""

from typing import Any

from storage import cases, doubles
from storage.cases import Case, NewCase
from storage.database import Unit
from tests.support.databases import Store

BORN = "1990-08-17"


async def sent(unit: Unit, number: int, name: str, born: str, phone: str = "", nik: str = "") -> Case:
    answers: dict[str, Any] = {
        "nik": nik or f"64710517089{number:05d}",
        "name": name,
        "birth_date": born,
        "phone": phone or f"+62812345{number:05d}",
    }
    new = NewCase(f"BPN-{number}", number, number, "w2025", "nelayan", "dp3", "waiting", answers, "v1")
    return await cases.create(unit, new)


async def test_the_same_nik_phone_or_birth_date_with_a_word_of_the_name_makes_a_candidate(store: Store) -> None:
    async with store.unit() as unit:
        first = await sent(unit, 1, "Siti Soekarno", BORN, phone="+62812345")
        await sent(unit, 2, "Siti Sukarno", BORN)
        await sent(unit, 3, "Ani Contoh", "1980-01-01", phone="0812345")
        await sent(unit, 4, "Ina Contoh", "1980-01-02", nik=first.answers["nik"])
        await sent(unit, 5, "Siti Soekarno", "1980-01-03")
    async with store.look() as unit:
        assert [other.number for other in await doubles.candidates(unit, first)] == ["BPN-4", "BPN-3", "BPN-2"]


async def test_a_pair_said_to_be_no_double_is_left_out_from_both_sides_until_one_is_changed(store: Store) -> None:
    async with store.unit() as unit:
        one, other, third = [await sent(unit, number, "Siti", BORN) for number in (1, 2, 3)]
        await doubles.dismiss(unit, other, one, officer_id=7)
    async with store.unit() as unit:
        await doubles.dismiss(unit, one, other, officer_id=8)
        assert await doubles.without_dismissed(unit, one, [other, third]) == [third]
        assert await doubles.without_dismissed(unit, other, [one, third]) == [third]
        changed = await cases.change(unit, other, answers=other.answers | {"name": "Siti Lain"})
        assert changed is not None
    async with store.look() as unit:
        assert await doubles.without_dismissed(unit, one, [changed, third]) == [changed, third]
