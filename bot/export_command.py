"""How does the operator write the list for the insurer into a file, which is the office's own to guard from then on?"""

import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot.app import App
from bot.wrong import Wrong, database_told, first_line, must_be_up_to_date
from jobs.lists import Written
from locales import Texts
from registration.income import shown as grouped
from registration.lifecycle import State
from storage import readings
from storage.listing import Chosen

TEXTS = Texts()
Run = Callable[[Callable[[App], Awaitable[None]]], None]


def made(run: Run) -> Callable[..., None]:
    """The command; `run` gives it the parts of the bot and tells faults in a sentence."""

    def export(
        file: Annotated[Path, typer.Argument(help=TEXTS("cli-export-file"))],
        window: Annotated[str, typer.Option(help=TEXTS("cli-export-window"))] = "",
        agency: Annotated[str, typer.Option(help=TEXTS("cli-export-agency"))] = "",
        state: Annotated[str, typer.Option(help=TEXTS("cli-export-state"))] = State.APPROVED,
    ) -> None:
        run(lambda app: _work(app, file, _chosen(app, window, agency, state)))

    return export


def _chosen(app: App, window: str, agency: str, state: str) -> Chosen:
    programme = app.programme
    window = window or programme.window_for(app.clock.now()).key
    if programme.window_of(window) is None:
        raise Wrong("export-window", window=window, known=", ".join(each.key for each in programme.windows))
    if agency and agency not in programme.agencies:
        raise Wrong("agency-unknown", agency=agency, known=", ".join(programme.agencies))
    if state not in set(State):
        raise Wrong("export-state", state=state, known=", ".join(State))
    return Chosen(window, state, [agency] if agency else None)


async def _work(app: App, path: Path, chosen: Chosen) -> None:
    with _new_file(path) as file:
        with database_told(app.settings.database_url):
            written = await _taken(app, chosen)
        file.write(written.workbook)
    typer.echo(TEXTS("operator-exported", count=grouped(len(written.cases)), path=str(path)))


async def _taken(app: App, chosen: Chosen) -> Written:
    """The list, with a reading of each of its cases on record before anything of it is on the disk."""
    async with app.db.unit(app.clock.now()) as unit:
        await must_be_up_to_date(unit.conn, app.db.url)
    written = await app.lists().write(chosen)
    if not written.cases:
        raise Wrong("export-nobody")
    async with app.db.unit(app.clock.now()) as unit:
        await readings.write_lists(unit, written.cases, "list", readings.OPERATOR, why="export")
    return written


@contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that was not there and that its owner alone may read; gone again when nothing comes of it."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Wrong("export-exists", path=str(path)) from None
    except OSError as problem:
        raise Wrong("export-file", path=str(path), reason=first_line(problem)) from None
    with ExitStack() as undo:
        undo.callback(path.unlink, missing_ok=True)
        try:
            with os.fdopen(number, "wb") as file:
                yield file
        except OSError as problem:
            raise Wrong("export-file", path=str(path), reason=first_line(problem)) from None
        undo.pop_all()
