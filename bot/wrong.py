"""What keeps the bot from working? A code and its details; the words are `wrong-<code>` in `operator.ftl`."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import MadeByNewer, is_up_to_date


class Wrong(Exception):
    """The operator must put something right before the bot can work; `details` fill the sentence."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details: dict[str, str | int] = details


@contextmanager
def database_told(address: str) -> Iterator[None]:
    """Turn what the database of this address raises into `Wrong`; its password is not told."""
    url = make_url(address)
    try:
        yield
    except MadeByNewer:
        raise Wrong("database-newer", where=url.render_as_string()) from None
    except (SQLAlchemyError, sqlite3.Error, OSError) as problem:
        raise Wrong("database", where=url.render_as_string(), reason=first_line(problem)) from None


async def must_be_up_to_date(conn: AsyncConnection, url: URL) -> None:
    """Raises `Wrong` where the bot of this version has not run yet."""
    if not await is_up_to_date(conn):
        raise Wrong("database-not-ready", where=url.render_as_string())


def first_line(problem: BaseException) -> str:
    """What the system or the driver said, without the statement and its values."""
    said = problem.strerror if isinstance(problem, OSError) else None
    return (said or str(getattr(problem, "orig", problem)) or type(problem).__name__).splitlines()[0][:200]
