"""Which bots are measured side by side? A new one is one row here."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.process import started
from bench.seed import PROGRAMME
from bench.standin import STAFF_CHAT, TOKEN

# What a city would never set: limits that hold nothing back, so that the program is measured and not its manners.
_LINDUNG = {
    "STAFF_CHAT_ID": str(STAFF_CHAT),
    "PROGRAMME_FILE": str(PROGRAMME),
    "CLOCK_START": "2025-11-10T09:00",
    "DATA_KEYS_FILE": "keys",
    "DATA_DIR": ".",
    "DATABASE_URL": "sqlite+aiosqlite:///lindung.db",
    "SEND_PER_SECOND": "1000000",
    "SEND_CHAT_BURST": "1000000",
}


async def _nothing(_folder: Path, _people: int) -> None:
    """The rivals know nobody."""


async def _seed(folder: Path, people: int) -> None:
    async with started("bench.seed", str(folder), str(people), folder=folder, env={}) as running:
        if await running.process.wait() != 0:
            raise RuntimeError(running.log.read_text())


@dataclass(frozen=True, slots=True)
class Variant:
    """A bot: how it is called in the table, how it is started, what it needs before."""

    name: str
    about: str
    command: tuple[str, ...]
    settings: Mapping[str, str]
    prepare: Callable[[Path, int], Awaitable[None]] = _nothing

    def environment(self, url: str) -> dict[str, str]:
        """What the process is told."""
        return {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, **self.settings}


VARIANTS = (
    Variant("lindung", "Lindung, every answer committed", ("bot", "run"), _LINDUNG, _seed),
    Variant("aiogram", "bare aiogram, keeps nothing", ("bench.aiogram_bot",), {}),
    Variant("ptb", "PTB ConversationHandler, keeps nothing", ("bench.ptb_bot",), {}),
)
