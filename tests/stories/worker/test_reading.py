"""Does a good photo of a KTP spare a worker the typing, and does a bad one end well, with the real coach and reader?"""

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from bench.specimens.photo import sent
from simulator.user import SimUser
from storage import cases
from storage.cases import Case
from tests.support.town import SAMPLES, STAFF, Town, sample, town
from tests.support.worker import BUTTONS, BY_SECTOR, COMMON, ON_THE_CARD, TEXTS, Filling

SAME = "✅ Ya, semua sama dengan KTP"
LESTARI = {  # as printed on the specimen ktp03_l3.jpg
    "nik": "6471026304800004",
    "name": "LESTARI HIDAYAT",
    "birth_place": "PENAJAM",
    "birth_date": "1980-04-23",
    "sex": "P",
    "address": "JL. ANGGREK NO. 99",
    "rt_rw": "010/003",
    "kecamatan": "64.71.02",
    "kelurahan": "64.71.02.1004",
    "issued_on": "2019-11-12",
}


# Seconds of somebody slower than the mean of Palin and others (2019: 3 signs a second on phones).
A_LOOK, A_TAP, A_SIGN, A_PHOTO = 3.0, 1.0, 0.5, 15.0


@dataclass
class Counted(Filling):
    """A worker whose answers are counted: how many, how many signs of the card were typed, and how long it all takes.

    `seconds` are those of the person: to look at each question, to press, type or photograph. What the bot takes is
    measured in docs/reader.md.
    """

    given: list[str] = field(default_factory=list)
    typed: int = 0
    seconds: float = 0

    async def give(self, key: str) -> None:
        await super().give(key)
        self.given.append(key)
        answer = self.answers[key]
        if isinstance(answer, list):
            self.seconds += A_LOOK + A_PHOTO * len(answer) + A_TAP
        elif key in BUTTONS or answer == "contact":
            self.seconds += A_LOOK + A_TAP
        else:
            self.seconds += A_LOOK + A_SIGN * len(answer)
            self.typed += len(answer) if key in ON_THE_CARD else 0

    async def to_the_photo(self, sector: str) -> None:
        self.answers["sector"] = TEXTS(f"sector-{sector}")
        await self.agree()
        for key in ("for_whom", "sector"):
            await self.give(key)
        await self.asked("ktp_photo")

    async def photograph(self, name: str) -> None:
        await self.user.photo(sample(name))
        self.given.append("ktp_photo")
        self.seconds += A_LOOK + A_PHOTO

    async def look_over(self) -> None:
        """The reading is right."""
        await self.user.sees("Ini yang terbaca dari KTP.", timeout=60)
        await self.user.press(SAME)
        self.given.append("read_check")
        self.seconds += A_LOOK * len(ON_THE_CARD) + A_TAP  # each value is compared with the card

    async def finish(self, sector: str, *, typing: bool) -> str:
        """All other questions; the number of the case."""
        left = [key for key in (*COMMON, *BY_SECTOR[sector]) if key not in self.given]
        for key in left:
            if typing or key not in ON_THE_CARD:
                await self.give(key)
        await self.user.sees("Periksa dulu, ya.")
        await self.user.press("✅ Kirim pendaftaran")
        receipt = await self.user.sees("Pendaftaran terkirim.")
        return next(word for word in receipt.text.split() if word.startswith("BPN-"))


async def case_of(here: Town, number: str) -> Case:
    async with here.look() as unit:
        case = await cases.by_number(unit, number)
    assert case is not None
    return case


async def wait_for_card(officer: SimUser, number: str) -> str:
    return (await officer.sees(number, chat=STAFF, timeout=30)).text


async def test_a_good_photo_leaves_half_of_the_answers_and_nothing_of_the_card_to_type(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        await rina.photograph("ktp03_l3.jpg")
        await rina.look_over()
        number = await rina.finish("lainnya", typing=False)
        assert (len(rina.given), rina.typed, rina.seconds) == (9, 0, 83.5)
        answers = (await case_of(here, number)).answers
        assert {key: answers[key] for key in ON_THE_CARD} == LESTARI
        assert "terbaca lain" not in await wait_for_card(here.officer, number)


async def test_what_was_read_but_not_surely_is_asked_and_may_be_pressed(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        await rina.photograph("ktp02_l2.jpg")
        await rina.look_over()
        await rina.asked("address")
        await rina.user.press("📷 Di KTP: JL. CEMARA NO. 20")
        number = await rina.finish("lainnya", typing=False)
        assert (await case_of(here, number)).answers["address"] == "JL. CEMARA NO. 20"


async def test_without_a_reader_the_same_worker_answers_twice_as_much_and_types_the_card(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        await rina.photograph("ktp03_l3.jpg")
        await rina.finish("lainnya", typing=True)
        assert (len(rina.given), rina.typed, rina.seconds) == (18, 84, 127.5)


async def test_what_the_worker_changed_against_the_reading_is_shown_to_staff(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        await rina.photograph("ktp03_l3.jpg")
        await rina.user.sees("Ini yang terbaca dari KTP.", timeout=60)
        await rina.user.press("✏️ Ada yang salah")
        await rina.user.press("⬜ Nama")
        await rina.user.press("➡️ Lanjut, yang lain benar")
        await rina.give("name")
        number = await rina.finish("lainnya", typing=False)
        assert "⚠️ Diubah pekerja, di foto KTP terbaca lain: Nama" in await wait_for_card(here.officer, number)
        assert (await case_of(here, number)).answers["name"] == rina.answers["name"]


async def test_a_photo_too_blurred_is_sent_back_twice_with_a_picture_then_taken_and_flagged(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        for _ in range(2):
            await rina.user.photo(sample("bad_blurred.jpg"))
            advice = await rina.user.wait_for(lambda one: bool(one.file_id) and not one.mine, timeout=30)
            assert advice.buttons == ["⬅️ Kembali"]
            await rina.user.press("⬅️ Kembali")
            await rina.asked("sector")
            await rina.user.press("✅ Tetap: " + rina.answers["sector"])
            await rina.asked("ktp_photo")
        await rina.photograph("bad_blurred.jpg")
        await rina.asked("nik")
        number = await rina.finish("lainnya", typing=True)
        assert "⚠️ Foto KTP: " in await wait_for_card(here.officer, number)


async def test_a_card_that_lies_on_its_head_or_its_side_is_turned_by_itself(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("lainnya")
        await rina.photograph("turned_sideways.jpg")
        await rina.user.sees("Ini yang terbaca dari KTP.", timeout=60)
        width, height = await stored_size(here)
        assert width > height


async def stored_size(here: Town) -> tuple[int, int]:
    async with here.look() as unit:
        row = (await unit.conn.exec_driver_sql("SELECT width, height FROM file")).one()
    return int(row.width), int(row.height)


async def test_staff_see_what_kind_of_letter_it_is_and_whether_it_fits_the_case(tmp_path: Path) -> None:
    async with town(tmp_path, read_seconds=60) as here:
        rina = Counted(await here.person("Rina (contoh)"))
        await rina.to_the_photo("ojol")
        await rina.photograph("ktp03_l3.jpg")
        await rina.look_over()
        rina.answers["letter"] = ["letter_grab.jpg"]
        number = await rina.finish("ojol", typing=False)
        card = await here.officer.sees("🔎 Surat terbaca: surat mitra", chat=STAFF, timeout=60)
        assert number in card.text
        hints = (await case_of(here, number)).hints
        assert hints == {"kind": "mitra", "name": False, "nik": False, "plate": False}


def cut_and_turned(name: str) -> bytes:
    """The letter as somebody sends it on: cropped, on its head, pressed harder."""
    with Image.open(SAMPLES / name) as page:
        width, height = page.size
        part = page.convert("RGB").crop((width * 3 // 100, height * 4 // 100, width * 96 // 100, height * 97 // 100))
    return sent(part.rotate(180), 60)


async def test_a_letter_that_was_sent_before_is_known_again_by_its_numbers_and_another_is_not(tmp_path: Path) -> None:
    letters = {"Rina": "letter_grab.jpg", "Eko": cut_and_turned("letter_grab.jpg"), "Dedi": "letter_maxim.jpg"}
    cards = {"Rina": "ktp03_l3.jpg", "Eko": "ktp00_l0.jpg", "Dedi": "turned_sideways.jpg"}
    unsure = {"Eko": "name"}
    numbers = {}
    async with town(tmp_path, read_seconds=60) as here:
        for name, letter in letters.items():
            worker = Counted(await here.person(f"{name} (contoh)"))
            await worker.to_the_photo("ojol")
            await worker.photograph(cards[name])
            await worker.look_over()
            if name in unsure:
                await worker.give(unsure[name])
            worker.answers["letter"] = [letter]
            numbers[name] = await worker.finish("ojol", typing=False)
            await here.officer.wait_for(
                lambda one, number=numbers[name]: number in one.text and "🔎 Surat terbaca" in one.text,  # type: ignore[misc]  # a default binds the loop's value
                chat=STAFF,
                timeout=60,
            )
        warning = "⚠️ Surat aplikator mirip sekali dengan {}, padahal NIK-nya berbeda."
        for other in ("Rina", "Eko"):
            await here.officer.sees(warning.format(numbers[other]), chat=STAFF, timeout=60, ever=True)
        told = [one.text.split()[0] for one in await here.officer.transcript(STAFF) if "mirip sekali" in one.text]
        assert sorted(told) == sorted([numbers["Rina"], numbers["Eko"]])
