"""Does a group never have more cards than it can look at, and does the oldest case come when there is room?"""

from pathlib import Path

from bot.due import DueWork
from simulator.seen import Seen
from storage import cases, marks
from storage.cases import Case
from tests.registration.test_programme import SHIPPED
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.groups import FISHERY, bind, cards_in, group, until
from tests.stories.staff.office import card_of, now, sent_case, services_of
from tests.support.town import STAFF, Town, town


def rules(folder: Path, most: int) -> Path:
    """A programme file with room for so many cards, and without a summary among them in the morning."""
    path = folder / "programme.toml"
    text = SHIPPED.replace("most_cards = 10", f"most_cards = {most}").replace("\nhour = 8\n", "\nhour = 20\n")
    path.write_text(text, encoding="utf-8")
    return path


async def look(here: Town) -> None:
    """What the clock does every few minutes."""
    await DueWork(here.app.db, services_of(here), here.app.clock.now).check()


async def waiting_cases(here: Town, count: int) -> list[Case]:
    """Cases of one worker, of whom no card was drawn yet."""
    siti = await here.person("Siti (contoh)")
    return [await kept_case(here, siti, queued=True, nik=f"64710557089{serial:05d}") for serial in range(1, count + 1)]


async def line(here: Town, chat: int = STAFF) -> Seen | None:
    """The one line about those without a card."""
    found = [one for one in await here.chief.transcript(chat) if one.text.startswith("📥")]
    assert len(found) < 2
    return found[0] if found else None


async def picture_of(here: Town, case: Case) -> Seen:
    """The card itself, where other messages name the case too."""
    return await here.chief.wait_for(
        lambda one: "photo" in one.raw and one.text.startswith(case.number), chat=STAFF, ever=True
    )


async def test_only_so_many_cards_come_up_and_each_decision_brings_the_oldest_of_the_rest(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 2)) as here:
        found = await waiting_cases(here, 4)
        numbers = [case.number for case in found]
        await look(here)
        await until(here, STAFF, lambda: cards_in(here, STAFF), numbers[:2])
        first = await here.chief.sees("Masih 2 pendaftaran tanpa kartu, yang paling lama dikirim 10-11", chat=STAFF)
        assert first.buttons == ["▶️ Berikutnya"]
        await here.officer.press("✅ Setujui", await card_of(here, found[0]))
        await until(here, STAFF, lambda: cards_in(here, STAFF), numbers[:3])
        same = await here.chief.sees("Masih 1 pendaftaran tanpa kartu", chat=STAFF, ever=True)
        await asks(here.officer, f"/tunda {numbers[1]} besok", "ditunda sampai")
        await until(here, STAFF, lambda: cards_in(here, STAFF), numbers)
        last = await here.chief.sees("sudah punya kartu", chat=STAFF, ever=True)
        assert [same.id, last.id, last.buttons] == [first.id, first.id, []]


async def test_berikutnya_gives_the_oldest_without_a_card_and_says_when_there_is_none(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 1)) as here:
        found = await waiting_cases(here, 2)
        await look(here)
        shown = await here.chief.sees("Masih 1 pendaftaran tanpa kartu", chat=STAFF)
        assert await here.officer.press("▶️ Berikutnya", shown) == f"{found[1].number} dipasang di bawah sebentar lagi."
        again = await here.officer.press_data("d:next:0:", shown, forged=True)
        assert again["text"] == "Tidak ada lagi yang menunggu. Semua sudah punya kartu."
        await until(here, STAFF, lambda: cards_in(here, STAFF), [case.number for case in found])


async def test_a_sent_back_case_makes_room_and_keeps_its_card_when_it_is_answered(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 1)) as here:
        siti = await here.person("Siti (contoh)")
        first = await sent_case(here, siti)
        second = await kept_case(here, siti, queued=True, nik="6471055708900002")
        card = await card_of(here, first)
        for label in ("🔁 Minta perbaikan", "⬜ Nama", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.officer.press(label, chat=STAFF)
        await here.officer.press("🔁 Kirim ke pekerja", chat=STAFF)
        await until(here, STAFF, lambda: cards_in(here, STAFF), [first.number, second.number])
        assert (await card_of(here, first)).id == card.id
        await siti.press(f"✏️ Perbaiki {first.number}")
        await siti.send("Siti Contoh Baru")
        await siti.press("✅ Kirim pendaftaran")
        await here.chief.sees("🆕 Diperbaiki", chat=STAFF, ever=True)
        assert (await card_of(here, first)).id == card.id


async def test_kasus_shows_any_case_and_the_case_counts_from_then_on(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 1)) as here:
        found = await waiting_cases(here, 3)
        await look(here)
        await here.chief.sees("Masih 2 pendaftaran tanpa kartu", chat=STAFF)
        await asks(here.officer, f"/kasus {found[2].number}", "Riwayat")
        await until(here, STAFF, lambda: cards_in(here, STAFF), [found[0].number, found[2].number])
        await look(here)
        await here.chief.sees("Masih 1 pendaftaran tanpa kartu", chat=STAFF, ever=True)
        await here.officer.press("✅ Setujui", await picture_of(here, found[2]))
        assert (await now(here, found[1])).card_chat is None
        await here.officer.press("✅ Setujui", await card_of(here, found[0]))
        await until(here, STAFF, lambda: cards_in(here, STAFF), [case.number for case in found])


async def test_a_group_bound_anew_gets_its_share_once_and_the_old_line_is_settled(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 3)) as here:
        found = await waiting_cases(here, 30)
        numbers = [case.number for case in found]
        await look(here)
        await here.chief.sees("Masih 27 pendaftaran tanpa kartu", chat=STAFF)
        await until(here, STAFF, lambda: cards_in(here, STAFF), numbers[:3])
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), numbers[:3])
        await here.chief.sees("Masih 27 pendaftaran tanpa kartu", chat=FISHERY, ever=True)
        await until(here, STAFF, lambda: cards_in(here, STAFF), [])
        await look(here)
        await here.chief.sees("sudah punya kartu", chat=STAFF, ever=True)
        assert [len(await cards_in(here, FISHERY)), (await line(here, FISHERY)) is None] == [3, False]


async def test_a_case_has_never_two_cards(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 2)) as here:
        found = await waiting_cases(here, 3)
        await look(here)
        await look(here)
        await until(here, STAFF, lambda: cards_in(here, STAFF), [case.number for case in found[:2]])
        await here.chief.delete(await card_of(here, found[0]))
        await here.officer.press("✅ Setujui", await card_of(here, found[1]))
        await until(here, STAFF, lambda: cards_in(here, STAFF), [found[1].number, found[2].number])
        async with here.look() as unit:
            assert await marks.place_of(unit, f"card:{found[2].id}") is not None
            assert len(await cases.in_states(unit, ["waiting"])) == 2


async def test_in_a_group_with_topics_all_topics_share_the_places_and_the_line_stands_in_general(
    tmp_path: Path,
) -> None:
    async with town(tmp_path, programme_file=rules(tmp_path, 2)) as here:
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3")
        siti = await here.person("Siti (contoh)")
        sectors = ("nelayan", "petani", "petani")
        found = [
            await kept_case(here, siti, queued=True, nik=f"64710557089{serial:05d}", sector=sector)
            for serial, sector in enumerate(sectors, 1)
        ]
        await look(here)
        told = await here.chief.sees("Masih 1 pendaftaran tanpa kartu", chat=FISHERY, ever=True)
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [case.number for case in found[:2]])
        cards = [one.raw.get("message_thread_id") for one in await here.chief.transcript(FISHERY) if "photo" in one.raw]
        assert ("message_thread_id" in told.raw, len(set(cards)), None in cards) == (False, 2, False)
