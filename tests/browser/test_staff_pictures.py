"""Do the cards of a working day read well on an officer's phone? Makes the pictures for docs/petugas.md."""

import os
from datetime import timedelta
from pathlib import Path

from playwright.async_api import ViewportSize, async_playwright

from handlers.staff import comparing
from simulator.seen import Seen
from simulator.user import SimUser
from storage.cases import Case
from tests.browser.test_demo_page import CHROMIUM, Phone
from tests.stories.staff.desk import asks
from tests.stories.staff.office import card_of, sent_case, services_of
from tests.stories.staff.test_board import look
from tests.stories.staff.test_quota import rules_with
from tests.support.town import STAFF, Town, town

_TALL: ViewportSize = {"width": 390, "height": 1400}  # as wide as a phone; no card is cut


async def press(who: SimUser, here: Town, case: Case, *labels: str) -> None:
    """One button of the card after the other, each as soon as it is there."""
    for label in labels:

        def has_it(one: Seen, label: str = label) -> bool:
            return one.text.startswith(f"{case.number} ·") and label in one.buttons

        await who.press(label, await who.wait_for(has_it, chat=STAFF, timeout=30, ever=True))


async def morning(here: Town) -> None:
    """The work of a morning: a case in every state."""
    hasan, ratna = here.officer, here.chief
    names = ("Siti", "Budi", "Wati", "Agus", "Citra", "Dedi", "Endah", "Fajar")
    answers: list[dict[str, object]] = [
        {"nik": f"647105570890{serial:04}", "name": f"{name} Contoh", "phone": f"08123456000{serial}"}
        for serial, name in enumerate(names, start=1)
    ]
    answers[1] |= {"sector": "ojol", "plate": "KT 1234 AB", "aplikator": "gojek", "letter": ["letter_gojek.jpg"]}
    answers[7] |= {"name": "Endah Tjontoh", "phone": answers[6]["phone"]}
    workers = [await here.person(f"{name} (contoh)") for name in names]
    cases = [await sent_case(here, worker, **given) for worker, given in zip(workers, answers, strict=True)]
    for case in cases:
        await card_of(here, case)
    await press(hasan, here, cases[1], "✋ Ambil")
    await press(hasan, here, cases[2], "🔁 Minta perbaikan", "⬜ Foto KTP", "⬜ Alamat")
    await press(hasan, here, cases[2], "➡️ Lanjut ke alasan", "⬜ Foto terpotong", "🔁 Kirim ke pekerja")
    await press(ratna, here, cases[3], "✅ Setujui")
    await press(ratna, here, cases[4], "✅ Setujui")
    await press(hasan, here, cases[5], "❌ Tolak", "⬜ Pekerjaan tidak terbukti", "❌ Tolak sekarang")
    await workers[5].press(f"🙋 Ajukan keberatan {cases[5].number}", timeout=30)
    await workers[5].send("Saya nelayan sejak 2015, kartu KUSUKA saya masih berlaku")
    await here.chief.sees("🙋 Keberatan pekerja:", chat=STAFF, timeout=30)
    async with here.look() as unit:
        await comparing.tell_others(unit, services_of(here), cases[7])
    await press(ratna, here, cases[7], "⚖️ Bandingkan")
    await here.chief.sees("⚖️ ", chat=STAFF, timeout=30)
    await workers[0].send("/tanya Kapan perlindungan saya mulai?")
    await asks(hasan, f"/tunda {cases[0].number} 20-11-2025 menunggu surat", "ditunda sampai")
    await asks(hasan, "/kuota", "Kuota per")
    await asks(hasan, "/antrian", "Menunggu: ")


async def next_morning(here: Town) -> None:
    """The summary of the day before."""
    here.app.clock._shift += timedelta(hours=23)
    await look(here)
    await here.chief.sees("Ringkasan 11 November 2025", chat=STAFF, timeout=30)


async def keep(staff: Phone, pictures: Path, words: str, name: str) -> None:
    """A picture of the newest message with these words, without what stands below and above it."""
    await (await staff.sees(words)).screenshot(path=pictures / f"{name}.png")


# What can be read on a card that shows a state of a case, and the name of its picture.
SHOWN = {
    "Diperiksa Pak Hasan": "card-claimed",
    "Minta perbaikan oleh Pak Hasan": "card-sent-back",
    "Ditunda sampai 20 November 2025 oleh": "card-held",
    "Disetujui oleh Ibu Ratna": "card-approved",
    "Disetujui, daftar tunggu oleh": "card-waitlisted",
    "Mungkin ganda dengan BPN-25-000008": "card-double",
    "⚖️ BPN": "card-pair",
    "Keberatan pekerja:": "card-objected",
    "Pertanyaan · ": "question",
    "Kuota per": "kuota",
    "Menunggu: ": "antrian",
}


async def test_cards_in_every_state_can_be_read_on_a_phone(tmp_path: Path) -> None:
    pictures = Path(os.environ.get("LINDUNG_SCREENSHOTS", tmp_path))
    rules = rules_with(tmp_path, "pool = 1")
    async with town(tmp_path, programme_file=rules) as here, async_playwright() as play:
        await morning(here)
        browser = await play.chromium.launch(**CHROMIUM)  # type: ignore[arg-type]  # a dict of both kinds of values
        page = await browser.new_page(viewport=_TALL)
        await page.goto(f"{here.sim.base_url}/#staff")
        staff = Phone(page, "staff", pictures)
        for words, name in SHOWN.items():
            await keep(staff, pictures, words, name)
        await next_morning(here)
        await keep(staff, pictures, "Ringkasan 11 November 2025", "summary")
        await staff.shot("group")
        await browser.close()
