"""How do the stand-in for Telegram and the real bot run side by side? `make demo`."""

import asyncio
import os
import signal
import sys
import webbrowser
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from storage.keys import make_key

FOLDER = Path("var/demo")
PHOTOS = Path("tests/samples")
# The same as in the stand-in's demonstration world (simulator/demo.py); neither is a secret.
TOKEN = "424242:SIMULATOR-demo-token-not-a-secret"  # noqa: S105 - for the stand-in alone
STAFF_GROUP = -1001000000001
WITA = ZoneInfo("Asia/Makassar")
BEGIN = datetime(2025, 11, 10, 9, 0, tzinfo=WITA)  # inside the shipped window
STOP_SECONDS = 15


@asynccontextmanager
async def program(*words: str, env: dict[str, str] | None = None) -> AsyncIterator[Process]:
    """Run a Python module beside us; stopped in the end with SIGTERM, by force if it does not listen."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *words, stdout=PIPE, env={**os.environ, **(env or {})}, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()


async def line_with(process: Process, word: str) -> str:
    """The first line of the program's output that holds `word`. Raises `RuntimeError` when it ends before."""
    if process.stdout is None:
        raise RuntimeError("the program has no output")
    async for line in process.stdout:
        if word in line.decode():
            return line.decode().strip()
    raise RuntimeError("the program ended before it was ready")


def bot_environment(folder: Path, address: str) -> dict[str, str]:
    """The settings of the demo's bot: everything lies in its own folder, and its clock is the one on the page."""
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'lindung.db'}",
        "DATA_DIR": str(folder),
        "DATA_KEYS_FILE": str(folder / "keys"),
        "PROGRAMME_FILE": "programmes/balikpapan.toml",
        "STAFF_CHAT_ID": str(STAFF_GROUP),
        "CLOCK_FILE": str(folder / "clock"),
    }


async def demo(folder: Path, port: int, begin: datetime, *, opens: bool) -> None:
    """Run until Ctrl-C. The world's clock begins at `begin` with the first demo in this folder, and is kept there."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    kept = ("--state", str(folder / "telegram"), "--clock-file", str(folder / "clock"))
    world = ("--demo", "--samples", str(PHOTOS), "--clock-start", begin.isoformat())
    async with program("simulator", "--port", str(port), *kept, *world) as telegram:
        address = (await line_with(telegram, "ready")).split()[-1]
        async with program("bot", "run", env=bot_environment(folder, address)) as bot:
            await line_with(bot, "Lindung")
            typer.echo(f"\n  Buka / open:  {address}\n\n  Ctrl-C berhenti / stops. Data: {folder}/\n")
            if opens:
                webbrowser.open(address)
            await _until(stop, telegram, bot)
    typer.echo("Selesai. Mulai lagi dengan: make demo")


async def _until(stop: asyncio.Event, *processes: Process) -> None:
    """Wait for Ctrl-C, or for a program that ends by itself."""
    waits = [asyncio.ensure_future(stop.wait()), *(asyncio.ensure_future(each.wait()) for each in processes)]
    _, left = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for each in left:
        each.cancel()


def main(port: int = 8081, browser: bool = True, folder: Path = FOLDER, begin: datetime = BEGIN) -> None:
    """Try the bot with a simulated Telegram: two phones on one page, and a clock that can be set forward."""
    begin = begin if begin.tzinfo else begin.replace(tzinfo=WITA)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "keys").exists():
        make_key(folder / "keys")
    asyncio.run(demo(folder, port, begin, opens=browser))


if __name__ == "__main__":
    typer.run(main)
