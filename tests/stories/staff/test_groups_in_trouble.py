"""What if the group itself changes: a new id, the bot thrown out, a card deleted, a foreign group, chatter?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storage import alerts
from tests.stories.staff.office import TEXTS, card_of, data, now, sent_case
from tests.stories.staff.test_who_may_press import OLD, forged, later
from tests.support.town import ROOT, STAFF, Town, running, settings_for, staffed_simulator, town

BASIC = -4000000001
FISHERY = -1002000000002


@asynccontextmanager
async def town_with_another_group(folder: Path, group: int, kind: str, **changes: object) -> AsyncIterator[Town]:
    """A town with one more group, in which the same officers and the bot sit."""
    async with staffed_simulator() as (sim, officer, chief):
        await sim.add_group("Verifikasi lain (contoh)", kind, id=group)
        await sim.set_member(group, chief.id, "creator")
        await sim.set_member(group, officer.id)
        await sim.add_bot(group, by=chief.id)
        settings = settings_for(sim, folder, **changes)
        async with running(settings) as app:
            yield Town(sim, settings, officer, chief, app)
        assert await sim.problems() == []


async def open_alerts(here: Town) -> list[tuple[str, str]]:
    """(code, about) of what needs the operator's hand."""
    async with here.look() as unit:
        return [(code, about) for code, about, _ in await alerts.open_alerts(unit)]


async def left_chats(here: Town) -> list[int]:
    """The chats that the bot has left by itself."""
    return [int(call["params"]["chat_id"]) for call in await here.sim.calls("leaveChat")]


async def test_a_group_that_becomes_a_supergroup_takes_its_open_cards_along(tmp_path: Path) -> None:
    async with town_with_another_group(tmp_path, BASIC, "group", staff_chat_id=BASIC) as here:
        siti, budi, wati = [await here.person(f"{name} (contoh)") for name in ("Siti", "Budi", "Wati")]
        first = await sent_case(here, siti)
        second = await sent_case(here, budi, nik="6471051708900002")
        old_card, _ = await card_of(here, first, BASIC), await card_of(here, second, BASIC)
        assert await here.officer.press("✅ Setujui", await card_of(here, second, BASIC)) is not None
        await here.officer.sees("Disetujui oleh", chat=BASIC)
        new = await here.sim.upgrade_group(BASIC)
        third = await sent_case(here, wati, nik="6471051708900003")
        cards = [await card_of(here, case, new) for case in (first, third)]
        assert await forged(here.officer, data("approve", first), old_card) == OLD
        for card in cards:
            assert await here.officer.press("✅ Setujui", card) == "Disetujui. Pekerja diberi tahu."
        await wati.sees("disetujui.")
        posted = [one.text.split()[0] for one in await here.chief.transcript(new) if one.text.startswith("BPN-")]
        assert sorted(posted) == [first.number, third.number]
        await here.chief.sees("Grup ini sekarang supergrup.", chat=new, ever=True)
        assert await open_alerts(here) == []


async def test_a_case_that_becomes_another_agencys_moves_to_its_group(tmp_path: Path) -> None:
    rules = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    own_group = tmp_path / "own_group.toml"
    own_group.write_text(rules.replace('short = "DP3"', f'staff_chat = {FISHERY}\nshort = "DP3"'), encoding="utf-8")
    async with town_with_another_group(tmp_path, FISHERY, "supergroup", programme_file=own_group) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        old = await card_of(here, case, FISHERY)
        for label in ("🔁 Minta perbaikan", "⬜ Pekerjaan", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.officer.press(label, chat=FISHERY)
        await here.officer.press("🔁 Kirim ke pekerja", chat=FISHERY)
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.press(TEXTS("sector-lainnya"))
        await siti.send("tukang cuci")
        await siti.press("✅ Kirim pendaftaran")
        card = await card_of(here, case)
        assert (card.chat, card.buttons[0]) == (STAFF, "✋ Ambil")
        async with asyncio.timeout(10):
            while [one for one in await here.chief.transcript(FISHERY) if one.text.startswith("BPN-")]:
                await here.chief.view(FISHERY, since=(await here.chief.view(FISHERY))["version"], wait=1)
        assert await forged(here.officer, data("approve", case, revision=2), old) == OLD


async def test_cards_wait_while_the_bot_is_not_in_its_group(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        await here.sim.remove_bot(STAFF, by=here.chief.id)
        cases = [await sent_case(here, siti), await sent_case(here, budi, nik="6471051708900002")]
        await siti.send("/status")
        await siti.sees("Menunggu diperiksa")
        lost = [("group_lost", str(STAFF))]
        assert await open_alerts(here) == lost
        await here.sim.add_bot(STAFF, by=here.chief.id)
        later(here, minutes=1)  # the courier tries a lost group again after half a minute
        for case in cases:
            assert (await card_of(here, case)).buttons[0] == "✋ Ambil"
        posted = [one.text.split()[0] for one in await here.chief.transcript(STAFF) if one.text.startswith("BPN-")]
        assert sorted(posted) == [case.number for case in cases]
        assert await open_alerts(here) == []


async def test_a_card_that_somebody_deleted_is_put_up_again_when_it_is_touched(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.chief.delete(card)
        said = await forged(here.officer, data("claim", case), card)
        assert said == "Kartu ini sudah dihapus. Kami pasang lagi di bawah, tekan di sana."
        again = await card_of(here, case)
        assert again.id != card.id
        assert await here.officer.press("✋ Ambil", again) == "Anda memeriksa kartu ini."
        await here.officer.sees("Diperiksa Pak Hasan", chat=STAFF)
        await here.chief.delete(again)
        await siti.block()  # touches the card: it is to say that the worker cannot be reached
        third = await here.chief.sees("tidak bisa dihubungi", chat=STAFF, timeout=20)
        assert len({card.id, again.id, third.id}) == 3
        assert await here.officer.press("✅ Setujui", third) == (
            "Tersimpan. Pekerja sedang tidak bisa dihubungi, ia diberi tahu saat kembali."
        )
        assert (await now(here, case)).state == "approved"


async def test_the_bot_leaves_a_foreign_group_politely(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        stranger = await here.person("Orang Luar (contoh)")
        foreign = await here.sim.add_group("Jual beli (contoh)")
        await here.sim.set_member(foreign, stranger.id, "creator")
        await here.sim.add_bot(foreign, "member", by=stranger.id)
        later(here, seconds=11)
        await stranger.sees("Bot ini hanya untuk grup petugas yang terdaftar.", chat=foreign, timeout=20)
        assert await left_chats(here) == []
        later(here, minutes=5)
        async with asyncio.timeout(10):
            while not await left_chats(here):
                await stranger.view(foreign, since=(await stranger.view(foreign))["version"], wait=1)
        assert await left_chats(here) == [foreign]
        assert await open_alerts(here) == []


async def test_messages_in_the_group_that_do_not_concern_the_bot_are_left_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        for text in ("Selamat pagi", "/start", "/daftar", "/status", f"/status {case.number}"):
            await here.officer.send(text, chat=STAFF)
        await here.officer.sticker(chat=STAFF)
        await here.officer.send("Yang ini sudah saya telepon", chat=STAFF, reply_to=card.id)
        await here.officer.press("✋ Ambil", chat=STAFF)
        heard = [one.text for one in await here.chief.transcript(STAFF) if one.raw["from"]["is_bot"]]
        assert [text.split()[0] for text in heard] == [case.number]
        assert await here.officer.transcript() == []
