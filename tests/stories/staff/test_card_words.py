"""Does every card fit into Telegram's 1,024 UTF-16 units and say what matters, however hostile its answers?"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.context import Services
from handlers.staff.caption import caption_of, cut
from locales import Rich
from locales.texts import utf16_length
from registration.programme import load_programme
from registration.reasons import REASONS
from storage import cases, marks, officers, people
from storage.cases import Case, NewCase
from storage.database import Database, Unit
from storage.keys import KeyRing, make_key
from storage.schema import bring_up_to_date
from tests.stories.staff.office import SITI, TEXTS
from tests.support.town import ROOT, STAFF

NOW = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
SERVICES = Services(load_programme(ROOT / "programmes" / "balikpapan.toml"), TEXTS, "", STAFF)
ALL_WRONG: dict[str, Any] = {
    "sector": "ojol",
    "for_whom": "other",
    "nik": "9999993902010001",
    "name": "Вudi " + "W" * 95,
    "birth_place": "B" * 60,
    "birth_date": "1930-01-01",
    "sex": "L",
    "address": "Gang <b>" + "A" * 190 + "👨‍👩‍👧",
    "kecamatan": "outside",
    "issued_on": "2025-10-30",
    "income": 99_999_999,
    "covered": "unsure",
    "aplikator": "other",
    "aplikator_other": "C" * 40,
    "plate": "KT 9999 ABC",
    "letter": "later",
    "insisted": ["nik", "name", "birth_date", "issued_on", "income", "plate", "address"],
}


@pytest.fixture
async def unit(tmp_path: Path) -> AsyncIterator[Unit]:
    """A transaction on an empty database of one's own."""
    make_key(tmp_path / "keys")
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'cards.db'}", KeyRing.load(tmp_path / "keys"))
    async with db.unit(NOW) as one:
        await bring_up_to_date(one.conn)
        yield one
    await db.close()


async def case_with(unit: Unit, answers: dict[str, Any]) -> Case:
    """A case of Siti (SPECIMEN), with these answers instead."""
    person, _ = await people.meet(unit, 1000)
    merged = {key: value for key, value in (SITI | answers).items() if key != "ktp_photo"}
    number = f"BPN-25-{await marks.count_up(unit, 'test'):06d}-0"
    return await cases.create(
        unit, NewCase(number, person.id, 1, "w2025", merged["sector"], "disnaker", "waiting", merged, "2025-11")
    )


async def test_a_plain_card_tells_the_answers_in_the_order_of_a_ktp(unit: Unit) -> None:
    case = await case_with(unit, {"phone_shared": "6281234567890"})
    text = await caption_of(unit, SERVICES, case)
    assert text.text.splitlines() == [
        f"{case.number} · 🎣 Nelayan · Disnaker",
        "NIK: 6471 0557 0890 0001",
        "Nama: Siti Contoh",
        "Lahir: Balikpapan, 17-08-1990, Perempuan",
        "Alamat: Jl. Contoh Indah No. 12, RT/RW 009/007, Damai Bahagia, Balikpapan Selatan",
        "Tanggal KTP: 03-12-2012",
        "Nomor HP: 081234567890 (nomor Telegram-nya)",
        "Penghasilan sebulan: Rp3.000.000",
        "Kerja nelayan: Ikut kapal orang (ABK)",
        "",
        "✅ 8 pemeriksaan otomatis cocok",
        "⚠️ Kartu KUSUKA atau surat nelayan tidak ada",
        "",
        "⏳ Menunggu",
    ]


async def test_a_redacted_card_shows_only_the_end_of_the_nik(unit: Unit) -> None:
    review = SERVICES.programme.review.model_copy(update={"card": "redacted"})
    redacted = replace(SERVICES, programme=SERVICES.programme.model_copy(update={"review": review}))
    text = await caption_of(unit, redacted, await case_with(unit, {}))
    assert text.text.splitlines()[1] == "NIK: •••• •••• •••• 0001"


async def test_the_card_of_a_case_that_is_over_keeps_whose_it_was_and_what_was_decided(unit: Unit) -> None:
    await officers.confirm(unit, STAFF, 77, "Pak Hasan (contoh)", "member")
    case = await case_with(unit, {})
    review = {"act": "reject", "step": "reasons", "reasons": ["double"], "note": "Sudah terdaftar"}
    over = await cases.change(unit, case, state="rejected", decided_at=NOW, review=review)
    assert over is not None
    await cases.write_history(unit, case.id, "reject", ("waiting", "rejected"), actor="officer", actor_id=77)
    assert (await caption_of(unit, SERVICES, over)).text.splitlines() == [
        f"{case.number} · 🎣 Nelayan · Disnaker",
        "NIK: •••• •••• •••• 0001",
        "Nama: Siti Contoh",
        "",
        "❌ Ditolak oleh Pak Hasan (contoh), 10-11-2025 09:00",
        "Alasan: Pendaftaran ganda; Sudah terdaftar",
    ]


async def test_the_longest_card_fits_and_keeps_every_warning_and_who_decided(unit: Unit) -> None:
    await case_with(unit, ALL_WRONG)
    case = await case_with(unit, ALL_WRONG)
    await officers.confirm(unit, STAFF, 77, "\u202e<b>Pak 👮" + "H" * 100, "member")
    await people.mark_unreachable(unit, 1000)
    review = {"act": "reject", "step": "reasons", "reasons": list(REASONS["reject"]), "note": "n" * 300}
    changed = " ".join(ALL_WRONG)
    after = await cases.change(
        unit, case, state="claimed", officer_id=77, claimed_at=NOW, review=review, changed=changed
    )
    assert after is not None
    text = await caption_of(unit, SERVICES, after)
    assert utf16_length(text.text) <= 1024
    lines = text.text.splitlines()
    assert lines[:2] == [
        f"{case.number} · 🛵 Ojek online · Disnaker",
        "⚠️ Kemungkinan ganda: NIK ini sudah ada di pendaftaran lain.",
    ]
    assert [line.partition(":")[0] for line in lines[4:7]] == ["✏️ NIK", "✏️ Nama", "✏️ Lahir"]
    assert len([line for line in lines if line.startswith("⚠️")]) == 13
    assert [line[:30] for line in lines if line.startswith("✋")] == ["✋ Diperiksa <b>Pak 👮HHHHHHHHHH"]


async def test_hostile_answers_style_nothing(unit: Unit) -> None:
    case = await case_with(unit, {"name": "<b>Siti</b> { $number }", "address": "</b><code>x"})
    text = await caption_of(unit, SERVICES, case)
    assert text.text.splitlines()[2] == "Nama: <b>Siti</b> { $number }"
    assert text.entities == ({"type": "bold", "offset": 0, "length": len(case.number)},)


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40), st.integers(0, 30), st.integers(1, 30))
def test_a_cut_text_is_short_enough_and_its_styles_end_within_it(text: str, most: int, start: int, length: int) -> None:
    bold = ({"type": "bold", "offset": start, "length": length},) if start + length <= utf16_length(text) else ()
    short = cut(Rich(text, bold), most)
    size = utf16_length(short.text)
    assert size <= max(most, 0) or size == utf16_length(text)
    assert all(entity["length"] > 0 and entity["offset"] + entity["length"] <= size for entity in short.entities)
