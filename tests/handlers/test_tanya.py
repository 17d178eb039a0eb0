"""Are the words typed right after /tanya a question, only those, and does the form go on where it was?"""

from datetime import timedelta

import pytest

from registration.lifecycle import State
from storage import cases, people, questions
from storage.cases import NewCase
from storage.questions import Question
from tests.handlers.given import complete
from tests.handlers.phone import TEXTS, Phone

ASKED = "Apa yang ingin Anda tanyakan?"
WORDS = "Kapan perlindungan mulai?"


async def asked(phone: Phone) -> list[Question]:
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        return await questions.of_person(unit, person.id)


async def have_case(phone: Phone, number: str, sector_of: str = "letter", name: str = "Budi Contoh") -> int:
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        answers = complete(sector_of) | {"nik": number.ljust(16, "1"), "name": name}
        sector = answers["sector"]
        new = NewCase(number, person.id, 1, "w2025", sector, "dp3", State.WAITING, answers, "t")
        case = await cases.create(unit, new)
        await cases.write_history(unit, case.id, "send", ("", "waiting"), actor="worker", actor_id=phone.id)
    return case.id


async def test_who_has_no_case_says_the_line_of_work_and_its_agency_is_asked(phone: Phone) -> None:
    await phone.type("/tanya")
    assert phone.newest.text.startswith("Pertanyaan ini tentang") is False
    assert list(phone.newest.buttons) == [
        *(TEXTS(f"sector-{key}") for key in ("ojol", "pangkalan", "nelayan", "petani", "pedagang", "lainnya")),
        "🤷 Tidak tahu",
        "↩️ Tidak jadi",
    ]
    await phone.press(TEXTS("sector-nelayan"))
    assert phone.newest.text.startswith(ASKED)
    await phone.type(f"  {WORDS} \n ")
    assert "Pertanyaan terkirim ke Dinas Pangan, Pertanian dan Perikanan" in phone.newest.text
    [question] = await asked(phone)
    assert (question.case_id, question.agency, question.sector) == (None, "dp3", "nelayan")
    assert (question.name, question.text) == ("Budi", WORDS)
    await phone.type("Terima kasih")
    assert len(await asked(phone)) == 1


async def test_who_does_not_know_the_agency_asks_all_the_same(phone: Phone) -> None:
    await phone.type(f"/tanya {WORDS}")
    await phone.press("🤷 Tidak tahu")
    assert "terkirim ke petugas pendaftaran" in phone.newest.text
    [question] = await asked(phone)
    assert (question.agency, question.sector, question.text) == ("", "", WORDS)


async def test_of_one_case_it_is_of_two_one_is_chosen(phone: Phone) -> None:
    first = await have_case(phone, "BPN-1", name="Siti Aminah Contoh")
    await phone.type(f"/tanya {WORDS}")
    assert "terkirim ke Dinas Pangan" in phone.newest.text
    second = await have_case(phone, "BPN-2")
    await phone.type(f"/tanya {WORDS}")
    assert list(phone.newest.buttons) == ["BPN-2 – Budi Contoh", "BPN-1 – Siti Aminah Con", "↩️ Tidak jadi"]
    await phone.type("Dan berapa lama?")
    assert "yang mana" in phone.newest.text
    await phone.press("BPN-2 – Budi Contoh")
    found = [(one.case_id, one.name, one.text) for one in await asked(phone)]
    assert found == [(first, "Siti", WORDS), (second, "Budi", f"{WORDS} Dan berapa lama?")]


async def test_another_chats_case_cannot_be_asked_about(phone: Phone) -> None:
    own = await have_case(phone, "BPN-1")
    await have_case(phone, "BPN-2")
    phone.id += 1
    other = await have_case(phone, "BPN-3")
    phone.id -= 1
    await phone.type(f"/tanya {WORDS}")
    await phone.press_data(f"a:{other}:", phone.newest.id)
    assert "yang mana" in phone.newest.text
    assert await asked(phone) == []
    await phone.press("BPN-1 – Budi Contoh")
    assert [one.case_id for one in await asked(phone)] == [own]


async def test_a_form_is_not_disturbed_and_goes_on_where_it_was(phone: Phone) -> None:
    before = await phone.begin_with({"for_whom": "self", "sector": "ojol"}, asking="sector")
    shown = phone.newest
    await phone.type("/tanya")
    await phone.press(TEXTS("sector-ojol"), phone.newest)
    await phone.type(WORDS)
    assert phone.newest.text.startswith("✅ Pertanyaan terkirim")
    assert phone.newest.text.endswith(shown.text)
    after = await phone.draft()
    assert (after.id, after.answers, after.asking) == (before.id, before.answers, before.asking)
    assert [one.text for one in await asked(phone)] == [WORDS]


@pytest.mark.parametrize("way_out", ["photo", "sticker", "command", "button", "old words", "keyboard"])
async def test_anything_but_words_leads_out_of_it(phone: Phone, way_out: str) -> None:
    await phone.begin_with({"for_whom": "self", "sector": "ojol", "ktp_photo": [1], "nik": "6471051708900001"})
    await phone.type("/tanya")
    await phone.press("🤷 Tidak tahu")
    if way_out == "photo":
        await phone.photo()
    elif way_out == "sticker":
        await phone.message()
    elif way_out == "command":
        await phone.type("/status")
    elif way_out == "button":
        await phone.press("↩️ Tidak jadi")
        assert phone.newest.text.startswith("Baik, tidak jadi.")
    elif way_out == "keyboard":
        await phone.type(TEXTS("button-back"))
        await phone.press(TEXTS("button-keep", value="6471 0517 0890 0001"))
    else:
        phone.now += timedelta(minutes=31)
    await phone.type("Budi Contoh")
    assert await asked(phone) == []
    assert (await phone.draft()).answers["name"] == "Budi Contoh"


async def test_words_too_short_or_too_long_are_asked_for_again(phone: Phone) -> None:
    await phone.type("/tanya")
    await phone.press("🤷 Tidak tahu")
    await phone.type("?")
    assert "paling sedikit 3 huruf" in phone.newest.text
    await phone.type("a" * 501)
    assert "501 huruf. Tulis paling banyak 500" in phone.newest.text
    await phone.type("a" * 500)
    assert [len(one.text) for one in await asked(phone)] == [500]


async def test_so_many_questions_may_be_open_and_so_many_asked_a_day(phone: Phone) -> None:
    await have_case(phone, "BPN-1")
    for number in range(3):
        await phone.type(f"/tanya Pertanyaan {number}")
    await phone.type("/tanya Satu lagi")
    assert phone.newest.text.startswith("Masih ada 3 pertanyaan Anda yang menunggu jawaban.")
    for question in await asked(phone):
        async with phone.db.unit(phone.now) as unit:
            await questions.answer(unit, question, 50, "Ya.")
    await phone.type("/tanya Keempat")
    await phone.type("/tanya Kelima")
    await phone.type("/tanya Keenam")
    assert phone.newest.text.startswith("Hari ini sudah ada 5 pertanyaan dari Anda.")
    await phone.type("Bukan pertanyaan")
    assert len(await asked(phone)) == 5
    phone.now += timedelta(hours=15, minutes=30)  # past midnight in the city
    await phone.type("/tanya Besoknya")
    assert len(await asked(phone)) == 6


async def test_an_old_choice_asks_nothing_and_a_double_tap_asks_once(phone: Phone) -> None:
    await phone.type(f"/tanya {WORDS}")
    choice = phone.newest
    data = choice.buttons["🤷 Tidak tahu"]
    await phone.press_data(data, choice.id)
    await phone.press_data(data, choice.id)
    assert phone.newest.text.startswith("Pertanyaan ini sudah terkirim atau sudah lewat.")
    assert list(phone.newest.buttons) == ["❓ Tanya petugas", "🔎 Status saya"]
    assert len(await asked(phone)) == 1


async def test_status_and_help_lead_to_it(phone: Phone) -> None:
    await have_case(phone, "BPN-1")
    for command in ("/status", "/bantuan"):
        await phone.type(command)
        await phone.press("❓ Tanya petugas")
        assert phone.newest.text.startswith(ASKED)
        await phone.press("↩️ Tidak jadi")
    assert await asked(phone) == []
