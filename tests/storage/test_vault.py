"""Does the vault keep files sealed, whole and inside its folder?"""

from pathlib import Path

import pytest

from storage.keys import KeyRing, SealBroken
from storage.vault import FileGone, Vault

KEY = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files", KeyRing({1: KEY}))


def test_a_kept_file_comes_back_and_lies_sealed_and_private(vault: Vault, tmp_path: Path) -> None:
    name = vault.put(b"SPECIMEN" * 1000)
    assert vault.get(name) == b"SPECIMEN" * 1000
    path = tmp_path / "files" / name[:2] / name
    assert b"SPECIMEN" not in path.read_bytes()
    modes = [entry.stat().st_mode & 0o777 for entry in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


def test_an_empty_file_is_a_file(vault: Vault) -> None:
    assert vault.get(vault.put(b"")) == b""


def test_every_file_has_its_own_name_and_all_are_listed(vault: Vault) -> None:
    names = {vault.put(b"sama") for _ in range(50)}
    assert len(names) == 50
    assert sorted(vault.names()) == sorted(names)


def test_a_vault_that_was_never_used_is_empty(vault: Vault) -> None:
    assert (list(vault.names()), vault.sweep()) == ([], 0)


def test_a_deleted_file_is_gone_and_may_be_deleted_again(vault: Vault) -> None:
    name = vault.put(b"x")
    vault.delete(name)
    vault.delete(name)
    with pytest.raises(FileGone):
        vault.get(name)
    assert list(vault.names()) == []


def test_two_files_exchanged_on_the_disk_do_not_open(vault: Vault, tmp_path: Path) -> None:
    one, two = vault.put(b"satu"), vault.put(b"dua")
    folder = tmp_path / "files"
    (folder / one[:2] / one).write_bytes((folder / two[:2] / two).read_bytes())
    with pytest.raises(SealBroken):
        vault.get(one)
    assert vault.get(two) == b"dua"


@pytest.mark.parametrize("name", ["", "a" * 31, "a" * 33, "A" * 32, "a" * 32 + "\n", "../" + "a" * 29, "/etc/passwd"])
def test_a_name_that_is_no_name_is_refused_everywhere(vault: Vault, name: str) -> None:
    for use in (vault.get, vault.delete):
        with pytest.raises(ValueError, match="not a name of the vault"):
            use(name)


def test_what_a_power_cut_left_is_not_listed_and_is_swept(vault: Vault, tmp_path: Path) -> None:
    name = vault.put(b"utuh")
    half = tmp_path / "files" / name[:2] / ("0" * 32 + ".part")
    half.write_bytes(b"setengah")
    assert list(vault.names()) == [name]
    assert (vault.sweep(), half.exists(), vault.get(name)) == (1, False, b"utuh")


def test_a_write_that_fails_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"exists|Not a directory"):
        vault.put(b"x")


async def test_the_async_way_does_the_same(vault: Vault) -> None:
    name = await vault.aput(b"async")
    assert await vault.aget(name) == b"async"
    await vault.adelete(name)
    with pytest.raises(FileGone):
        await vault.aget(name)
