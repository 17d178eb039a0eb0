"""What is said of a store that is away, has no such bucket or refuses us, and is a long list read to its end?"""

import obstore
import pytest

from storage.bucket import Access, Bucket
from storage.keys import KeyRing
from storage.shelf import ShelfProblem
from storage.vault import Vault
from tests.support.buckets import KEY_ID, S3, SECRET, make_old, owners_view

NAME = "ab" + "0" * 30
KEY = f"berkas/kota/ab/{NAME}"


async def problems(access: Access) -> set[tuple[str, str]]:
    """What each use of a bucket says."""
    found: set[tuple[str, str]] = set()
    bucket = Bucket(access)
    for use in (bucket.write(NAME, b"x"), bucket.read(NAME), bucket.delete(NAME), anext(bucket.names())):
        with pytest.raises(ShelfProblem) as problem:
            await use
        found.add((problem.value.code, str(problem.value)))
    return found


async def test_a_bucket_that_is_not_there_is_no_missing_file(s3: S3) -> None:
    assert await problems(s3.access("s3://tidak-ada/berkas")) == {("bucket", "NoSuchBucket")}


async def test_a_store_that_is_away_is_told(s3: S3) -> None:
    access = Access("s3://lindung", "http://127.0.0.1:1", "us-east-1", KEY_ID, SECRET)
    assert await problems(access) == {("away", "HTTP error: error sending request")}


async def test_a_store_that_refuses_our_keys_is_told_without_them(s3: S3) -> None:
    access = s3.fresh()
    await Bucket(access).write(NAME, b"x")
    with s3.refusing():
        found = await problems(access)
    assert found == {("refused", "InvalidAccessKeyId")}


async def test_a_list_of_many_pages_is_read_to_its_end(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "10")  # a page; a real store gives a thousand
    access = s3.fresh()
    bucket, owner = Bucket(access), owners_view(access)
    names = [f"{number:032x}" for number in range(35)]
    for name in names:
        obstore.put(owner, f"berkas/kota/{name[:2]}/{name}", b"")
    assert sorted([name async for name in bucket.names()]) == names


async def test_only_what_the_vault_wrote_is_listed_and_only_what_is_old_enough(s3: S3) -> None:
    access = s3.fresh()
    bucket, owner = Bucket(access), owners_view(access)
    for key in (
        "berkas/kota/catatan.txt",
        f"berkas/{NAME}",
        f"berkas/kota-lain/ab/{NAME}",
        f"berkas/kota/lain/ab/{NAME}",
    ):
        obstore.put(owner, key, b"milik orang lain")
    await bucket.write(NAME, b"lama")
    await bucket.write("ff" + NAME[2:], b"baru")
    make_old(access, KEY, 3700)
    assert [name async for name in bucket.names(3600)] == [NAME]


async def test_a_file_lies_under_prefix_two_digits_and_name_as_in_a_folder(s3: S3) -> None:
    access = s3.fresh()
    name = await Vault(Bucket(access), KeyRing({1: bytes(32)})).put(b"isi")
    pages = list(obstore.list(owners_view(access)))
    assert [file["path"] for page in pages for file in page] == [f"berkas/kota/{name[:2]}/{name}"]
