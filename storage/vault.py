"""Where do the worker's pictures and letters lie, so that nobody with a copy of the disk can read them?"""

import asyncio
import os
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from storage.keys import KeyRing

NAME = re.compile(r"[0-9a-f]{32}")
UNFINISHED = ".part"


class FileGone(Exception):
    """No file of this name is in the vault (any more): ask the person for it again."""


class Vault:
    """A folder of sealed files, each under a random name and readable under that name only.

    Files are mode 0600 in folders of mode 0700, and are on the disk for good when `put` returns. Every method
    blocks and may raise `OSError`; from asyncio use `aput`, `aget` and `adelete`. A name that isn't 32
    hexadecimal digits is a `ValueError`, so no name leads out of the folder.
    """

    def __init__(self, folder: Path, ring: KeyRing) -> None:
        self._folder = folder
        self._ring = ring

    def put(self, data: bytes) -> str:
        """Keep `data` and give its name: 32 hexadecimal digits."""
        name = secrets.token_hex(16)
        path = self._path(name)
        self._make_folder(self._folder)
        self._make_folder(path.parent)
        _write(path.with_suffix(UNFINISHED), self._ring.seal(data, _about(name)))
        path.with_suffix(UNFINISHED).rename(path)
        _sync_folder(path.parent)
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under `name`; raises `FileGone`, or `SealBroken` when it was damaged or swapped."""
        try:
            sealed = self._path(name).read_bytes()
        except FileNotFoundError:
            raise FileGone(name) from None
        return self._ring.open(sealed, _about(name))

    def reseal(self, name: str) -> bool:
        """Seal a file anew with the active key, in one step; False when that has been done. Raises `FileGone`."""
        path = self._path(name)
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            raise FileGone(name) from None
        if self._ring.is_current(sealed):
            return False
        fresh = self._ring.seal(self._ring.open(sealed, _about(name)), _about(name))
        path.with_suffix(UNFINISHED).unlink(missing_ok=True)
        _write(path.with_suffix(UNFINISHED), fresh)
        path.with_suffix(UNFINISHED).rename(path)
        _sync_folder(path.parent)
        return True

    def delete(self, name: str) -> None:
        """Remove the file; one that is gone already is fine."""
        path = self._path(name)
        try:
            path.unlink()
        except FileNotFoundError:
            return
        _sync_folder(path.parent)

    def names(self) -> Iterator[str]:
        """Every name in the vault, in no order."""
        return (path.name for path in self._folder.glob("??/*") if NAME.fullmatch(path.name))

    def old_names(self, seconds: float) -> list[str]:
        """Every name that was written more than `seconds` ago."""
        return [name for name in self.names() if _is_old(self._path(name), seconds)]

    def sweep(self, seconds: float = 0) -> int:
        """Remove what a power cut left half written more than `seconds` ago (0: all, when nobody writes); how many."""
        unfinished = [path for path in self._folder.glob(f"??/*{UNFINISHED}") if _is_old(path, seconds)]
        for path in unfinished:
            path.unlink(missing_ok=True)
        return len(unfinished)

    async def aput(self, data: bytes) -> str:
        return await asyncio.to_thread(self.put, data)

    async def aget(self, name: str) -> bytes:
        return await asyncio.to_thread(self.get, name)

    async def adelete(self, name: str) -> None:
        await asyncio.to_thread(self.delete, name)

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("not a name of the vault")
        return self._folder / name[:2] / name

    def _make_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(folder.parent)


def _about(name: str) -> str:
    return f"vault:{name}"


def _is_old(path: Path, seconds: float) -> bool:
    """By the machine's own clock, which stamps files. A file that is gone meanwhile is nobody's concern."""
    try:
        return path.stat().st_mtime <= time.time() - seconds
    except FileNotFoundError:
        return False


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
