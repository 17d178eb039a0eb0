"""How does a worker fill the form in a story: which answer to which question, by pressing and typing?"""

from dataclasses import dataclass, field
from typing import Any

from locales import Texts
from simulator.seen import Seen
from simulator.user import SimUser
from tests.support.town import sample

TEXTS = Texts()
# An invented person; the NIK fits the birth date and the sex.
BUDI = {
    "for_whom": "🙋 Saya sendiri",
    "sector": "🛵 Ojek online",
    "ktp_photo": "ktp00_l0.jpg",
    "nik": "6471 0517 0890 0001",
    "name": "Budi Contoh",
    "birth_place": "Balikpapan",
    "birth_date": "17-8-1990",
    "sex": "Laki-laki",
    "address": "Jl. Contoh Indah No. 12",
    "rt_rw": "9/7",
    "kecamatan": "Balikpapan Selatan",
    "kelurahan": "Damai Bahagia",
    "issued_on": "3-12-2012",
    "phone": "contact",
    "income": "3 juta",
    "income_statement": "☑️ Ya, saya menyatakan benar",
    "covered": "Belum punya",
    "aplikator": "Gojek",
    "plate": "KT 1234 AB",
    "letter": ["letter_gojek.jpg"],
    "stand": "depan Pasar Contoh",
    "fishing_work": "Ikut kapal orang (ABK)",
    "fisher_document": "Tidak punya, lanjut",
    "farm_work": "Sawah atau ladang",
    "group_letter": "Tidak punya, lanjut",
    "trade": "jual bakso keliling",
    "job": "tukang cuci",
}
BUTTONS = {
    "for_whom", "sector", "sex", "kecamatan", "kelurahan", "income_statement", "covered", "aplikator",
    "fishing_work", "farm_work",
}  # fmt: skip
COMMON = (
    "for_whom", "sector", "ktp_photo", "nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw",
    "kecamatan", "kelurahan", "issued_on", "phone", "income", "income_statement", "covered",
)  # fmt: skip
ON_THE_CARD = (
    "nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw", "kecamatan", "kelurahan", "issued_on",
)  # fmt: skip
BY_SECTOR = {
    "ojol": ("aplikator", "plate", "letter"),
    "pangkalan": ("stand", "plate"),
    "nelayan": ("fishing_work", "fisher_document"),
    "petani": ("farm_work", "group_letter"),
    "pedagang": ("trade",),
    "lainnya": ("job",),
}


def first_line(key: str) -> str:
    """The first line of a question, by which a worker knows it."""
    return TEXTS(f"q-{key}").splitlines()[0]


def picture(answer: str | bytes) -> bytes:
    """A photo itself, or the sample of this name."""
    return answer if isinstance(answer, bytes) else sample(answer)


@dataclass
class Filling:
    """A worker at the form. `answers` are what they press, type or send; `patience`: seconds for the next question."""

    user: SimUser
    answers: dict[str, Any] = field(default_factory=lambda: dict(BUDI))
    patience: float = 20

    async def agree(self) -> None:
        """From the welcome to the first question."""
        await self.user.press("📝 Daftar")
        await self.user.press("✅ Setuju")
        await self.asked("for_whom")

    async def asked(self, key: str) -> Seen:
        """Wait until this question stands on the screen."""
        return await self.user.sees(first_line(key), timeout=self.patience)

    async def give(self, key: str) -> None:
        """Answer one question when it comes."""
        await self.asked(key)
        answer = self.answers[key]
        if key == "phone" and answer == "contact":
            await self.user.share_contact()
        elif key in BUTTONS:
            await self.user.press(answer)
        elif isinstance(answer, list):
            await self._pages(answer)
        elif key == "ktp_photo":
            await self.user.photo(picture(answer))
        elif key in {"letter", "fisher_document", "group_letter"}:
            await self.user.press(answer)
        else:
            await self.user.send(answer)

    async def _pages(self, pages: list[str | bytes]) -> None:
        for number, page in enumerate(pages, start=1):
            await self.user.photo(picture(page))
            if number < 3:
                await self.user.sees(f"{number} foto diterima", timeout=self.patience)
        if len(pages) < 3:
            await self.user.press("✅ Selesai, sudah semua")

    async def up_to(self, key: str, sector: str = "ojol") -> None:
        """Answer everything before `key` ("summary": all)."""
        await self.agree()
        for each in (*COMMON, *BY_SECTOR[sector]):
            if each == key:
                await self.asked(key)
                return
            await self.give(each)
        await self.user.sees("Periksa dulu, ya.")

    async def register(self, sector: str = "ojol") -> str:
        """From the welcome to the receipt; the case number."""
        self.answers["sector"] = TEXTS(f"sector-{sector}")
        await self.up_to("summary", sector)
        await self.user.press("✅ Kirim pendaftaran")
        receipt = await self.user.sees("Pendaftaran terkirim.")
        return next(word for word in receipt.text.split() if word.startswith("BPN-"))
