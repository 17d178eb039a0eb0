"""How does the operator bring the list of old participants in, and take it out again?"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.wrong import Wrong, database_told, first_line, must_be_up_to_date
from locales import Texts
from registration.income import shown as grouped
from registration.participants import Listed, NoHeader, Refused, opened, rows
from storage import participants
from storage.participants import Kept

TEXTS = Texts()
STEP = 200  # rows a transaction, so that a running bot answers meanwhile
Run = Callable[[Callable[[App], Awaitable[None]]], None]


def made(run: Run) -> Callable[..., None]:
    """The command; `run` gives it the parts of the bot and tells faults in a sentence."""

    def import_participants(
        file: Annotated[Path | None, typer.Argument(help=TEXTS("cli-participants-file"))] = None,
        forget: Annotated[bool, typer.Option("--forget", help=TEXTS("cli-participants-forget"))] = False,
    ) -> None:
        run(lambda app: _work(app, file, forget=forget))

    return import_participants


async def _work(app: App, file: Path | None, *, forget: bool) -> None:
    if forget is (file is not None):
        raise Wrong("participants-what")
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            await must_be_up_to_date(unit.conn, app.db.url)
        if file is not None:
            await bring_in(app, file)
            return
        async with app.db.unit(app.clock.now()) as unit:
            count = await participants.forget_all(unit)
    typer.echo(TEXTS("operator-participants-forgotten", count=grouped(count)))


async def bring_in(app: App, path: Path) -> None:
    """Keep the good rows in steps, tell the others at once. Raises `Wrong`."""
    kept, refused = Kept(), 0
    today = app.clock.now().astimezone(app.clock.zone).date()
    with _file_told(path), opened(path) as file:
        found = rows(file, today)
        while step := list(islice(found, STEP)):
            for bad in (each for each in step if isinstance(each, Refused)):
                refused += 1
                reason = TEXTS(f"row-{bad.reason.replace('_', '-')}")
                typer.echo(TEXTS("operator-participants-line", line=str(bad.line), reason=reason))
            if good := [each for each in step if isinstance(each, Listed)]:
                async with app.db.unit(app.clock.now()) as unit:
                    kept += await participants.keep(unit, good)
    numbers = {"new": kept.new, "changed": kept.changed, "same": kept.same, "refused": refused}
    typer.echo(TEXTS("operator-participants", **{name: grouped(number) for name, number in numbers.items()}))


@contextmanager
def _file_told(path: Path) -> Iterator[None]:
    try:
        yield
    except NoHeader as problem:
        raise Wrong("participants-header", path=str(path), missing=", ".join(problem.missing)) from None
    except OSError as problem:
        raise Wrong("participants-file", path=str(path), reason=first_line(problem)) from None
