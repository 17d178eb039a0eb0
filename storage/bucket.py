"""How do sealed files lie in a bucket of an S3-compatible store, and what do its errors mean?"""

import re
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from storage.shelf import NAME, FileGone, ShelfProblem, key_of

# What S3 calls the fault, and whether it is ours: in the text only, for a failed list has no type of its own.
_CODE = re.compile(r"<Code>(\w+)</Code>")
_REFUSED = re.compile(r"status code: 40[13]\b")


@dataclass(frozen=True, slots=True)
class Access:
    """Which bucket (`s3://bucket/prefix`), at whose address (None: Amazon's), with which keys."""

    url: str
    endpoint: str | None
    region: str
    key_id: str = field(repr=False)
    secret: str = field(repr=False)


class Bucket:
    """A shelf in a bucket. A file is there whole or not at all, for one request writes it."""

    def __init__(self, access: Access) -> None:
        place = urlsplit(access.url)
        endpoint = access.endpoint or f"https://s3.{access.region}.amazonaws.com"
        self._store = S3Store(
            place.netloc,
            prefix=place.path.strip("/") or None,
            endpoint=endpoint,
            region=access.region,
            access_key_id=access.key_id,
            secret_access_key=access.secret,
            disable_bulk_delete=True,  # not every store knows it
            # A request and its repetitions end within a minute; whoever asked then tries again later.
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "connect_timeout": "3s",
                "timeout": "20s",
            },
            retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=30)},
        )

    async def write(self, name: str, sealed: bytes) -> None:
        with _told():
            await obstore.put_async(self._store, key_of(name), sealed, use_multipart=False)

    async def read(self, name: str) -> bytes:
        with _told(gone=name):
            found = await obstore.get_async(self._store, key_of(name))
            return bytes(await found.bytes_async())

    async def delete(self, name: str) -> None:
        with _told():
            await obstore.delete_async(self._store, key_of(name))

    async def names(self, age: float = 0) -> AsyncGenerator[str, None]:
        """By the store's clock, page after page."""
        pages = obstore.list(self._store)
        newest = time.time() - age
        while True:
            with _told():
                page = await anext(pages, None)
            if page is None:
                return
            for file in page:
                name = file["path"].rpartition("/")[2]
                ours = NAME.fullmatch(name) and file["path"] == key_of(name)
                if ours and file["last_modified"].timestamp() <= newest:
                    yield name

    async def sweep(self, age: float) -> int:
        """Nothing is ever half written."""
        return 0


@contextmanager
def _told(gone: str | None = None) -> Iterator[None]:
    """Turn what the library raises into `ShelfProblem`, or into `FileGone` where the file `gone` is not there."""
    try:
        yield
    except (BaseError, FileNotFoundError) as problem:
        said = str(problem)
        code = _CODE.search(said)
        # Not the whole text: it tells addresses and the id of the key.
        reason = code[1] if code else said.splitlines()[0].rpartition(" - ")[2][:200]
        if reason == "NoSuchBucket":
            raise ShelfProblem("bucket", reason) from None
        if isinstance(problem, FileNotFoundError) and gone is not None:
            raise FileGone(gone) from None
        raise ShelfProblem("refused" if _REFUSED.search(said) else "away", reason) from None
