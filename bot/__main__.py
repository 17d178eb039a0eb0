"""What can the operator say on the command line? `python -m bot --help` lists it."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Annotated, Any

import typer
from aiogram.types import User

from bot import log, operator_work
from bot.app import App, build
from bot.check import Wrong, check_files, check_running
from bot.lock import Taken, only_one
from bot.profile import introduce
from bot.settings import Settings
from bot.slim import drop_unused_validators
from storage.keys import make_key

cli = typer.Typer(help="Lindung: pendaftaran JKK/JKM lewat Telegram.", no_args_is_help=True, add_completion=False)


def _settings() -> Settings:
    settings = Settings()
    log.set_up(settings.log_level)
    return settings


def _or_say(work: Callable[[], None]) -> None:
    """Do it, or say in one sentence why not, with exit code 1."""
    try:
        work()
    except Wrong as problem:
        typer.echo(f"Lindung cannot start. {problem}", err=True)
        raise typer.Exit(1) from None
    except Taken:
        typer.echo("Lindung cannot start. Another Lindung works on the same data folder. Stop it first.", err=True)
        raise typer.Exit(1) from None


@cli.command()
def run() -> None:
    """Run the bot: long polling with BOT_TOKEN, until Ctrl-C or SIGTERM."""
    settings = _settings()

    def work() -> None:
        check_files(settings)
        drop_unused_validators()
        with only_one(settings.data_dir):
            asyncio.run(_until_stopped(settings, _serve))

    _or_say(work)


@cli.command()
def check() -> None:
    """Say what is wrong before the bot is started."""
    settings = _settings()

    def work() -> None:
        check_files(settings)
        asyncio.run(_until_stopped(settings, _nothing_more))
        typer.echo("Everything is ready. Start with: python -m bot run")

    _or_say(work)


@cli.command()
def key() -> None:
    """Make the key file, or add a new key to it that is used from the next start on."""
    path = _settings().data_keys_file
    number = make_key(path)
    typer.echo(f"Key {number} is in {path}. Keep a copy in a safe place: without it the stored data cannot be read.")


@cli.command()
def parked(
    retry: Annotated[bool, typer.Option(help="Put all of them back in line.")] = False,
) -> None:
    """List what could not be handled, and what else needs a hand."""
    settings = _settings()

    def work() -> None:
        check_files(settings)
        for line in asyncio.run(operator_work.parked(settings, retry=retry)):
            typer.echo(line)

    _or_say(work)


async def _serve(app: App, me: User) -> None:
    await introduce(app.listener)
    if app.settings.clock_start is not None:
        local = app.clock.now().astimezone(app.clock.zone)
        typer.echo(f"!!! CLOCK_START is set: this bot believes it is {local:%d-%m-%Y %H:%M} !!!", err=True)
    typer.echo(f"Lindung runs as @{me.username}. Stop with Ctrl-C.")
    await app.run(me)


async def _nothing_more(_app: App, _me: User) -> None:
    """The check itself was all."""


async def _until_stopped(settings: Settings, work: Callable[[App, User], Coroutine[Any, Any, None]]) -> None:
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda: task.cancel() if task else None)
    with suppress(asyncio.CancelledError):
        async with build(settings) as app:
            await work(app, await check_running(app))


if __name__ == "__main__":
    cli()
