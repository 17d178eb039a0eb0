"""How does the bot speak with one picture child, and end it?"""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Self

from documents.wire import PREFIX, Message, WireError, header_length, parse_header, parts

ROOT = Path(__file__).resolve().parent.parent


class ChildDied(Exception):
    """The child ended, or spoke nonsense and was ended; `status` as in `Process.returncode`."""

    def __init__(self, status: int) -> None:
        super().__init__(f"picture child ended with status {status}")
        self.status = status


class Child:
    """One running `documents.child`; it answers one request at a time."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.asked = 0
        self._killed = False

    @classmethod
    async def start(cls) -> Self:
        """Start a child that sees no environment, no folder of ours and no open file of ours."""
        command = (sys.executable, "-B", "-P", "-m", "documents.child")
        env = {"PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=env, cwd="/"
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def ask(self, request: Message) -> Message:
        """The child's answer; raises `ChildDied`. When cancelled, kill the child: it is mid-answer."""
        self.asked += 1
        try:
            return await self._exchange(request)
        except WireError:
            self.kill()
        except (OSError, EOFError):
            pass  # it has ended
        raise ChildDied(await self._process.wait())

    def dismiss(self) -> None:
        """Let the child end by itself: its stdin ends."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def kill(self) -> None:
        """End the child at once; only the first call counts, as a second may lose its exit status."""
        if self.alive and not self._killed:
            self._killed = True
            self._process.kill()

    async def gone(self) -> None:
        """Wait until the child has ended and all it said is read, so that its pipes close."""
        if self._process.stdout is not None:
            await self._process.stdout.read()
        await self._process.wait()

    async def _exchange(self, request: Message) -> Message:
        to_child, from_child = self._process.stdin, self._process.stdout
        if to_child is None or from_child is None:
            raise WireError("no pipes")
        to_child.writelines(parts(request))
        await to_child.drain()
        length = header_length(await from_child.readexactly(PREFIX.size))
        header, sizes = parse_header(await from_child.readexactly(length))
        return Message(header, tuple([await from_child.readexactly(size) for size in sizes]))
