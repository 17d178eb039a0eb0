"""Does /syarat answer in five taps, with nothing stored, on any day and under any hand?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from handlers.callbacks import Terms
from registration.programme import read_programme
from registration.screening import points
from storage.database import Database
from storage.tables import Case, Consent, Draft, table_of
from tests.handlers.phone import OPEN_DAY, PROGRAMME, TEXTS, Phone, phone_in
from tests.support.town import ROOT

FILE = ROOT / "programmes" / "balikpapan.toml"
GOOD = ["Ya", "01-05-2025 atau sebelumnya", "01-01-1961 sampai 10-11-2008", "Paling banyak Rp3.701.508", "Belum punya"]
IN_2027 = datetime(2027, 4, 1, 2, 0, tzinfo=UTC)
IN_2026 = datetime(2026, 2, 4, 2, 0, tzinfo=UTC)


async def tap(phone: Phone, *labels: str) -> None:
    for label in labels:
        await phone.press(label, phone.newest)


async def screened(phone: Phone, letters: str) -> list[str]:
    """The lines of the result for these taps."""
    await phone.press_data(f"s:{letters}", phone.newest.id)
    return phone.newest.text.splitlines()


async def rows(db: Database, *models: type[Case | Consent | Draft]) -> list[int]:
    async with db.unit(OPEN_DAY) as unit:
        counts = [select(func.count()).select_from(table_of(model)) for model in models]
        return [(await unit.conn.execute(count)).scalar_one() for count in counts]


async def test_five_taps_lead_to_a_likely_yes_and_nothing_is_stored(phone: Phone) -> None:
    await phone.type("/start")
    await phone.press("☑️ Cek syarat dulu")
    await tap(phone, *GOOD)
    assert phone.newest.text.splitlines() == [
        "✅ Kemungkinan besar memenuhi syarat.",
        "",
        "✅ Alamat KTP di Kota Balikpapan.",
        "✅ KTP sudah berumur 6 bulan atau lebih.",
        "✅ Umur masuk, antara 17 dan 64 tahun.",
        "✅ Penghasilan tidak lebih dari Rp3.701.508 sebulan.",
        "✅ Belum punya BPJS Ketenagakerjaan.",
        "",
        "📅 Pendaftaran sedang dibuka, rencananya sampai 31 Desember 2025. Tanggal ini masih bisa berubah.",
        "",
        TEXTS("terms-foot"),
    ]
    assert list(phone.newest.buttons) == ["📝 Daftar", "⬅️ Kembali", "🔄 Cek dari awal"]
    assert len(phone.shown) == 1  # one message all along
    assert await rows(phone.db, Draft, Consent, Case) == [0, 0, 0]


async def test_a_step_back_asks_again_and_the_beginning_is_a_tap_away(phone: Phone) -> None:
    await phone.type("/syarat")
    assert "⬅️ Kembali" not in phone.newest.buttons
    await tap(phone, *GOOD[:2], "⬅️ Kembali")
    assert phone.newest.text.startswith("Cek syarat: 2 dari 5")
    await tap(phone, *GOOD[1:], "🔄 Cek dari awal")
    assert phone.newest.text.startswith("Cek syarat: 1 dari 5")


async def test_what_an_officer_will_see_is_a_maybe(phone: Phone) -> None:
    await phone.type("/syarat")
    lines = await screened(phone, "ynpvu")
    assert lines[0] == "⚠️ Mungkin bisa. Ada yang perlu dilihat petugas."
    assert [line[:2] for line in lines[2:7]] == ["✅ ", "⚠️", "⚠️", "⚠️", "⚠️"]
    assert "Ulang tahun ke-65 datang sebelum pendaftaran ditutup (31-12-2025)." in lines[4]


async def test_who_is_not_meant_hears_what_else_is_open_and_may_still_register(phone: Phone) -> None:
    await phone.type("/start ojol")
    await phone.type("/syarat")
    lines = await screened(phone, "nowan")
    assert lines[0] == "✖️ Kelihatannya program ini belum cocok."
    values = {"price": "Rp16.800", "less": "Rp8.400", "base": "Rp1.000.000"}
    days = {"starts": "1 Januari 2026", "until": "31 Maret 2027"}
    assert lines[8:12] == [
        TEXTS("else-head", below="65"),
        TEXTS("else-transport-coming", **values, **days),
        TEXTS("else-home"),
        TEXTS("else-contact", centre="175", whatsapp="081380070175"),
    ]
    assert (lines[-1], next(iter(phone.newest.buttons))) == (TEXTS("terms-foot-no"), "📝 Daftar")


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (OPEN_DAY, "sekarang Rp16.800 sebulan, mulai 1 Januari 2026 sampai 31 Maret 2027 menjadi Rp8.400"),
        (IN_2026, "Rp8.400 sebulan sampai 31 Maret 2027, sesudah itu Rp16.800"),
        (datetime(2027, 3, 31, 2, 0, tzinfo=UTC), "Rp8.400 sebulan sampai 31 Maret 2027"),
        (IN_2027, "Iuran Rp16.800 sebulan"),
    ],
)
async def test_the_price_of_transport_workers_is_that_of_the_day(phone: Phone, now: datetime, words: str) -> None:
    phone.now = now
    await phone.type("/start ojol")
    await phone.type("/syarat")
    text = "\n".join(await screened(phone, "nowwn"))
    assert words in text
    assert ("Rp8.400" in text) is (now is not IN_2027)


async def test_the_price_fits_the_work_where_it_is_known(phone: Phone) -> None:
    phone.now = IN_2026
    await phone.type("/syarat")
    unknown = await screened(phone, "nowwn")
    await phone.type("/start pedagang")
    await phone.type("/syarat")
    trader = await screened(phone, "nowwn")
    prices = [[line for line in lines if "Rp1.000.000" in line] for lines in (unknown, trader)]
    assert [[line.startswith("• Ojek") for line in each] for each in prices] == [[False, True], [False]]


async def test_nobody_is_sent_where_they_would_be_refused_again(phone: Phone) -> None:
    await phone.type("/syarat")
    for letters, key in (("yoown", "else-old"), ("yoywn", "else-young"), ("yowwy", "else-covered")):
        lines = await screened(phone, letters)
        words = TEXTS(key) if key != "else-old" else TEXTS(key, below="65")
        assert (words in lines, any("Rp16.800" in line for line in lines)) == (True, False)


@pytest.mark.parametrize(
    ("now", "dates"),
    [
        (datetime(2025, 10, 1, 2, 0, tzinfo=UTC), "📅 Pendaftaran dibuka bulan November 2025."),
        (OPEN_DAY, "📅 Pendaftaran sedang dibuka"),
        (IN_2026, "📅 Pendaftaran sudah ditutup 31 Desember 2025."),
    ],
)
async def test_it_works_before_in_and_after_a_window(phone: Phone, now: datetime, dates: str) -> None:
    phone.now = now
    await phone.type("/syarat")
    lines = await screened(phone, "yowwn")
    assert (lines[0], any(line.startswith(dates) for line in lines)) == (TEXTS("terms-result-likely"), True)


async def test_a_form_that_is_open_stays_and_is_led_back_to(phone: Phone) -> None:
    before = await phone.begin_with({"for_whom": "self", "sector": "ojol"})
    await phone.type("/syarat")
    await screened(phone, "yowwn")
    assert "▶️ Lanjutkan" in phone.newest.buttons
    after = await phone.draft()
    assert (after.id, after.answers) == (before.id, before.answers)
    await tap(phone, "▶️ Lanjutkan")
    assert "Foto KTP" in phone.newest.text


@pytest.mark.parametrize("letters", ["x", "zzzzz", "yoxwn"])
async def test_an_answer_that_is_not_offered_is_asked_for_again(phone: Phone, letters: str) -> None:
    await phone.type("/syarat")
    await screened(phone, letters)
    step = 3 if letters.startswith("yo") else 1
    assert phone.newest.text.startswith(f"Cek syarat: {step} dari 5")


@pytest.mark.parametrize("data", ["s:yowwnn", "s:YO", "s:1", "s:yo:wn", "s", "s:yo wn", "s:ỳ"])
async def test_hostile_data_is_told_apart(phone: Phone, data: str) -> None:
    await phone.type("/syarat")
    assert await phone.press_data(data, phone.newest.id) == TEXTS("press-unknown")


async def test_where_the_programme_stops_there_is_no_button_to_register(tmp_path: Path) -> None:
    strict = read_programme(FILE.read_text(encoding="utf-8").replace("stops = []", 'stops = ["area"]'))
    async with phone_in(tmp_path, strict) as phone:
        await phone.type("/syarat")
        await screened(phone, "nowwn")
        assert list(phone.newest.buttons) == ["🏢 Ajukan ke kantor", "⬅️ Kembali", "🔄 Cek dari awal"]
        await tap(phone, "🏢 Ajukan ke kantor")
        assert phone.newest.text.startswith("Datang langsung: Gedung Disnaker Kota Balikpapan, lantai 4.")


@pytest.mark.parametrize("now", [OPEN_DAY, IN_2026])
def test_every_answer_has_a_button_that_fits_and_is_read_back(now: datetime) -> None:
    labels = [
        TEXTS(f"terms-{point.code}-{tap.name}.button", **tap.details)
        for point in points(PROGRAMME, now)
        for tap in point.taps
    ]
    assert [label for label in labels if len(label) > 40] == []
    longest = Terms(taps="yowwn").pack()
    assert (len(longest.encode()) <= 64, Terms.unpack(longest).taps) == (True, "yowwn")
