"""How does a test say a command to the bot as the operator does? Against a stand-in for Telegram in another process."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from simulator.demo import DEMO_GROUP
from simulator.worlds import DEMO_TOKEN
from storage.keys import make_key
from tests.support.town import ROOT

Environment = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    """The address of a simulated Telegram with the staff group of the demonstration."""
    command = (sys.executable, "-m", "simulator", "--port", "0", "--demo")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        yield program.stdout.readline().removeprefix("ready ").strip()
        program.terminate()


@pytest.fixture
def good(telegram: str, tmp_path: Path) -> Environment:
    """An environment in which nothing is wrong."""
    make_key(tmp_path / "keys")
    return {
        "BOT_TOKEN": DEMO_TOKEN,
        "TELEGRAM_API_URL": telegram,
        "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'lindung.db'}",
        "DATA_DIR": str(tmp_path),
        "DATA_KEYS_FILE": str(tmp_path / "keys"),
        "PROGRAMME_FILE": str(ROOT / "programmes" / "balikpapan.toml"),
        "STAFF_CHAT_ID": str(DEMO_GROUP),
        "CLOCK_START": "2025-11-10T09:00",
        "LOG_LEVEL": "INFO",
    }


@pytest.fixture
def say() -> Iterator[Callable[..., Said]]:
    """Say a command in this process; the log goes back to pytest afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def run(environment: Environment, *words: str) -> Said:
        result = CliRunner().invoke(cli, words, env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    yield run
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _own_loop() -> Iterator[None]:
    """A command runs a loop of its own; the next test may want pytest's again."""
    yield
    asyncio.set_event_loop(None)
