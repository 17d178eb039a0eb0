"""Is nothing asked before a yes, is every word on it kept as proof, and may minds change?"""

from pathlib import Path

from storage import consents, people
from tests.handlers.given import complete
from tests.handlers.phone import OPEN_DAY, PROGRAMME, TEXTS, Phone, phone_in

READY = complete("trade")


async def test_a_refusal_is_kept_as_proof_and_may_become_a_yes(phone: Phone) -> None:
    await phone.type("/daftar")
    asked = phone.newest
    await phone.press("✖️ Tidak setuju")
    assert (phone.newest.text, await phone.maybe_draft()) == (
        TEXTS("consent-refused", office=PROGRAMME.office.name), None,
    )  # fmt: skip
    await phone.press("📝 Daftar")
    assert phone.newest.text == asked.text
    await phone.press("✅ Setuju")
    assert "Siapa yang mau didaftarkan?" in phone.newest.text
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        rows = await unit.conn.execute(consents._TABLE.select().order_by(consents._TABLE.c.id))
        kept = [
            (row.person_id, row.text_version, row.chat_id, row.agreed, OPEN_DAY < row.at <= phone.now) for row in rows
        ]
    version = PROGRAMME.consent.version
    assert kept == [(person.id, version, phone.id, agreed, True) for agreed in (False, True)]


async def test_taking_consent_back_deletes_the_form_only_after_a_second_question(phone: Phone) -> None:
    draft = await phone.begin_with({"for_whom": "self"})
    await phone.press_data("m:disagree:0", phone.newest.id)
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", "🗑️ Ya, hapus formulir"]
    assert (await phone.draft()).id == draft.id
    await phone.press("🗑️ Ya, hapus formulir")
    assert (phone.newest.text, await phone.maybe_draft()) == (
        TEXTS("consent-refused", office=PROGRAMME.office.name), None,
    )  # fmt: skip


async def test_a_new_version_of_the_consent_is_asked_before_going_on_and_before_sending(tmp_path: Path) -> None:
    newer = PROGRAMME.model_copy(update={"consent": PROGRAMME.consent.model_copy(update={"version": "baru"})})
    async with phone_in(tmp_path) as phone:
        await phone.begin_with(READY)
        summary = phone.newest
    async with phone_in(tmp_path, newer) as later:
        later.shown, later.count, later.now = phone.shown, phone.count, phone.now
        await later.press("✅ Kirim pendaftaran", summary)
        assert list(later.newest.buttons) == ["✅ Setuju", "✖️ Tidak setuju"]
        await later.press("✅ Setuju")
        assert "Periksa dulu, ya." in later.newest.text
        await later.press("✅ Kirim pendaftaran")
        assert "Pendaftaran terkirim." in later.newest.text
