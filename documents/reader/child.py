"""What runs in the limited process that reads: `python -m documents.reader.child`.

It reads pages from stdin and answers on stdout until stdin ends. Once its networks are loaded it can open no file and
no socket and write to no file. It has 3 GiB of addresses (the networks' libraries alone map one; what is used is a
seventh of it) and, for each page, 60 seconds of processor time.
"""

import sys
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from documents.limits import allow_processor_time, next_message, restrict
from documents.reader.cards import read
from documents.reader.engine import Engine
from documents.reader.reading import Reading, message_of
from documents.wire import parts

MEMORY = 3 * 1024**3
CPU_SECONDS = 60
_WARM_UP = ("NIK : 0000000000000000", "Nama : CONTOH", "Alamat : CONTOH", "RT/RW : 000/000", "Agama : CONTOH")


def main() -> None:
    """Answer requests until stdin ends; a request that breaks the process is the parent's to notice."""
    engine = Engine()
    _warm_up(engine)
    restrict(MEMORY)
    while (request := next_message(sys.stdin.buffer)) is not None:
        allow_processor_time(CPU_SECONDS)
        for part in parts(message_of(_answer(engine, request.blobs[0]))):
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()


def _answer(engine: Engine, jpeg: bytes) -> Reading | None:
    try:
        return read(engine, jpeg)
    except (OSError, SyntaxError, ValueError):  # no cleaned page
        return None


def _warm_up(engine: Engine) -> None:
    """Load what the libraries load late, while files may still be opened."""
    page = Image.new("RGB", (640, 400), "white")
    for row, line in enumerate(_WARM_UP):
        ImageDraw.Draw(page).text((20, 20 + 60 * row), line, "black", ImageFont.load_default(32))
    buffer = BytesIO()
    page.save(buffer, "JPEG")
    read(engine, buffer.getvalue())


if __name__ == "__main__":
    main()
