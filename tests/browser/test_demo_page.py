"""Does the whole story work by hand in a browser, on the page that `make demo` opens?"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, ViewportSize, async_playwright, expect

from tests.support.town import ROOT, SAMPLES
from tests.support.worker import BUDI, BUTTONS, BY_SECTOR, COMMON, ON_THE_CARD, TEXTS, first_line

CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu"]}
PHONE: ViewportSize = {"width": 390, "height": 844}
_WIDE: ViewportSize = {"width": 1180, "height": 1120}
_SECONDS = 20_000  # milliseconds: how long a person would wait


@asynccontextmanager
async def demo(folder: Path, *more: str) -> AsyncIterator[str]:
    """`make demo` without opening a browser; its address."""
    words = ("-m", "demo", "--port", "0", "--no-browser", "--folder", str(folder), *more)
    # This worker is faster than a person, and the machine may be slow.
    env = {**os.environ, "SEND_CHAT_BURST": "1000", "READ_SECONDS": "60"}
    with folder.with_suffix(".log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=log, env=env
        )
    assert process.stdout is not None
    try:
        address = ""
        async for line in process.stdout:
            if b"http://" in line:
                address = line.decode().split()[-1]
                break
        assert address
        yield address
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 30) == 0


class Phone:
    """One side of the page, used as a person would: by what can be read on it."""

    def __init__(self, page: Page, side: str, pictures: Path) -> None:
        self.page, self.side, self.pictures = page, side, pictures
        self.pane = page.get_by_test_id(f"pane-{side}")

    async def look(self) -> None:
        """Take this phone into the hand (on a narrow screen the other one is hidden)."""
        await self.page.get_by_test_id(f"tab-{self.side}").click()

    async def sees(self, words: str) -> Locator:
        """Wait for words in the newest messages."""
        found = self.pane.get_by_test_id("message").filter(has_text=words).last
        await expect(found).to_be_visible(timeout=_SECONDS)
        return found

    async def press(self, label: str) -> None:
        """Press the newest button of this label and wait until its spinner ends."""
        button = self.pane.get_by_test_id("button").filter(has_text=label).last
        await expect(button).to_be_visible(timeout=_SECONDS)
        await button.click()

    async def write(self, words: str) -> None:
        """Type and send."""
        await self.page.get_by_test_id(f"composer-{self.side}").fill(words)
        await self.page.get_by_test_id(f"send-{self.side}").click()

    async def photo(self, name: str) -> None:
        """Pick a picture from the gallery."""
        await self.page.get_by_test_id(f"file-{self.side}").set_input_files(SAMPLES / name)

    async def shot(self, name: str) -> None:
        """Keep a screenshot for eyes to look at."""
        await self.page.screenshot(path=self.pictures / f"{name}.png")


async def _answer(worker: Phone, key: str) -> None:
    await worker.sees(first_line(key))
    answer = BUDI[key]
    if key in {"ktp_photo", "phone"}:
        await worker.shot(f"worker-{key}")
    if key == "phone":
        await worker.pane.get_by_test_id("reply-button").first.click()
    elif key in BUTTONS:
        await worker.press(str(answer))
    elif key == "letter":
        await worker.photo(str(answer[0]))
        await worker.press("✅ Selesai, sudah semua")
    elif key == "fisher_document":
        await worker.press(str(answer))
    else:
        await worker.write(str(answer))


async def _photograph(worker: Phone, photo: str) -> None:
    """The KTP: first a photo that is sent back with advice, then one that is read and looked over."""
    await worker.sees(first_line("ktp_photo"))
    await worker.shot("worker-ktp_photo")
    await worker.photo("bad_blurred.jpg")
    await worker.sees("Tulisannya masih buram.")
    await worker.shot("worker-advice")
    await worker.photo(photo)
    await worker.sees("Ini yang terbaca dari KTP.")
    await worker.shot("worker-reading")
    await worker.press("✅ Ya, semua sama dengan KTP")


async def _register(worker: Phone, sector: str, photo: str) -> None:
    await worker.page.get_by_test_id("start-worker").click()
    await worker.sees("Selamat datang di Lindung.")
    await worker.shot(f"worker-welcome-{sector}")
    await worker.press("📝 Daftar")
    await worker.sees("Sebelum mulai, baca ini dulu")
    await worker.shot("worker-consent")
    await worker.press("✅ Setuju")
    for key in (*COMMON, *BY_SECTOR[sector]):
        if key == "sector":
            await worker.press(TEXTS(f"sector-{sector}"))
        elif key == "ktp_photo":
            await _photograph(worker, photo)
        elif key not in ON_THE_CARD:
            await _answer(worker, key)
    await worker.sees("Periksa dulu, ya.")
    await worker.shot(f"worker-summary-{sector}")
    await worker.press("✅ Kirim pendaftaran")
    await worker.sees("Pendaftaran terkirim.")
    await worker.shot(f"worker-receipt-{sector}")


async def _send_back(staff: Phone) -> None:
    await staff.sees("Ojek online")
    await staff.shot("staff-card")
    await staff.press("🔁 Minta perbaikan")
    await staff.press("⬜ Foto KTP")
    await staff.shot("staff-marking")
    await staff.press("➡️ Lanjut ke alasan")
    await staff.press("⬜ Foto tidak terbaca")
    await staff.press("🔁 Kirim ke pekerja")
    await staff.sees("Menunggu pekerja")


async def _mend(worker: Phone) -> None:
    await worker.sees("perlu diperbaiki sedikit")
    await worker.shot("worker-sent-back")
    await worker.press("✏️ Perbaiki")
    await worker.sees("Ini yang perlu diperbaiki")
    await worker.photo("exif_gps_orientation.jpg")
    await worker.sees("Sudah diperbaiki.")
    await worker.press("✅ Kirim pendaftaran")
    await worker.sees("Perbaikan terkirim.")


async def test_both_stories_by_hand_on_a_phone_wide_page(tmp_path: Path) -> None:
    pictures = Path(os.environ.get("LINDUNG_SCREENSHOTS", tmp_path))
    async with demo(tmp_path / "demo") as address, async_playwright() as play:
        browser = await play.chromium.launch(**CHROMIUM)  # type: ignore[arg-type]  # a dict of both kinds of values
        page = await browser.new_page(viewport=PHONE)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(address)
        worker, staff = Phone(page, "worker", pictures), Phone(page, "staff", pictures)
        await _register(worker, "ojol", "turned_sideways.jpg")
        await page.set_viewport_size(_WIDE)
        await staff.sees("Ojek online")
        await worker.shot("demo")
        await page.set_viewport_size(PHONE)
        await staff.look()
        await _send_back(staff)
        await worker.look()
        await _mend(worker)
        await staff.look()
        await staff.sees("Diperbaiki: Foto KTP")
        await staff.press("✅ Setujui")
        await staff.sees("Disetujui")
        await staff.shot("staff-approved")
        await worker.look()
        await worker.sees("disetujui.")
        await worker.shot("worker-approved")
        await page.get_by_test_id("person-worker").select_option(label="Sari (nelayan, contoh)")
        await _register(worker, "nelayan", "ktp03_l3.jpg")
        await staff.look()
        await staff.sees("Nelayan")
        await staff.press("❌ Tolak")
        await staff.press("⬜ Sudah punya JKK/JKM")
        await staff.shot("staff-rejecting")
        await staff.press("❌ Tolak sekarang")
        await staff.sees("Ditolak")
        await worker.look()
        await worker.sees("belum bisa diterima")
        await worker.shot("worker-rejected")
        assert faults == []
        await browser.close()
