"""Does the vault keep files sealed and whole, on every kind of shelf?"""

import pytest

from storage.keys import KeyRing, SealBroken
from storage.shelf import FileGone
from storage.vault import Vault
from tests.support.shelves import Place, names_in


@pytest.fixture
def vault(place: Place) -> Vault:
    return place.vault()


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


async def test_every_file_has_its_own_name_and_all_are_names_in(vault: Vault) -> None:
    names = {await vault.put(b"sama") for _ in range(50)}
    assert len(names) == 50
    assert await names_in(vault) == sorted(names)


async def test_names_of_a_certain_age_are_those_written_before(vault: Vault, place: Place) -> None:
    old, _young = [await vault.put(b"isi") for _ in range(2)]
    place.age(old, 3700)
    assert await names_in(vault, age=3600) == [old]


async def test_a_vault_that_was_never_used_is_empty(vault: Vault) -> None:
    assert (await names_in(vault), await vault.sweep()) == ([], 0)


async def test_trying_a_vault_out_leaves_nothing(vault: Vault) -> None:
    await vault.try_out()
    assert await names_in(vault) == []


async def test_a_deleted_file_is_gone_and_may_be_deleted_again(vault: Vault) -> None:
    name = await vault.put(b"x")
    await vault.delete(name)
    await vault.delete(name)
    with pytest.raises(FileGone):
        await vault.get(name)
    with pytest.raises(FileGone):
        await vault.reseal(name)
    assert await names_in(vault) == []


async def test_two_files_exchanged_by_somebody_else_do_not_open(vault: Vault, place: Place) -> None:
    one, two = await vault.put(b"satu"), await vault.put(b"dua")
    place.replace(one, place.seen(two))
    with pytest.raises(SealBroken):
        await vault.get(one)
    assert await vault.get(two) == b"dua"


async def test_a_file_is_sealed_anew_once_under_its_old_name(vault: Vault, place: Place) -> None:
    name = await vault.put(b"isi")
    newer = place.vault(KeyRing({1: bytes(range(32)), 2: bytes(32)}))
    assert [await newer.reseal(name), await newer.reseal(name)] == [True, False]
    assert (place.seen(name)[0], await newer.get(name), await names_in(vault)) == (2, b"isi", [name])


@pytest.mark.parametrize("name", ["", "a" * 31, "a" * 33, "A" * 32, "a" * 32 + "\n", "../" + "a" * 29, "/etc/passwd"])
async def test_a_name_that_is_no_name_is_refused_everywhere(vault: Vault, name: str) -> None:
    for use in (vault.get, vault.delete, vault.reseal):
        with pytest.raises(ValueError, match="not a name of the vault"):
            await use(name)
