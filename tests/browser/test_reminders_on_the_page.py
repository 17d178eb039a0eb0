"""Do the reminders arrive before one's eyes when the clock of the demo page is set forward?"""

import os
from pathlib import Path

from playwright.async_api import Page, async_playwright, expect

from tests.browser.test_demo_page import CHROMIUM, Phone, demo

TALL = {"width": 470, "height": 1330}
MORNINGS = {
    "2025-10-02T08:00": "rencananya dibuka bulan November 2025",
    "2025-10-18T08:00": "Ketik /syarat",
    "2025-10-25T08:00": "Waktu pendaftaran dibuka, Anda tinggal mengirim",
    "2025-10-29T08:00": "Coba foto KTP di tempat terang",
    "2025-10-31T08:00": "Tinggal dikirim waktu pendaftaran dibuka",
    "2025-11-01T08:00": "Pendaftaran sudah dibuka.",
}


async def set_forward(page: Page, moment: str) -> None:
    await page.get_by_test_id("clock-open").click()
    await page.get_by_test_id("clock-input").fill(moment)
    await page.get_by_test_id("clock-set").click()


async def test_from_thirty_days_before_to_the_opening_itself(tmp_path: Path) -> None:
    pictures = Path(os.environ.get("LINDUNG_SCREENSHOTS", tmp_path))
    begin = ("--begin", "2025-09-20T09:00")
    async with demo(tmp_path / "demo", *begin) as address, async_playwright() as play:
        browser = await play.chromium.launch(**CHROMIUM)  # type: ignore[arg-type]  # a dict of both kinds of values
        page = await browser.new_page(viewport=TALL)  # type: ignore[arg-type]  # a dict, as above
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(address)
        worker = Phone(page, "worker", pictures)
        await page.get_by_test_id("start-worker").click()
        await worker.press("🔔 Ingatkan saya")
        await worker.sees("Baik, kami ingatkan.")
        messages = worker.pane.get_by_test_id("message")
        for moment, words in MORNINGS.items():
            before = await messages.count()
            await set_forward(page, moment)
            await expect(messages).to_have_count(before + 1, timeout=20_000)
            await worker.sees(words)
        await page.mouse.move(0, 0)
        await worker.shot("reminders")
        await worker.press("🔕 Berhenti diingatkan")
        await worker.sees("kami tidak mengingatkan lagi")
        assert faults == []
        await browser.close()
