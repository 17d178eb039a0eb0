"""Are forms never wiped, never mixed up, and taken up where they were left?"""

import pytest

from registration import flow
from registration.participants import Listed
from storage import cases, drafts, files, participants
from tests.handlers.given import complete
from tests.handlers.phone import PROGRAMME, TEXTS, Phone

READY = complete("trade")


async def send_form(phone: Phone, **changes: object) -> str:
    """Send a complete form; the case number."""
    await phone.begin_with({**READY, **changes})
    await phone.press("✅ Kirim pendaftaran")
    return next(word for word in phone.newest.text.split() if word.startswith("BPN-"))


@pytest.mark.parametrize("command", ["/start", "/daftar", "/start nelayan"])
async def test_start_and_daftar_offer_to_go_on_and_wipe_nothing(phone: Phone, command: str) -> None:
    before = await phone.begin_with({"for_whom": "self", "sector": "ojol"})
    await phone.type(command)
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "🔄 Ulang dari awal", "🗑️ Hapus"]
    await phone.press("▶️ Lanjutkan")
    assert "Foto KTP" in phone.newest.text
    after = await phone.draft()
    assert (after.id, after.answers) == (before.id, before.answers)


@pytest.mark.parametrize(
    ("first", "second"), [("🔄 Ulang dari awal", "🔄 Ya, ulang dari awal"), ("🗑️ Hapus", "🗑️ Ya, hapus")]
)
async def test_beginning_anew_and_deleting_are_asked_twice_and_name_their_form(
    phone: Phone, first: str, second: str
) -> None:
    old = await phone.begin_with({"for_whom": "self", "sector": "ojol"})
    await phone.type("/daftar")
    await phone.press(first)
    assert (await phone.draft()).id == old.id
    yes = phone.newest
    await phone.press(second)
    begun = await phone.begin_with({"for_whom": "other"})
    await phone.press_data(yes.buttons[second], yes.id)  # scrolled up, days later
    kept = await phone.draft()
    assert (kept.id, kept.answers) == (begun.id, {"for_whom": "other"})


async def test_a_deleted_form_takes_its_photos_with_it(phone: Phone) -> None:
    draft = await phone.begin_with({"for_whom": "self", "sector": "ojol"})
    await phone.photo()
    await phone.checked()
    await phone.photo()
    await phone.type("/batal")
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "💾 Simpan, lanjut nanti", "🗑️ Hapus"]
    await phone.press("🗑️ Hapus")
    await phone.press("🗑️ Ya, hapus")
    async with phone.db.unit(phone.now) as unit:
        assert (await files.of_drafts(unit, [draft.id]), await drafts.get_open(unit, draft.id)) == ([], None)


async def test_a_form_put_aside_takes_no_words_of_thanks_for_an_answer(phone: Phone) -> None:
    answers = {name: READY[name] for name in ("for_whom", "sector", "ktp_photo", "nik")}
    await phone.begin_with(answers)
    await phone.type("/batal")
    await phone.press("💾 Simpan, lanjut nanti")
    await phone.type("terima kasih")
    assert phone.newest.text == TEXTS("resume")
    await phone.press("▶️ Lanjutkan")
    assert ("nama lengkapnya" in phone.newest.text, (await phone.draft()).answers) == (True, answers)


async def test_the_phone_keyboard_goes_when_the_question_goes(phone: Phone) -> None:
    order = [question.key for question in flow.path(READY, PROGRAMME)]
    before = {name: READY[name] for name in order[: order.index("phone")]}
    await phone.begin_with(before)
    assert phone.keyboard == ["📱 Kirim nomor HP ini", "⬅️ Kembali"]
    await phone.type("⬅️ Kembali")
    assert (phone.keyboard, phone.said[0]) == ([], TEXTS("phone-keyboard-unused"))
    await phone.press("✅ Tetap: 03-12-2012")
    await phone.message(contact={"phone_number": "6281200000000", "first_name": "Budi", "user_id": phone.id})
    assert (phone.keyboard, phone.said[0]) == ([], TEXTS("phone-keyboard-away"))
    answers = (await phone.draft()).answers
    assert (answers["phone"], answers["phone_shared"]) == ("+6281200000000", "6281200000000")


async def test_a_contact_of_somebody_else_counts_only_when_somebody_else_is_registered(phone: Phone) -> None:
    order = [question.key for question in flow.path(READY, PROGRAMME)]
    before = {name: READY[name] for name in order[: order.index("phone")]}
    contact = {"phone_number": "6281200000009", "first_name": "Ani", "user_id": 99}
    await phone.begin_with(before | {"for_whom": "self"})
    await phone.message(contact=contact)
    assert phone.newest.text.startswith(TEXTS("phone-not-own"))
    await phone.begin_with(before | {"for_whom": "other"})
    await phone.message(contact=contact)
    answers = (await phone.draft()).answers
    assert (answers["phone"], "phone_shared" in answers) == ("+6281200000009", False)


async def test_a_number_links_an_old_participant_when_telegram_says_whose_it_is_and_not_when_typed(
    phone: Phone,
) -> None:
    order = [question.key for question in flow.path(READY, PROGRAMME)]
    before = {name: READY[name] for name in order[: order.index("phone")]}
    listed = Listed("Siti Contoh", "6471055708900002", "+6281200000000", "64.71.05.1012", None)
    async with phone.db.unit(phone.now) as unit:
        await participants.keep(unit, [listed])
    contact = {"phone_number": "6281200000000", "first_name": "Siti"}
    alone = []
    ways: tuple[tuple[str, dict[str, object]], ...] = (
        ("self", {"text": "081200000000"}),
        ("other", {"contact": contact | {"user_id": 99}}),
        ("self", {"contact": contact | {"user_id": phone.id}}),
    )
    for for_whom, sent in ways:
        await phone.begin_with(before | {"for_whom": for_whom})
        await phone.message(**sent)
        assert (await phone.draft()).answers["phone"] == "+6281200000000"
        async with phone.db.unit(phone.now) as unit:
            alone.append((await participants.without_chat(unit)).total())
    assert alone == [1, 1, 0]


async def test_another_form_waits_while_a_case_is_mended_and_is_found_again(phone: Phone) -> None:
    number = await send_form(phone, trade="none")
    begun = await phone.begin_with({"for_whom": "other", "sector": "petani"})
    async with phone.db.unit(phone.now) as unit:
        case = await cases.by_number(unit, number)
        assert case is not None
        await cases.change(unit, case, state="sent_back")
        kept = {name: value for name, value in case.answers.items() if name != "trade"}
        await drafts.open_new(unit, begun.person_id, kept, rules_version="x", case_id=case.id, only=["trade"])
    await phone.type("/status")
    await phone.press(f"✏️ Perbaiki {number}")
    assert "Jualan atau usaha apa?" in phone.newest.text
    await phone.type("jual pisang")
    await phone.press("✅ Kirim pendaftaran")
    await phone.type("/daftar")
    await phone.press("▶️ Lanjutkan")
    after = await phone.draft()
    assert (after.id, after.answers) == (begun.id, begun.answers)


async def test_registering_another_person_twice_opens_one_form(phone: Phone) -> None:
    await send_form(phone)
    ends = phone.newest
    await phone.press("👥 Daftarkan orang lain", ends)
    first = await phone.draft()
    await phone.press_data("m:register_other:0", ends.id)
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "🔄 Ulang dari awal", "🗑️ Hapus"]
    async with phone.db.unit(phone.now) as unit:
        assert [draft.id for draft in await drafts.open_of(unit, first.person_id)] == [first.id]


async def test_a_deep_link_answers_the_sector_of_the_first_person_only(phone: Phone) -> None:
    await phone.type("/start ojol")
    await phone.type("/start nelayan")
    await phone.press("📝 Daftar")
    await phone.press("✅ Setuju")
    assert (await phone.draft()).answers == {"sector": "nelayan"}
    await phone.begin_with(complete("fishing_work"))
    await phone.press("✅ Kirim pendaftaran")
    await phone.type("/daftar")
    await phone.press("▶️ Lanjutkan")  # the form that the link had begun is still there
    await phone.press("🙋 Saya sendiri")
    assert "Foto KTP" in phone.newest.text
    await phone.type("/batal")
    await phone.press("🗑️ Hapus")
    await phone.press("🗑️ Ya, hapus")
    await phone.press("📝 Daftar")
    assert (await phone.draft()).answers == {}
