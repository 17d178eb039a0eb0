"""Would the look through everything a test run leaves find a NIK, a name, a phone number if there were one?"""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.support.databases import postgresql_server
from tests.support.leaks import OFFICE_LIST, TELEGRAM, found_in


@pytest.fixture
def folder() -> Iterator[Path]:
    """Beside what the run keeps: what is planted here is not to be found in the end."""
    with tempfile.TemporaryDirectory(prefix="lindung-planted-") as name:
        yield Path(name)


@pytest.mark.parametrize(
    "planted",
    [
        *("6471051708900001", "6471 0517 0890 0001", "6471-0517-0890-0001", "Budi Contoh", "BUDI CONTOH"),
        *("081234567890", "+6281234567890", "0812 3456 7890", "PUTRI RINA ANGGRAINI"),
    ],
)
def test_what_is_planted_in_any_file_is_found(folder: Path, planted: str) -> None:
    (folder / "vault").mkdir()
    place = folder / "vault" / "aa"
    place.write_bytes(bytes(range(256)) * 40 + planted.encode() + bytes(range(256)))
    assert [line.partition(":")[0] for line in found_in(folder)] == [str(place)]


def test_a_deleted_row_of_a_careless_database_is_found_in_its_free_pages(folder: Path) -> None:
    connection = sqlite3.connect(folder / "x.db")
    connection.execute("CREATE TABLE people (name TEXT)")
    connection.execute("INSERT INTO people VALUES ('Siti Contoh')")
    connection.commit()
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("DELETE FROM people")
    connection.commit()
    connection.close()
    assert found_in(folder) == [f"{folder / 'x.db'}:Siti Contoh"]


def test_a_row_that_stands_only_in_the_write_ahead_log_is_found(folder: Path) -> None:
    connection = sqlite3.connect(folder / "x.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE people (nik TEXT)")
    connection.execute("INSERT INTO people VALUES ('6471055708900001')")
    connection.commit()
    assert found_in(folder) == [f"{folder / 'x.db-wal'}:6471055708900001"]
    connection.close()


async def test_a_deleted_row_is_found_in_the_files_of_a_stopped_postgresql() -> None:
    with pytest.raises(RuntimeError, match=r"base/\d+/\d+:Siti Contoh"), postgresql_server() as server:  # noqa: PT012
        engine = create_async_engine(server.set(database="postgres"))
        async with engine.begin() as connection:
            for statement in ("CREATE TABLE people AS SELECT 'Siti Contoh' AS name", "DELETE FROM people"):
                await connection.execute(text(statement))
        await engine.dispose()


def test_the_stand_in_for_telegram_keeps_what_people_wrote_and_is_left_out(folder: Path) -> None:
    (folder / TELEGRAM[0]).mkdir()
    (folder / TELEGRAM[0] / "world").write_text("Budi Contoh")
    (folder / TELEGRAM[1]).write_text("Budi Contoh")
    assert found_in(folder) == []


def test_a_list_that_the_office_brought_is_left_out(folder: Path) -> None:
    (folder / OFFICE_LIST).write_text("Budi Contoh")
    assert found_in(folder) == []


def test_where_nothing_personal_stands_nothing_is_found(folder: Path) -> None:
    (folder / "bot.log").write_text("2025-11-10 INFO bot.app: 6471051708 <nik> Budi")
    assert found_in(folder, folder / "not there") == []
