"""What can the operator say on the command line? `python -m bot --help` lists it."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from aiogram.exceptions import TelegramUnauthorizedError

from bot import broadcast_command, export_command, log, operator_work, participants_command, shelves
from bot.app import App, build
from bot.check import Ready, check_files, check_running
from bot.lock import only_one, only_one_on
from bot.posters import make as make_posters
from bot.posters import places_of
from bot.profile import introduce
from bot.read import read_files
from bot.rules import preview as preview_rules
from bot.rules import rule_lines
from bot.settings import Settings, read_settings
from bot.slim import drop_unused_validators
from bot.states import picture
from bot.wrong import Wrong, first_line
from locales import Texts
from storage.keys import KeyProblem, make_key

TEXTS = Texts()
cli = typer.Typer(help=TEXTS("cli-help"), no_args_is_help=True, add_completion=False)


@cli.command(help=TEXTS("cli-run"))
def run() -> None:
    """Long polling with BOT_TOKEN, until Ctrl-C or SIGTERM."""
    with _faults_told():
        settings = _settings()
        check_files(settings)
        with only_one(settings.data_dir):
            drop_unused_validators()
            asyncio.run(_until_stopped(settings, _serve))


@cli.command(help=TEXTS("cli-check"))
def check() -> None:
    """Everything that `run` asks for, without running and without changing anything."""
    _with_app(_try)


@cli.command(help=TEXTS("cli-states"))
def states() -> None:
    """Needs no settings."""
    typer.echo(picture(), nl=False)


@cli.command(help=TEXTS("cli-key"))
def key() -> None:
    """The newest key seals from the next start on."""
    with _faults_told():
        path = _settings().data_keys_file
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            number = make_key(path)
        except KeyProblem as problem:
            raise Wrong(f"keys-{problem.code}", path=str(path)) from None
        except OSError as problem:
            raise Wrong("keys-unwritable", path=str(path), reason=first_line(problem)) from None
        typer.echo(TEXTS("operator-key-made", number=str(number), path=str(path)))


@cli.command(help=TEXTS("cli-parked"))
def parked(retry: Annotated[bool, typer.Option(help=TEXTS("cli-parked-retry"))] = False) -> None:
    """What could not be handled, and what else needs a hand."""

    async def show(app: App) -> None:
        for line in await operator_work.parked(app, TEXTS, retry=retry):
            typer.echo(line)

    _with_app(show)


@cli.command(help=TEXTS("cli-invite"))
def invite(agencies: Annotated[list[str] | None, typer.Argument(help=TEXTS("cli-invite-agencies"))] = None) -> None:
    """Also beside a running bot."""

    async def show(app: App) -> None:
        for line in await operator_work.invite(app, TEXTS, agencies or []):
            typer.echo(line)

    _with_app(show)


@cli.command(help=TEXTS("cli-posters"))
def posters(
    places: Annotated[list[str] | None, typer.Argument(help=TEXTS("cli-posters-places"))] = None,
    file: Annotated[Path | None, typer.Option(help=TEXTS("cli-posters-file"))] = None,
    folder: Annotated[Path, typer.Option(help=TEXTS("cli-posters-folder"))] = Path("posters"),
) -> None:
    """Also beside a running bot; asks Telegram for the bot's name and nothing else."""
    with _faults_told():
        settings = _settings()
        check_files(settings)
        named = places_of(TEXTS, places or [], file)

        async def write(app: App) -> None:
            for line in await make_posters(app, TEXTS, named, folder):
                typer.echo(line)

        asyncio.run(_until_stopped(settings, write))


@cli.command("rotate-keys", help=TEXTS("cli-rotate-keys"))
def rotate_keys() -> None:
    """Also beside a running bot, which finds the new key by itself; broken off, it goes on next time."""

    async def reseal(app: App) -> None:
        rows, files = await operator_work.rotate(app)
        typer.echo(TEXTS("operator-rotated", rows=str(rows), files=str(files)))

    _with_app(reseal)


@cli.command("move-files", help=TEXTS("cli-move-files"))
def move_files() -> None:
    """Not beside a running bot, which would look for files that are still on their way."""

    async def move(_app: App) -> None:
        count = await shelves.move_files(settings)
        path = str(settings.data_dir / "vault")
        typer.echo(TEXTS("operator-moved", count=str(count), url=str(settings.vault_url), path=path))

    with _faults_told():
        settings = _settings()
        check_files(settings)
        with only_one(settings.data_dir):
            asyncio.run(_until_stopped(settings, move))


@cli.command(help=TEXTS("cli-rules"))
def rules(preview: Annotated[Path | None, typer.Option(help=TEXTS("cli-rules-preview"))] = None) -> None:
    """In plain words; with `--preview`, counts for the cases that are not decided, and nothing is written."""

    async def show(app: App) -> None:
        lines = (
            rule_lines(app.programme, TEXTS, app.clock.now())
            if preview is None
            else await preview_rules(app, TEXTS, preview)
        )
        for line in lines:
            typer.echo(line)

    _with_app(show)


@cli.command(help=TEXTS("cli-read"))
def read(files: list[Path]) -> None:
    """One JSON object a line."""

    async def show() -> None:
        async for line in read_files(files, datetime.now(UTC).date()):
            typer.echo(line)

    try:
        asyncio.run(show())
    except OSError as problem:
        typer.echo(TEXTS("operator-unreadable", path=str(problem.filename), reason=first_line(problem)), err=True)
        raise typer.Exit(1) from None


def _with_app(work: Callable[[App], Awaitable[None]]) -> None:
    """Give the parts of the bot to a command that may run beside it."""
    with _faults_told():
        settings = _settings()
        check_files(settings)
        asyncio.run(_until_stopped(settings, work))


cli.command("broadcast", help=TEXTS("cli-broadcast"))(broadcast_command.made(_with_app))
cli.command("export", help=TEXTS("cli-export"))(export_command.made(_with_app))
cli.command("import-participants", help=TEXTS("cli-participants"))(participants_command.made(_with_app))


@contextmanager
def _faults_told() -> Iterator[None]:
    """Say in one sentence why it cannot be done, with exit code 1."""
    try:
        yield
    except Wrong as problem:
        typer.echo(f"{TEXTS('operator-cannot')} {sentence(problem)}", err=True)
        raise typer.Exit(1) from None


def sentence(problem: Wrong) -> str:
    """What is wrong and what to do, in words."""
    details = dict(problem.details)
    if problem.code == "setting":
        own = f"wrong-setting-{str(details['name']).lower().replace('_', '-')}"
        details["hint"] = TEXTS(own if TEXTS.has(own) else "wrong-setting-other")
    return TEXTS(f"wrong-{problem.code}", **details)


def _settings() -> Settings:
    settings = read_settings()
    log.set_up(settings.log_level)
    return settings


async def _serve(app: App) -> None:
    async with only_one_on(app.db):
        ready = await check_running(app)
        _tell_missing(ready)
        await introduce(app.listener, ready.groups)
        if app.settings.clock_start is not None or app.settings.clock_file is not None:
            local = app.clock.now().astimezone(app.clock.zone)
            typer.echo(TEXTS("operator-clock", now=f"{local:%d-%m-%Y %H:%M}"), err=True)
        typer.echo(TEXTS("operator-reads" if app.reader is not None else "operator-reads-not"), err=True)
        typer.echo(TEXTS("operator-running", bot=ready.me.username or ""))
        try:
            await app.run(ready.me)
        except BaseExceptionGroup as problems:
            if problems.subgroup(TelegramUnauthorizedError):
                raise Wrong("token-refused") from None
            raise


async def _try(app: App) -> None:
    _tell_missing(await check_running(app, keep=False))
    typer.echo(TEXTS("operator-ready"))


def _tell_missing(ready: Ready) -> None:
    """Agencies without a group are told, loudly; their cases wait."""
    if ready.without_group:
        typer.echo(TEXTS("operator-no-group", agencies=" ".join(ready.without_group)), err=True)


async def _until_stopped(settings: Settings, work: Callable[[App], Awaitable[None]]) -> None:
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda: task.cancel() if task else None)
    with suppress(asyncio.CancelledError):
        async with build(settings) as app:
            await work(app)


if __name__ == "__main__":
    cli()
