"""Does `python -m bot import-participants` keep the good rows once, tell the bad ones, and forget all when told?"""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import participants_command
from locales import Texts
from storage.database import Database
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.support.databases import NOW
from tests.support.leaks import OFFICE_LIST

TEXTS = Texts()
CANNOT = TEXTS("operator-cannot")
Say = Callable[..., Said]
HEAD = "name;nik;phone;kelurahan;cover_ends"


@pytest.fixture
def ready(good: Environment) -> Environment:
    """The bot has run once."""

    async def make() -> None:
        db = Database(str(good["DATABASE_URL"]), KeyRing.load(Path(str(good["DATA_KEYS_FILE"]))))
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
        await db.close()

    asyncio.run(make())
    return good


def line(number: int, kelurahan: str = "Manggar") -> str:
    return f"Siti Contoh;64710557{number:08d};0812345{number:05d};{kelurahan};31-12-2025"


def written(folder: Path, *lines: str) -> str:
    path = folder / OFFICE_LIST
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8-sig")
    return str(path)


def summary(new: str = "0", changed: str = "0", same: str = "0", refused: str = "0") -> str:
    return TEXTS("operator-participants", new=new, changed=changed, same=same, refused=refused)


def test_good_rows_are_kept_in_steps_bad_ones_told_without_what_stands_in_them(
    ready: Environment, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participants_command, "STEP", 3)
    bad = ("=cmd|'/C calc'!A0;6471055708900099;;Manggar;", line(2, "Menteng"), "Rahasia;123;;Manggar;", line(1))
    file = written(tmp_path, *(line(number) for number in range(1, 6)), *bad)
    reasons = (("7", "name"), ("8", "kelurahan"), ("9", "nik"), ("10", "twice"))
    told = [
        TEXTS("operator-participants-line", line=number, reason=TEXTS(f"row-{reason}")) for number, reason in reasons
    ]
    first = say(ready, "import-participants", file)
    assert first == Said(0, "\n".join((*told, summary(new="5", refused="4"))) + "\n", "")
    again = say(ready, "import-participants", file)
    assert again.out.splitlines()[-1] == summary(same="5", refused="4")
    moved = written(tmp_path, line(1, "Damai"), *(line(number) for number in range(2, 7)))
    assert say(ready, "import-participants", moved).out == summary(new="1", changed="1", same="4") + "\n"
    forgotten = TEXTS("operator-participants-forgotten", count="6")
    assert say(ready, "import-participants", "--forget") == Said(0, f"{forgotten}\n", "")
    assert say(ready, "import-participants", moved).out == summary(new="6") + "\n"


def test_ten_thousand_rows_are_taken(ready: Environment, say: Say, tmp_path: Path) -> None:
    file = written(tmp_path, *(line(number) for number in range(1, 10_001)))
    assert say(ready, "import-participants", file).out == summary(new="10.000") + "\n"
    assert say(ready, "import-participants", file).out == summary(same="10.000") + "\n"


def test_what_is_no_list_or_no_order_is_told_in_a_sentence(ready: Environment, say: Say, tmp_path: Path) -> None:
    assert say(ready, "import-participants") == Said(1, "", f"{CANNOT} {TEXTS('wrong-participants-what')}\n")
    file = tmp_path / "utf16.csv"
    file.write_text(f"{HEAD}\n{line(1)}", encoding="utf-16")
    both = say(ready, "import-participants", str(file), "--forget")
    assert both == Said(1, "", f"{CANNOT} {TEXTS('wrong-participants-what')}\n")
    missing = "name, nik, phone, kelurahan, cover_ends"
    header = TEXTS("wrong-participants-header", path=str(file), missing=missing)
    assert say(ready, "import-participants", str(file)) == Said(1, "", f"{CANNOT} {header}\n")
    none = str(tmp_path / "none.csv")
    away = TEXTS("wrong-participants-file", path=none, reason="No such file or directory")
    assert say(ready, "import-participants", none) == Said(1, "", f"{CANNOT} {away}\n")


def test_before_the_bot_has_run_once_the_operator_is_told(good: Environment, say: Say, tmp_path: Path) -> None:
    where = TEXTS("wrong-database-not-ready", where=str(good["DATABASE_URL"]))
    assert say(good, "import-participants", written(tmp_path, line(1))) == Said(1, "", f"{CANNOT} {where}\n")


def test_the_help_lists_it(good: Environment, say: Say) -> None:
    assert "import-participants" in say(good, "--help").out
