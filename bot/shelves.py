"""Where do the vault's files lie by the operator's settings, is that place in order, and how do they move there?"""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.settings import Settings
from bot.wrong import Wrong
from storage.bucket import Access, Bucket
from storage.folder import Folder
from storage.shelf import Shelf, ShelfProblem


def folder_of(settings: Settings) -> Folder:
    """The folder, which is the vault unless the operator has chosen a bucket."""
    return Folder(settings.data_dir / "vault")


def shelf_of(settings: Settings) -> Shelf:
    """Where files are written and looked for."""
    if settings.vault_url is None:
        return folder_of(settings)
    return Bucket(
        Access(
            settings.vault_url,
            settings.vault_endpoint,
            settings.vault_region,
            settings.vault_key_id.get_secret_value(),
            settings.vault_key_secret.get_secret_value(),
        )
    )


def check_access(settings: Settings) -> None:
    """Is all given that a bucket needs? Raises `Wrong`."""
    keys = (settings.vault_key_id, settings.vault_key_secret)
    if settings.vault_url and not all(key.get_secret_value() for key in keys):
        raise Wrong("vault-keys")


@contextmanager
def vault_told(settings: Settings) -> Iterator[None]:
    """Turn what the vault's place raises into `Wrong`."""
    try:
        yield
    except ShelfProblem as problem:
        if problem.code == "disk":
            raise Wrong("folder", path=str(settings.data_dir / "vault"), reason=str(problem)) from None
        url = settings.vault_url or ""
        where = settings.vault_endpoint or url
        raise Wrong(f"vault-{problem.code}", where=where, url=url, reason=str(problem)) from None


async def move_files(settings: Settings) -> int:
    """Copy what lies in the folder into the bucket as it is; how many. Raises `Wrong`.

    What is there already is left out, so that a move broken off goes on next time.
    """
    if not settings.vault_url:
        raise Wrong("vault-url")
    old, new = folder_of(settings), shelf_of(settings)
    with vault_told(settings):
        there = {name async for name in new.names()}
        missing = [name async for name in old.names() if name not in there]
        for name in missing:
            await new.write(name, await old.read(name))
    return len(missing)
