"""What do the group and an officer see of documents, for how long, and what is on record of it?"""

import asyncio
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from documents.redaction import COVER
from simulator.connection import SimError
from simulator.seen import Seen
from simulator.user import SimUser
from storage import alerts, readings
from storage.cases import Case
from tests.stories.staff.office import card_of, sent_case
from tests.stories.staff.test_who_may_press import later
from tests.support.town import ROOT, STAFF, Town, running, settings_for, staffed_simulator, town

VIEW = "🔍 Lihat dokumen"
LETTERS = {"sector": "ojol", "aplikator": "gojek", "plate": "KT 1234 AB", "letter": ["letter_gojek.jpg"]}
SENT = "Dokumen dikirim ke chat pribadi Anda dengan bot."


def redacting(folder: Path) -> Path:
    """A programme whose cards are redacted."""
    rules = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    path = folder / "redacted.toml"
    path.write_text(rules.replace('card = "readable"', 'card = "redacted"'), encoding="utf-8")
    return path


async def picture(here: Town, message: Seen) -> Image.Image:
    return Image.open(BytesIO(await here.sim.download(message.file_id))).convert("RGB")


def coloured(image: Image.Image) -> float:
    """The share of pixels that are not grey: cards and letters have some, hidden pages none."""
    saturation = image.convert("HSV").getchannel("S").histogram()
    return sum(saturation[64:]) / (image.width * image.height)


def covered(image: Image.Image) -> float:
    """The share of pixels that have the colour of the cover."""
    near = [band.point(lambda v, c=c: 255 * (abs(v - c) < 4)) for band, c in zip(image.split(), COVER, strict=True)]
    both = Image.composite(near[0], Image.new("L", image.size), near[1])
    return Image.composite(both, Image.new("L", image.size), near[2]).histogram()[255] / (image.width * image.height)


async def record(here: Town, case: Case) -> list[tuple[str, int, str, int]]:
    """(kind, who, why, pages) of every reading."""
    async with here.look() as unit:
        return [(one.kind, one.reader_id, one.why, one.pages) for one in await readings.of_case(unit, case.id)]


async def changed_picture(here: Town, before: Seen) -> Seen:
    return await here.chief.wait_for(
        lambda one: one.id == before.id and one.file_id != before.file_id, chat=STAFF, timeout=20, ever=True
    )


async def pages(who: SimUser, count: int) -> list[Seen]:
    """The pages in somebody's own chat, once there are so many."""
    async with asyncio.timeout(20):
        while True:
            view = await who.view()
            found = [one for one in await who.transcript() if one.file_id and not one.mine]
            if len(found) == count:
                return found
            await who.view(since=view["version"], wait=1)


async def until_vault_holds(here: Town, count: int) -> None:
    async with asyncio.timeout(10):
        while len([name async for name in here.app.vault.names()]) != count:
            await here.chief.view(STAFF, since=(await here.chief.view(STAFF))["version"], wait=1)


async def test_the_group_sees_a_readable_card_until_the_decision_and_nothing_to_read_after_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti, **LETTERS)
        card = await card_of(here, case)
        assert coloured(await picture(here, card)) > 0.03
        assert await record(here, case) == [("card", STAFF, "new", 2)]
        await here.officer.press("✅ Setujui", card)
        after = await changed_picture(here, card)
        assert coloured(await picture(here, after)) < 0.001
        assert after.raw["has_protected_content"] is True
        assert after.text.splitlines()[2:4] == ["NIK: •••• •••• •••• 0001", "Nama: Siti Contoh"]
        assert ("081234567890" in after.text, "Jl. Contoh" in after.text) == (False, False)
        assert "Disetujui oleh Pak Hasan (contoh)" in after.text
        assert await record(here, case) == [("card", STAFF, "new", 2)]


async def test_a_withdrawn_case_loses_its_picture_too(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await siti.send("/status")
        await siti.press(f"✖️ Batalkan {case.number}")
        await siti.press(f"✖️ Ya, batalkan {case.number}")
        after = await changed_picture(here, card)
        assert coloured(await picture(here, after)) < 0.001
        assert "Dibatalkan oleh pekerja" in after.text


async def test_a_case_withdrawn_before_its_card_was_put_up_never_shows_its_documents(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await here.sim.remove_bot(STAFF, by=here.chief.id)
        case = await sent_case(here, siti)
        await siti.send("/status")
        await siti.press(f"✖️ Batalkan {case.number}")
        await siti.press(f"✖️ Ya, batalkan {case.number}")
        await siti.sees("sudah dibatalkan")
        await here.sim.add_bot(STAFF, by=here.chief.id)
        later(here, minutes=1)
        other = await sent_case(here, siti, nik="6471051708900002")
        await card_of(here, other)
        shown = [one.text.split()[0] for one in await here.chief.transcript(STAFF) if one.file_id]
        assert shown == [other.number]


async def test_a_picture_that_cannot_be_redrawn_gives_way_to_a_grey_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        draw = here.app.sandbox.draw_card

        async def broken(drawn: list[object], note: str) -> bytes:
            if drawn:
                raise RuntimeError("a picture that breaks every child")
            return await draw([], note)

        monkeypatch.setattr(here.app.sandbox, "draw_card", broken)
        await here.officer.press("✅ Setujui", card)
        after = await changed_picture(here, card)
        assert coloured(await picture(here, after)) < 0.001
        async with here.look() as unit:
            assert await alerts.open_alerts(unit) == []


async def test_in_a_redacted_programme_nik_and_face_are_covered_and_the_caption_masks_the_nik(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=redacting(tmp_path)) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti, **LETTERS)
        card = await card_of(here, case)
        seen = await picture(here, card)
        assert covered(seen) > 0.08
        assert coloured(seen.crop((round(seen.width * 0.7), 0, seen.width, seen.height))) < 0.001  # the letter
        assert "NIK: •••• •••• •••• 0001" in card.text
        assert VIEW in card.buttons
        assert await record(here, case) == []


@pytest.mark.parametrize("mode", ["readable", "redacted"])
async def test_an_officer_gets_all_pages_alone_and_for_ten_minutes_also_over_a_restart(
    tmp_path: Path, mode: str
) -> None:
    rules = redacting(tmp_path) if mode == "redacted" else ROOT / "programmes" / "balikpapan.toml"
    async with staffed_simulator() as (sim, officer, chief):
        settings = settings_for(sim, tmp_path, programme_file=rules)
        await officer.start()
        async with running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            siti = await here.person("Siti (contoh)")
            case = await sent_case(here, siti, letter=["letter_gojek.jpg", "letter_grab.jpg"])
            card = await card_of(here, case)
            assert await officer.press(VIEW, card) == SENT
            found = await pages(officer, 3)
            assert len({one.album for one in found}) == 1
            assert found[0].text.startswith(f"🔒 {case.number}")
            assert [one.raw["has_protected_content"] for one in found] == [True, True, True]
            sizes = [(await picture(here, one)).size for one in found]
            assert sizes == [(1280, 860), (914, 1280), (907, 1280)]  # the KTP first, each as big as Telegram shows it
            with pytest.raises(SimError, match="protected"):
                await officer.forward(found[0])
            assert (await record(here, case))[-1] == ("pages", officer.id, "review", 3)
            assert [one for one in await chief.transcript() if one.file_id] == []
            await until_vault_holds(here, 3)  # the pages themselves: the marked copies are forgotten
        async with running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            assert len(await pages(officer, 3)) == 3
            later(here, minutes=11)
            assert await pages(officer, 0) == []
        assert await sim.problems() == []


async def test_an_officer_who_never_started_the_bot_is_led_there_and_told_in_the_group(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        answer = await here.officer.press_data(card.data(VIEW), card)
        me = (await here.sim.read("overview"))["bot"]["username"]
        link = f"https://t.me/{me}?start=petugas"
        assert (answer["answered"], answer["text"], answer["url"]) == (True, None, link)
        told = await here.officer.sees("Pak Hasan (contoh), dokumen", chat=STAFF)
        assert [button["url"] for row in told.rows for button in row] == [link]
        assert told.raw["reply_to_message"]["message_id"] == card.id
        await here.officer.start("petugas")
        await here.officer.sees("chat ini sudah terbuka")
        assert await here.officer.press(VIEW, card) == SENT
        assert len(await pages(here.officer, 1)) == 1
        assert await record(here, case) == [
            ("card", STAFF, "new", 1),
            ("pages", here.officer.id, "review", 1),
        ]
        later(here, minutes=11)
        assert await pages(here.officer, 0) == []
        texts = [one.text for one in await here.chief.transcript(STAFF)]
        assert [text for text in texts if text.startswith("Pak Hasan")] == []


async def test_an_officer_who_is_refused_in_the_last_moment_is_told_in_the_group_and_is_no_lost_worker(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.officer.start()
        await here.officer.sees("Selamat datang")
        words = "Forbidden: bot can't initiate conversation with a user"
        await here.sim.fault("sendPhoto", chat_id=here.officer.id, code=403, description=words)
        assert await here.officer.press(VIEW, card) == SENT
        await here.officer.sees("Pak Hasan (contoh), dokumen", chat=STAFF)
        assert (await record(here, case))[-1] == ("unsent", here.officer.id, "refused", 1)
        assert await here.officer.press(VIEW, card) == SENT  # reachable still: nobody was marked as lost
        assert len(await pages(here.officer, 1)) == 1


async def test_pages_whose_arrival_is_unknown_are_not_sent_twice(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.officer.start()
        await here.officer.sees("Selamat datang")
        await here.sim.fault("sendPhoto", chat_id=here.officer.id, code=0, when="after")
        await here.officer.press(VIEW, card)
        await here.officer.sees("belum bisa ditampilkan")
        assert (await record(here, case))[-1] == ("unsent", here.officer.id, "unknown", 1)
        assert (
            len([call for call in await here.sim.calls("sendPhoto") if call["params"]["chat_id"] == here.officer.id])
            == 1
        )


async def test_who_blocks_the_bot_meanwhile_loses_the_pages_on_return(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.officer.start()
        await here.officer.sees("Selamat datang")
        await here.officer.press(VIEW, card)
        await pages(here.officer, 1)
        await here.officer.block()
        later(here, minutes=11)
        async with asyncio.timeout(15):
            while not await here.sim.calls("deleteMessage"):
                await here.officer.view(since=(await here.officer.view())["version"], wait=1)
        assert len(await pages(here.officer, 1)) == 1
        await here.officer.unblock()
        later(here, minutes=11)
        assert await pages(here.officer, 0) == []


async def test_only_officers_of_the_group_may_see_pages_and_of_open_cases_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, stranger = await here.person("Siti (contoh)"), await here.person("Orang Luar (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        data = card.data(VIEW)
        said = await stranger.press_data(data, card, forged=True)
        assert said["text"] == "Hanya anggota grup petugas yang boleh menekan tombol ini."
        await here.chief.start()
        await here.officer.press("✅ Setujui", card)
        said = await here.chief.press_data(data, card, forged=True)
        assert said["text"] == "Sudah disetujui oleh Pak Hasan (contoh)."
        assert [kind for kind, *_ in await record(here, case)] == ["card"]
        await stranger.start("petugas")
        await stranger.sees("Selamat datang")
