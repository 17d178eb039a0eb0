"""How does a test start the simulator, in its own event loop or as a program of its own?"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from simulator.client import Simulator
from simulator.server import serve
from simulator.worlds import Options


@asynccontextmanager
async def simulated(options: Options | None = None) -> AsyncIterator[Simulator]:
    """Run a simulator in this event loop on a free port and speak with its first bot's world."""
    options = options or Options()
    async with serve(options) as address, Simulator(address, options.tokens[0]) as sim:
        yield sim


@asynccontextmanager
async def spawned(*words: str) -> AsyncIterator[str]:
    """Run `python -m simulator --port 0 <words>` as a process; gives its address, ends it with SIGTERM."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", *words, stdout=asyncio.subprocess.PIPE
    )
    if program.stdout is None:
        raise RuntimeError("the simulator has no output to read")
    try:
        line = (await program.stdout.readline()).decode()
        if not line.startswith("ready "):
            raise RuntimeError("the simulator did not start")
        yield line.removeprefix("ready ").strip()
    finally:
        if program.returncode is None:
            program.terminate()
        await program.wait()
