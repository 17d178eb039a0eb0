"""Does the vault keep files sealed and whole, on every kind of shelf?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import obstore
import pytest

from storage.bucket import Bucket
from storage.folder import Folder
from storage.keys import KeyRing, SealBroken
from storage.shelf import FileGone, Shelf, key_of
from storage.vault import Vault
from tests.support.buckets import S3, owners_view

KEY = bytes(range(32))
RING = KeyRing({1: KEY})


@dataclass(frozen=True, slots=True)
class Place:
    """A shelf, and how its owner reads and writes a file behind the vault's back."""

    shelf: Shelf
    seen: Callable[[str], bytes]
    replace: Callable[[str, bytes], object]

    def vault(self, ring: KeyRing = RING) -> Vault:
        """A vault on this shelf."""
        return Vault(self.shelf, ring)


def a_folder(root: Path) -> Place:
    return Place(
        Folder(root),
        lambda name: (root / key_of(name)).read_bytes(),
        lambda name, data: (root / key_of(name)).write_bytes(data),
    )


def a_bucket(s3: S3) -> Place:
    access = s3.fresh()
    owner, prefix = owners_view(access), "berkas/kota/"
    return Place(
        Bucket(access),
        lambda name: bytes(obstore.get(owner, prefix + key_of(name)).bytes()),
        lambda name, data: obstore.put(owner, prefix + key_of(name), data),
    )


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return a_folder(tmp_path / "files") if request.param == "folder" else a_bucket(request.getfixturevalue("s3"))


@pytest.fixture
def vault(place: Place) -> Vault:
    return place.vault()


async def listed(vault: Vault, age: float = 0) -> list[str]:
    return sorted([name async for name in vault.names(age)])


async def test_a_kept_file_comes_back_and_lies_sealed(vault: Vault, place: Place) -> None:
    name = await vault.put(b"SPECIMEN" * 1000)
    assert await vault.get(name) == b"SPECIMEN" * 1000
    assert len(place.seen(name)) == 8000 + 29
    assert b"SPECIMEN" not in place.seen(name)


async def test_an_empty_file_is_a_file(vault: Vault) -> None:
    assert await vault.get(await vault.put(b"")) == b""


async def test_a_large_file_comes_back_whole(vault: Vault) -> None:
    data = bytes(range(256)) * 40_000
    assert await vault.get(await vault.put(data)) == data


async def test_every_file_has_its_own_name_and_all_are_listed(vault: Vault) -> None:
    names = {await vault.put(b"sama") for _ in range(50)}
    assert len(names) == 50
    assert await listed(vault) == sorted(names)


async def test_names_of_a_certain_age_are_those_written_before(vault: Vault) -> None:
    await vault.put(b"baru")
    assert await listed(vault, age=3600) == []


async def test_a_vault_that_was_never_used_is_empty(vault: Vault) -> None:
    assert (await listed(vault), await vault.sweep()) == ([], 0)


async def test_trying_a_vault_out_leaves_nothing(vault: Vault) -> None:
    await vault.try_out()
    assert await listed(vault) == []


async def test_a_deleted_file_is_gone_and_may_be_deleted_again(vault: Vault) -> None:
    name = await vault.put(b"x")
    await vault.delete(name)
    await vault.delete(name)
    with pytest.raises(FileGone):
        await vault.get(name)
    with pytest.raises(FileGone):
        await vault.reseal(name)
    assert await listed(vault) == []


async def test_two_files_exchanged_by_somebody_else_do_not_open(vault: Vault, place: Place) -> None:
    one, two = await vault.put(b"satu"), await vault.put(b"dua")
    place.replace(one, place.seen(two))
    with pytest.raises(SealBroken):
        await vault.get(one)
    assert await vault.get(two) == b"dua"


async def test_a_file_is_sealed_anew_once_under_its_old_name(vault: Vault, place: Place) -> None:
    name = await vault.put(b"isi")
    newer = place.vault(KeyRing({1: KEY, 2: bytes(32)}))
    assert [await newer.reseal(name), await newer.reseal(name)] == [True, False]
    assert (place.seen(name)[0], await newer.get(name), await listed(vault)) == (2, b"isi", [name])


@pytest.mark.parametrize("name", ["", "a" * 31, "a" * 33, "A" * 32, "a" * 32 + "\n", "../" + "a" * 29, "/etc/passwd"])
async def test_a_name_that_is_no_name_is_refused_everywhere(vault: Vault, name: str) -> None:
    for use in (vault.get, vault.delete, vault.reseal):
        with pytest.raises(ValueError, match="not a name of the vault"):
            await use(name)
