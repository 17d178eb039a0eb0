"""Where may sealed files lie? What the vault asks of such a place, and what may be wrong with it."""

import re
from collections.abc import AsyncGenerator
from typing import Literal, Protocol

NAME = re.compile(r"[0-9a-f]{32}")


class FileGone(Exception):
    """No file of this name is in the vault (any more): ask the person for it again."""


class ShelfProblem(OSError):
    """Files cannot be used now: the `disk` is at fault, or the store is `away`, lacks the `bucket`, `refused` us."""

    def __init__(self, code: Literal["disk", "away", "bucket", "refused"], reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Shelf(Protocol):
    """Keeps bytes under names of 32 hexadecimal digits. Every method may raise `ShelfProblem`: try again later."""

    async def write(self, name: str, sealed: bytes) -> None:
        """Keep the bytes, whole or not at all, in place of older ones; they are there for good when this returns."""

    async def read(self, name: str) -> bytes:
        """What was written last; raises `FileGone`."""

    async def delete(self, name: str) -> None:
        """Remove the file; one that is gone already is fine."""

    def names(self, age: float = 0) -> AsyncGenerator[str, None]:
        """Every name that was written at least `age` seconds ago, in no order."""

    async def sweep(self, age: float) -> int:
        """Remove what was left half written at least `age` seconds ago (0: all, when nobody writes); how many."""


def key_of(name: str) -> str:
    """Where a file lies on every shelf, so that files may be copied from one to the other as they are."""
    return f"{name[:2]}/{name}"
