"""How does a test get a real S3 server on a socket, buckets in it, files that are old, and keys that are refused?"""

import itertools
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from storage.bucket import Access

KEY_ID, SECRET = "KUNCICONTOH", "rahasia-contoh"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class S3:
    """A server that hands out buckets."""

    endpoint: str

    def fresh(self) -> Access:
        """A new bucket; the files lie below a prefix, as an operator may want it."""
        name = f"lindung-{next(_numbers)}"
        self._ask(name, "PUT")
        return self.access(f"s3://{name}/berkas/kota")

    def access(self, url: str) -> Access:
        """The way to a bucket that may be there or not."""
        return Access(url, self.endpoint, "us-east-1", KEY_ID, SECRET)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Know nobody's keys for a while."""
        self._ask("moto-api/reset-auth", "POST", b"0")
        try:
            yield
        finally:
            self._ask("moto-api/reset-auth", "POST", b"inf")

    def _ask(self, path: str, method: str, data: bytes | None = None) -> None:
        headers = {"Content-Type": "text/plain"}
        urlopen(Request(f"{self.endpoint}/{path}", data, headers, method=method)).close()


@contextmanager
def s3_server() -> Iterator[S3]:
    """A server on this machine until the end of the block."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield S3(f"http://{host}:{port}")
    finally:
        server.stop()


def owners_view(access: Access) -> S3Store:
    """The whole bucket, as its owner sees it."""
    name = urlsplit(access.url).netloc
    return S3Store(
        name,
        endpoint=access.endpoint,
        region=access.region,
        access_key_id=access.key_id,
        secret_access_key=access.secret,
        client_options={"allow_http": True},
    )


def make_old(access: Access, key: str, seconds: float) -> None:
    """The file was written so long ago."""
    bucket = s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets[urlsplit(access.url).netloc]
    bucket.keys[key].last_modified = datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=seconds)
