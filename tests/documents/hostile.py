"""Which files may a stranger send that are broken, false, far too big or two things at once?

`python -m tests.documents.hostile` sends them all through one picture child and prints the memory it took.
"""

import asyncio
import resource
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pillow_heif
from PIL import ExifTags, Image

from documents.results import Cleaned, Refusal, Refused
from documents.sandbox import Sandbox
from tests.documents import made_files as made
from tests.documents.children import forget_peak, pids, proc
from tests.documents.made_files import encoded, sample, scene

TAKEN = "taken"
ENDED = "ended"  # the child was, by the clock or by its own limits, whichever came first
HIDDEN = b"TITIPAN <script>alert(1)</script>"  # what must never come out again
KTP = "ktp00_l0.jpg"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file as it is sent (named `name`) and what becomes of it: `TAKEN`, `ENDED`, or the code of the refusal."""

    name: str
    make: Callable[[], bytes]
    becomes: str


def _noise(width: int, height: int) -> Image.Image:
    """A picture that no packer makes smaller."""
    chance = np.random.default_rng(1)
    return Image.fromarray(chance.integers(0, 256, (height, width, 3), dtype=np.uint8))


def _zipped() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("titipan.html", HIDDEN)
    return buffer.getvalue()


def _gif_and_script() -> bytes:
    """A GIF whose sizes spell the beginning of a comment in JavaScript."""
    return b"GIF89a/*" + encoded(scene(), "GIF")[8:] + b"*/=1;" + HIDDEN


def _with_comment(inside: bytes) -> bytes:
    return encoded(scene(), "JPEG", comment=inside[:60_000])


def _png_with(name: bytes, inside: bytes) -> bytes:
    data = encoded(scene(), "PNG")
    return data[:33] + made.png_chunk(name, inside) + data[33:]


def _photo_of(place: int) -> bytes:
    """A photo that claims an orientation, true or false, and tells where it was taken."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = place
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "S"
    return encoded(scene(), "JPEG", exif=exif)


def _tiff(*entries: bytes) -> bytes:
    """The tables of an EXIF block: none for the picture itself after the first."""
    return b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)


def _thumbnailed() -> bytes:
    """A photo whose EXIF holds another picture and lies about its length."""
    start = struct.pack("<HHII", 0x0201, 4, 1, 38)
    length = struct.pack("<HHII", 0x0202, 4, 1, 0x7FFFFFFF)
    return encoded(scene(), "JPEG", exif=_tiff(start, length) + encoded(Image.new("RGB", (160, 120), "lime"), "JPEG"))


def _worded() -> bytes:
    """A photo whose orientation is a word."""
    return encoded(scene(), "JPEG", exif=_tiff(struct.pack("<HHI4s", 0x0112, 2, 4, b"ata\x00")))


def _jpeg_of(width: int, height: int) -> bytes:
    """A small photo that claims to be of another size."""
    data = bytearray(encoded(scene(), "JPEG"))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(data)


def _heic(*pictures: Image.Image) -> bytes:
    buffer = BytesIO()
    file = pillow_heif.from_pillow(pictures[0])
    for each in pictures[1:]:
        file.add_from_pillow(each)
    file.save(buffer)
    return buffer.getvalue()


def _large_photo() -> bytes:
    return encoded(Image.effect_noise((1200, 900), 80).resize((12_000, 9_000)), "JPEG", quality=70)


def _scripted_pdf() -> bytes:
    action = b"/OpenAction<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\)})>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/AA<</O<</S/URI/URI(http://x/)>>>>>>"
    kids = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return made.pdf([b"<</Type/Catalog/Pages 2 0 R%s>>" % action, kids, page, made.stream(b"0 0 9 9 re f")])


def _picture_pdf(width: int, height: int) -> bytes:
    """A letter with one black picture of that size, packed into almost nothing."""
    sides = b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode" % (width, height)
    packed = zlib.compress(bytes(width * height), 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
    kids, shown = b"<</Type/Pages/Kids[3 0 R]/Count 1>>", made.stream(b"595 0 0 842 0 0 cm /P Do")
    picture = made.stream(packed, b"/Type/XObject/Subtype/Image" + sides)
    return made.pdf([b"<</Type/Catalog/Pages 2 0 R>>", kids, page, shown, picture])


def _twice(kind: str) -> bytes:
    return encoded(scene(), kind, save_all=True, append_images=[scene().rotate(5)])


# For a photo of a KTP, where no PDF is taken.
PHOTOS: dict[str, Hostile] = {
    "nothing in it": Hostile("kosong.jpg", lambda: b"", "not_a_picture"),
    "1 x 1": Hostile("titik.png", lambda: encoded(scene(1, 1), "PNG"), "too_small"),
    "12,000 x 9,000": Hostile("besar.jpg", _large_photo, "too_large"),
    "20 MB of noise": Hostile("derau.png", lambda: encoded(_noise(2560, 2560), "PNG", compress_level=0), TAKEN),
    "more than 20 MB": Hostile("berat.jpg", lambda: b"\xff\xd8\xff" + bytes(20_000_000), "too_large"),
    "PNG bomb": Hostile("bom.png", lambda: made.png(30_000, 30_000), "bomb"),
    "PNG text bomb": Hostile(
        "teks.png", lambda: _png_with(b"zTXt", b"x\x00\x00" + zlib.compress(bytes(200_000_000))), "truncated"
    ),
    "PNG profile bomb": Hostile(
        "profil.png", lambda: _png_with(b"iCCP", b"x\x00\x00" + zlib.compress(bytes(200_000_000))), "truncated"
    ),
    "JPEG bomb": Hostile("bom.jpg", lambda: _jpeg_of(60_000, 60_000), "bomb"),
    "WebP bomb": Hostile("bom.webp", lambda: made.webp_header(16_000, 12_000), "bomb"),
    "JPEG that claims more than it has": Hostile("klaim.jpg", lambda: _jpeg_of(6_000, 4_000), TAKEN),
    "half a JPEG": Hostile("putus.jpg", lambda: sample(KTP)[:90_000], "truncated"),
    "half a PNG": Hostile("putus.png", lambda: encoded(scene(), "PNG")[:300], "truncated"),
    "half a WebP": Hostile("putus.webp", lambda: encoded(scene(), "WEBP")[:300], "truncated"),
    "half a HEIC": Hostile("putus.heic", lambda: _heic(scene())[:600], "truncated"),
    "PNG named jpg": Hostile("foto.jpg", lambda: encoded(scene(), "PNG"), TAKEN),
    "JPEG named exe": Hostile("foto.exe", lambda: encoded(scene(), "JPEG"), TAKEN),
    "program named jpg": Hostile("program.jpg", lambda: b"\x7fELF\x02\x01\x01" + bytes(900), "not_a_picture"),
    "PDF named jpg": Hostile("surat.jpg", made.paged_pdf, "unsupported"),
    "archive named jpg": Hostile("arsip.jpg", _zipped, "unsupported"),
    "JPEG and ZIP": Hostile("dua.jpg", lambda: encoded(scene(), "JPEG") + _zipped(), TAKEN),
    "PDF in a JPEG": Hostile("dalam.jpg", lambda: _with_comment(made.paged_pdf() + HIDDEN), TAKEN),
    "GIF and JavaScript": Hostile("dua.gif", _gif_and_script, "unsupported"),
    "JPEG in a PNG": Hostile("dalam.png", lambda: _png_with(b"hiDn", encoded(scene(), "JPEG") + HIDDEN), TAKEN),
    "archive behind a PNG": Hostile("ekor.png", lambda: encoded(scene(), "PNG") + _zipped() + HIDDEN, TAKEN),
    "two pictures in a JPEG": Hostile("ganda.jpg", lambda: _twice("MPO"), TAKEN),
    "two pictures in a HEIC": Hostile("ganda.heic", lambda: _heic(scene(), _noise(640, 480)), TAKEN),
    "thumbnail of another picture": Hostile("mini.jpg", _thumbnailed, TAKEN),
    "SVG": Hostile("gambar.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'>" + HIDDEN, "not_a_picture"),
    "HTML": Hostile("halaman.html", lambda: b"<!doctype html>" + HIDDEN, "not_a_picture"),
    "PostScript": Hostile("gambar.eps", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run", "unsupported"),
    "moving GIF": Hostile("gerak.gif", lambda: _twice("GIF"), "unsupported"),
    "moving PNG": Hostile("gerak.png", lambda: _twice("PNG"), "animated"),
    "moving WebP": Hostile("gerak.webp", lambda: _twice("WEBP"), "animated"),
    "16 bits": Hostile("bit16.png", lambda: encoded(Image.new("I;16", (640, 480), 40 * 256), "PNG"), TAKEN),
    "CMYK": Hostile("cetak.jpg", lambda: encoded(scene().convert("CMYK"), "JPEG"), TAKEN),
    "a place and a false orientation": Hostile("putar.jpg", lambda: _photo_of(77), TAKEN),
    "a word for an orientation": Hostile("kata.jpg", _worded, TAKEN),
    "broken EXIF": Hostile(
        "exif.jpg", lambda: encoded(scene(), "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\x7f" + HIDDEN), TAKEN
    ),
}

# For a letter, where a PDF is taken.
LETTERS: dict[str, Hostile] = {
    "scripts": Hostile("skrip.pdf", _scripted_pdf, TAKEN),
    "500 pages": Hostile("tebal.pdf", lambda: made.paged_pdf(500), "pdf_too_long"),
    "a password": Hostile("kunci.pdf", made.locked_pdf, "pdf_locked"),
    "half a letter": Hostile("putus.pdf", lambda: sample("letter_grab.pdf")[:60_000], "pdf_broken"),
    "only the mark": Hostile("kosong.pdf", lambda: b"%PDF-1.7", "pdf_broken"),
    "HTML with the mark": Hostile("laman.pdf", lambda: b"<html>%PDF-1.4" + HIDDEN, "pdf_broken"),
    "a page of nine million points": Hostile("lebar.pdf", lambda: made.paged_pdf(1, 9_000_000, 9_000_000), "too_large"),
    "a picture of 400 megapixels": Hostile("bom.pdf", lambda: _picture_pdf(20_000, 20_000), TAKEN),
    "a million lines": Hostile("lama.pdf", made.busy_pdf, ENDED),
    "forms in forms": Hostile("macet.pdf", made.hanging_pdf, ENDED),
}


def became(result: Cleaned | Refused) -> str:
    """`TAKEN`, `ENDED`, or the code of the refusal."""
    if isinstance(result, Cleaned):
        return TAKEN
    ended = result.code is Refusal.TIMEOUT or (result.code is Refusal.BOMB and "status" in result.details)
    return ENDED if ended else result.code


async def _measured() -> None:
    async with Sandbox(size=1) as box:
        await box.clean(sample(KTP), allow_pdf=False)
        for takes_pdf, files in ((False, PHOTOS), (True, LETTERS)):
            for kind, file in files.items():
                data = file.make()
                for pid in pids(box):
                    forget_peak(pid)
                result = became(await box.clean(data, allow_pdf=takes_pdf))
                peaks = [proc(pid, "status").partition("VmHWM:")[2].split()[0] for pid in pids(box)]
                memory = f"{int(peaks[0]) // 1024:4} MB" if peaks else "ended"
                print(f"{kind:36} {len(data):10} bytes  {result:14} {memory}")  # noqa: T201 - its purpose
    highest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"At most {highest} MB, those that were ended included.")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(_measured())
