"""Does a case of the wrong agency reach the right one, with its history, and leave no papers behind?"""

from pathlib import Path

from simulator.seen import Seen
from simulator.user import SimUser
from tests.stories.staff.groups import FISHERY, TRAFFIC, bind, cards_in, group, until
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.stories.staff.test_who_may_press import OLD, forged
from tests.support.town import STAFF, town

DONE = "Dialihkan. Dinas itu yang memeriksa sekarang."


async def pass_on(officer: SimUser, card: Seen, short: str) -> str | None:
    """Press through the three steps on a card; what the last one answers."""
    await officer.press("📨 Alihkan", card)
    await officer.press(short, chat=card.chat)
    return await officer.press(f"📨 Alihkan ke {short}", chat=card.chat)


async def test_a_case_goes_to_another_agencys_group_and_back_with_its_history(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        case = await sent_case(here, siti)
        card = await card_of(here, case, FISHERY)
        assert await pass_on(here.officer, card, "Dishub") == DONE
        there = await card_of(here, case)
        assert there.text.splitlines()[0] == f"{case.number} · 🎣 Nelayan · Dishub"
        assert "📨 Dialihkan dari DP3 oleh Pak Hasan (contoh), 10-11-2025 09:" in there.text
        assert there.buttons[0] == "✋ Ambil"
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [])
        note = await here.chief.sees("dialihkan ke Dishub oleh Pak Hasan", chat=FISHERY, ever=True)
        assert (case.number in note.text, note.file_id) == (True, "")
        assert await forged(here.officer, data("approve", case), card) == OLD
        await siti.send("/status")
        await siti.sees("Menunggu diperiksa Dinas Perhubungan.")
        assert await pass_on(here.chief, there, "DP3") == DONE
        back = await here.chief.sees("📨 Dialihkan dari Dishub oleh Ibu Ratna (contoh)", chat=FISHERY, ever=True)
        assert back.text.splitlines()[0] == f"{case.number} · 🎣 Nelayan"
        await until(here, STAFF, lambda: cards_in(here, STAFF), [])
        assert await here.officer.press("✅ Setujui", back) == "Disetujui. Pekerja diberi tahu."
        assert [(step[0], step[4]) for step in await moves(here, case)] == [
            ("claim", here.officer.id),
            ("pass_on", here.officer.id),
            ("claim", here.chief.id),
            ("pass_on", here.chief.id),
            ("approve", here.officer.id),
        ]


async def test_agencies_that_share_a_group_pass_a_case_on_in_place(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        assert await pass_on(here.officer, card, "Disnaker") == DONE
        same = await here.chief.sees(f"{case.number} · 🎣 Nelayan · Disnaker", chat=STAFF, ever=True)
        assert (same.id, same.buttons[0]) == (card.id, "✋ Ambil")
        assert (await now(here, case)).agency == "disnaker"
        said = await forged(here.officer, data("approve", case), card)  # shown to the agency before
        assert said == "Kartu ini baru saja dialihkan ke dinas lain. Lihat kartunya lagi, lalu tekan lagi."
        again = await forged(here.officer, data("confirm_pass_on", case), card)  # the same tap once more
        assert again == "Sudah tersimpan."


async def test_nothing_is_passed_on_to_an_agency_without_a_group_or_to_none(tmp_path: Path) -> None:
    async with town(tmp_path, staff_chat_id=None) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        case = await sent_case(here, siti)
        card = await card_of(here, case, FISHERY)
        await here.officer.press("📨 Alihkan", card)
        said = await here.officer.press("Dishub", chat=FISHERY)
        assert said == "Dishub belum punya grup petugas, jadi kartu ini belum bisa dialihkan ke sana."
        for value in ("dinsos", "dp3", ""):
            assert await forged(here.officer, data("agency", case, value=value), card) == OLD
        assert (await now(here, case)).review == {"act": "pass_on", "step": "agency"}
        await here.officer.press("↩️ Batal", chat=FISHERY)
        assert (await now(here, case)).agency == "dp3"


async def test_a_case_that_was_passed_on_stays_there_when_it_is_mended(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, TRAFFIC)
        await bind(here, TRAFFIC, "dishub", "Dishub")
        case = await sent_case(here, siti)
        await pass_on(here.officer, await card_of(here, case), "Dishub")
        await card_of(here, case, TRAFFIC)
        for label in ("🔁 Minta perbaikan", "⬜ Nama", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.officer.press(label, chat=TRAFFIC)
        await here.officer.press("🔁 Kirim ke pekerja", chat=TRAFFIC)
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.send("Siti Contoh Dua")
        await siti.press("✅ Kirim pendaftaran")
        card = await here.chief.sees("Siti Contoh Dua", chat=TRAFFIC, timeout=20)
        assert (card.buttons[0], (await now(here, case)).agency) == ("✋ Ambil", "dishub")
