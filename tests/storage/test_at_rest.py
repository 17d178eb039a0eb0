"""Can anything of a person be read in what lies on the disk or in the log, at the desk and after the decision?"""

import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from bot.log import set_up
from tests.support.town import STAFF, town
from tests.support.worker import Filling

PERSONAL = (
    "6471051708900001", "Budi", "Contoh Indah", "81234567890", "KT 1234 AB", "KT1234AB", "17-8-1990", "1990-08-17",
    "Hasan", "Ratna", "Surat palsu dari tetangga",
)  # fmt: skip
# Long enough not to come up by chance in sealed bytes.
PICTURES = (b"JFIF\0", b"Exif\0\0", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"ftypheic")


@pytest.fixture
def bot_log() -> Iterator[StringIO]:
    """What the bot writes into its log at its most talkative."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with redirect_stderr(StringIO()) as written:
        set_up("DEBUG")
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def readable(folder: Path) -> list[tuple[str, str]]:
    """(file, what can be read in it) for every file below a folder."""
    parts = [(word, form) for word in PERSONAL for form in (word.encode(), word.encode("utf-16-le"))]
    parts += [(repr(start), start) for start in PICTURES]
    return [(path.name, word) for path in files(folder) for word, form in parts if form in path.read_bytes()]


async def test_nothing_of_a_person_can_be_read_on_the_disk_or_in_the_log(tmp_path: Path, bot_log: StringIO) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("summary")
        assert {"lindung.db", "lindung.db-wal", "keys"} < {path.name for path in files(tmp_path)}
        assert "vault" in {path.parent.parent.name for path in files(tmp_path)}
        assert readable(tmp_path) == []
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Pendaftaran terkirim.")
        await here.officer.sees("BPN-", chat=STAFF, timeout=20)
        await here.officer.send("/cari Budi 0001", chat=STAFF)
        found = await here.officer.sees("Ketemu 1", chat=STAFF)
        await here.officer.send(f"/catatan {found.buttons[0]} Surat palsu dari tetangga", chat=STAFF)
        await here.officer.sees("Dicatat", chat=STAFF)
        assert readable(tmp_path) == []
        await here.officer.press("❌ Tolak", chat=STAFF)
        await here.officer.press("✍️ Tulis alasan sendiri", chat=STAFF)
        ask = await here.officer.sees("balas pesan ini", chat=STAFF)
        await here.officer.send("Surat palsu dari tetangga", chat=STAFF, reply_to=ask.id)
        await here.officer.sees("Surat palsu dari tetangga", chat=STAFF, ever=True)
        assert readable(tmp_path) == []
        await here.officer.press("❌ Tolak sekarang", chat=STAFF)
        await budi.sees("Surat palsu dari tetangga", ever=True)
        assert readable(tmp_path) == []
    assert readable(tmp_path) == []
    assert [word for word in PERSONAL if word in bot_log.getvalue()] == []
    assert here.sim.token not in bot_log.getvalue()
