"""Do the rules read as docs/aturan.md says, and does the preview count rightly, tell nobody apart and write nothing?"""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rules import rule_lines
from locales import Texts
from registration import case_number
from registration.checking import checks
from registration.programme import load_programme, read_programme
from storage import cases, judgements
from storage.cases import NewCase
from storage.database import Database
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.bot.conftest import Environment, Said
from tests.support.databases import NOW
from tests.support.town import ROOT

TEXTS = Texts()
FILE = ROOT / "programmes" / "balikpapan.toml"
PROGRAMME = load_programme(FILE)
OPEN_DAY = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
Say = Callable[..., Said]
SITI: dict[str, Any] = {
    "sector": "pedagang", "nik": "6471055708900001", "name": "Siti Contoh", "birth_date": "1990-08-17", "sex": "P",
    "kecamatan": "64.71.05", "issued_on": "2012-12-03", "income": 3_000_000, "covered": "no",
}  # fmt: skip


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The shipped file with other rules."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "baru.toml"
    path.write_text(text, encoding="utf-8")
    return path


def fill(environment: Environment, *people: dict[str, Any], judged: bool = True) -> None:
    """Cases that wait, sent under the shipped rules."""

    async def send() -> None:
        db = Database(str(environment["DATABASE_URL"]), KeyRing.load(Path(str(environment["DATA_KEYS_FILE"]))))
        async with db.unit(NOW) as unit:
            await bring_up_to_date(unit.conn)
            for serial, more in enumerate(people, start=1):
                answers = SITI | {"nik": f"647105570890{serial:04d}"} | more
                number = case_number.make(2025, serial, "BPN")
                new = NewCase(number, 1, serial, "w2025", answers["sector"], "disnaker", "waiting", answers, "2025-11")
                case = await cases.create(unit, new)
                if judged:
                    found = checks(answers, PROGRAMME, PROGRAMME.windows[0], OPEN_DAY.date())
                    await judgements.keep(unit, case.id, "2025-11", found)
        await db.close()

    asyncio.run(send())


def test_the_document_says_what_the_code_says() -> None:
    told = [f"    {line}" for line in rule_lines(PROGRAMME, TEXTS, OPEN_DAY)]
    document = (ROOT / "docs" / "aturan.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in document if line.startswith("    ")] == told


def test_a_rule_that_stops_says_so_and_the_limits_are_those_of_the_file() -> None:
    text = FILE.read_text(encoding="utf-8").replace("stops = []", 'stops = ["age"]').replace("max = 64", "max = 60")
    told = rule_lines(read_programme(text), TEXTS, OPEN_DAY)
    place = told.index("Umur (age): 17 sampai 60 tahun, dihitung genap pada hari mendaftar.")
    stops = [number for number, line in enumerate(told) if TEXTS("rules-then-stop") in line]
    assert stops == [place + 1]


def test_the_rules_in_force_are_printed(good: Environment, say: Say) -> None:
    assert say(good, "rules") == Said(0, "\n".join(rule_lines(PROGRAMME, TEXTS, OPEN_DAY)) + "\n", "")


@pytest.mark.parametrize("judged", [True, False])
def test_the_preview_counts_what_would_change(good: Environment, say: Say, tmp_path: Path, judged: bool) -> None:
    people: list[dict[str, Any]] = [
        {},
        {"income": 3_500_000},
        {"income": 3_600_000},
        {"income": 3_800_000},
        {"kecamatan": "outside"},
    ]
    fill(good, *people, judged=judged)
    path = changed(
        tmp_path,
        ('version = "2025-11"\nname', 'version = "2026-11"\nname'),
        ("2025 = 3_701_508", "2025 = 3_400_000"),
        ("stops = []", 'stops = ["area"]'),
    )
    assert say(good, "rules", "--preview", str(path)).out.splitlines() == [
        f"Aturan sekarang 2025-11, berkas baru 2026-11 ({path}).",
        "Pendaftaran yang belum diputuskan: 5.",
        "• Alamat: perlu dilihat → berhenti, 1 pendaftaran",
        "• Penghasilan: cocok → perlu dilihat, 2 pendaftaran",
        "Hasilnya berbeda untuk 3 pendaftaran. Yang sekarang jalan dan dengan aturan baru berhenti: 1.",
        TEXTS("preview-foot"),
    ]


def test_a_paper_that_is_no_longer_wanted_and_a_window_that_is_gone_are_told(
    good: Environment, say: Say, tmp_path: Path
) -> None:
    fill(good, {"sector": "ojol", "letter": "later"})
    path = changed(tmp_path, ('documents = ["letter"]', "documents = []"))
    lines = say(good, "rules", "--preview", str(path)).out.splitlines()
    assert lines[1:4] == [
        TEXTS("preview-same-version", version="2025-11"),
        "Pendaftaran yang belum diputuskan: 1.",
        "• Surat aplikator: perlu dilihat → tidak diperiksa, 1 pendaftaran",
    ]
    path = changed(tmp_path, ('key = "w2025"', 'key = "w2026"'))
    lines = say(good, "rules", "--preview", str(path)).out.splitlines()
    assert lines[2:5] == [
        "Pendaftaran yang belum diputuskan: 1.",
        TEXTS("preview-window", window="w2025", count="1"),
        TEXTS("preview-nothing"),
    ]


def test_the_preview_writes_nothing_and_names_nobody(good: Environment, say: Say, tmp_path: Path) -> None:
    fill(good, {"income": 3_800_000}, {"name": "Вudi Contoh"})
    before = dump(good)
    path = changed(tmp_path, ("2025 = 3_701_508", "2025 = 3_900_000"))
    said = say(good, "rules", "--preview", str(path))
    assert dump(good) == before
    assert [word for word in ("Siti", "Вudi", "6471", "3.800", "BPN") if word in said.out] == []


def dump(environment: Environment) -> list[str]:
    with sqlite3.connect(str(environment["DATABASE_URL"]).removeprefix("sqlite+aiosqlite:///")) as file:
        return list(file.iterdump())


def test_a_wrong_file_is_told_with_line_and_part(good: Environment, say: Say, tmp_path: Path) -> None:
    fill(good)
    path = changed(tmp_path, ("max = 64", 'max = "tua"'))
    line = next(
        number for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if 'max = "tua"' in text
    )
    said = say(good, "rules", "--preview", str(path))
    assert (said.code, said.out) == (1, "")
    assert f"di baris {line}, bagian age.max:" in said.err
    missing = say(good, "rules", "--preview", str(tmp_path / "tidak-ada.toml"))
    assert (missing.code, "tidak bisa dibuka" in missing.err) == (1, True)


def test_a_source_that_is_missing_is_a_fault_of_the_file(good: Environment, say: Say, tmp_path: Path) -> None:
    fill(good)
    text = FILE.read_text(encoding="utf-8")
    path = tmp_path / "tanpa_sumber.toml"
    path.write_text("".join(line for line in text.splitlines(True) if not line.startswith("nik-sex = ")), "utf-8")
    assert "bagian checks.sources.nik-sex: this check has no source" in say(good, "rules", "--preview", str(path)).err


def test_a_database_that_was_never_used_is_not_prepared_by_looking(good: Environment, say: Say, tmp_path: Path) -> None:
    path = changed(tmp_path, ("max = 64", "max = 60"))
    said = say(good, "rules", "--preview", str(path))
    assert (said.code, "belum disiapkan" in said.err) == (1, True)
    assert dump(good) == ["BEGIN TRANSACTION;", "COMMIT;"]
