"""In a staff group with topics: does each sector have one, and is it there again when somebody deleted it?"""

import asyncio
from pathlib import Path
from typing import Any

from tests.stories.staff.groups import FISHERY, bind, cards_in, group, until
from tests.stories.staff.office import card_of, now, sent_case
from tests.stories.staff.test_groups_in_trouble import open_alerts
from tests.support.town import Town, town


async def places(here: Town) -> list[tuple[str, str]]:
    """(topic, number) of every card in the forum, as they were put up."""
    names = {topic["id"]: topic["name"] for topic in await topics(here)}
    standing = [one for one in await here.chief.transcript(FISHERY) if "photo" in one.raw]
    return [(names.get(one.thread, ""), one.text.split()[0]) for one in standing]


async def topics(here: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await here.chief.view(FISHERY))["topics"]
    return found


async def test_each_sector_gets_one_topic_also_when_two_cards_come_at_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        workers = [await here.person(f"{name} (contoh)") for name in ("Siti", "Budi", "Wati")]
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3")
        sectors = ("nelayan", "nelayan", "petani")
        cases = await asyncio.gather(
            *(
                sent_case(here, worker, nik=f"647105570890000{number}", sector=sector)
                for number, (worker, sector) in enumerate(zip(workers, sectors, strict=True), start=1)
            )
        )
        numbers = sorted(case.number for case in cases)
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), numbers)
        fishers = sorted(case.number for case in cases[:2])
        assert sorted(await places(here)) == sorted(
            [*(("🎣 Nelayan", number) for number in fishers), ("🌾 Petani", cases[2].number)]
        )
        assert len(await topics(here)) == 2
        card = await card_of(here, cases[0], FISHERY)
        await here.officer.press("❌ Tolak", card)
        await here.officer.press("✍️ Tulis alasan sendiri", chat=FISHERY)
        asked = await here.officer.sees("balas pesan ini", chat=FISHERY)
        assert asked.thread == card.thread


async def test_a_topic_that_was_deleted_is_made_again_with_the_cards_that_were_in_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3")
        case = await sent_case(here, siti)
        card = await card_of(here, case, FISHERY)
        await here.sim.act("delete_topic", chat=FISHERY, user=here.chief.id, thread=card.thread)
        await siti.block()  # touches the card
        again = await here.chief.sees("tidak bisa dihubungi", chat=FISHERY, timeout=20)
        assert (await places(here), again.thread == card.thread) == ([("🎣 Nelayan", case.number)], False)


async def test_without_the_right_the_administrators_are_told_once_and_topics_come_with_the_right(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        workers = [await here.person(f"{name} (contoh)") for name in ("Siti", "Budi", "Wati")]
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3", rights={"can_manage_topics": False})
        first = await sent_case(here, workers[0])
        await here.chief.sees("Bot belum boleh membuat topik", chat=FISHERY, timeout=20)
        second = await sent_case(here, workers[1], nik="6471051708900002")
        await card_of(here, second, FISHERY)
        told = [one for one in await here.chief.transcript(FISHERY) if "belum boleh membuat topik" in one.text]
        assert (len(told), await open_alerts(here)) == (1, [("no_topics", str(FISHERY))])
        await here.sim.set_member(FISHERY, here.sim.bot_id, "administrator", by=here.chief.id)
        await until(here, FISHERY, lambda: open_alerts(here), [])
        third = await sent_case(here, workers[2], nik="6471051708900003")
        await card_of(here, third, FISHERY)
        assert await places(here) == [("", first.number), ("", second.number), ("🎣 Nelayan", third.number)]


async def test_a_card_whose_sector_is_mended_goes_to_the_other_topic(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3")
        case = await sent_case(here, siti)
        await card_of(here, case, FISHERY)
        for label in ("🔁 Minta perbaikan", "⬜ Pekerjaan", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.officer.press(label, chat=FISHERY)
        await here.officer.press("🔁 Kirim ke pekerja", chat=FISHERY)
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.press("🌾 Petani")
        await siti.press("Ternak")
        await siti.press("Tidak punya, lanjut")
        await siti.press("✅ Kirim pendaftaran")
        await until(here, FISHERY, lambda: places(here), [("🌾 Petani", case.number)])
        assert (await now(here, case)).sector == "petani"
