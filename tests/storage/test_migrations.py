"""Do the migrations go up and down on both databases, and do the models equal what they make?"""

from contextlib import suppress
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage import migrations, place_tables, schema, tables
from tests.support.databases import NOW, connected

SCRIPTS = ScriptDirectory(str(next(iter(migrations.__path__))))
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


def shape(connection: Connection) -> dict[str, Any]:
    """Tables with their columns and indexes, as the database itself tells them."""
    seen = inspect(connection)
    return {
        name: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)),
            sorted((str(index["name"]), tuple(index["column_names"])) for index in seen.get_indexes(name)),
        )
        for name in seen.get_table_names()
        if name != "alembic_version"
    }


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, SQLModel.metadata))


def test_there_is_one_newest_migration_and_the_start_knows_it() -> None:
    assert SCRIPTS.get_heads() == [schema.NEWEST]


async def test_each_step_up_can_be_taken_back_and_taken_again(empty_database: str) -> None:
    async with connected(empty_database) as db, db.unit(NOW) as unit:
        before = "base"
        for revision in REVISIONS:
            below = await unit.conn.run_sync(shape)
            await unit.conn.run_sync(migrations.upgrade, revision)
            above = await unit.conn.run_sync(shape)
            await unit.conn.run_sync(migrations.downgrade, before)
            assert await unit.conn.run_sync(shape) == below
            await unit.conn.run_sync(migrations.upgrade, revision)
            assert await unit.conn.run_sync(shape) == above
            before = revision


async def test_the_models_equal_what_the_migrations_make(database_url: str) -> None:
    async with connected(database_url) as db, db.unit(NOW) as unit:
        assert await unit.conn.run_sync(differences) == []
        made = await unit.conn.run_sync(shape)
    assert set(made) == set(SQLModel.metadata.tables)
    assert "case_one_live_per_nik" in {name for name, _ in made[tables.table_of(tables.Case).name][1]}
    assert made[tables.table_of(place_tables.TakenPlace).name][1] == [("place_one_per_case", ("case_id",))]


async def test_the_start_makes_the_tables_once_and_then_leaves_them(empty_database: str) -> None:
    async with connected(empty_database) as db:
        async with db.unit(NOW) as unit:
            assert await schema.bring_up_to_date(unit.conn)
        async with db.unit(NOW) as unit:
            assert not await schema.bring_up_to_date(unit.conn)
            rows = await unit.conn.execute(text("SELECT version_num FROM alembic_version"))
            assert [row.version_num for row in rows] == [schema.NEWEST]


async def test_a_database_of_an_older_version_is_brought_up_at_the_start(empty_database: str) -> None:
    async with connected(empty_database) as db:
        async with db.unit(NOW) as unit:
            await unit.conn.run_sync(migrations.upgrade)
            await unit.conn.run_sync(migrations.downgrade, "-1")
        async with db.unit(NOW) as unit:
            assert await schema.bring_up_to_date(unit.conn)
            assert await unit.conn.run_sync(differences) == []


async def test_a_migration_that_fails_half_way_leaves_nothing_behind(empty_database: str) -> None:
    async with connected(empty_database) as db:
        with suppress(LookupError):
            async with db.unit(NOW) as unit:
                await schema.bring_up_to_date(unit.conn)
                raise LookupError
        async with db.unit(NOW) as unit:
            assert await unit.conn.run_sync(shape) == {}


async def test_tables_of_a_newer_version_are_not_touched(database_url: str) -> None:
    async with connected(database_url) as db:
        async with db.unit(NOW) as unit:
            await unit.conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        async with db.unit(NOW) as unit:
            with pytest.raises(schema.MadeByNewer):
                await schema.bring_up_to_date(unit.conn)
