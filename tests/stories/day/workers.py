"""What do the workers of the day do: send the form, mend it or not, object, change their minds, ask, withdraw?"""

import asyncio
import io
from typing import Any

from PIL import Image

from registration.programme import Programme
from storage import consents, drafts, files, people
from tests.crash.intended import Intended
from tests.stories.day.people import Life
from tests.support.town import ROOT, SAMPLES, Town
from tests.support.worker import BY_SECTOR, COMMON, Filling

_CARDS = [*sorted(SAMPLES.glob("ktp0*.jpg")), *sorted((ROOT / "bench" / "cards").glob("*.jpg"))]
WHY = "Saya bekerja setiap hari sejak 2015, tolong periksa lagi"


async def fill(here: Town, life: Life) -> None:
    """The long way: every question in the chat, with a photo of an identity card."""
    answers = life.answers | {"ktp_photo": _CARDS[life.serial % len(_CARDS)].read_bytes()}
    filling = Filling(life.user, answers, patience=120)
    life.number = await filling.register(life.sector)
    await _sent(here, life)


async def send(here: Town, life: Life) -> None:
    """The short way: the form is there already, filled long ago; it is looked over and sent in the chat."""
    await _begin_form(here, life)
    await life.user.send("/daftar")
    await life.user.press("▶️ Lanjutkan", timeout=60)
    await life.user.press("✅ Kirim pendaftaran", timeout=60)
    receipt = await life.user.sees("Pendaftaran terkirim.", timeout=60)
    life.number = next(word for word in receipt.text.split() if word.startswith("BPN-"))
    await _sent(here, life)


async def _sent(here: Town, life: Life) -> None:
    sectors = here.app.programme.sectors.items()
    life.agency = next(sector.agency for key, sector in sectors if key == life.sector)
    life.step_done()


async def _begin_form(here: Town, life: Life) -> None:
    """A form whose last question has been answered, as filling leaves it."""
    keys = [*COMMON, *BY_SECTOR[life.sector]]
    letter = ["a letter"] if life.serial % 4 else "⏳ Belum ada, saya kirim nanti"
    given = life.answers | {"ktp_photo": ["a card"], "letter": letter}
    stored = Intended(life.answers["nik"], given, keys).stored()
    name = await here.app.vault.put(_small_photo())
    async with here.look() as unit:
        person, _ = await people.meet(unit, life.user.id)
        await consents.keep(unit, person.id, _consent(here.app.programme), chat_id=life.user.id, agreed=True)
        draft = await drafts.open_new(unit, person.id, {}, rules_version=here.app.programme.version)
        answers: dict[str, Any] = {}
        for key, value in stored.items():
            answers[key] = await _page(unit, draft.id, key, name) if value is True else value
        await drafts.save(unit, draft, answers, asking=None)


async def _page(unit: Any, draft_id: int, key: str, name: str) -> list[int]:
    file_id = await files.expect(unit, draft_id, key, f"{key} of {draft_id}", forwarded=False)
    assert file_id is not None
    return await files.keep(unit, file_id, [{"name": name, "width": 480, "height": 302}])


def _consent(programme: Programme) -> str:
    return programme.consent.version


def _small_photo() -> bytes:
    """Nothing to be seen on it: cards in the group are drawn quickly, and no two look alike."""
    kept = io.BytesIO()
    Image.effect_noise((480, 302), 60).convert("RGB").save(kept, "JPEG")
    return kept.getvalue()


async def mend(life: Life) -> None:
    """Answer again what the officers have marked."""
    await life.user.press(f"✏️ Perbaiki {life.number}", timeout=60)
    await life.user.sees("Ini yang perlu diperbaiki", timeout=60)
    await life.user.send(f"Jl. Contoh Baru No. {life.serial}")
    await life.user.sees("Sudah diperbaiki.", timeout=60)
    await life.user.press("✅ Kirim pendaftaran", timeout=60)
    await life.user.sees("Perbaikan terkirim.", timeout=60)


async def object_to(life: Life) -> None:
    """Ask for a second look, once."""
    await life.user.press(f"🙋 Ajukan keberatan {life.number}", timeout=60)
    await life.user.sees("mengapa menurut Anda keputusan itu keliru", timeout=60)
    await life.user.send(WHY)
    await life.user.sees("terkirim. Petugas lain", timeout=60)


async def amend(life: Life) -> None:
    """Change an answer after approval."""
    await life.user.send("/status")
    for label in (f"✏️ Ubah data {life.number}", "✏️ Ya, ubah data", "✏️ Ubah jawaban", "Alamat"):
        await life.user.press(label, timeout=60)
    await life.user.send(f"Jl. Contoh Pindah No. {life.serial}")
    await life.user.press("✅ Kirim pendaftaran", timeout=60)
    await life.user.sees("Perubahan terkirim.", timeout=60)


async def withdraw(life: Life) -> None:
    """Give up; a place or a number goes to somebody else."""
    await life.user.send("/status")
    await life.user.press(f"✖️ Batalkan {life.number}", timeout=60)
    await life.user.press(f"✖️ Ya, batalkan {life.number}", timeout=60)
    await life.user.sees("sudah dibatalkan", timeout=60)


async def ask(life: Life) -> None:
    """Ask the officers something."""
    await life.user.send(f"/tanya Kapan mulai, kalau nomor saya {life.number}?")
    await life.user.sees("Pertanyaan terkirim", timeout=60)


STEPS = {"mend": mend, "object": object_to, "amend": amend, "withdraw": withdraw, "ask": ask}


async def live(here: Town, life: Life, door: asyncio.Semaphore, *, fills: bool) -> None:
    """From Start to the last step that is the worker's. Not all send at once: there is a `door`."""
    async with door:
        await life.user.start()
        await (fill if fills else send)(here, life)
    while not life.is_over:
        await life.bell.until(lambda: life.is_over or life.next in STEPS)
        if life.next in STEPS:
            await STEPS[life.next](life)
            life.step_done()
