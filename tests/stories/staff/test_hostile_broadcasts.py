"""Does a broadcast stay what supervisors wrote and chose, whatever stands in it and in the buttons that come back?"""

from pathlib import Path

import pytest
from aiogram.types import Message

from handlers.broadcasts import writing
from handlers.callbacks import Cast
from storage import inbox
from tests.stories.staff.crowd import WORDS, counts, crowd, got, now, stands, type_number, written
from tests.stories.staff.groups import FISHERY, bind, group
from tests.stories.staff.office import TEXTS
from tests.stories.staff.test_binding import press_through
from tests.stories.staff.test_who_may_press import forged
from tests.support.town import STAFF, Town, town


async def parked(here: Town) -> int:
    async with here.look() as unit:
        return len(await inbox.parked(unit))


@pytest.mark.parametrize(
    ("act", "value"),
    [
        ("pick", "apa"),
        ("pick", ""),
        ("sector", "x"),
        ("kecamatan", "64"),
        ("time", "z"),
        ("button", "help"),
        ("aa", ""),
    ],
)
async def test_a_made_up_choice_is_answered_and_changes_nothing(tmp_path: Path, act: str, value: str) -> None:
    async with town(tmp_path) as here:
        await crowd(here, 1)
        ready = await written(here)
        before = await now(here)
        told = await forged(here.chief, Cast(act=act, id=1, revision=before.revision, value=value).pack(), ready)
        assert told in {TEXTS("cast-no-button"), TEXTS("cast-time-over")}
        assert (await now(here), await parked(here)) == (before, 0)


async def test_signs_and_links_go_out_as_they_were_written(tmp_path: Path) -> None:
    words = "<b>Halo</b> *Anda* & \u202eteman\u202c: lihat laman"
    link = {"type": "text_link", "offset": words.index("laman"), "length": 5, "url": "https://contoh.example/"}
    async with town(tmp_path) as here:
        (ani,) = await crowd(here, 1)
        await written(here, words, entities=[link])
        await type_number(here, "1")
        await stands(here, "✅ Selesai")
        assert (await got([ani], words), await counts(here)) == ([1], {"sent": 1})
        heard = await ani.sees(words, ever=True)
        assert link in heard.raw["entities"]


def test_a_colleague_who_is_named_in_it_is_no_link_to_their_profile() -> None:
    hasan = {"id": 50, "is_bot": False, "first_name": "Hasan"}
    message = Message.model_validate(
        {
            "message_id": 1,
            "date": 0,
            "chat": {"id": STAFF, "type": "supergroup"},
            "text": "Tanya Pak Hasan, Bu Ratna, laman",
            "entities": [
                {"type": "text_mention", "offset": 6, "length": 9, "user": hasan},
                {"type": "text_link", "offset": 17, "length": 8, "url": "tg://user?id=51"},
                {"type": "text_link", "offset": 27, "length": 5, "url": "https://contoh.example/"},
            ],
        }
    )
    assert writing.content_of(message) == {
        "text": "Tanya Pak Hasan, Bu Ratna, laman",
        "entities": [{"type": "text_link", "offset": 27, "length": 5, "url": "https://contoh.example/"}],
        "photo": "",
    }


async def test_a_broadcast_whose_group_is_left_can_be_halted_in_another_one(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chief, people = here.chief, await crowd(here, 2)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        await chief.send("/siaran", chat=FISHERY)
        asked = await chief.sees("Siaran baru.", chat=FISHERY)
        await chief.send(WORDS, chat=FISHERY, reply_to=asked.id)
        for label in ("🕓 Waktu", "Besok 08:00", "✅ Kirim …"):
            await chief.press(label, chat=FISHERY)
        asked = await chief.sees("balas pesan ini dengan angkanya", chat=FISHERY)
        await chief.send("2", chat=FISHERY, reply_to=asked.id)
        await chief.sees("Angkanya cocok. Dikirim 11-11-2025 08:00", chat=FISHERY)
        await press_through(chief, "DP3", "Ya, lepas DP3")
        there = await stands(here, "Dikirim 11-11-2025 08:00")
        assert await chief.press("✖️ Batalkan", there) is None
        await stands(here, "Tidak jadi dikirim")
        assert ((await now(here)).state, await got(people)) == ("cancelled", [0, 0])
