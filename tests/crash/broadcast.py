"""Is a broadcast sent to nobody twice, however often the bot is killed? `python -m tests.crash.broadcast --kills 100`.

Telegram fails 1 % of the sends with 500, 0.5 % with 429, and loses 0.5 % of the answers after delivering.
"""

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from delivery.choosing import BULK
from simulator.client import Simulator
from simulator.running import spawned
from simulator.wire import Json
from storage import outbox
from storage.database import Database
from storage.keys import KeyRing
from storage.outbox import Lane
from storage.schema import bring_up_to_date
from tests.crash.forked import Forked
from tests.support.databases import NOW
from tests.support.town import STAFF

_FIRST = 800_000_001
_BATCH = 1
_WAITING = {"due", "leaving", "paused"}
_LOOK = 0.02  # seconds between two looks at how far the broadcast is
_LONGEST = 120.0  # seconds without any progress, starting included
# What Telegram keeps of its promises, and the bot's own settings for it.
_FAULTS: tuple[tuple[float, Json], ...] = (
    (0.01, {"code": 500}),
    (0.005, {"code": 429, "parameters": {"retry_after": 1}}),
    (0.005, {"code": 0, "when": "after"}),
)
_SETTINGS = {"SEND_PER_SECOND": "30", "SEND_CHAT_BURST": "3", "SEND_GROUP_PER_MINUTE": "20"}


@dataclass(frozen=True, slots=True)
class Plan:
    """How many people, how many kills, whose bot (`bot`, or a broken twin), which dice."""

    people: int
    kills: int
    entry: str = "bot"
    seed: int = 1


class Broadcast:
    """One run: rows are left for everybody, the bot sends them, and is killed and started again."""

    def __init__(self, plan: Plan, sim: Simulator, folder: Path) -> None:
        self._plan = plan
        self._sim = sim
        self._dice = random.Random(plan.seed)  # noqa: S311 - dice of a test
        self._victim = Forked(sim, folder, plan.entry, **_SETTINGS)
        self._keys = folder / "keys"

    async def run(self) -> Json:
        """Everything; what was found, ready to print."""
        began = time.monotonic()
        await self._make_world()
        await self._leave_rows()
        await self._victim.load()
        try:
            await self._victim.start()
            for _ in range(self._plan.kills):
                await self._go_on(self._dice.randint(1, 2 * self._plan.people // (self._plan.kills + 1)))
                await asyncio.sleep(self._dice.random() * 0.1)  # a random moment, not the one right after a commit
                await self._victim.end()
                await self._victim.start()
            await self._go_on(self._plan.people)
        finally:
            await self._victim.unload()
        return await self._report(time.monotonic() - began)

    async def _make_world(self) -> None:
        chief = await self._sim.add_user("Ibu Ratna (contoh)")
        await self._sim.add_group("Verifikasi (contoh)", id=STAFF)
        await self._sim.set_member(STAFF, chief.id, "creator")
        await self._sim.add_bot(STAFF, by=chief.id)
        await self._sim.add_crowd(_FIRST, self._plan.people)
        await self._sim.settings(limits=True)
        for share, fault in _FAULTS:
            await self._sim.fault("sendMessage", times=None, probability=share, **fault)

    async def _leave_rows(self) -> None:
        db = Database(f"sqlite+aiosqlite:///{self._victim.database}", KeyRing.load(self._keys))
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            for chat in range(_FIRST, _FIRST + self._plan.people):
                params = {"chat_id": chat, "text": "Pendaftaran dibuka besok."}
                key = f"siaran:{_BATCH}:{chat}"
                outbox.call(
                    unit, "sendMessage", params, chat_id=chat, lane=Lane.BROADCAST, key=key, batch=_BATCH
                )  # fmt: skip
        await db.close()

    async def _go_on(self, more: int) -> None:
        """Wait until so many more are over, or all are."""
        goal = min(self._over() + more, self._plan.people)
        seen, at = -1, time.monotonic()
        while (over := self._over()) < goal:
            if over != seen:
                seen, at = over, time.monotonic()
            if time.monotonic() - at > _LONGEST:
                raise TimeoutError(f"nothing was sent for {_LONGEST} s; {over} of {self._plan.people} are over")
            await asyncio.sleep(_LOOK)

    def _over(self) -> int:
        return sum(number for state, number in self._states().items() if state not in _WAITING)

    def _states(self) -> Counter[str]:
        return Counter(self._ends().values())

    def _ends(self) -> dict[int, str]:
        """The state of every person's row, read without a lock."""
        connection = sqlite3.connect(f"file:{self._victim.database}?mode=ro", uri=True)
        try:
            rows = connection.execute("SELECT chat_id, state FROM outbox WHERE batch = ?", (_BATCH,))
            return {int(chat): str(state) for chat, state in rows}
        finally:
            connection.close()

    async def _report(self, seconds: float) -> Json:
        calls = [call for call in await self._sim.calls("sendMessage") if call["params"]["chat_id"] >= _FIRST]
        lost = sum("lost" in call["answer"] for call in calls)
        codes = Counter(call["answer"].get("error_code") for call in calls)
        got = Counter(
            call["params"]["chat_id"] for call in calls if call["answer"].get("ok") or "lost" in call["answer"]
        )
        ends, states = self._ends(), self._states()
        unknown_at_most = lost + self._plan.kills * BULK
        findings = [f"{chat} got it {times} times" for chat, times in got.items() if times > 1]
        findings += [f"{chat} has no end: {state}" for chat, state in ends.items() if state in _WAITING]
        findings += [
            f"{chat} is sent and got nothing" for chat, state in ends.items() if state == "sent" and not got[chat]
        ]
        findings += [f"{chat} is {state} and got it" for chat, state in ends.items() if state == "failed" and got[chat]]
        if states["unknown"] > unknown_at_most:
            findings.append(f"{states['unknown']} are unknown, more than {unknown_at_most}")
        return {
            "people": self._plan.people,
            "kills": self._plan.kills,
            "starts": self._victim.starts,
            "seconds": round(seconds),
            "calls": len(calls),
            "answered_500": codes[500],
            "answered_429": codes[429],
            "lost_answers": lost,
            "twice": sum(times > 1 for times in got.values()),
            "without_an_end": sum(state in _WAITING for state in ends.values()),
            **{f"state_{state}": number for state, number in sorted(states.items())},
            "unknown_and_delivered": sum(got[chat] for chat, state in ends.items() if state == "unknown"),
            "unknown_at_most": unknown_at_most,
            "unknown_per_kill": round((states["unknown"] - lost) / max(self._plan.kills, 1), 2),
            "findings": findings[:40],
            "complaints": self._victim.complaints()[:20],
        }


async def broadcast(plan: Plan, folder: Path) -> Json:
    """Run a plan in a folder of its own; the report."""
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(spawned())
        sim = await stack.enter_async_context(Simulator(address))
        return await Broadcast(plan, sim, folder).run()


def main(words: list[str]) -> int:
    """Print a table and one line of JSON; 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.broadcast", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--people", type=int, default=4000)
    parser.add_argument("--entry", default="bot", help="the program to kill; tests.crash.repeating is a broken twin")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(words)
    folder = Path(tempfile.mkdtemp(prefix="lindung-broadcast-"))
    report = asyncio.run(broadcast(Plan(given.people, given.kills, given.entry, given.seed), folder))
    sys.stdout.write(f"{'folder':>22}  {folder}\n")
    for name, value in report.items():
        sys.stdout.write(f"{name:>22}  {value}\n")
    sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
    return 1 if report["findings"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
