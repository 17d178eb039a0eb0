"""Is it remembered where somebody comes from, and is nothing else that stands behind /start?"""

import pytest

from storage import people
from tests.handlers.phone import Phone


async def source(phone: Phone) -> str:
    async with phone.db.unit(phone.now) as unit:
        return (await people.meet(unit, phone.id))[0].source


@pytest.mark.parametrize("payload", ["p-kelurahan-manggar-baru", "ojol", "A_b-9", "x" * 64])
async def test_the_payload_of_a_deep_link_is_remembered(phone: Phone, payload: str) -> None:
    await phone.type(f"/start {payload}")
    assert "Selamat datang" in phone.said[0]
    assert await source(phone) == payload


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "p-<b>", "ё", "p-manggar'--", "petugas", "a\nb", "🛵"])
async def test_what_no_deep_link_can_hold_is_passed_over(phone: Phone, payload: str) -> None:
    await phone.type("/start p-manggar")
    await phone.type(f"/start {payload}")
    assert "Selamat datang" in phone.said[0]
    assert await source(phone) == "p-manggar"
