"""Who gets the list of the approved by /ekspor, where, with whom on it, and for how long does it stand there?"""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from handlers.staff import exporting
from registration.lifecycle import State
from simulator.seen import Seen
from simulator.user import SimUser
from storage import cases, readings
from storage.cases import Case
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.groups import FISHERY, bind, group
from tests.stories.staff.test_seen_documents import until_vault_holds
from tests.stories.staff.test_who_may_press import later
from tests.support.leaks import found_in
from tests.support.sheets import rows_of
from tests.support.town import STAFF, Town, town

NAME, NUMBER = 2, 13  # columns
NOBODY = "Belum ada yang disetujui"


async def approved(here: Town, worker: SimUser, number: int, **answers: Any) -> Case:
    """A case that was approved a moment ago."""
    case = await kept_case(here, worker, nik=f"64710557089{number:05d}", phone="+6281234567890", **answers)
    async with here.look() as unit:
        changed = await cases.change(unit, case, state=State.APPROVED, decided_at=unit.now)
    assert changed is not None
    return changed


async def file_of(who: SimUser) -> Seen:
    """The file in somebody's own chat."""
    return await who.wait_for(lambda one: "document" in one.raw, timeout=20, ever=True)


async def rows_sent(here: Town, who: SimUser) -> list[list[str]]:
    return rows_of(await here.sim.download((await file_of(who)).file_id))[1:]


async def until_gone(who: SimUser) -> None:
    async with asyncio.timeout(20):
        while [one for one in await who.transcript() if one.file_id]:
            await who.view(since=(await who.view())["version"], wait=1)


async def record(here: Town, *of: Case) -> list[list[tuple[str, int, str]]]:
    """(kind, who, why) of the readings of each case."""
    async with here.look() as unit:
        found = [await readings.of_case(unit, case.id) for case in of]
    return [[(one.kind, one.reader_id, one.why) for one in each] for each in found]


def workbooks_in(folder: Path) -> list[Path]:
    """Files in which a workbook begins somewhere."""
    return [path for path in folder.rglob("*") if path.is_file() and b"PK\x03\x04" in path.read_bytes()]


async def files_sent(here: Town) -> int:
    return len(await here.sim.calls("sendDocument"))


async def test_a_supervisor_gets_the_approved_of_the_groups_agencies_in_the_own_chat_for_ten_minutes(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        await here.chief.start()
        siti = await here.person("Siti (contoh)")
        fisher = await approved(here, siti, 1, name="=cmd|'/C calc'!A0")
        farmer = await approved(here, siti, 2, sector="petani", farm_work="crops", name="Budi Contoh")
        rider = await approved(here, siti, 3, sector="ojol", aplikator="gojek", name="Sari Contoh")
        waiting = await kept_case(here, siti, nik="6471055708900004")
        await here.chief.send("/ekspor", chat=FISHERY)
        told = await here.chief.sees("📄 Daftar 2 orang yang disetujui", chat=FISHERY, timeout=20)
        assert told.text == "📄 Daftar 2 orang yang disetujui dikirim ke chat pribadi Ibu Ratna (contoh)."
        file = await file_of(here.chief)
        assert file.raw["document"]["file_name"] == "daftar-disetujui-2025-11-10.xlsx"
        assert "has_protected_content" not in file.raw
        assert "File ini bisa disimpan dan diteruskan, jadi Anda yang menjaganya." in file.text
        rows = await rows_sent(here, here.chief)
        assert [(row[1], row[NAME], row[NUMBER]) for row in rows] == [
            ("6471055708900001", "=cmd|'/C calc'!A0", fisher.number),
            ("6471055708900002", "Budi Contoh", farmer.number),
        ]
        assert rows[0][11:13] == ["081234567890", "Nelayan"]
        exported = [("list", here.chief.id, "export")]
        assert await record(here, fisher, farmer, rider, waiting) == [exported, exported, [], []]
        for chat in (FISHERY, STAFF):
            assert [one for one in await here.chief.transcript(chat) if "document" in one.raw] == []
        await until_vault_holds(here, 0)
        later(here, minutes=11)
        await until_gone(here.chief)
    assert found_in(tmp_path) == []


async def test_officers_strangers_and_the_anonymous_get_no_list(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti, 1)
        await here.officer.start()
        await asks(here.officer, "/ekspor", "Ini hanya bisa dilakukan admin grup.")
        await siti.send("/ekspor")
        assert "📄" not in (await siti.sees("")).text
        await group(here, FISHERY)
        await here.sim.add_bot(FISHERY, by=here.chief.id)
        await here.chief.send("/ekspor", chat=FISHERY)  # a group that decides for nobody
        await here.sim.set_member(STAFF, here.chief.id, "creator", anonymous=True)
        await asks(here.chief, "/ekspor", "Tulis sebagai diri sendiri")
        assert (await record(here, case), await files_sent(here)) == ([[]], 0)


async def test_where_nobody_is_approved_it_is_said_kindly_and_a_list_too_long_is_for_the_operator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await kept_case(here, siti)
        await asks(here.chief, "/ekspor", NOBODY)
        await approved(here, siti, 2)
        await approved(here, siti, 3)
        monkeypatch.setattr(exporting, "MOST", 1)
        told = await asks(here.chief, "/ekspor", "terlalu panjang")
        assert "python -m bot export" in told.text
        assert await files_sent(here) == 0


async def test_who_never_started_the_bot_is_led_there(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti, 1)
        told = await asks(here.chief, "/ekspor", "Ibu Ratna (contoh), daftarnya hanya dikirim")
        me = (await here.sim.read("overview"))["bot"]["username"]
        assert [button["url"] for row in told.rows for button in row] == [f"https://t.me/{me}?start=petugas"]
        await here.chief.start("petugas")
        await here.chief.sees("chat ini sudah terbuka")
        await asks(here.chief, "/ekspor", "📄 Daftar 1 orang")
        assert [row[NUMBER] for row in await rows_sent(here, here.chief)] == [case.number]


@pytest.mark.parametrize(
    ("fault", "why", "told"),
    [
        ({"code": 403, "description": "Forbidden: bot was blocked by the user"}, "refused", "daftarnya hanya dikirim"),
        ({"code": 0, "when": "after"}, "unknown", "daftarnya belum bisa dikirim"),
    ],
)
async def test_a_list_that_did_not_arrive_is_not_sent_twice_and_is_on_record(
    tmp_path: Path, fault: dict[str, object], why: str, told: str
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti, 1)
        await here.chief.start()
        await here.chief.sees("Selamat datang")
        await here.sim.fault("sendDocument", chat_id=here.chief.id, **fault)
        await asks(here.chief, "/ekspor", told)
        reader = here.chief.id
        assert await record(here, case) == [[("list", reader, "export"), ("list_unsent", reader, why)]]
        assert await files_sent(here) == 1
        await until_vault_holds(here, 0)


async def test_who_is_no_supervisor_any_more_when_the_list_is_ready_does_not_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti, 1)
        await here.sim.set_member(STAFF, here.officer.id, "administrator")
        await here.officer.start()
        await here.officer.sees("Selamat datang")
        put, reached, may_go = here.app.vault.put, asyncio.Event(), asyncio.Event()

        async def held(data: bytes) -> str:
            reached.set()
            await may_go.wait()
            return await put(data)

        monkeypatch.setattr(type(here.app.vault), "put", lambda _, data: held(data))
        await here.officer.send("/ekspor", chat=STAFF)
        await asyncio.wait_for(reached.wait(), 20)
        await here.sim.set_member(STAFF, here.officer.id, "member")
        await asks(here.officer, "/petugas", "keputusan")  # what Telegram said of the rank was handled before
        may_go.set()
        await here.officer.sees("daftarnya tidak jadi dikirim", chat=STAFF, timeout=20)
        assert (await record(here, case), await files_sent(here)) == ([[]], 0)
        await until_vault_holds(here, 0)


async def test_while_the_file_waits_to_be_sent_nothing_of_it_can_be_read_on_the_disk(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await approved(here, siti, 1)
        await here.chief.start()
        await here.chief.sees("Selamat datang")
        await here.sim.fault("sendDocument", chat_id=here.chief.id, code=500, times=1000)
        await asks(here.chief, "/ekspor", "📄 Daftar 1 orang")
        await until_vault_holds(here, 1)
        assert (workbooks_in(tmp_path), found_in(tmp_path)) == ([], [])
        assert [one for one in await here.chief.transcript() if one.file_id] == []
        await here.sim.clear_faults()
        later(here, minutes=1)
        assert len(await rows_sent(here, here.chief)) == 1
        await until_vault_holds(here, 0)
