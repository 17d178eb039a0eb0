"""How is the process that reads started? Otherwise it is a child like that of `documents.process`."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from typing import Self

from documents.process import ROOT, Child


class ReaderChild(Child):
    """One running `documents.reader.child`."""

    def __init__(self, process: Process) -> None:
        super().__init__(process)
        self._leaving = False

    @property
    def ready(self) -> bool:
        """Whether it runs and has not been asked to end."""
        return self.alive and not self._leaving

    def dismiss(self) -> None:
        self._leaving = True
        super().dismiss()

    def kill(self) -> None:
        self._leaving = True
        super().kill()

    @classmethod
    async def start(cls) -> Self:
        """Start a child that sees no environment, no folder of ours and no open file of ours."""
        command = (sys.executable, "-B", "-P", "-m", "documents.reader.child")
        env = {"PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2", "ORT_DISABLE_TELEMETRY": "1"}
        return cls(
            await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=env, cwd="/")
        )
