"""How does a test get each kind of shelf, and look at it, write on it and age its files behind the vault's back?"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import obstore

from storage.bucket import Bucket
from storage.folder import Folder
from storage.keys import KeyRing
from storage.shelf import Shelf, key_of
from storage.vault import Vault
from tests.support.buckets import S3, make_old, owners_view
from tests.support.databases import RING


@dataclass(frozen=True, slots=True)
class Place:
    """A shelf, and what its owner can do with a file: read, replace, say that it was written some seconds ago."""

    shelf: Shelf
    seen: Callable[[str], bytes]
    replace: Callable[[str, bytes], object]
    age: Callable[[str, float], None]

    def vault(self, ring: KeyRing = RING) -> Vault:
        """A vault on this shelf."""
        return Vault(self.shelf, ring)


def a_folder(root: Path) -> Place:
    """A folder that need not be there yet."""

    def age(name: str, seconds: float) -> None:
        os.utime(root / key_of(name), (time.time() - seconds,) * 2)

    return Place(
        Folder(root),
        lambda name: (root / key_of(name)).read_bytes(),
        lambda name, data: (root / key_of(name)).write_bytes(data),
        age,
    )


def a_bucket(s3: S3) -> Place:
    """A new bucket."""
    access = s3.fresh()
    owner, prefix = owners_view(access), "berkas/kota/"
    return Place(
        Bucket(access),
        lambda name: bytes(obstore.get(owner, prefix + key_of(name)).bytes()),
        lambda name, data: obstore.put(owner, prefix + key_of(name), data),
        lambda name, seconds: make_old(access, prefix + key_of(name), seconds),
    )


async def names_in(vault: Vault, age: float = 0) -> list[str]:
    """The names in a vault, in order."""
    return sorted([name async for name in vault.names(age)])
