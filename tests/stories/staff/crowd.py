"""How does a story about broadcasts get many people, two supervisors, and a broadcast that is ready to go?"""

import asyncio
from typing import Any

from simulator.seen import Seen
from simulator.user import SimUser
from storage import batches, broadcasts, marks
from storage.broadcasts import Broadcast
from tests.support.town import STAFF, Town

WORDS = "Pendaftaran dibuka besok 🎉 Siapkan KTP Anda."
BOLD = [{"type": "bold", "offset": 28, "length": 11}]


async def crowd(here: Town, count: int) -> list[SimUser]:
    """So many people who have pressed Start."""

    async def one(number: int) -> SimUser:
        user = await here.sim.add_user(f"Pekerja {number} (contoh)")
        await user.start()
        await user.sees("Selamat datang", timeout=30)
        return user

    return list(await asyncio.gather(*map(one, range(count))))


async def second_chief(here: Town) -> SimUser:
    """Another administrator of the group."""
    other = await here.sim.add_user("Pak Anwar (contoh)")
    await here.sim.set_member(STAFF, other.id, "administrator")
    return other


async def written(here: Town, words: str = WORDS, **more: Any) -> Seen:
    """A broadcast by the owner of the group, with its words; the message that stands for it."""
    await here.chief.send("/siaran", chat=STAFF)
    asked = await _asked(here, here.chief, "Siaran baru.")
    await here.chief.send(words, chat=STAFF, reply_to=asked.id, **more)
    return await here.chief.sees("belum dikirim", chat=STAFF)


async def type_number(here: Town, number: str, who: SimUser | None = None) -> None:
    """Press "Kirim" and answer with a number."""
    chief = who or here.chief
    await chief.press("✅ Kirim …", chat=STAFF)
    asked = await _asked(here, chief, "balas pesan ini dengan angkanya")
    await chief.send(number, chat=STAFF, reply_to=asked.id)


async def _asked(here: Town, who: SimUser, words: str) -> Seen:
    """A question of the bot that it knows to have sent: a reply within milliseconds would come before that."""
    asked = await who.sees(words, chat=STAFF)
    async with asyncio.timeout(10):
        while not await _known(here, asked):
            continue
    return asked


async def _known(here: Town, message: Seen) -> bool:
    async with here.look() as unit:
        return await marks.slot_at(unit, STAFF, message.id) is not None


async def stands(here: Town, words: str) -> Seen:
    """The message of the broadcast once it says this."""
    return await here.chief.sees(words, chat=STAFF, timeout=30, ever=True)


async def now(here: Town, broadcast_id: int = 1) -> Broadcast:
    """The broadcast as it is stored."""
    async with here.look() as unit:
        found = await broadcasts.get(unit, broadcast_id)
    assert found is not None
    return found


async def counts(here: Town, batch: int = 1) -> dict[str, int]:
    """How many copies are in which state."""
    async with here.look() as unit:
        return await batches.counts(unit, batch)


async def got(people: list[SimUser], words: str = WORDS) -> list[int]:
    """How often each of them has the message in their chat."""
    return [sum(one.text == words for one in await each.transcript()) for each in people]
