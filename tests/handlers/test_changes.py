"""Does a form outlive what changes around it: the sector, the questions, the choices, the window?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from registration import flow
from registration.programme import Programme
from registration.questions import QUESTIONS
from storage import cases
from tests.handlers.given import complete
from tests.handlers.phone import PROGRAMME, TEXTS, Phone, phone_in

READY = complete("trade")


def without_gojek() -> Programme:
    named = {key: name for key, name in PROGRAMME.aplikator.items() if key != "gojek"}
    return PROGRAMME.model_copy(update={"aplikator": named})


async def test_a_choice_that_is_no_longer_offered_is_asked_again_with_all_else_kept(tmp_path: Path) -> None:
    answers = complete("letter")
    async with phone_in(tmp_path) as phone:
        await phone.begin_with(answers)
    async with phone_in(tmp_path, without_gojek()) as later:
        later.count, later.now = phone.count + 100, phone.now + timedelta(days=7)
        await later.type("/daftar")
        await later.press("▶️ Lanjutkan")
        assert "Pakai aplikasi apa?" in later.newest.text
        await later.press("Grab")
        assert "Periksa dulu, ya." in later.newest.text
        kept = (await later.draft()).answers
        assert {name: kept[name] for name in answers} == answers | {"aplikator": "grab"}


async def test_a_new_question_in_a_new_version_is_asked_with_all_else_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tuple(question for question in QUESTIONS if question.key != "birth_place")
    answers = {name: value for name, value in READY.items() if name != "birth_place"}
    with monkeypatch.context() as old_version:
        old_version.setattr(flow, "QUESTIONS", older)
        async with phone_in(tmp_path) as phone:
            await phone.begin_with(answers)
            assert "Periksa dulu, ya." in phone.newest.text
    async with phone_in(tmp_path) as later:
        later.count, later.now = phone.count + 100, phone.now
        await later.type("/start")
        await later.press("▶️ Lanjutkan")
        assert "Di kota mana lahirnya?" in later.newest.text
        await later.type("Balikpapan")
        assert "Periksa dulu, ya." in later.newest.text


async def test_a_sector_that_was_left_is_dropped_from_the_case_but_not_from_the_draft(phone: Phone) -> None:
    ojol = complete("letter")
    await phone.begin_with({name: value for name, value in ojol.items() if name not in ("stand", "trade", "job")})
    await phone.press("✏️ Ubah jawaban")
    await phone.press("Pekerjaan")
    await phone.press("🛒 Pedagang / usaha kecil")
    assert "Jualan atau usaha apa?" in phone.newest.text
    await phone.type("jual pisang")
    assert (await phone.draft()).answers["plate"] == "KT 1234 AB"
    await phone.press("✅ Kirim pendaftaran")
    number = next(word for word in phone.newest.text.split() if word.startswith("BPN-"))
    async with phone.db.unit(phone.now) as unit:
        case = await cases.by_number(unit, number)
    assert case is not None
    own = [question.key for question in flow.path(ojol | {"sector": "pedagang"}, PROGRAMME)]
    assert list(case.answers) == [*own, "insisted"]
    assert (case.sector, case.agency) == ("pedagang", "disnaker")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2025, 9, 1, tzinfo=UTC), "Pendaftaran dibuka bulan November 2025"),
        (datetime(2026, 2, 1, tzinfo=UTC), "Pendaftaran sudah ditutup 31"),
    ],
)
async def test_outside_the_window_a_form_may_be_filled_but_not_sent_and_the_dates_are_told(
    phone: Phone, moment: datetime, words: str
) -> None:
    phone.now = moment
    await phone.type("/start")
    assert words in phone.newest.text
    draft = await phone.begin_with(READY)
    assert words in phone.newest.text
    await phone.press("✅ Kirim pendaftaran")
    assert phone.newest.text.startswith(TEXTS("send-closed"))
    assert (await phone.draft()).id == draft.id
    phone.now = datetime(2025, 11, 20, tzinfo=UTC)
    await phone.press("✅ Kirim pendaftaran")
    assert "Pendaftaran terkirim." in phone.newest.text
