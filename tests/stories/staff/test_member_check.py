"""Is every press answered in time when Telegram cannot say at once who presses? A spinner must not hang."""

from pathlib import Path

from handlers.errors import on_parked
from storage.inbox import Event
from tests.stories.staff.office import card_of, now, sent_case, services_of
from tests.support.town import STAFF, town

AGAIN = "Keanggotaan Anda belum bisa dicek. Coba tekan lagi sebentar lagi."


async def test_a_press_is_answered_while_telegram_fails_to_say_who_presses_and_works_after(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.sim.fault("getChatMember", code=502, times=None)
        assert await here.officer.press("✅ Setujui", chat=STAFF) == AGAIN
        assert (await now(here, case)).state == "waiting"
        await here.sim.clear_faults()
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."


async def test_a_press_is_answered_while_telegram_is_slow_to_say_who_presses(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        await here.sim.fault("getChatMember", delay=12)
        assert await here.officer.press("✅ Setujui", chat=STAFF) == AGAIN


async def test_a_press_whose_handling_failed_for_good_is_answered_too(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        updates = [
            Event(1, "update", {"callback_query": {"id": "7", "message": {"chat": {"type": "supergroup"}}}}, 3, ""),
            Event(2, "check_member", {"press": {"callback": "8"}}, 3, ""),
        ]
        async with here.look() as unit:
            for event in updates:
                await on_parked(unit, services_of(here), event)
            left = [row["name"] for row in unit.leaving]
            unit.leaving.clear()
        assert left == ["answerCallbackQuery", "sendMessage", "answerCallbackQuery"]  # one word to the group
