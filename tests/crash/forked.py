"""How is the real bot started and killed so often that loading it each time would take most of the time?"""

import asyncio
import json
import os
import signal
import sys

from tests.crash.victim import Victim
from tests.support.town import ROOT


class Forked(Victim):
    """Each start is a fork of one process that has loaded the program (`tests.crash.warm`); a kill is a real one."""

    _loaded: asyncio.subprocess.Process
    _number: int = 0

    async def load(self) -> None:
        """Once, before the first start."""
        with self.log.open("ab") as log:
            self._loaded = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.crash.warm", self.entry),
                cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
            )  # fmt: skip

    async def start(self) -> None:
        """A new process, without waiting until it is up."""
        self.starts += 1
        order = {**self.settings(), "LOG": str(self.log)}
        assert self._loaded.stdin is not None
        self._loaded.stdin.write(f"{json.dumps(order)}\n".encode())
        self._number = int(await self._said())

    async def end(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal and wait for the end."""
        if self._number:
            os.kill(self._number, number)
            self._number = 0
            await self._said()
        return -number

    async def unload(self) -> None:
        """End everything."""
        await self.end()
        self._loaded.kill()
        await self._loaded.wait()

    async def _said(self) -> str:
        assert self._loaded.stdout is not None
        return (await self._loaded.stdout.readline()).decode().strip()
