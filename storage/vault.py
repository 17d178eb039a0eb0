"""How are the worker's pictures and letters kept, so that nobody with a copy of the place they lie in can read them?"""

import secrets
from collections.abc import AsyncGenerator
from contextlib import aclosing

from storage.keys import KeyRing
from storage.shelf import NAME, Shelf


class Vault:
    """Sealed files on a shelf, each under a random name and readable under that name only.

    Every method may raise `ShelfProblem`. A name that isn't 32 hexadecimal digits is a `ValueError`, so no name leads
    out of the shelf.
    """

    def __init__(self, shelf: Shelf, ring: KeyRing) -> None:
        self._shelf = shelf
        self._ring = ring

    async def put(self, data: bytes) -> str:
        """Keep `data` and give its name: 32 hexadecimal digits."""
        name = secrets.token_hex(16)
        await self._shelf.write(name, self._ring.seal(data, _about(name)))
        return name

    async def get(self, name: str) -> bytes:
        """The bytes kept under `name`; raises `FileGone`, or `SealBroken` when it was damaged or swapped."""
        return self._ring.open(await self._shelf.read(_checked(name)), _about(name))

    async def reseal(self, name: str) -> bool:
        """Seal a file anew with the active key, in one step; False when that has been done. Raises `FileGone`."""
        sealed = await self._shelf.read(_checked(name))
        if self._ring.is_current(sealed):
            return False
        await self._shelf.write(name, self._ring.seal(self._ring.open(sealed, _about(name)), _about(name)))
        return True

    async def delete(self, name: str) -> None:
        """Remove the file; one that is gone already is fine."""
        await self._shelf.delete(_checked(name))

    def names(self, age: float = 0) -> AsyncGenerator[str, None]:
        """Every name in the vault that was written at least `age` seconds ago, in no order."""
        return self._shelf.names(age)

    async def sweep(self, age: float = 0) -> int:
        """Remove what was left half written at least `age` seconds ago (0: all, when nobody writes); how many."""
        return await self._shelf.sweep(age)

    async def try_out(self) -> None:
        """Do once all that is done with files, and leave nothing."""
        name = await self.put(b"")
        await self.get(name)
        await self.delete(name)
        async with aclosing(self.names()) as names:
            await anext(names, None)


def _checked(name: str) -> str:
    if not NAME.fullmatch(name):
        raise ValueError("not a name of the vault")
    return name


def _about(name: str) -> str:
    return f"vault:{name}"
