"""Can anybody touch a form or a case of somebody else, or be lost with a button that nobody knows?"""

from dataclasses import replace

import pytest

from storage import cases, drafts
from tests.handlers.given import complete
from tests.handlers.phone import TEXTS, Phone


async def test_a_forged_press_on_another_persons_form_is_refused_and_changes_nothing(phone: Phone) -> None:
    mine = await phone.begin_with({"for_whom": "self"})
    stranger = replace(phone, id=700_002, shown={}, count=1000)
    await stranger.type("/start")
    for data in (f"f:answer:{mine.id}:sector:ojol", f"f:send:{mine.id}::", f"f:edit:{mine.id}:for_whom:"):
        assert await stranger.press_data(data, stranger.newest.id) == TEXTS("press-form-gone")
    for act in ("delete_yes", "restart_yes", "disagree_yes", "resume", "delete"):
        await stranger.press_data(f"m:{act}:{mine.id}", stranger.newest.id)
        assert await stranger.maybe_draft() is None
    async with phone.db.unit(phone.now) as unit:
        assert await drafts.get_open(unit, mine.id) == mine


@pytest.mark.parametrize("act", ["withdraw", "withdraw_yes", "mend", "supply"])
async def test_a_forged_press_on_another_persons_case_tells_and_changes_nothing(phone: Phone, act: str) -> None:
    await phone.begin_with(complete("letter"))
    await phone.press("✅ Kirim pendaftaran")
    stranger = replace(phone, id=700_002, shown={}, count=1000)
    await stranger.type("/start")
    await stranger.press_data(f"m:{act}:1", stranger.newest.id)
    assert stranger.newest.text in {TEXTS("status-none"), TEXTS("mend-too-late")}
    async with phone.db.unit(phone.now) as unit:
        case = await cases.get(unit, 1)
        assert case is not None
        assert (case.state, [step.move for step in await cases.history(unit, 1)]) == ("waiting", ["send"])


@pytest.mark.parametrize(
    "data", ["", "x", "f:answer:1", "f:answer:-1:nik:", "f:a:99999999999999999999:nik:", "m:", "z:1:2"]
)
async def test_a_button_that_nobody_knows_gets_an_answer(phone: Phone, data: str) -> None:
    await phone.type("/start")
    assert await phone.press_data(data, phone.newest.id) == TEXTS("press-unknown")


async def test_a_menu_button_of_an_older_version_leads_to_the_welcome(phone: Phone) -> None:
    await phone.type("/start")
    await phone.press_data("m:lama:0", phone.newest.id)
    assert list(phone.newest.buttons) == ["📝 Daftar", "☑️ Cek syarat dulu", "🔎 Status saya", "❓ Bantuan"]


@pytest.mark.parametrize("text", ["halo", "/halo", "/bantuan", "/batal", "/status"])
async def test_words_outside_a_form_get_an_answer_with_buttons(phone: Phone, text: str) -> None:
    await phone.type(text)
    assert (len(phone.said), len(phone.newest.buttons) > 0) == (1, True)


async def test_a_form_that_mends_a_case_is_not_deleted_by_batal(phone: Phone) -> None:
    await phone.begin_with(complete("letter"))
    await phone.press("✅ Kirim pendaftaran")
    await phone.press("🔎 Status saya")
    await phone.press(next(label for label in phone.newest.buttons if label.startswith("📎 Kirim surat")))
    await phone.type("/batal")
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "💾 Simpan, lanjut nanti"]
    await phone.press("💾 Simpan, lanjut nanti")
    await phone.type("/daftar")
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "👥 Daftarkan orang lain"]
    await phone.press("▶️ Lanjutkan")
    assert "Surat keterangan mitra" in phone.newest.text
