"""Which answers does a test give to each question: one that is stored, one that is not taken?

Everybody and every number is invented. A new question needs one row in `GIVEN`.
"""

from dataclasses import dataclass
from typing import Any

from registration.questions import NEW_CARD
from tests.handlers.phone import Phone


@dataclass(frozen=True, slots=True)
class Given:
    """`good` is typed, or pressed when it is the label of a button, and stored as `stored`. `bad` is typed and answered
    with words that contain `kind_words`. `sector`: who is asked this."""

    good: str
    stored: Any
    bad: str
    kind_words: str
    sector: str = "ojol"


CHOOSE = "Pilih salah satu tombol"
SHOOT = "Di langkah ini kami perlu foto."
GIVEN: dict[str, Given] = {
    "for_whom": Given("👥 Orang lain (suami, istri, teman)", "other", "halo", CHOOSE),
    "sector": Given("🛵 Ojek online", "ojol", "pilot", CHOOSE),
    "ktp_photo": Given("foto", [1], "nanti saja", SHOOT),
    "nik": Given("6471 0517 0890 0001", "6471051708900001", "6471 0517", "kurang 8"),
    "name": Given("Budi Contoh", "Budi Contoh", "Budi 123", "huruf saja"),
    "birth_place": Given("Balikpapan", "Balikpapan", "12", "nama kota"),
    "birth_date": Given("17-8-1990", "1990-08-17", "31-2-1990", "tidak ada di kalender"),
    "sex": Given("Laki-laki", "L", "entah", CHOOSE),
    "address": Given("Jl. Contoh Indah No. 12", "Jl. Contoh Indah No. 12", "Jl", "belum lengkap"),
    "rt_rw": Given("9/7", "009/007", "sembilan", "dengan angka"),
    "kecamatan": Given("Balikpapan Selatan", "64.71.05", "Samarinda", CHOOSE),
    "kelurahan": Given("Damai Bahagia", "64.71.05.1012", "Menteng", CHOOSE),
    "issued_on": Given("3-12-2012", "2012-12-03", "kemarin dulu", "tanggal, bulan, dan tahun"),
    "lives_since": Given("Januari 2019", "2019-01", "lama sekali", "tahunnya"),
    "residence_proof": Given("Tidak ada, lanjut", "none", "besok", SHOOT),
    "phone": Given("0812 0000 0000", "+6281200000000", "0812", "10 sampai 13 angka"),
    "income": Given("Rp3.000.000", 3_000_000, "tidak tentu", "satu angka"),
    "income_statement": Given("☑️ Ya, saya menyatakan benar", "yes", "tidak", CHOOSE),
    "covered": Given("Belum punya", "no", "mungkin", CHOOSE),
    "aplikator": Given("Gojek", "gojek", "taksi", CHOOSE),
    "aplikator_other": Given("Antar Contoh", "Antar Contoh", "?", "terlalu pendek"),
    "plate": Given("KT 1234 AB", "KT 1234 AB", "?!", "pelat"),
    "letter": Given("⏳ Belum ada, saya kirim nanti", "later", "besok", SHOOT),
    "stand": Given("depan Pasar Contoh", "depan Pasar Contoh", "1", "terlalu pendek", "pangkalan"),
    "fishing_work": Given("Ikut kapal orang (ABK)", "crew", "mancing", CHOOSE, "nelayan"),
    "fisher_document": Given("Tidak punya, lanjut", "none", "besok", SHOOT, "nelayan"),
    "farm_work": Given("Ternak", "livestock", "tambang", CHOOSE, "petani"),
    "group_letter": Given("Tidak punya, lanjut", "none", "besok", SHOOT, "petani"),
    "trade": Given("jual bakso keliling", "jual bakso keliling", "1", "terlalu pendek", "pedagang"),
    "job": Given("tukang cuci", "tukang cuci", "1", "terlalu pendek", "lainnya"),
}


def complete(key: str) -> dict[str, Any]:
    """All answers of an invented person who is asked `key`."""
    answers = {name: given.stored for name, given in GIVEN.items()} | {"sector": GIVEN[key].sector}
    if key in {"lives_since", "residence_proof"}:
        answers |= {"issued_on": "2025-09-01", NEW_CARD: True}
    return answers | {"aplikator": "other"} if key == "aplikator_other" else answers


async def give(phone: Phone, key: str) -> None:
    """Answer the question on the screen with its good answer."""
    good = GIVEN[key].good
    if good == "foto":
        await phone.photo()
        await phone.checked()
    elif good in phone.newest.buttons:
        await phone.press(good, phone.newest)
    else:
        await phone.type(good)
