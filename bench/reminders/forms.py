"""How long do people who fill a form wait for an answer? Twenty at a time, who think for some seconds before each."""

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bench.crowd import ANSWERS
from simulator.client import Simulator

AT_ONCE = 20
_THINKING = (3.0, 7.0)  # seconds
_LONGEST = 60.0  # seconds: who has waited so long would have gone


@dataclass(slots=True)
class Forms:
    """People with the ids that `ids` gives, each at the first of six questions. `waits`: when, and for how long."""

    sim: Simulator
    ids: Iterator[int]
    waits: list[tuple[float, float]] = field(default_factory=list)

    async def first(self) -> None:
        """One answer before all others, which nobody times: then the bot is up."""
        user = self.sim.user(next(self.ids))
        await user.send(ANSWERS[0])
        await user.wait_for(lambda one: not one.mine, timeout=_LONGEST)

    async def fill(self, is_over: Callable[[], bool]) -> None:
        """Twenty places; who is through gives theirs to the next."""
        async with asyncio.TaskGroup() as group:
            for place in range(AT_ONCE):
                group.create_task(self._place(random.Random(place), is_over))

    async def _place(self, dice: random.Random, is_over: Callable[[], bool]) -> None:
        await asyncio.sleep(dice.uniform(0, _THINKING[1]))
        while not is_over():
            user = self.sim.user(next(self.ids))
            for answer in ANSWERS:
                await asyncio.sleep(dice.uniform(*_THINKING))
                if is_over():
                    return
                asked = time.monotonic()
                await user.send(answer)
                await user.wait_for(lambda one: not one.mine, timeout=_LONGEST)
                self.waits.append((asked, time.monotonic() - asked))

    def between(self, first: float, last: float) -> dict[str, float]:
        """How many answers were waited for between two moments (monotonic seconds), and how long, in ms."""
        waits = [wait for asked, wait in self.waits if first <= asked < last]
        cuts = statistics.quantiles(waits, n=100, method="inclusive")
        return {"answers": len(waits), "p50_ms": round(cuts[49] * 1000, 1), "p99_ms": round(cuts[98] * 1000, 1)}
