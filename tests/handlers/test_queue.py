"""When does a worker hear a number in the queue: when the file is complete, once, and not before?"""

import pytest

from storage import cases
from storage.cases import Case
from tests.handlers.given import complete
from tests.handlers.phone import Phone

LATER = "Nomor antrean diberikan setelah surat yang diminta lengkap."


async def sent(phone: Phone, key: str, **answers: object) -> None:
    await phone.begin_with(complete(key) | answers)
    await phone.press("✅ Kirim pendaftaran")


async def newest(phone: Phone) -> Case:
    async with phone.db.unit(phone.now) as unit:
        return (await cases.of_person(unit, 1))[0]


@pytest.mark.parametrize("key", ["job", "trade", "stand", "group_letter"])
async def test_a_file_that_is_complete_gets_its_number_with_the_receipt(phone: Phone, key: str) -> None:
    await sent(phone, key)
    assert "Nomor antrean: 1\n" in phone.newest.text
    await phone.press("🔎 Status saya")
    assert "Nomor antrean: 1\n" in phone.newest.text


async def test_a_letter_that_is_put_off_puts_the_number_off_until_it_is_there(phone: Phone) -> None:
    await sent(phone, "letter")
    assert (LATER in phone.newest.text, (await newest(phone)).queue_number) == (True, None)
    number = (await newest(phone)).number
    await sent(phone, "job", nik="6471051708900002")
    assert "Nomor antrean: 1\n" in phone.newest.text
    await phone.type(f"/status {number}")
    assert LATER in phone.newest.text
    await phone.press(f"📎 Kirim surat untuk {number}")
    await phone.photo()
    await phone.checked()
    await phone.press("✅ Selesai, sudah semua")
    await phone.press("✅ Kirim pendaftaran")
    assert "Nomor antrean: 2\n" in phone.newest.text
    await phone.type(f"/status {number}")
    assert "Nomor antrean: 2\n" in phone.newest.text
