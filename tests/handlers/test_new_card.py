"""Is somebody with a new card asked since when they live here, and nobody else?"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from registration.programme import read_programme
from registration.questions import BY_KEY, NEW_CARD
from storage import cases, judgements
from tests.handlers.given import complete
from tests.handlers.phone import Phone, phone_in
from tests.support.town import ROOT

ASKED = ("lives_since", "residence_proof")
ANSWERS = {name: value for name, value in complete("trade").items() if name not in ASKED}


def before(key: str) -> dict[str, Any]:
    order = list(BY_KEY)
    return {name: value for name, value in ANSWERS.items() if name in order[: order.index(key)]}


@pytest.mark.parametrize(
    ("issued", "asked"),
    [("1-5-2025", "Nomor HP yang bisa dihubungi?"), ("2-5-2025", "Sejak kapan tinggal di Balikpapan?")],
)
async def test_the_question_comes_for_a_card_that_is_too_new_by_a_day(phone: Phone, issued: str, asked: str) -> None:
    await phone.begin_with(before("issued_on"))
    await phone.type(issued)
    assert asked in phone.newest.text


async def test_the_answer_and_the_photo_go_with_the_case_and_beside_the_check(phone: Phone) -> None:
    draft = await phone.begin_with(ANSWERS | {"issued_on": "2025-09-01"})
    assert "Sejak kapan tinggal" in phone.newest.text
    await phone.press("Sejak lahir")
    await phone.photo()
    await phone.checked()
    await phone.press("✅ Selesai, sudah semua")
    assert "Tinggal di sini sejak: Sejak lahir" in phone.newest.text
    assert "KK/surat pindah: 1 foto" in phone.newest.text
    await phone.press("✅ Kirim pendaftaran")
    async with phone.db.unit(phone.now) as unit:
        (case,) = await cases.of_person(unit, draft.person_id)
        judged = await judgements.of_case(unit, case.id)
    assert (case.answers["lives_since"], case.answers[NEW_CARD]) == ("birth", True)
    assert judged is not None
    assert judged[0] == "2025-11"
    details = {check.code: check.details for check in judged[1]}["card-age"]
    assert details == {"date": "01-09-2025", "months": 6, "since": "birth", "proof": "there"}


async def test_a_corrected_date_takes_the_questions_and_their_answers_away(phone: Phone) -> None:
    draft = await phone.begin_with(
        ANSWERS | {"issued_on": "2025-09-01", "lives_since": "2019", "residence_proof": "none"}
    )
    assert "Tinggal di sini sejak: 2019" in phone.newest.text
    await phone.press("✏️ Ubah jawaban")
    await phone.press("Tanggal KTP")
    await phone.type("1-9-2015")
    assert "Tinggal di sini sejak" not in phone.newest.text
    await phone.press("✅ Kirim pendaftaran")
    async with phone.db.unit(phone.now) as unit:
        (case,) = await cases.of_person(unit, draft.person_id)
    assert {"lives_since", "residence_proof", NEW_CARD} & set(case.answers) == set()


async def test_a_form_that_waited_for_the_next_window_is_measured_by_that_one(tmp_path: Path) -> None:
    window = """[[windows]]
key = "w2026"
opens = 2026-11-01T00:00:00
closes = 2026-12-31T23:59:59
day_known = false
reference_date = 2026-11-01
cover_starts = 2027-01-01

[agencies.disnaker]"""
    text = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    programme = read_programme(text.replace("[agencies.disnaker]", window))
    async with phone_in(tmp_path, programme) as phone:
        await phone.begin_with(before("phone") | {"issued_on": "2025-05-02"})
        assert "Sejak kapan tinggal" in phone.newest.text
        phone.now = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
        await phone.type("/daftar")
        await phone.press("▶️ Lanjutkan")
        assert "Nomor HP yang bisa dihubungi?" in phone.newest.text
