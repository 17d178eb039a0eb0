"""How long does `python -m bot rules --preview` take over many waiting cases, and how much memory? Prints both."""

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.seed import PROGRAMME
from registration.checking import checks
from registration.programme import load_programme
from storage import cases, judgements
from storage.cases import NewCase
from storage.database import Database
from storage.keys import KeyRing, make_key
from storage.schema import bring_up_to_date

_NOW = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
# An invented trader. Every case has a NIK and an income of its own.
_ANSWERS: dict[str, Any] = {
    "for_whom": "self", "sector": "pedagang", "ktp_photo": [1], "name": "Contoh Rekaan", "birth_place": "Balikpapan",
    "birth_date": "1990-08-17", "sex": "L", "address": "Jl. Contoh Indah No. 12", "rt_rw": "009/007",
    "kecamatan": "64.71.05", "kelurahan": "64.71.05.1012", "issued_on": "2012-12-03", "phone": "+6281200000000",
    "income_statement": "yes", "covered": "no", "trade": "jual bakso keliling",
}  # fmt: skip


async def _fill(folder: Path, count: int) -> None:
    make_key(folder / "keys")
    rules = load_programme(PROGRAMME)
    db = Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", KeyRing.load(folder / "keys"))
    async with db.unit(_NOW) as unit:
        await bring_up_to_date(unit.conn)
        for serial in range(count):
            answers = _ANSWERS | {
                "nik": f"6471{serial % 90 + 10}170890{serial // 90:04d}",
                "income": 3_000_000 + serial,
            }
            number = f"BPN-25-{serial:06d}-0"
            new = NewCase(number, 1, serial, "w2025", "pedagang", "disnaker", "waiting", answers, rules.version)
            case = await cases.create(unit, new)
            found = checks(answers, rules, rules.windows[0], _NOW.date())
            await judgements.keep(unit, case.id, rules.version, found)
    await db.close()


def _preview(folder: Path) -> str:
    other = folder / "baru.toml"
    other.write_text(PROGRAMME.read_text(encoding="utf-8").replace("2025 = 3_701_508", "2025 = 3_050_000"), "utf-8")
    settings = {
        "BOT_TOKEN": "123456:SPECIMEN-not-a-secret-token-00000",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'lindung.db'}",
        "DATA_DIR": str(folder),
        "DATA_KEYS_FILE": str(folder / "keys"),
        "PROGRAMME_FILE": str(PROGRAMME),
    }
    command = (sys.executable, "-m", "bot", "rules", "--preview", str(other))
    return subprocess.run(command, env=os.environ | settings, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m bench.preview", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    count = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(_fill(Path(name), count))
        start = time.perf_counter()
        told = _preview(Path(name))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(told)
    print(f"{count} cases: {seconds:.1f} s, {count / seconds:.0f} cases a second, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
