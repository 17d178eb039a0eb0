"""Do files in a folder lie private and whole, and is what a power cut left swept away?"""

from pathlib import Path

import pytest

from storage.folder import Folder
from storage.shelf import ShelfProblem

NAME = "ab" + "0" * 30


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "files")


async def test_files_and_folders_are_for_their_owner_only(folder: Folder, tmp_path: Path) -> None:
    await folder.write(NAME, b"isi")
    path = tmp_path / "files" / "ab" / NAME
    modes = [entry.stat().st_mode & 0o777 for entry in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


async def test_what_a_power_cut_left_is_not_listed_and_is_swept(folder: Folder, tmp_path: Path) -> None:
    await folder.write(NAME, b"utuh")
    half = tmp_path / "files" / "ab" / ("0" * 32 + ".part")
    half.write_bytes(b"setengah")
    assert [name async for name in folder.names()] == [NAME]
    assert [await folder.sweep(3600), half.exists()] == [0, True]
    assert [await folder.sweep(0), half.exists(), await folder.read(NAME)] == [1, False, b"utuh"]


async def test_what_a_power_cut_left_does_not_hinder_the_next_write(folder: Folder, tmp_path: Path) -> None:
    await folder.write(NAME, b"lama")
    (tmp_path / "files" / "ab" / f"{NAME}.part").write_bytes(b"setengah")
    await folder.write(NAME, b"baru")
    assert [await folder.read(NAME), await folder.sweep(0)] == [b"baru", 0]


async def test_a_write_that_fails_leaves_nothing(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file where the folder should be")
    with pytest.raises(ShelfProblem) as problem:
        await folder.write(NAME, b"x")
    assert (problem.value.code, str(problem.value)) == ("disk", "File exists")
