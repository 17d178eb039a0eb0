"""Is every way of sending a picture taken, and every bad one refused with what to do?"""

from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image

from storage import files, people
from storage.files import File
from tests.documents.made_files import png
from tests.support.town import STAFF, Town, sample, town
from tests.support.worker import Filling

KTP = "ktp00_l0.jpg"


def written(kind: str) -> bytes:
    """The sample KTP, a little smaller, as a file of another kind."""
    buffer = BytesIO()
    with Image.open(BytesIO(sample(KTP))) as picture:
        picture.thumbnail((800, 800))
        if kind == "HEIF":
            pillow_heif.from_pillow(picture.convert("RGB")).save(buffer)
        else:
            picture.save(buffer, kind)
    return buffer.getvalue()


async def kept_files(here: Town, user_id: int) -> list[File]:
    async with here.look() as unit:
        _, draft = await people.meet(unit, user_id)
        assert draft is not None
        return [file for file in await files.of_drafts(unit, [draft.id]) if file.state == "kept"]


async def test_a_ktp_is_taken_as_photo_as_file_of_each_kind_and_forwarded(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        made = {
            "ktp.jpg": sample(KTP),
            "ktp.png": written("PNG"),
            "ktp.webp": written("WEBP"),
            "ktp.heic": written("HEIF"),
        }
        for name, data in made.items():
            await budi.document(data, name)
            await filling.asked("nik")
            await budi.press("⬅️ Kembali")
            await filling.asked("ktp_photo")
        first = await budi.photo(sample("ktp01_l1.jpg"))
        await filling.asked("nik")
        await budi.press("⬅️ Kembali")
        await filling.asked("ktp_photo")
        await budi.forward(first)
        await filling.asked("nik")
        assert [file.forwarded for file in await kept_files(here, budi.id)] == [False] * 5


async def test_an_album_is_one_answer_and_one_photo_is_enough_for_the_ktp(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        await budi.album([sample(KTP), sample("ktp01_l1.jpg"), sample("ktp02_l2.jpg")])
        await filling.asked("nik")
        said = [one.text for one in await budi.transcript() if "Cukup satu foto." in one.text]
        assert (len(said), len(await kept_files(here, budi.id))) == (1, 1)
        for key in ("nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw", "kecamatan", "kelurahan"):
            await filling.give(key)
        for key in ("issued_on", "phone", "income", "income_statement", "covered", "aplikator", "plate"):
            await filling.give(key)
        await filling.asked("letter")
        await budi.album([sample("letter_gojek.jpg"), sample("letter_grab.jpg"), sample("letter_maxim.jpg")])
        summary = await budi.sees("Periksa dulu, ya.", timeout=20)
        assert "Surat aplikator: 3 foto" in summary.text
        await budi.press("✏️ Ubah jawaban")
        await budi.press("Surat aplikator")
        await budi.document(sample("letter_grab.pdf"), "surat.pdf")
        await budi.sees("1 foto diterima", timeout=20)
        await budi.press("✅ Selesai, sudah semua")
        summary = await budi.sees("Surat aplikator: 1 foto")
        await budi.press("✅ Kirim pendaftaran")
        await here.officer.sees("BPN-", chat=STAFF, timeout=20)


async def test_a_picture_that_cannot_be_used_gets_a_kind_sentence_with_what_to_do(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        bad = {
            "kecil.jpg": (sample("bad_too_small.jpg"), "Fotonya terlalu kecil"),
            "catatan.jpg": (b"ini bukan foto " * 20, "Itu bukan foto."),
            "surat.pdf": (sample("letter_grab.pdf"), "Di sini kami perlu foto."),
            "bom.png": (png(11_000, 11_000), "Gambar ini tidak bisa dibuka."),
            "putus.jpg": (sample(KTP)[:20_000], "hanya sampai sebagian"),
            "besar.jpg": (sample(KTP), "Filenya terlalu besar."),
        }
        for name, (data, words) in bad.items():
            if name == "besar.jpg":  # over 20 MB, as Telegram refuses to hand it out
                await here.sim.fault("getFile", code=400, description="Bad Request: file is too big")
            await budi.document(data, name)
            refused = await budi.sees(words, timeout=20)
            assert refused.buttons == ["⬅️ Kembali"]
        await here.sim.fault("getFile", code=502)
        await budi.photo(sample(KTP))
        await filling.asked("nik")
        await filling.give("nik")


async def test_a_photo_may_take_its_time_while_the_worker_moves_on(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        await here.sim.fault("getFile", delay=1.0)
        await budi.photo(sample(KTP))
        await budi.sees("Sedang diperiksa")
        await budi.photo(sample("ktp01_l1.jpg"))
        await budi.sees("Cukup satu foto.")
        await budi.press("⬅️ Kembali")
        await filling.asked("sector")
        await budi.sees("Foto KTP: diterima.", timeout=20)
        await budi.press("✅ Tetap: 🛵 Ojek online")
        await filling.asked("nik")
