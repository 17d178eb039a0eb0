"""What the system knows about a sandbox's child processes."""

import asyncio
import os
from pathlib import Path

from documents.sandbox import Sandbox


def pids(box: Sandbox) -> list[int]:
    return [child._process.pid for child in box._children if child.alive]


def proc(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text()


def forget_peak(pid: int) -> None:
    """From now on VmHWM is the highest memory since this moment."""
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def ours() -> set[int]:
    """The processes that this one started and that have not ended."""
    threads = Path("/proc/self/task").iterdir()
    return {
        int(pid) for thread in threads for pid in (thread / "children").read_text().split() if not is_gone(int(pid))
    }


def open_files(pid: int) -> list[str]:
    return sorted(entry.name for entry in Path(f"/proc/{pid}/fd").iterdir())


def folder(pid: int) -> Path:
    return Path(f"/proc/{pid}/cwd").readlink()


def is_gone(pid: int) -> bool:
    """Whether the process has ended (one that only waits to be counted by its parent has)."""
    try:
        return proc(pid, "stat").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


async def pid_at_work(box: Sandbox) -> int:
    """The child that keeps the processor busy, once there is one."""
    while True:
        for pid in pids(box):
            if seconds_used(pid) > 0.5:
                return pid
        await asyncio.sleep(0.02)


def seconds_used(pid: int) -> float:
    fields = proc(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
