"""Is a photo that cannot be read well sent back twice with advice, and then taken and flagged?"""

from typing import Any

import pytest

from documents.advice import Code
from storage import files
from tests.handlers.given import complete
from tests.handlers.phone import TEXTS, Phone

AT_KTP = {"for_whom": "self", "sector": "ojol"}
AT_LETTER = {name: value for name, value in complete("letter").items() if name not in ("letter", "stand", "trade")}
DARK: dict[str, Any] = {"advice": ["too_dark"], "tip": "b" * 32}


def taken(*advice: str) -> dict[str, Any]:
    return {"pages": [{"name": "a" * 32, "width": 1000, "height": 640, "advice": list(advice)}]}


async def lenient(phone: Phone) -> list[bool]:
    """Of each photo under way: is it to be taken whatever the coach says?"""
    return [errand.body["lenient"] for errand in phone.held]


async def test_advice_says_what_is_wrong_and_two_steps_with_a_picture_and_the_buttons_of_the_question(
    phone: Phone,
) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked(DARK)
    assert phone.newest.text.splitlines() == [
        "Fotonya masih gelap.",
        "",
        "1. Foto di dekat jendela, atau nyalakan lampu.",
        "2. Jangan sampai bayangan HP menutupi tulisan.",
        "",
        "Kirim fotonya sekali lagi, ya. 📷",
    ]
    assert (phone.newest.picture, list(phone.newest.buttons)) == ("b" * 32, ["⬅️ Kembali"])


async def test_of_two_faults_both_are_named_with_one_step_each(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked({"advice": ["cut_off", "blurred"], "tip": "b" * 32})
    assert phone.newest.text.splitlines()[:5] == [
        "Ada bagian yang belum masuk ke foto.",
        "Tulisannya masih buram.",
        "",
        "1. Mundurkan HP sedikit, sampai keempat sudutnya terlihat.",
        "2. Pegang HP dengan dua tangan, tahan sebentar.",
    ]


async def test_after_two_refusals_the_third_photo_is_taken_and_flagged(phone: Phone) -> None:
    draft = await phone.begin_with(AT_KTP)
    for number in range(2):
        await phone.photo(f"unik-{number}")
        assert await lenient(phone) == [False]
        await phone.checked(DARK)
        assert (TEXTS("advice-last") in phone.newest.text) is (number == 1)
    await phone.photo("unik-1")  # the very same photo once more, because there is no better one
    assert await lenient(phone) == [True]
    await phone.checked(taken("too_dark"))
    assert "Berapa NIK-nya?" in phone.newest.text
    async with phone.db.unit(phone.now) as unit:
        kept = [file for file in await files.of_drafts(unit, [draft.id]) if file.state == "kept"]
    assert [file.advice for file in kept] == [("too_dark",)]


async def test_the_refusals_of_one_document_do_not_count_for_another(phone: Phone) -> None:
    await phone.begin_with(AT_LETTER | {"_sent_back": {"ktp_photo": 2}})
    await phone.photo()
    assert await lenient(phone) == [False]


async def test_advice_on_one_page_comes_beside_the_pages_that_were_kept(phone: Phone) -> None:
    await phone.begin_with(AT_LETTER)
    for _ in range(2):
        await phone.photo(media_group_id="album-1")
    await phone.checked()
    await phone.checked({"advice": ["blurred"], "tip": "b" * 32})
    assert "Tulisannya masih buram." in phone.newest.text
    await phone.press("✅ Selesai, sudah semua", phone.newest)
    assert "Surat aplikator: 1 foto" in phone.newest.text


async def test_advice_without_its_drawing_is_told_in_words(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked({"advice": ["glare"], "tip": None})
    assert ("pantulan cahaya" in phone.newest.text, phone.newest.picture) == (True, "")


@pytest.mark.parametrize("code", list(Code))
async def test_every_advice_has_its_words_in_the_chat(phone: Phone, code: Code) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked({"advice": [code], "tip": None})
    assert TEXTS(f"advice-{code.replace('_', '-')}") in phone.newest.text
