"""What comes out of one run: a fresh process, a fresh stand-in, 32 people until everybody is through?"""

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.crowd import Crowd
from bench.kept import Kept, kept_in
from bench.process import Running, started
from bench.standin import StandIn, standing_in
from bench.variants import Variant

_LONGEST = 300.0  # seconds that one run may take


@dataclass(frozen=True, slots=True)
class Figures:
    """One run. Rates count the answers after the warm-up; times in the unit of the name, memory in MB."""

    answers_per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us_per_answer: float
    idle_mb: float
    loaded_mb: float
    start_seconds: float
    stop_seconds: float
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was seen while the people talked; `seconds` and `cpu_seconds` count from the end of the warm-up."""

    start_seconds: float
    idle_mb: float
    loaded_mb: float
    seconds: float
    cpu_seconds: float


async def run_once(variant: Variant, people: int, idle_seconds: float) -> Figures:
    """Start the bot, let it idle, let `people` talk to it, stop it."""
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as name:
        folder = Path(name)
        await variant.prepare(folder, people)
        crowd = Crowd(people)
        before = time.perf_counter()
        async with (
            standing_in(crowd) as standin,
            started(*variant.command, folder=folder, env=variant.environment(standin.url)) as running,
        ):
            async with asyncio.timeout(_LONGEST), asyncio.TaskGroup() as group:
                watch = group.create_task(running.died())
                talk = await _talk(crowd, standin, running, before, idle_seconds)
                watch.cancel()
            clock = time.perf_counter()
            await running.stop()
            stop_seconds = time.perf_counter() - clock
        return _figures(talk, crowd, stop_seconds, kept_in(folder, crowd.answers))


async def _talk(crowd: Crowd, standin: StandIn, running: Running, before: float, idle_seconds: float) -> _Talk:
    await standin.polled.wait()
    start_seconds = time.perf_counter() - before
    await asyncio.sleep(idle_seconds)
    idle_mb = running.resident_mb()
    crowd.begin()
    await crowd.warm.wait()
    cpu, clock = running.cpu_seconds(), time.perf_counter()
    await crowd.finished.wait()
    return _Talk(
        start_seconds=start_seconds,
        idle_mb=idle_mb,
        loaded_mb=running.resident_mb(),
        seconds=time.perf_counter() - clock,
        cpu_seconds=running.cpu_seconds() - cpu,
    )


def _figures(talk: _Talk, crowd: Crowd, stop_seconds: float, kept: Kept | None) -> Figures:
    cuts = statistics.quantiles(crowd.latencies, n=100)
    counted = len(crowd.latencies)
    return Figures(
        answers_per_second=counted / talk.seconds,
        p50_ms=cuts[49] * 1000,
        p99_ms=cuts[98] * 1000,
        cpu_us_per_answer=talk.cpu_seconds / counted * 1e6,
        idle_mb=talk.idle_mb,
        loaded_mb=talk.loaded_mb,
        start_seconds=talk.start_seconds,
        stop_seconds=stop_seconds,
        kept=kept,
    )
