"""Do the commands do what they say, started as the operator starts them?"""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from locales import Texts
from storage import alerts, inbox
from storage.database import Database
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.support.databases import NOW, later
from tests.support.town import ROOT

TEXTS = Texts()
Say = Callable[..., Said]


def test_a_bot_runs_until_it_is_told_to_stop_says_its_clock_loudly_and_refuses_a_second(
    good: Environment, say: Say
) -> None:
    environment = os.environ | {name: value for name, value in good.items() if value is not None}
    command = (sys.executable, "-W", "error::ResourceWarning", "-m", "bot", "run")
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        try:
            assert program.stdout.readline() == f"{TEXTS('operator-running', bot='LindungDemoBot')}\n"
            taken = Said(1, "", f"{TEXTS('operator-cannot')} {TEXTS('wrong-taken')}\n")
            assert say(good, "run") == taken
            assert say(good, "check").code == 0
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=20) == 0
            said = [TEXTS("operator-clock", now="10-11-2025 09:00"), TEXTS("operator-reads")]
            assert program.stderr.read().splitlines() == said
        finally:
            program.kill()


def test_the_first_key_makes_the_folder_and_a_private_file_and_the_next_adds_one(
    good: Environment, say: Say, tmp_path: Path
) -> None:
    path = tmp_path / "baru" / "keys"
    environment = good | {"DATA_KEYS_FILE": str(path)}
    for number in ("1", "2"):
        assert say(environment, "key") == Said(0, TEXTS("operator-key-made", number=number, path=str(path)) + "\n", "")
        assert path.stat().st_mode & 0o777 == 0o400
        assert KeyRing.load(path).active_id == int(number)
    path.chmod(0o644)
    told = f"{TEXTS('operator-cannot')} {TEXTS('wrong-keys-mode', path=str(path))}\n"
    assert say(environment, "key") == Said(1, "", told)


def test_parked_lists_what_waits_and_puts_it_back_in_line(good: Environment, say: Say) -> None:
    assert say(good, "parked") == Said(0, TEXTS("operator-nothing-waits") + "\n", "")
    number = _park_one(good)
    lines = [
        TEXTS("operator-parked", id=str(number), kind="update", tries=1, error="ValueError at form.py:7"),
        TEXTS("operator-alert", since="10-11-2025 09:00", code="parked", about="inbox"),
        TEXTS("operator-alert", since="10-11-2025 09:05", code="group_lost", about="-1001"),
    ]
    assert say(good, "parked").out.splitlines() == lines
    assert say(good, "parked", "--retry").out.splitlines() == [*lines, TEXTS("operator-retried", count=1)]
    assert say(good, "parked").out.splitlines() == lines[2:]


def _park_one(good: Environment) -> int:
    async def park() -> int:
        ring = KeyRing.load(Path(str(good["DATA_KEYS_FILE"])))
        db = Database(str(good["DATABASE_URL"]), ring)
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            await inbox.put_updates(unit, [{"update_id": 1}])
            (event,) = await inbox.take(unit, 1)
            await inbox.begin_try(unit, event.id)
            await inbox.park(unit, event.id, "ValueError at form.py:7")
            await alerts.raise_alert(unit, "parked", "inbox")
        async with db.unit(later(5)) as unit:
            await alerts.raise_alert(unit, "group_lost", "-1001")
        await db.close()
        return event.id

    return asyncio.run(park())


def test_on_a_new_database_there_is_nothing_to_seal_anew(good: Environment, say: Say) -> None:
    assert say(good, "rotate-keys") == Said(0, f"{TEXTS('operator-rotated', rows='0', files='0')}\n", "")


def test_an_invitation_is_a_link_and_a_code_that_the_database_does_not_hold(
    good: Environment, say: Say, tmp_path: Path
) -> None:
    said = say(good, "invite", "dp3", "dishub")
    first, link, typed = said.out.splitlines()
    code = typed.split()[-1]
    assert (said.code, said.err) == (0, "")
    assert first == TEXTS("operator-invite", agencies="DP3, Dishub")
    rights = "admin=delete_messages+manage_topics"
    assert link == f"https://t.me/LindungDemoBot?startgroup={code}&{rights}"
    assert typed == TEXTS("operator-invite-typed", code=code)
    assert re.fullmatch("[0-9a-f]{24}", code)
    assert code.encode() not in (tmp_path / "lindung.db").read_bytes()
    unknown = TEXTS("wrong-agency-unknown", agency="dinsos", known="disnaker, dishub, dp3")
    assert say(good, "invite", "dinsos") == Said(1, "", f"{TEXTS('operator-cannot')} {unknown}\n")


def test_help_is_in_indonesian(good: Environment, say: Say) -> None:
    said = say(good, "--help")
    assert said.code == 0
    listed = [TEXTS(key) for key in ("cli-help", "cli-run", "cli-check", "cli-key", "cli-parked")]
    shown = " ".join(said.out.replace("│", " ").split())  # without the frame in which long lines are folded
    assert [text for text in listed if text.split(",")[0] not in shown] == []
