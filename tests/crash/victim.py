"""How is the real bot started as a program of its own, watched, and killed?"""

import asyncio
import os
import signal
import sqlite3
import sys
import time
from datetime import timedelta
from pathlib import Path

from simulator.client import Simulator
from storage.keys import make_key
from tests.support.town import OPEN_DAY, ROOT, STAFF

_LOOK = 0.05  # seconds between two looks at how far the bot is


class Victim:
    """`python -m <entry> run` in `folder`, against the simulator; its clock runs on over all starts."""

    def __init__(self, sim: Simulator, folder: Path, entry: str = "bot", **settings: str) -> None:
        self.database = folder / "lindung.db"
        self.starts = 0
        self.entry = entry
        self.log = folder / "bot.log"
        self._began = time.monotonic()
        self._program: asyncio.subprocess.Process | None = None
        make_key(folder / "keys")
        self._settings = {
            "BOT_TOKEN": sim.token,
            "TELEGRAM_API_URL": sim.base_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "DATA_DIR": str(folder),
            "DATA_KEYS_FILE": str(folder / "keys"),
            "PROGRAMME_FILE": str(ROOT / "programmes" / "balikpapan.toml"),
            "STAFF_CHAT_ID": str(STAFF),
            "LOG_LEVEL": "WARNING",
            "SEND_PER_SECOND": "1000",
            "SEND_CHAT_BURST": "1000",
            "SEND_GROUP_PER_MINUTE": "100000",
            **settings,
        }

    async def start(self) -> None:
        """Start it, and again when it gave up because of a fault of the simulated network (as systemd would)."""
        self.starts += 1
        with self.log.open("ab") as log:
            self._program = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", self.entry, "run"),
                cwd=ROOT,
                env=os.environ | self.settings(),
                stdout=log,
                stderr=log,
            )

    def settings(self) -> dict[str, str]:
        """The environment of a start at this moment."""
        clock = OPEN_DAY + timedelta(seconds=time.monotonic() - self._began)
        return self._settings | {"CLOCK_START": clock.isoformat(), "READ_SECONDS": "0"}

    async def get_on(self, updates: int) -> None:
        """Wait until it has handled so many more updates; it is started again should it end by itself."""
        goal = self.handled() + updates
        while self.handled() < goal:
            if self._program is None or self._program.returncode is not None:
                await self.start()
            await asyncio.sleep(_LOOK)

    def handled(self) -> int:
        """How many inbox rows are done, read without a lock."""
        if not self.database.exists():
            return 0
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT count(*) FROM inbox WHERE state = 'done'").fetchone()[0])
        except sqlite3.OperationalError:  # no tables yet
            return 0
        finally:
            connection.close()

    async def end(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal and wait for the end; the exit code."""
        if self._program is None:
            raise RuntimeError("the bot was never started")
        if self._program.returncode is None:
            self._program.send_signal(number)
        return await self._program.wait()

    def complaints(self) -> list[str]:
        """What it wrote to its log at level ERROR, and tracebacks."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if " ERROR " in line or line.startswith("Traceback")]
