"""How do others send the same reminders? Three usual ways, each in a process of its own. A new one is one row here."""

import argparse
import json
import tempfile
from dataclasses import dataclass
from importlib import util
from pathlib import Path

from bench.process import started
from bench.reminders.telegram import FIRST, Job, job, journal_length, telegram


@dataclass(frozen=True, slots=True)
class Peer:
    """How it is called in the table, the program, the package that it needs."""

    name: str
    about: str
    module: str
    package: str
    words: tuple[str, ...] = ()


PEERS = (
    Peer("broadcaster", "aiogram-broadcaster 0.6.8, its handler of 429", "broadcaster_bot", "aiogram_broadcaster"),
    Peer("sleeping", "aiogram, asyncio.sleep(0.05) between two", "sleeping_bot", "aiogram"),
    Peer("limiter", "python-telegram-bot, AIORateLimiter()", "limiter_bot", "aiolimiter"),
    Peer("retrying", "the same, max_retries=5", "limiter_bot", "aiolimiter", ("--retries", "5")),
)


def is_installed(peer: Peer) -> bool:
    """Can it be measured here?"""
    return util.find_spec(peer.package) is not None


async def measure(peer: Peer, people: int) -> Job:
    """Let it remind so many people."""
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as name:
        async with telegram(people) as sim:
            words = ("--url", sim.base_url, "--token", sim.token, "--people", str(people), *peer.words)
            module = f"bench.reminders.{peer.module}"
            async with started(module, *words, folder=Path(name), env={}) as running:
                if await running.process.wait() != 0:
                    raise RuntimeError(running.log.read_text())
                told = json.loads(running.log.read_text().splitlines()[-1])
            return await job(sim, people, told["seconds"], 0, await journal_length(sim))


def arguments() -> argparse.Namespace:
    """What such a program is told; `chats` is whom to remind."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--retries", type=int, default=0)
    given = parser.parse_args()
    given.chats = range(FIRST, FIRST + given.people)
    return given


def tell(seconds: float) -> None:
    """The last line of such a program."""
    print(json.dumps({"seconds": seconds}))
