"""Does `python -m bot broadcast` count, ask for the number, leave one broadcast however often it is said?"""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import broadcast_command
from bot.broadcast_command import Order, send
from bot.wrong import Wrong
from locales import Texts
from registration.broadcasting import State
from storage import broadcasts, people
from storage.database import Database
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.stories.staff.crowd import WORDS, counts, crowd, got, now, stands
from tests.support.databases import NOW
from tests.support.town import town

TEXTS = Texts()
Say = Callable[..., Said]
COUNTED = TEXTS("operator-broadcast-count", people="2", minutes="1", audience="Belum daftar")


@pytest.fixture
def message(tmp_path: Path) -> Path:
    """A file with the words."""
    file = tmp_path / "pesan.txt"
    file.write_text(f"{WORDS}\n", encoding="utf-8")
    return file


def kept(good: Environment, *, meet: int = 0) -> list[tuple[str, int]]:
    """(state, counted) of all broadcasts; before that so many people are met."""

    async def look() -> list[tuple[str, int]]:
        db = Database(str(good["DATABASE_URL"]), KeyRing.load(Path(str(good["DATA_KEYS_FILE"]))))
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            for number in range(meet):
                await people.meet(unit, 1000 + number)
            rows = await unit.conn.exec_driver_sql("SELECT state, counted FROM broadcast ORDER BY id")
            found = [(str(row["state"]), int(row["counted"])) for row in rows.mappings()]
        await db.close()
        return found

    return asyncio.run(look())


def test_a_dry_run_counts_and_leaves_nothing(good: Environment, say: Say, message: Path) -> None:
    kept(good, meet=2)
    said = say(good, "broadcast", "--text-file", str(message), "--audience", "stands=not_registered", "--dry-run")
    assert said == Said(0, f"{COUNTED}\n{WORDS}\n", "")
    assert kept(good) == []


def test_without_a_running_bot_it_is_kept_once_and_the_operator_is_told(
    good: Environment, say: Say, message: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast_command, "PATIENCE", 0.0)
    kept(good, meet=2)
    order = ("broadcast", "--text-file", str(message), "--audience", "stands=not_registered")
    wrong = say(good, *order, "--people", "3")
    assert wrong.err == f"{TEXTS('operator-cannot')} {TEXTS('wrong-broadcast-number', people='2')}\n"
    waits = TEXTS("operator-broadcast-waits", at="10-11-2025 09:00")
    said = [say(good, *order, "--people", "2") for _ in range(2)]
    assert [(each.code, each.out.splitlines()[-1]) for each in said] == [(0, waits)] * 2
    assert kept(good) == [("scheduled", 2)]
    say(good, *order, "--people", "2", "--label", "lagi")
    assert kept(good) == [("scheduled", 2)] * 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--audience", "sector=pilot"), "wrong-broadcast-audience"),
        (("--button", "bayar"), "wrong-broadcast-audience"),
        (("--text-file", "tidak-ada.txt"), "wrong-broadcast-file"),
        (("--text-file", "/dev/null"), "wrong-broadcast-text"),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_sentence(
    good: Environment, say: Say, message: Path, words: tuple[str, ...], code: str
) -> None:
    kept(good)
    said = say(good, "broadcast", "--text-file", str(message), *words)
    beginning = TEXTS(code, path="", reason="", choices="", buttons="").split()[0]
    assert (said.code, said.err.split("dijalankan. ")[1].split()[0]) == (1, beginning)


async def test_the_running_bot_sends_it_and_the_group_can_watch(tmp_path: Path, message: Path) -> None:
    async with town(tmp_path) as here:
        people_ = await crowd(here, 3)
        with pytest.raises(Wrong):
            await send(here.app, Order(message, people=4))
        order = Order(message, people=3)
        await send(here.app, order)
        await send(here.app, order)
        await stands(here, "oleh operator")
        assert ((await now(here)).state, await counts(here)) == (State.DONE, {"sent": 3})
        async with here.look() as unit:
            assert await broadcasts.get(unit, 2) is None
        assert await got(people_) == [1, 1, 1]
