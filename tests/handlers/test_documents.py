"""Do the pages of a document add up, whatever the order in which they come, are refused, or are overtaken?"""

from typing import Any

from storage import files
from tests.handlers.given import complete
from tests.handlers.phone import TEXTS, Phone

AT_KTP = {"for_whom": "self", "sector": "ojol"}
AT_LETTER = {name: value for name, value in complete("letter").items() if name not in ("letter", "stand", "trade")}
SMALL = {"refused": "too_small", "details": {}}


async def three_page_pdf(phone: Phone) -> dict[str, Any]:
    return {"pages": [{"name": f"{phone.count}{number}", "width": 900, "height": 1200} for number in range(3)]}


async def test_half_a_document_waits_through_back_and_a_return(phone: Phone) -> None:
    await phone.begin_with(AT_LETTER)
    await phone.photo("unik-a")
    await phone.checked()
    await phone.press("⬅️ Kembali", phone.newest)
    await phone.press("✅ Tetap: KT 1234 AB")
    assert "1 foto diterima (paling banyak 3)" in phone.newest.text
    await phone.photo("unik-a")
    assert phone.newest.text == TEXTS("pages-same")
    await phone.type("/daftar")
    await phone.press("▶️ Lanjutkan")
    await phone.press("✅ Selesai, sudah semua")
    assert "Surat aplikator: 1 foto" in phone.newest.text


async def test_a_refused_page_of_an_album_is_told_beside_the_pages_that_were_kept(phone: Phone) -> None:
    await phone.begin_with(AT_LETTER)
    for number in range(3):
        await phone.photo(media_group_id="album-1")
        assert phone.said == ([TEXTS("pages-checking")] if number == 0 else [])
    await phone.checked()
    await phone.checked(SMALL)
    assert phone.newest.text == TEXTS("photo-too-small")
    await phone.checked()
    assert "2 foto diterima (paling banyak 3)" in phone.newest.text
    await phone.press("✅ Selesai, sudah semua", phone.newest)
    assert "Surat aplikator: 2 foto" in phone.newest.text


async def test_a_refused_photo_may_be_sent_again(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    for result, words in (
        (SMALL, "photo-too-small"),
        ({"failed": "network"}, "photo-network"),
        ({"failed": "broken"}, "photo-other"),
    ):
        await phone.photo("unik-a")
        await phone.checked(result)
        assert (phone.newest.text, list(phone.newest.buttons)) == (TEXTS(words), ["⬅️ Kembali"])
    await phone.photo("unik-a")
    await phone.checked()
    assert "Berapa NIK-nya?" in phone.newest.text


async def test_an_earlier_photo_that_another_had_replaced_is_taken_up_again(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    for name in ("unik-a", "unik-b"):
        await phone.photo(name)
        await phone.checked()
        await phone.press("⬅️ Kembali", phone.newest)
    await phone.photo("unik-a")
    assert (phone.held, "Berapa NIK-nya?" in phone.newest.text) == ([], True)
    draft = await phone.draft()
    async with phone.db.unit(phone.now) as unit:
        used = await files.by_ids(unit, draft.answers["ktp_photo"])
    assert [file.unique_id for file in used] == ["unik-a"]


async def test_a_pdf_of_three_pages_after_a_photo_is_cut_and_the_worker_is_told(phone: Phone) -> None:
    await phone.begin_with(AT_LETTER)
    await phone.photo()
    await phone.checked()
    await phone.message(document={"file_id": "f-pdf", "file_unique_id": "unik-pdf", "mime_type": "application/pdf"})
    await phone.checked(await three_page_pdf(phone))
    assert TEXTS("pages-too-many", most=3) in phone.said
    assert len((await phone.draft()).answers["letter"]) == 3
    assert "Periksa dulu, ya." in phone.newest.text


async def test_a_check_that_ends_after_the_worker_moved_on_leaves_them_where_they_are(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.press("⬅️ Kembali", phone.newest if phone.newest.buttons else None)
    await phone.checked()
    assert phone.said == [TEXTS("pages-taken", what="Foto KTP")]
    await phone.press("✅ Tetap: 🛵 Ojek online")
    assert "Berapa NIK-nya?" in phone.newest.text


async def test_a_check_that_ends_while_another_form_is_filled_asks_nothing_there(phone: Phone) -> None:
    first = await phone.begin_with(AT_KTP)
    await phone.photo()
    second = await phone.begin_with({"for_whom": "other"})
    await phone.checked()
    assert phone.said == [TEXTS("pages-taken", what="Foto KTP")]
    assert ((await phone.draft()).id, second.id - first.id) == (second.id, 1)


async def test_a_check_that_ends_after_the_form_is_gone_is_told_and_the_photo_forgotten(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.type("/batal")
    await phone.press("🗑️ Hapus")
    await phone.press("🗑️ Ya, hapus")
    await phone.checked()
    assert phone.said == [TEXTS("pages-late")]


async def test_a_forwarded_photo_is_marked_for_staff(phone: Phone) -> None:
    draft = await phone.begin_with(AT_KTP)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Ani (contoh)"}
    await phone.photo(forward_origin=origin)
    await phone.checked()
    async with phone.db.unit(phone.now) as unit:
        assert [file.forwarded for file in await files.of_drafts(unit, [draft.id])] == [True]


async def test_the_longest_answers_still_fit_into_the_summary_and_the_status(phone: Phone) -> None:
    wide = "\U00010400"  # a letter that counts twice for Telegram
    long = {"name": wide * 100, "birth_place": wide * 60, "address": wide * 200, "aplikator": "other"}
    await phone.begin_with(complete("letter") | long | {"aplikator_other": wide * 40})
    for _ in range(5):
        await phone.press("✅ Kirim pendaftaran")
        await phone.begin_with(complete("letter") | long | {"aplikator_other": wide * 40})
    await phone.type("/status")  # that each message fits is seen by the phone
    assert len([label for label in phone.newest.buttons if label.startswith("✖️ Batalkan")]) == 5
