"""How long does it take to keep one page in the vault and to get it back: in a folder, and in a bucket?

`python -m bench.vault` measures the folder and a bucket of moto, an S3 server written in Python, in another process;
`python -m bench.vault --own` the place that `.env` names. `--pages` is how many, one after the other.
"""

import argparse
import asyncio
import multiprocessing
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from bot.settings import read_settings
from bot.shelves import shelf_of
from storage.bucket import Access, Bucket
from storage.folder import Folder
from storage.keys import KeyRing
from storage.shelf import Shelf
from storage.vault import Vault
from tests.support.buckets import s3_server

_PAGE = 300_000  # bytes


def main() -> None:
    """Print a line for each place."""
    parser = argparse.ArgumentParser(prog="python -m bench.vault", description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--own", action="store_true", help="measure the place that the settings name")
    arguments = parser.parse_args()
    if arguments.own:
        _print("own", shelf_of(read_settings()), arguments.pages)
        return
    with tempfile.TemporaryDirectory() as folder:
        _print("folder", Folder(Path(folder) / "vault"), arguments.pages)
    with _moto() as access:
        _print("bucket (moto)", Bucket(access), arguments.pages)


def _print(place: str, shelf: Shelf, pages: int) -> None:
    put, get = asyncio.run(_measure(shelf, pages))
    print(f"{place:14} put {put:6.1f} ms   get {get:6.1f} ms   medians of {pages} pages of {_PAGE} bytes")


async def _measure(shelf: Shelf, pages: int) -> tuple[float, float]:
    """Milliseconds to put and to get a page; the pages are deleted in the end."""
    vault = Vault(shelf, KeyRing({1: secrets.token_bytes(32)}))
    page = secrets.token_bytes(_PAGE)
    puts, gets = [], []
    for _ in range(pages):
        began = time.perf_counter()
        name = await vault.put(page)
        kept = time.perf_counter()
        if await vault.get(name) != page:
            raise RuntimeError("another page came back")
        gets.append(time.perf_counter() - kept)
        puts.append(kept - began)
        await vault.delete(name)
    return median(puts) * 1000, median(gets) * 1000


@contextmanager
def _moto() -> Iterator[Access]:
    """A bucket of a server in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=_serve, args=(theirs,))
    server.start()
    try:
        yield ours.recv()
    finally:
        ours.send("stop")
        server.join()


def _serve(pipe: Connection) -> None:
    with s3_server() as server:
        pipe.send(server.fresh())
        pipe.recv()


if __name__ == "__main__":
    main()
