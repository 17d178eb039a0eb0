"""How do sealed files lie in a folder, so that neither a crash nor a power cut leaves half of one?"""

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.shelf import NAME, FileGone, ShelfProblem, key_of

_UNFINISHED = ".part"


class Folder:
    """A shelf on the disk: files of mode 0600 in folders of mode 0700."""

    def __init__(self, path: Path) -> None:
        self._root = path

    async def write(self, name: str, sealed: bytes) -> None:
        with _told():
            await asyncio.to_thread(self._write, name, sealed)

    async def read(self, name: str) -> bytes:
        with _told():
            try:
                return await asyncio.to_thread(self._path(name).read_bytes)
            except FileNotFoundError:
                raise FileGone(name) from None

    async def delete(self, name: str) -> None:
        with _told():
            await asyncio.to_thread(self._delete, name)

    async def names(self, age: float = 0) -> AsyncGenerator[str, None]:
        with _told():
            paths = await asyncio.to_thread(self._old, "??/*", age)
        for path in paths:
            if NAME.fullmatch(path.name):
                yield path.name

    async def sweep(self, age: float) -> int:
        with _told():
            return await asyncio.to_thread(self._sweep, age)

    def _path(self, name: str) -> Path:
        return self._root / key_of(name)

    def _write(self, name: str, sealed: bytes) -> None:
        path = self._path(name)
        _make(self._root)
        _make(path.parent)
        unfinished = path.with_suffix(_UNFINISHED)
        unfinished.unlink(missing_ok=True)
        _write_through(unfinished, sealed)
        unfinished.rename(path)
        _sync(path.parent)

    def _delete(self, name: str) -> None:
        path = self._path(name)
        try:
            path.unlink()
        except FileNotFoundError:
            return
        _sync(path.parent)

    def _sweep(self, age: float) -> int:
        unfinished = self._old(f"??/*{_UNFINISHED}", age)
        for path in unfinished:
            path.unlink(missing_ok=True)
        return len(unfinished)

    def _old(self, pattern: str, age: float) -> list[Path]:
        return [path for path in self._root.glob(pattern) if _is_old(path, age)]


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the system raises into `ShelfProblem`."""
    try:
        yield
    except OSError as problem:
        raise ShelfProblem("disk", problem.strerror or type(problem).__name__) from None


def _is_old(path: Path, age: float) -> bool:
    """By the machine's own clock, which stamps files. A file that is gone meanwhile is nobody's concern."""
    try:
        return path.stat().st_mtime <= time.time() - age
    except FileNotFoundError:
        return False


def _make(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync(folder.parent)


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
