"""What stands in for Telegram here: the simulator with its limits switched on. Who got what, and what was refused?"""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.standin import STAFF_CHAT
from simulator.client import Simulator
from simulator.running import spawned

ALLOWED = 30  # messages a second
FIRST = 800_000_001
WORDS = "Pendaftaran JKK/JKM dibuka besok pukul 08.00. Siapkan KTP Anda, lalu tekan tombol di bawah."
_JOURNAL = 20_000  # calls that the simulator remembers
_COUNTED = ("send", "edit", "copy", "forward")


@dataclass(frozen=True, slots=True)
class Job:
    """How one sender did. `rate`: messages a second that it sent in all; `allowed`: their share of what was allowed."""

    seconds: float
    rate: float
    allowed: float
    refused: int
    missed: int
    twice: int


@asynccontextmanager
async def telegram(people: int) -> AsyncIterator[Simulator]:
    """A fresh one, in a process of its own, with so many people who may be reminded, and a staff group."""
    async with spawned() as address, Simulator(address) as sim:
        chief = await sim.add_user("Ibu Ratna (contoh)")
        await sim.add_group("Verifikasi (contoh)", id=STAFF_CHAT)
        await sim.set_member(STAFF_CHAT, chief.id, "creator")
        await sim.add_bot(STAFF_CHAT, by=chief.id)
        await sim.add_crowd(FIRST, people)
        await sim.settings(limits=True)
        yield sim


async def journal_length(sim: Simulator) -> int:
    """How many calls the bot has made so far."""
    return int((await sim.read("calls", limit=1))["count"])


async def job(sim: Simulator, people: int, seconds: float, first: int, last: int) -> Job:
    """What came of a job that took so long, from the journal after call `first` up to call `last`."""
    if await journal_length(sim) > _JOURNAL:
        raise RuntimeError("more calls than the journal remembers: fewer people, please")
    calls = [call for call in await sim.calls() if call["method"].startswith(_COUNTED)]
    got = Counter(call["params"]["chat_id"] for call in calls if call["answer"]["ok"])
    reminded = [got[chat] for chat in range(FIRST, FIRST + people)]
    sent = sum(call["answer"]["ok"] for call in calls if first < call["n"] <= last)
    return Job(
        seconds=round(seconds, 1),
        rate=round(sent / seconds, 2),
        allowed=round(sent / seconds / ALLOWED, 4),
        refused=sum(call["answer"].get("error_code") == 429 for call in calls),
        missed=reminded.count(0),
        twice=sum(times > 1 for times in reminded),
    )
