"""Files as strangers may send them, made on the spot."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

SAMPLES = Path(__file__).parent.parent / "samples"
HANGING_DEPTH, HANGING_WIDTH = 6, 30


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def scene(width: int = 640, height: int = 430) -> Image.Image:
    """A picture whose left half is red and right half is blue, with a white square at the top left."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    image.paste("white", (0, 0, 100, 100))
    return image


def png(width: int, height: int, depth: int = 1, *, pixels: bytes | None = None) -> bytes:
    """A grey PNG of any size; one without `pixels` is black and tiny."""
    row = (width * depth + 7) // 8 + 1
    packer = zlib.compressobj(6)
    body = packer.compress(pixels) if pixels else b"".join(packer.compress(bytes(row)) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body + packer.flush()), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, data) for name, data in chunks)


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def webp_header(width: int, height: int) -> bytes:
    """The first bytes of a lossless WebP that claims a size and holds nothing."""
    bits = (width - 1) | (height - 1) << 14
    body = b"VP8L" + struct.pack("<IBI", 6, 0x2F, bits) + b"\x00"
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        out.index(b"xref\n"),
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def paged_pdf(count: int = 1, width: int = 595, height: int = 842, *, trailer: bytes = b"") -> bytes:
    """`count` white pages, sizes in points, each with a black square at its bottom left."""
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 3 0 R>>" % (width, height)
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    square = stream(b"0 0 100 100 re f")
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, square, *[page] * count], trailer)


def locked_pdf() -> bytes:
    """A PDF whose password nobody knows."""
    secret = b"<" + b"5a" * 32 + b">"
    entry = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O%s/U%s>>/ID[<00><00>]" % (secret, secret)
    return paged_pdf(trailer=entry)


def busy_pdf() -> bytes:
    """A PDF that keeps the processor busy for long without taking memory: a million lines, drawn one by one."""
    lines = zlib.compress(b"0 0 m 595 842 l S\n" * 1_000_000, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream(lines, b"/Filter/FlateDecode")])


def hanging_pdf() -> bytes:
    """2 kB that take for ever: each form draws the next one 30 times, six levels deep."""
    first = 5
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F %d 0 R>>>>>>" % first
    )
    many = b"/F Do " * HANGING_WIDTH
    forms = [
        stream(
            many,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</F %d 0 R>>>>" % (first + depth + 1),
        )
        for depth in range(HANGING_DEPTH)
    ]
    last = stream(b"0 0 100 100 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]")
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream(many), *forms, last])
