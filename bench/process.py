"""How is a bot started for a bench, and what does it take of the machine?"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Running:
    """A bot in a process of its own."""

    process: asyncio.subprocess.Process
    log: Path

    def cpu_seconds(self) -> float:
        """Processor time so far, in the program and in the kernel, of all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def resident_mb(self) -> float:
        """Memory that it holds (RSS), in MB of 2**20 bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    async def died(self) -> None:
        """Wait for an end that nobody asked for, which is an error."""
        code = await self.process.wait()
        raise RuntimeError(f"the bot ended by itself with code {code}: {self.log.read_text()}")

    async def stop(self) -> None:
        """Ask it to end (SIGTERM) and wait for it; an exit code other than 0 is an error."""
        self.process.terminate()
        code = await asyncio.wait_for(self.process.wait(), 30)
        if code not in {0, -15}:
            raise RuntimeError(f"the bot ended with code {code}: {self.log.read_text()}")


@asynccontextmanager
async def started(module: str, *arguments: str, folder: Path, env: Mapping[str, str]) -> AsyncIterator[Running]:
    """`python -m module arguments` in `folder`; its words go to `folder`/log. Killed at the end if it still runs."""
    path = folder / "log"
    with path.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, *arguments,
            cwd=folder, env={**_clean_environment(), **env}, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield Running(process, path)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _clean_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ} | {
        "PYTHONPATH": str(_ROOT)
    }
