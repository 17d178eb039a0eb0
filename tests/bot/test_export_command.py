"""Does `python -m bot export` write the right people into a file of its own, and refuse what it must?"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import export_command
from jobs.lists import Written
from locales import Texts
from storage import cases, readings
from storage.cases import NewCase
from storage.database import Database, Unit
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.support.databases import NOW
from tests.support.sheets import rows_of

TEXTS = Texts()
CANNOT = TEXTS("operator-cannot")
Say = Callable[..., Said]
HEADERS = [
    *("NO", "NIK", "NAMA LENGKAP", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "ALAMAT", "RT/RW", "KELURAHAN"),
    *("KECAMATAN", "KODE POS", "NO HP", "PEKERJAAN", "NOMOR PENDAFTARAN", "DINAS", "TANGGAL DISETUJUI"),
]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Where the list is to lie; what is personal does not stay."""
    path = tmp_path / "daftar.xlsx"
    yield path
    path.unlink(missing_ok=True)


def in_database(environment: Environment, work: Callable[[Unit], Awaitable[Any]]) -> Any:
    """What `work` gives in a session of one's own."""

    async def look() -> Any:
        db = Database(str(environment["DATABASE_URL"]), KeyRing.load(Path(str(environment["DATA_KEYS_FILE"]))))
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            found = await work(unit)
        await db.close()
        return found

    return asyncio.run(look())


def keep(environment: Environment, count: int, agency: str = "dp3", state: str = "approved", first: int = 1) -> None:
    """Invented people; the name of the second is a formula."""

    async def work(unit: Unit) -> None:
        for number in range(first, first + count):
            answers = {
                "nik": f"64710557{number:08d}",
                "name": "=cmd|'/C calc'!A0" if number == 2 else "Siti Contoh",
                "phone": f"+628123456{number:04d}",
            }
            new = NewCase(f"BPN-{number}", 1, 1, "w2025", "nelayan", agency, state, answers, "v1")
            await cases.create(unit, new)

    in_database(environment, work)


def record(environment: Environment, *case_ids: int) -> list[list[tuple[str, int, str]]]:
    """(kind, who, why) of all readings of these cases."""

    async def work(unit: Unit) -> list[list[tuple[str, int, str]]]:
        found = [await readings.of_case(unit, case_id) for case_id in case_ids]
        return [[(each.kind, each.reader_id, each.why) for each in one] for one in found]

    told: list[list[tuple[str, int, str]]] = in_database(environment, work)
    return told


def refused(code: str, **values: str) -> Said:
    return Said(1, "", f"{CANNOT} {TEXTS(f'wrong-{code}', **values)}\n")


def test_the_approved_are_written_as_text_for_the_owner_alone_and_it_is_on_record(
    good: Environment, say: Say, file: Path
) -> None:
    keep(good, 3)
    keep(good, 1, state="waiting", first=4)
    assert say(good, "export", str(file)) == Said(0, TEXTS("operator-exported", count="3", path=str(file)) + "\n", "")
    assert file.stat().st_mode & 0o777 == 0o600
    rows = rows_of(file.read_bytes())
    assert rows[0] == HEADERS
    assert [row[:3] for row in rows[1:]] == [
        ["1", "6471055700000001", "Siti Contoh"],
        ["2", "6471055700000002", "=cmd|'/C calc'!A0"],
        ["3", "6471055700000003", "Siti Contoh"],
    ]
    assert rows[1][11:15] == ["081234560001", "Nelayan", "BPN-1", "DP3"]
    exported = [("list", readings.OPERATOR, "export")]
    assert record(good, 1, 2, 3, 4) == [exported, exported, exported, []]


def test_one_agency_or_another_state_may_be_asked_for(good: Environment, say: Say, file: Path) -> None:
    keep(good, 1)
    keep(good, 1, agency="dishub", first=2)
    keep(good, 1, state="waitlisted", first=3)
    for words, number in ((("--agency", "dishub"), "BPN-2"), (("--state", "waitlisted"), "BPN-3")):
        assert say(good, "export", str(file), "--window", "w2025", *words).code == 0
        assert [row[13] for row in rows_of(file.read_bytes())[1:]] == [number]
        file.unlink()


def test_a_file_that_is_there_is_not_overwritten_and_nothing_is_on_record(
    good: Environment, say: Say, file: Path
) -> None:
    keep(good, 1)
    file.write_text("yang lama")
    assert say(good, "export", str(file)) == refused("export-exists", path=str(file))
    assert file.read_text() == "yang lama"
    nowhere = str(file.parent / "tidak-ada" / "daftar.xlsx")
    away = refused("export-file", path=nowhere, reason="No such file or directory")
    assert say(good, "export", nowhere) == away
    assert record(good, 1) == [[]]


def test_what_is_not_there_is_told_with_what_is_and_no_file_is_left(good: Environment, say: Say, file: Path) -> None:
    keep(good, 1, state="waiting")
    path = str(file)
    assert say(good, "export", path) == refused("export-nobody")
    unknown = refused("export-window", window="w1999", known="w2025")
    assert say(good, "export", path, "--window", "w1999") == unknown
    agency = refused("agency-unknown", agency="dinkes", known="disnaker, dishub, dp3")
    assert say(good, "export", path, "--agency", "dinkes") == agency
    said = say(good, "export", path, "--state", "lulus")
    assert said.err.startswith(f"{CANNOT} Tidak ada keadaan lulus. Yang ada: waiting, claimed, sent_back, approved,")
    assert not file.exists()


def test_a_disk_that_is_full_leaves_no_half_file(
    good: Environment, say: Say, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(good, 1)

    async def too_much(*_: object) -> Written:
        os.truncate(file, 1)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_command, "_taken", too_much)
    said = say(good, "export", str(file))
    assert (said.code, file.exists()) == (1, False)


def test_before_the_bot_has_run_once_the_operator_is_told(good: Environment, say: Say, file: Path) -> None:
    where = str(good["DATABASE_URL"])
    assert say(good, "export", str(file)) == refused("database-not-ready", where=where)
    assert not file.exists()


def test_ten_thousand_are_written(good: Environment, say: Say, file: Path) -> None:
    keep(good, 10_000)
    assert say(good, "export", str(file)).out == TEXTS("operator-exported", count="10.000", path=str(file)) + "\n"
    assert len(rows_of(file.read_bytes())) == 10_001
