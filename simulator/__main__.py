"""How is the simulator started from the command line? `python -m simulator --demo --port 8081`."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from simulator.server import serve
from simulator.worlds import DEMO_TOKEN, Options


def read_options(words: list[str]) -> Options:
    """Read the command line; leaves the program with a message when it is wrong."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A stand-in for Telegram")
    parser.add_argument("--port", type=int, default=8081, help="0 picks a free one")
    parser.add_argument("--token", action="append", help=f"a bot's token (default {DEMO_TOKEN})")
    parser.add_argument("--username", default="LindungDemoBot", help="the bot's username")
    parser.add_argument("--state", type=Path, help="folder that keeps the world between starts")
    parser.add_argument("--samples", type=Path, help="folder of ready-made photos for the page")
    parser.add_argument("--clock-start", help="ISO moment at which the world's clock starts")
    parser.add_argument("--clock-file", type=Path, help="where to tell by how many seconds the clock is ahead")
    parser.add_argument("--limits", action="store_true", help="answer 429 as Telegram does")
    parser.add_argument("--demo", action="store_true", help="invented workers, officers and a staff group")
    given = parser.parse_args(words)
    return Options(
        port=given.port,
        tokens=tuple(given.token or (DEMO_TOKEN,)),
        username=given.username,
        state=given.state,
        samples=given.samples,
        clock_start=given.clock_start,
        clock_file=given.clock_file,
        limits=given.limits,
        demo=given.demo,
    )


async def run(options: Options) -> None:
    """Serve until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serve(options) as address:
        sys.stdout.write(f"ready {address}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run(read_options(sys.argv[1:])))
