"""Can a broadcast be halted, gone on with, cancelled, taken back and set for later, and does a crash double nothing?"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from handlers.broadcasts import running
from registration.broadcasting import State
from simulator.user import SimUser
from storage import broadcasts
from tests.stories.staff.crowd import WORDS, counts, crowd, got, now, stands, type_number, written
from tests.stories.staff.office import services_of
from tests.stories.staff.test_who_may_press import later
from tests.support.town import STAFF, Town, settings_for, staffed_simulator, town
from tests.support.town import running as bot_running


async def until(right: Callable[[], Awaitable[Any]], wanted: Any, here: Town) -> None:
    """Wait for changes in the group after which `right` gives what is wanted."""
    for _ in range(30):
        if await right() == wanted:
            return
        await here.chief.view(STAFF, since=(await here.chief.view(STAFF))["version"], wait=1)
    assert await right() == wanted


async def some_have_it(here: Town) -> None:
    """Wait until a few have got it and others have not."""

    async def begun() -> bool:
        found = await counts(here)
        return found.get("sent", 0) > 1 and found.get("due", 0) > 1

    await until(begun, True, here)


async def gone_from(people: list[SimUser]) -> list[int]:
    """In whose chats the message is deleted."""
    views = [await each.view() for each in people]
    return [sum(post["deleted"] for post in view["posts"] if post["message"].get("text") == WORDS) for view in views]


async def test_what_is_halted_waits_and_goes_on_to_those_who_have_not_got_it(tmp_path: Path) -> None:
    async with town(tmp_path, send_per_second=4) as here:
        people = await crowd(here, 16)
        await written(here)
        await type_number(here, "16")
        await some_have_it(here)
        await here.chief.press("⏸ Jeda", chat=STAFF)
        halted = await stands(here, "Dijeda")
        assert halted.buttons == ["▶️ Lanjut", "✖️ Batalkan", "↩️ Tarik kembali"]
        waiting = (await counts(here))["paused"]
        assert 0 < waiting < 16
        await here.chief.press("▶️ Lanjut", chat=STAFF)
        await stands(here, "✅ Selesai")
        assert await got(people) == [1] * 16


async def test_what_is_cancelled_stays_with_those_who_have_it_until_it_is_taken_back(tmp_path: Path) -> None:
    async with town(tmp_path, send_per_second=4) as here:
        people = await crowd(here, 16)
        await written(here)
        await type_number(here, "16")
        await some_have_it(here)
        await here.chief.press("✖️ Batalkan", chat=STAFF)
        await stands(here, "Batalkan siaran 1?")
        await here.chief.press("✖️ Ya, batalkan", chat=STAFF)
        await stands(here, "Sisanya tidak dikirim")
        found = await counts(here)
        assert set(found) <= {"sent", "dropped", "leaving"}
        before = await got(people)
        assert (0 < sum(before) < 16, max(before)) == (True, 1)
        await here.chief.press("↩️ Tarik kembali", chat=STAFF)
        await here.chief.press("↩️ Ya, tarik kembali", chat=STAFF)
        await stands(here, "Sudah ditarik kembali")
        assert await got(people) == [0] * 16
        assert await gone_from(people) == before
        assert await counts(here, -1) == {"sent": sum(before)}


async def test_messages_of_two_days_ago_cannot_be_taken_back_and_the_group_is_told(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 2)
        await written(here)
        await type_number(here, "2")
        await stands(here, "✅ Selesai")
        later(here, days=2)
        await here.chief.press("↩️ Tarik kembali", chat=STAFF)
        await here.chief.press("↩️ Ya, tarik kembali", chat=STAFF)
        told = await stands(here, "Sudah ditarik kembali")
        assert "0 dihapus, 0 menunggu, 2 tidak bisa dihapus" in told.text
        assert await got(people) == [1, 1]


async def test_a_chat_that_is_shut_meanwhile_does_not_keep_the_others_waiting(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 2)
        await written(here)
        await type_number(here, "2")
        await stands(here, "✅ Selesai")
        await people[1].block()
        await here.chief.press("↩️ Tarik kembali", chat=STAFF)
        await here.chief.press("↩️ Ya, tarik kembali", chat=STAFF)
        told = await stands(here, "Sudah ditarik kembali")
        assert "1 dihapus, 1 menunggu, 0 tidak bisa dihapus" in told.text
        assert await got(people) == [0, 1]


async def test_one_for_later_can_be_cancelled_before_anybody_gets_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 1)
        await written(here)
        await here.chief.press("🕓 Waktu", chat=STAFF)
        await here.chief.press("Besok 08:00", chat=STAFF)
        await stands(here, "Dikirim: 11-11-2025 08:00")
        await type_number(here, "1")
        await stands(here, "kira-kira ke 1 orang")
        await here.chief.press("✖️ Batalkan", chat=STAFF)
        await stands(here, "Tidak jadi dikirim")
        later(here, hours=24)
        await written(here, "Yang lain.")
        assert ((await now(here)).state, await counts(here), await got(people)) == (State.CANCELLED, {}, [0])


async def test_one_for_later_goes_out_when_its_time_has_come_and_never_at_night(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 2)
        await written(here)
        await here.chief.press("🕓 Waktu", chat=STAFF)
        await here.chief.press("Hari ini 16:00", chat=STAFF)
        await stands(here, "Dikirim: 10-11-2025 16:00")
        await type_number(here, "2")
        await here.chief.sees("Angkanya cocok. Dikirim 10-11-2025 16:00.", chat=STAFF)
        await stands(here, "Dikirim 10-11-2025 16:00, kira-kira ke 2 orang")
        assert (await now(here)).state is State.SCHEDULED
        later(here, hours=7)
        await stands(here, "✅ Selesai")
        assert await got(people) == [1, 1]
        later(here, hours=4, minutes=30)  # 20:30
        await written(here, "Pesan malam.")
        await type_number(here, "2")
        await here.chief.sees("Dikirim 11-11-2025 07:00.", chat=STAFF)
        assert await got(people, "Pesan malam.") == [0, 0]
        later(here, hours=11)
        await until(lambda: got(people, "Pesan malam."), [1, 1], here)


async def test_what_runs_into_the_night_goes_on_in_the_morning(tmp_path: Path) -> None:
    async with town(tmp_path, send_per_second=4) as here:
        people = await crowd(here, 16)
        await written(here)
        await type_number(here, "16")
        await stands(here, "Sedang dikirim")
        later(here, hours=11)
        await stands(here, "Dikirim 11-11-2025 07:00")
        assert sum(await got(people)) < 16
        later(here, hours=12)
        await stands(here, "✅ Selesai")
        assert await got(people) == [1] * 16


async def test_a_bot_that_was_away_asks_whether_a_late_one_is_still_meant(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 1)
        await written(here)
        await here.chief.press("🕓 Waktu", chat=STAFF)
        await here.chief.press("Hari ini 16:00", chat=STAFF)
        await stands(here, "Dikirim: 10-11-2025 16:00")
        await type_number(here, "1")
        await stands(here, "kira-kira ke 1 orang")
        later(here, days=1, hours=1)
        await stands(here, "Waktunya terlewat")
        assert await got(people) == [0]
        await here.chief.press("▶️ Lanjut", chat=STAFF)
        await stands(here, "✅ Selesai")
        assert await got(people) == [1]


@pytest.mark.parametrize("again", [1, 3])
async def test_a_step_that_is_done_again_after_a_crash_doubles_nothing(
    tmp_path: Path, again: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_CHUNK", 4)
    async with town(tmp_path) as here:
        people = await crowd(here, 10)
        await written(here)
        await type_number(here, "10")
        for _ in range(again):  # the same events again, and the place forgotten up to which copies were left
            async with here.app.db.unit(here.app.clock.now()) as unit:
                found = await broadcasts.get(unit, 1)
                assert found is not None
                await broadcasts.note(unit, found, last_person=0, filled_at=None)
                await running.on_look(unit, services_of(here), {"broadcast": 1})
                await running.on_look(unit, services_of(here), {"broadcast": 1})
        await stands(here, "✅ Selesai")
        assert await got(people) == [1] * 10
        assert await counts(here) == {"sent": 10}


async def test_a_bot_that_is_started_again_goes_on_where_it_was(tmp_path: Path) -> None:
    async with staffed_simulator() as (sim, officer, chief):
        settings = settings_for(sim, tmp_path, send_per_second=5)
        async with bot_running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            people = await crowd(here, 16)
            await written(here)
            await type_number(here, "16")
            await stands(here, "Sedang dikirim")
        assert sum(await got(people)) < 16
        async with bot_running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            await stands(here, "✅ Selesai")
            found = await counts(here)
        assert found.get("sent", 0) + found.get("unknown", 0) == 16
        assert max(await got(people)) == 1
        assert await sim.problems() == []


async def test_whose_copy_is_unknown_is_told_by_case_number_and_not_sent_again(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 3)
        await here.sim.fault("sendMessage", chat_id=people[1].id, when="after", code=0, times=1)
        await written(here)
        await type_number(here, "3")
        done = await stands(here, "✅ Selesai")
        assert "1 belum pasti" in done.text
        await here.chief.press("❔ Belum pasti", chat=STAFF)
        await here.chief.sees("1 orang belum pasti menerima", chat=STAFF)
        assert await got(people) == [1, 1, 1]
