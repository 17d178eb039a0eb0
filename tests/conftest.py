"""Which fixtures do all tests share? A PostgreSQL for the whole run, and a database for each test on both kinds.

What a run writes is kept until its end, so that `tests.support.leaks` can look through it.
"""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.log import set_up
from tests.support.buckets import S3, s3_server
from tests.support.databases import Postgresql, Store, connected, copy_of_template, postgresql_server
from tests.support.shelves import Place, a_bucket, a_folder

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session", autouse=True)
def _kept_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """All that a bot inside the test process would write into its log at its most talkative."""
    kept = logging.FileHandler(tmp_path_factory.getbasetemp() / "bot.log", encoding="utf-8")
    set_up("DEBUG", kept)
    yield
    kept.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """Started by the first test that asks for it."""
    with postgresql_server() as server:
        yield Postgresql(server)


@pytest.fixture(scope="session")
def s3() -> Iterator[S3]:
    """A store, started by the first test that asks for it."""
    with s3_server() as server:
        yield server


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty shelf; the test runs once on each kind."""
    return a_folder(tmp_path / "vault") if request.param == "folder" else a_bucket(request.getfixturevalue("s3"))


@pytest.fixture(params=KINDS)
async def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables; the test runs once on each kind."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'lindung.db'}"
    server: Postgresql = request.getfixturevalue("postgresql")
    return await server.fresh(tables=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a SQLite file with all tables lies once the first test has made it."""
    return tmp_path_factory.mktemp("template") / "with_tables.db"


@pytest.fixture(params=KINDS)
async def database_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a database with all tables; the test runs once on each kind."""
    if request.param == "postgresql":
        server: Postgresql = request.getfixturevalue("postgresql")
        return await server.fresh(tables=True)
    await copy_of_template(sqlite_template, tmp_path / "lindung.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'lindung.db'}"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """A database with all tables, and two connections to it."""
    async with connected(database_url) as mine, connected(database_url) as other:
        yield Store(mine, other)
