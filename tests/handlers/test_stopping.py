"""Does an answer that ends the registration say so at once, lose nothing, and let a corrected answer go on?"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from registration.programme import Programme, read_programme
from registration.questions import BY_KEY
from storage import cases, drafts, judgements
from tests.handlers.given import complete
from tests.handlers.phone import TEXTS, Phone, phone_in
from tests.support.town import ROOT

ALL_CODES = ("area", "card-age", "age", "income", "covered", "nik-birth-date", "nik-sex", "letter")


def strict(*codes: str) -> Programme:
    text = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    stops = ", ".join(f'"{code}"' for code in codes)
    return read_programme(text.replace("stops = []", f"stops = [{stops}]"))


@pytest.fixture
async def phone(tmp_path: Path) -> AsyncIterator[Phone]:
    """A phone in a city whose programme stops much."""
    async with phone_in(tmp_path, strict(*ALL_CODES)) as made:
        yield made


def before(key: str) -> dict[str, Any]:
    """The answers before this question."""
    answers, order = complete("trade"), list(BY_KEY)
    return {name: value for name, value in answers.items() if name in order[: order.index(key)]}


def plain(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name in BY_KEY}


async def stopped(phone: Phone) -> bool:
    return phone.newest.text.startswith(TEXTS("stop-head"))


@pytest.mark.parametrize(
    ("key", "answer", "words", "changes"),
    [
        ("kecamatan", "KTP bukan Balikpapan", "hanya untuk warga", ["Kecamatan"]),
        ("birth_date", "10-11-1960", "umurnya 65 tahun", ["Tanggal lahir"]),
        ("birth_date", "17-8-1991", "Tanggal lahir dan NIK belum cocok", ["NIK", "Tanggal lahir"]),
        ("sex", "Perempuan", "Jenis kelamin dan NIK belum cocok", ["NIK", "Jenis kelamin"]),
        ("issued_on", "2-5-2025", "sudah berumur 6 bulan", ["Tanggal KTP"]),
        ("income", "3.701.509", "paling banyak Rp3.701.508", ["Penghasilan sebulan"]),
        ("covered", "Sudah punya", "belum punya jaminan", ["Sudah punya JKK/JKM"]),
    ],
)
async def test_it_is_said_at_once_with_the_ways_out_and_nothing_is_lost(
    phone: Phone, key: str, answer: str, words: str, changes: list[str]
) -> None:
    given = before(key)
    await phone.begin_with(given)
    await (phone.press(answer) if answer in phone.newest.buttons else phone.type(answer))
    assert (await stopped(phone), words in phone.newest.text) == (True, True)
    ways = [f"✏️ Ubah {change}" for change in changes]
    assert list(phone.newest.buttons) == [*ways, "🏢 Ajukan ke kantor", "💾 Simpan, lanjut nanti"]
    assert {name: value for name, value in (await phone.draft()).answers.items() if name in given} == given
    assert phone.keyboard == []


async def test_the_day_before_the_65th_birthday_is_not_stopped_and_the_birthday_is(tmp_path: Path) -> None:
    for day, is_stopped in ((9, False), (10, True)):
        folder = tmp_path / str(day)
        folder.mkdir()
        async with phone_in(folder, strict("age")) as phone:
            phone.now = datetime(2025, 11, day, 1, 0, tzinfo=UTC)
            await phone.begin_with(before("birth_date"))
            await phone.type("10-11-1960")
            assert await stopped(phone) is is_stopped


async def test_who_is_too_old_is_told_no_price_and_others_are(phone: Phone) -> None:
    await phone.begin_with(before("birth_date"))
    await phone.type("10-11-1960")
    assert (TEXTS("else-old", below="65") in phone.newest.text, "Rp16.800" in phone.newest.text) == (True, False)
    await phone.type("/batal")
    await phone.begin_with(before("income"))
    await phone.type("4 juta")
    assert "Iuran Rp16.800 sebulan" in phone.newest.text
    assert "Ojek" not in phone.newest.text  # a trader


async def test_nothing_goes_on_while_it_stands(phone: Phone) -> None:
    draft = await phone.begin_with(before("income"))
    await phone.type("4 juta")
    answers = plain((await phone.draft()).answers)
    for act in ("answer:{}:income_statement:yes", "answer:{}:covered:no", "back:{}:income:", "keep:{}:income:"):
        toast = await phone.press_data("f:" + act.format(draft.id), phone.newest.id)
        assert toast == TEXTS("press-stale")
    await phone.press_data(f"f:send:{draft.id}::", phone.newest.id)
    assert await stopped(phone)
    await phone.type("3 juta")
    assert phone.newest.text.startswith(TEXTS("hint-stopped"))
    await phone.photo()
    await phone.message(contact={"phone_number": "6281200000000", "first_name": "Budi", "user_id": phone.id})
    assert TEXTS("stop-head") in phone.newest.text
    assert plain((await phone.draft()).answers) == answers


async def test_a_corrected_answer_goes_on_and_keeping_it_stops_again(phone: Phone) -> None:
    await phone.begin_with(before("kecamatan"))
    await phone.press("KTP bukan Balikpapan")
    await phone.press("✏️ Ubah Kecamatan")
    assert "Kecamatan mana?" in phone.newest.text
    await phone.press("✅ Tetap: KTP bukan Balikpapan")
    assert await stopped(phone)
    await phone.press("✏️ Ubah Kecamatan")
    await phone.press("Balikpapan Selatan")
    assert "Kelurahan mana?" in phone.newest.text


async def test_of_two_stops_each_is_told_and_each_can_be_corrected(phone: Phone) -> None:
    await phone.begin_with(before("kecamatan") | {"kecamatan": "outside", "income": 4_000_000})
    assert "hanya untuk warga" in phone.newest.text
    await phone.press("✏️ Ubah Kecamatan")
    await phone.press("Balikpapan Selatan")
    assert "paling banyak Rp3.701.508" in phone.newest.text
    await phone.press("✏️ Ubah Penghasilan sebulan")
    await phone.type("3 juta")
    assert "Kelurahan mana?" in phone.newest.text


async def test_an_answer_changed_in_the_summary_into_a_stop_cannot_be_sent(phone: Phone) -> None:
    draft = await phone.begin_with(complete("trade"))
    await phone.press("✏️ Ubah jawaban")
    await phone.press("Penghasilan sebulan")
    await phone.type("4 juta")
    assert await stopped(phone)
    await phone.press_data(f"f:send:{draft.id}::", phone.newest.id)
    assert (await stopped(phone), (await phone.draft()).id) == (True, draft.id)


async def test_the_office_and_keeping_it_for_later_are_ways_out_and_back(phone: Phone) -> None:
    draft = await phone.begin_with(before("income"))
    await phone.type("4 juta")
    await phone.press("🏢 Ajukan ke kantor")
    assert "Formulir di HP ini tetap tersimpan." in phone.newest.text
    await phone.press("▶️ Lanjutkan")
    assert await stopped(phone)
    await phone.press("💾 Simpan, lanjut nanti")
    assert (await phone.maybe_draft(), phone.newest.text) == (None, TEXTS("cancel-kept"))
    await phone.press("▶️ Lanjutkan")
    assert (await stopped(phone), (await phone.draft()).id) == (True, draft.id)


async def test_a_stop_before_the_phone_question_leaves_no_keyboard_and_it_comes_afterwards(phone: Phone) -> None:
    await phone.begin_with(before("issued_on"))
    await phone.type("2-5-2025")
    assert (await stopped(phone), phone.keyboard) == (True, [])
    await phone.press("✏️ Ubah Tanggal KTP")
    await phone.type("1-5-2025")
    assert phone.keyboard == ["📱 Kirim nomor HP ini", "⬅️ Kembali"]


async def test_who_does_not_know_of_cover_goes_on(phone: Phone) -> None:
    await phone.begin_with(before("covered"))
    await phone.press("Tidak tahu")
    assert "Jualan atau usaha apa?" in phone.newest.text


async def test_a_case_that_is_mended_is_with_the_officers_and_not_stopped(phone: Phone) -> None:
    answers = complete("trade")
    begun = await phone.begin_with(answers)
    await phone.press("✅ Kirim pendaftaran")
    async with phone.db.unit(phone.now) as unit:
        (case,) = await cases.of_person(unit, begun.person_id)
        await cases.change(unit, case, state="sent_back")
        kept = {name: value for name, value in case.answers.items() if name != "income"}
        await drafts.open_new(unit, begun.person_id, kept, rules_version="x", case_id=case.id, only=["income"])
    await phone.type("/status")
    await phone.press(f"✏️ Perbaiki {case.number}")
    await phone.type("4 juta")
    assert "Sudah diperbaiki." in phone.newest.text
    await phone.press("✅ Kirim pendaftaran")
    assert phone.newest.text.startswith("Perbaikan terkirim.")
    async with phone.db.unit(phone.now) as unit:
        judged = await judgements.of_case(unit, case.id)
    assert judged is not None
    assert {check.code: check.severity for check in judged[1]}["income"] == "stop"


async def test_what_staff_will_look_at_is_told_in_the_summary(tmp_path: Path) -> None:
    async with phone_in(tmp_path) as phone:
        await phone.begin_with(complete("trade") | {"income": 4_000_000, "covered": "unsure"})
        text = phone.newest.text
        assert text[text.index("Yang akan dilihat petugas:") :].splitlines()[:4] == [
            "Yang akan dilihat petugas:",
            "• " + TEXTS("check-income-look.worker", limit="3.701.508"),
            "• " + TEXTS("check-covered-look.worker", answer="unsure"),
            "",
        ]
        await phone.begin_with(complete("trade"))
        assert "Yang akan dilihat petugas:" not in phone.newest.text
