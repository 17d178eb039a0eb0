"""Can the operator put the vault into a bucket, move the files there, and hear in plain words what is wrong with it?"""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from locales import Texts
from storage.bucket import Access, Bucket
from storage.folder import Folder
from storage.keys import KeyRing, make_key
from storage.vault import Vault
from tests.bot.conftest import Environment, Said
from tests.support.buckets import S3
from tests.support.shelves import names_in

TEXTS = Texts()
Say = Callable[..., Said]


def cannot(code: str, **details: str) -> Said:
    return Said(1, "", f"{TEXTS('operator-cannot')} {TEXTS(f'wrong-{code}', **details)}\n")


def stored_in(good: Environment, access: Access) -> Environment:
    """The same environment with the vault in this bucket."""
    return good | {
        "VAULT_URL": access.url,
        "VAULT_ENDPOINT": access.endpoint,
        "VAULT_REGION": access.region,
        "VAULT_KEY_ID": access.key_id,
        "VAULT_KEY_SECRET": access.secret,
    }


def vault_in(folder: Path, access: Access | None = None) -> Vault:
    """The vault as the bot sees it now."""
    return Vault(Folder(folder / "vault") if access is None else Bucket(access), KeyRing.load(folder / "keys"))


def test_a_bucket_in_order_is_ready_and_the_check_leaves_nothing_in_it(good: Environment, say: Say, s3: S3) -> None:
    access = s3.fresh()
    assert say(stored_in(good, access), "check") == Said(0, f"{TEXTS('operator-ready')}\n", "")
    assert asyncio.run(names_in(Vault(Bucket(access), KeyRing({1: bytes(32)})))) == []


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_bucket_that_cannot_be_used_is_told_and_the_bot_does_not_start(
    good: Environment, say: Say, s3: S3, command: str
) -> None:
    nowhere = Access("s3://lindung/berkas", "http://127.0.0.1:1", "us-east-1", "KUNCI", "rahasia")
    reason = "HTTP error: error sending request"
    told = cannot("vault-away", where="http://127.0.0.1:1", url=nowhere.url, reason=reason)
    assert say(stored_in(good, nowhere), command) == told
    absent = s3.access("s3://tidak-ada/berkas")
    assert say(stored_in(good, absent), command) == cannot("vault-bucket", url=absent.url)
    access = s3.fresh()
    with s3.refusing():
        told = cannot("vault-refused", where=s3.endpoint, url=access.url, reason="InvalidAccessKeyId")
        assert say(stored_in(good, access), command) == told


@pytest.mark.parametrize("name", ["VAULT_KEY_ID", "VAULT_KEY_SECRET"])
def test_a_bucket_without_both_halves_of_its_key_is_told(good: Environment, say: Say, s3: S3, name: str) -> None:
    for command in ("check", "run", "move-files"):
        assert say(stored_in(good, s3.fresh()) | {name: ""}, command) == cannot("vault-keys")


@pytest.mark.parametrize(
    "url", ["lindung/berkas", "https://lindung", "s3://", "s3://lindung/../berkas", "s3://LINDUNG"]
)
def test_an_address_that_is_no_bucket_is_told_with_an_example(good: Environment, say: Say, url: str) -> None:
    hint = TEXTS("wrong-setting-vault-url")
    assert say(good | {"VAULT_URL": url}, "check") == cannot("setting", name="VAULT_URL", hint=hint)


def test_a_vault_folder_that_cannot_be_written_is_told(good: Environment, say: Say, tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("di sini seharusnya folder")
    told = cannot("folder", path=str(tmp_path / "vault"), reason="File exists")
    assert say(good, "check") == told


def test_files_move_into_the_bucket_as_they_are_and_a_second_move_brings_only_what_is_new(
    good: Environment, say: Say, s3: S3, tmp_path: Path
) -> None:
    access = s3.fresh()
    environment = stored_in(good, access)
    folder, bucket = vault_in(tmp_path), vault_in(tmp_path, access)

    async def fill(count: int) -> dict[str, bytes]:
        return {await folder.put(data): data for data in (f"isi {number}".encode() for number in range(count))}

    async def kept() -> dict[str, bytes]:
        return {name: await bucket.get(name) for name in await names_in(bucket)}

    files: dict[str, bytes] = {}
    for count in (3, 1, 0):
        files |= asyncio.run(fill(count))
        told = TEXTS("operator-moved", count=str(count), url=access.url, path=str(tmp_path / "vault"))
        assert say(environment, "move-files") == Said(0, f"{told}\n", "")
        assert asyncio.run(kept()) == files
    assert asyncio.run(names_in(folder)) == sorted(files)


def test_files_do_not_move_without_an_address_or_into_a_bucket_that_is_not_there(
    good: Environment, say: Say, s3: S3
) -> None:
    assert say(good, "move-files") == cannot("vault-url")
    absent = s3.access("s3://tidak-ada/berkas")
    assert say(stored_in(good, absent), "move-files") == cannot("vault-bucket", url=absent.url)


def test_keys_are_rotated_in_the_bucket_and_a_bucket_that_is_away_is_told(
    good: Environment, say: Say, s3: S3, tmp_path: Path
) -> None:
    access = s3.fresh()
    environment = stored_in(good, access)
    assert say(environment, "parked").code == 0  # makes the tables
    name = asyncio.run(vault_in(tmp_path, access).put(b"isi"))
    make_key(tmp_path / "keys")
    with s3.refusing():
        told = cannot("vault-refused", where=s3.endpoint, url=access.url, reason="InvalidAccessKeyId")
        assert say(environment, "rotate-keys") == told
    for files in ("1", "0"):
        assert say(environment, "rotate-keys") == Said(0, f"{TEXTS('operator-rotated', rows='0', files=files)}\n", "")
    assert asyncio.run(vault_in(tmp_path, access).get(name)) == b"isi"
