"""How does a poster come about: one page of A4 with a code that a phone's camera opens, to be printed anywhere?"""

from dataclasses import dataclass
from io import BytesIO

import segno
from PIL import Image, ImageDraw

from documents.lettering import drawable, font

DOTS = 200  # an inch
WIDTH, HEIGHT = 1654, 2339  # A4 at 200 dots an inch
EDGE = 110
PAPER, INK, QUIET, BAND = (255, 255, 255), (16, 35, 29), (84, 96, 92), (8, 92, 67)
CODE = 940  # how wide the code may be, with its quiet zone
_QUIET_ZONE = 4  # modules (ISO/IEC 18004)
_SMALLEST = 28


@dataclass(frozen=True, slots=True)
class Poster:
    """The words from top to bottom; `link` is what the code says."""

    city: str
    title: str
    below: str
    whom: tuple[str, ...]
    steps: tuple[str, ...]
    by_hand: str
    warning: str
    place: str
    link: str


def draw(poster: Poster) -> Image.Image:
    """The page. Lines that are too long are written smaller, never cut."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, WIDTH, 450), fill=BAND)
    _line(pen, 60, poster.city, 56, PAPER)
    _line(pen, 150, poster.title, 112, PAPER)
    _line(pen, 320, poster.below, 68, PAPER)
    for number, words in enumerate(poster.whom):
        _line(pen, 480 + number * 66, words, 50, INK)
    code = _code(poster.link)
    sheet.paste(code, ((WIDTH - code.width) // 2, 600 + (CODE - code.height) // 2))
    for number, step in enumerate(poster.steps):
        _line(pen, 1550 + number * 105, step, 70, INK)
    _line(pen, 1560 + len(poster.steps) * 105, poster.by_hand, 48, QUIET)
    pen.rectangle((0, 2030, WIDTH, 2170), fill=BAND)
    _line(pen, 2070, poster.warning, 56, PAPER)
    _line(pen, 2225, poster.place, 44, QUIET)
    return sheet


def as_pdf(sheet: Image.Image) -> bytes:
    """The page as a PDF that prints at its true size."""
    buffer = BytesIO()
    sheet.save(buffer, "PDF", resolution=DOTS, quality=92, subsampling=0)
    return buffer.getvalue()


def _code(link: str) -> Image.Image:
    """Squares of whole pixels. A quarter of it may be dirty or torn off and it is still read."""
    rows = list(segno.make(link, error="q", micro=False).matrix_iter(border=_QUIET_ZONE))
    size = CODE // len(rows)
    code = Image.new("RGB", (size * len(rows), size * len(rows)), PAPER)
    pen = ImageDraw.Draw(code)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                pen.rectangle((x * size, y * size, (x + 1) * size - 1, (y + 1) * size - 1), fill=INK)
    return code


def _line(pen: ImageDraw.ImageDraw, top: int, text: str, size: int, ink: tuple[int, int, int]) -> None:
    words, room = drawable(text), WIDTH - 2 * EDGE
    while size > _SMALLEST and font(size).getlength(words) > room:
        size -= 2
    pen.text((WIDTH // 2, top), words, fill=ink, font=font(size), anchor="ma")
