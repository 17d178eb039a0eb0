"""Is each fault told in one plain sentence, with exit code 1 and without a traceback, before the bot starts?"""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from locales import Texts
from simulator.client import Simulator
from simulator.demo import DEMO_GROUP
from storage import agencies
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.support.databases import NOW, Postgresql, address, connected
from tests.support.town import ROOT

TEXTS = Texts()
Say = Callable[..., Said]


def cannot(code: str, **details: str) -> Said:
    """The one sentence that is to be said."""
    return Said(1, "", f"{TEXTS('operator-cannot')} {TEXTS(f'wrong-{code}', **details)}\n")


def setting(name: str) -> Said:
    hint = TEXTS(f"wrong-setting-{name.lower().replace('_', '-')}")
    return cannot("setting", name=name, hint=hint)


def test_nothing_wrong_is_said_so_and_nothing_is_left_in_the_database(
    good: Environment, say: Say, tmp_path: Path
) -> None:
    assert say(good, "check") == Said(0, f"{TEXTS('operator-ready')}\n", "")
    assert b"CREATE TABLE" not in (tmp_path / "lindung.db").read_bytes()


@pytest.mark.parametrize("command", ["check", "run", "parked"])
def test_a_token_that_is_missing_or_no_token_is_told_by_every_command(
    good: Environment, say: Say, command: str
) -> None:
    assert say(good | {"BOT_TOKEN": ""}, command) == cannot("token-empty")
    assert say(good | {"BOT_TOKEN": "123456"}, command) == cannot("token-form")


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_key_file_that_cannot_be_used_is_told_with_what_to_do(
    good: Environment, say: Say, tmp_path: Path, command: str
) -> None:
    keys = tmp_path / "keys"
    keys.chmod(0o644)
    assert say(good, command) == cannot("keys-mode", path=str(keys))
    keys.unlink()
    assert say(good, command) == cannot("keys-missing", path=str(keys))
    for text, code in (("", "keys-empty"), ("bukan kunci\n", "keys-malformed")):
        keys.write_text(text)
        keys.chmod(0o400)
        assert say(good, command) == cannot(code, path=str(keys))
        keys.unlink()
    keys.mkdir()
    assert say(good, command) == cannot("keys-unreadable", path=str(keys))


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_wrong_programme_file_is_told_with_line_and_key(
    good: Environment, say: Say, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "program.toml"
    lines = (ROOT / "programmes" / "balikpapan.toml").read_text().splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("ktp_months"))
    lines[number] = "ktp_months = -6"
    path.write_text("\n".join(lines))
    reason = "Input should be greater than or equal to 0"
    told = cannot("programme", path=str(path), line=str(number + 1), part="ktp_months", reason=reason)
    assert say(good | {"PROGRAMME_FILE": str(path)}, command) == told
    path.write_text("ktp_months = enam")
    said = say(good | {"PROGRAMME_FILE": str(path)}, command)
    assert said.code == 1
    assert said.err.startswith(
        f"{TEXTS('operator-cannot')} Berkas program {path} perlu diperbaiki di baris 1, bagian -:"
    )
    path.unlink()
    told = cannot("programme-unreadable", path=str(path), reason="No such file or directory")
    assert say(good | {"PROGRAMME_FILE": str(path)}, command) == told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOG_LEVEL", "x"),
        ("STAFF_CHAT_ID", "abc"),
        ("CLOCK_START", "kemarin"),
        ("DATABASE_URL", "mysql://pengguna:rahasia@tempat/lindung"),
        ("DATABASE_URL", "lindung.db"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("SEND_PER_SECOND", "0"),
        ("SEND_CHAT_BURST", "banyak"),
        ("SEND_GROUP_PER_MINUTE", "-1"),
        ("PAID_BROADCAST", "1001"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_by_name_with_an_example(
    good: Environment, say: Say, name: str, value: str
) -> None:
    for command in ("check", "run", "parked", "key"):
        assert say(good | {name: value}, command) == setting(name)


def test_a_clock_file_that_tells_no_time_is_told(good: Environment, say: Say, tmp_path: Path) -> None:
    path = tmp_path / "clock"
    missing = cannot("clock-file", path=str(path), reason="No such file or directory")
    assert say(good | {"CLOCK_FILE": str(path)}, "check") == missing
    path.write_text("besok")
    said = say(good | {"CLOCK_FILE": str(path)}, "check")
    assert (said.code, str(path) in said.err) == (1, True)


def test_a_folder_that_cannot_be_written_is_told(good: Environment, say: Say, tmp_path: Path) -> None:
    in_the_way = tmp_path / "berkas"
    in_the_way.write_text("")
    told = cannot("folder", path=str(in_the_way / "var"), reason="Not a directory")
    assert say(good | {"DATA_DIR": str(in_the_way / "var")}, "check") == told
    assert say(good | {"DATABASE_URL": f"sqlite+aiosqlite:///{in_the_way / 'var' / 'x.db'}"}, "check") == told


def test_a_database_that_cannot_be_written_is_told_without_its_password(
    good: Environment, say: Say, tmp_path: Path
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}"
    assert say(good | {"DATABASE_URL": url}, "check") == cannot(
        "database", where=url, reason="unable to open database file"
    )
    (tmp_path / "x.db").write_text("bukan basis data " * 100)
    url = f"sqlite+aiosqlite:///{tmp_path / 'x.db'}"
    assert say(good | {"DATABASE_URL": url}, "check") == cannot("database", where=url, reason="file is not a database")
    url = "postgresql+asyncpg://lindung:rahasia@127.0.0.1:1/lindung"
    said = cannot("database", where=url.replace("rahasia", "***"), reason="Connect call failed ('127.0.0.1', 1)")
    for command in ("check", "parked"):
        assert say(good | {"DATABASE_URL": url}, command) == said


def test_a_postgresql_database_that_is_not_there_is_told(good: Environment, say: Say, postgresql: Postgresql) -> None:
    url = address(postgresql.url("tidak_ada"))
    where = url.replace("postgres:@", "postgres:***@")
    told = cannot("database", where=where, reason='database "tidak_ada" does not exist')
    assert say(good | {"DATABASE_URL": url}, "check") == told


def test_a_token_that_telegram_refuses_and_a_telegram_that_is_away_are_told(good: Environment, say: Say) -> None:
    stranger = good | {"BOT_TOKEN": "999999:" + "A" * 35}
    assert say(stranger, "check") == cannot("token-refused")
    away = "http://127.0.0.1:1"
    assert say(good | {"TELEGRAM_API_URL": f"{away}/"}, "check") == cannot("telegram-away", address=away)


def test_a_staff_group_that_is_not_set_or_unknown_is_told(good: Environment, say: Say) -> None:
    missing = TEXTS("operator-no-group", agencies="disnaker dishub dp3")
    assert say(good | {"STAFF_CHAT_ID": ""}, "check") == Said(0, f"{TEXTS('operator-ready')}\n", f"{missing}\n")
    told = cannot("group-unknown", chat="-100777", bot="LindungDemoBot")
    assert say(good | {"STAFF_CHAT_ID": "-100777"}, "check") == told


def test_an_agency_that_is_bound_needs_no_setting_and_its_group_is_checked(good: Environment, say: Say) -> None:
    without = good | {"STAFF_CHAT_ID": ""}
    _bind(good, "dp3", DEMO_GROUP)
    missing = TEXTS("operator-no-group", agencies="disnaker dishub")
    assert say(without, "check") == Said(0, f"{TEXTS('operator-ready')}\n", f"{missing}\n")
    _bind(good, "disnaker", DEMO_GROUP)
    _bind(good, "dishub", -100777)
    assert say(without, "check") == cannot("group-unknown", chat="-100777", bot="LindungDemoBot")


def _bind(good: Environment, agency: str, chat_id: int) -> None:
    async def bind() -> None:
        async with connected(str(good["DATABASE_URL"])) as db, db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            await agencies.bind(unit, agency, chat_id, 1)

    asyncio.run(bind())


@pytest.mark.parametrize(("status", "code"), [("kicked", "group-left"), ("member", "group-rights")])
def test_a_bot_that_is_not_in_the_group_or_no_administrator_is_told(
    good: Environment, say: Say, telegram: str, status: str, code: str
) -> None:
    token = f"{555_000 + len(status)}:{'B' * 35}"

    async def put_bot() -> None:
        async with Simulator(telegram, token) as sim:
            await sim.new_world()
            await sim.set_member(DEMO_GROUP, sim.bot_id, status)

    asyncio.run(put_bot())
    told = cannot(code, chat=str(DEMO_GROUP), bot="LindungDemoBot")
    assert say(good | {"BOT_TOKEN": token}, "check") == told
