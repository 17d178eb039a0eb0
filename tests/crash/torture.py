"""Does `kill -9` at random moments lose anything? `python -m tests.crash.torture --kills 50 --people 20`."""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from simulator.client import Simulator
from simulator.running import spawned
from simulator.wire import Json
from storage.database import Database
from storage.folder import Folder
from storage.keys import KeyRing
from storage.vault import Vault
from tests.crash.intended import Intended
from tests.crash.person import Person
from tests.crash.staff import Staff
from tests.crash.truth import Truth
from tests.crash.victim import Victim
from tests.support.town import STAFF

_LONGEST_SETTLING = 180.0  # seconds after the last kill in which all must have come to its end
_SAYS = ("sendMessage", "sendPhoto")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done: how many kills, how many people at once, whose bot (`bot`, or a broken twin), which dice."""

    kills: int
    people: int
    entry: str = "bot"
    seed: int = 1


class Torture:
    """One run: people come and go, officers decide, the bot is killed and started again."""

    def __init__(self, plan: Plan, sim: Simulator, folder: Path) -> None:
        self._plan = plan
        self._sim = sim
        self._dice = random.Random(plan.seed)  # noqa: S311 - dice of a test
        self._victim = Victim(sim, folder, plan.entry)
        self._db = Database(f"sqlite+aiosqlite:///{self._victim.database}", KeyRing.load(folder / "keys"))
        self._truth = Truth(self._db, Vault(Folder(folder / "vault"), KeyRing.load(folder / "keys")))
        self._crowd: list[Person] = []
        self._serials = count()
        self._kills = 0
        self._over = False
        self._said: Counter[str] = Counter()
        self._calls = 0

    async def run(self) -> Json:
        """Everything; what was found, ready to print."""
        began = time.monotonic()
        staff = await self._make_world()
        await self._victim.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(staff.work(lambda: self._over))
                for _ in range(self._plan.people):
                    group.create_task(self._seat())
                await self._kill_again_and_again()
                await self._settle()
                self._over = True
        finally:
            await self._victim.end()
        queue = await self._sim.read("updates")
        updates = queue["history"][: len(queue["history"]) - queue["waiting"]]  # those that the bot has confirmed
        await self._truth.in_the_end(self._crowd, updates)
        numbers = await self._truth.numbers()
        await self._db.close()
        return self._report(numbers, len(updates), staff.presses, time.monotonic() - began)

    async def _make_world(self) -> Staff:
        officers = [await self._sim.add_user(f"Petugas {name} (contoh)") for name in ("Hasan", "Ratna", "Wati")]
        await self._sim.add_group("Verifikasi (contoh)", id=STAFF)
        for officer, rank in zip(officers, ("creator", "member", "member"), strict=True):
            await self._sim.set_member(STAFF, officer.id, rank)
        await self._sim.add_bot(STAFF, by=officers[0].id)
        await self._sim.fault(code=429, parameters={"retry_after": 1}, probability=0.01, times=None)
        await self._sim.fault(code=502, probability=0.02, times=None)
        await self._sim.fault(code=0, when="after", probability=0.01, times=None)
        return Staff(officers, self._dice)

    async def _seat(self) -> None:
        """One place: a person registers, hears the decision, and the next person comes, until the kills are done."""
        while self._kills < self._plan.kills:
            serial = next(self._serials)
            user = await self._sim.add_user(f"Budi {serial} (contoh)", phone="6281234567890")
            person = Person(user, Intended.draw(serial, self._dice), self._dice)
            self._crowd.append(person)
            await person.live(lambda: self._over)

    async def _kill_again_and_again(self) -> None:
        while self._kills < self._plan.kills:
            await self._victim.get_on(self._dice.randint(1, 40))
            await asyncio.sleep(self._dice.random() * 0.2)  # a random moment, not the one right after a commit
            await self._victim.end()
            await self._count_calls()
            await self._truth.after_a_kill([one for one in self._crowd if not one.decided])
            self._kills += 1
            await self._victim.start()

    async def _settle(self) -> None:
        """Let everybody hear their decision and every queue run empty, as long as that takes within reason."""
        until = time.monotonic() + _LONGEST_SETTLING
        while time.monotonic() < until:
            if all(one.decided for one in self._crowd) and not (await self._truth.numbers())["waiting"]:
                break
            await self._victim.get_on(0)
            await asyncio.sleep(0.5)
        await self._count_calls()

    async def _count_calls(self) -> None:
        """What the bot said, word for word, to count what it said twice."""
        for call in await self._sim.calls(since=self._calls):
            self._calls = call["n"]
            said = call["answer"].get("ok") or call["answer"].get("lost")
            if call["method"] in _SAYS and said:
                self._said[json.dumps(call["params"], sort_keys=True)] += 1

    def _report(self, numbers: Json, updates: int, presses: int, seconds: float) -> Json:
        found = self._truth.found
        repeated = sum(times - 1 for times in self._said.values())
        return {
            "kills": self._kills,
            "starts": self._victim.starts,
            "seconds": round(seconds),
            "people": len(self._crowd),
            "updates": updates,
            "cases": numbers["cases"],
            "decisions": sum(numbers["moves"].get(move, 0) for move in ("approve", "reject")),
            "sent_back": numbers["moves"].get("send_back", 0),
            "presses_by_staff": presses,
            "tried_again": sum(person.tries_again for person in self._crowd),
            "repeated_per_kill": round(repeated / max(self._kills, 1), 2),
            "lost": len(found.lost),
            "doubled": len(found.doubled),
            "missing_notices": len(found.untold),
            "stuck": len(found.stuck),
            "broken": len(found.broken),
            "findings": found.all()[:40],
            "complaints": self._victim.complaints()[:20],
        }


async def torture(plan: Plan, folder: Path) -> Json:
    """Run a plan in a folder of its own; the report."""
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(spawned())
        sim = await stack.enter_async_context(Simulator(address))
        return await Torture(plan, sim, folder).run()


def main(words: list[str]) -> int:
    """Print a table and one line of JSON; 1 when anything was lost, doubled, untold, stuck or broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--entry", default="bot", help="the program to kill; tests.crash.hasty is a broken twin")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="an empty folder for the bot's data; kept (default: a new one)")
    given = parser.parse_args(words)
    plan = Plan(given.kills, given.people, given.entry, given.seed)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="lindung-torture-"))
    report = asyncio.run(torture(plan, folder))
    sys.stdout.write(f"{'folder':>18}  {folder}\n")
    for name, value in report.items():
        lines = value if isinstance(value, list) else [value]
        for line in lines:
            sys.stdout.write(f"{name:>18}  {line}\n")
    sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
    return 1 if report["findings"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
