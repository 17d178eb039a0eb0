"""How does staff see a whole case in one picture? (Child side: KTP first and biggest, then the other pages.)

Two pages stand side by side; of more, the first has a row to itself and the others share one row, or two from
the fifth on. Four pages fill about 2000 x 2000 pixels, ten about 2000 x 2900: far inside Telegram's rules for
a photo (width + height at most 10,000, ratio at most 20, 10 MB; Bot API, sendPhoto).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from documents.intake import open_picture
from documents.lettering import font, shortened
from documents.pixels import page_of
from documents.redaction import hidden
from documents.results import LabelledPage, Refused
from documents.turning import ours
from documents.watermark import mark

WIDTH = 2000
ROW_HEIGHT = 890
GAP = 20
CAPTION = 46
LETTER = 30
FRAME = 8
NARROWEST = 240  # so that a caption has room
BLANK_SIZE = (1200, 760)
PAPER, CAPTION_PAPER, INK = (250, 250, 250), (228, 232, 236), (30, 34, 40)
CHANGED_PAPER, CHANGED_INK = (214, 93, 14), (255, 255, 255)
QUALITIES = (85, 78, 70, 60, 50)
WANTED_BYTES = 600_000


@dataclass(frozen=True)
class _Cell:
    """A page and the width its picture will have in pixels."""

    page: LabelledPage
    picture: Image.Image
    width: int


@dataclass(frozen=True)
class _Row:
    cells: list[_Cell]
    height: int

    @property
    def width(self) -> int:
        return sum(cell.width + GAP for cell in self.cells) - GAP


def draw(pages: Sequence[LabelledPage], note: str) -> bytes:
    """One JPEG of all pages with their captions, `note` slanted over each and once below."""
    rows = [_row(group) for group in _groups(pages or [LabelledPage(b"", note)])]
    width = max(row.width for row in rows) + 2 * GAP
    height = sum(CAPTION + row.height + GAP for row in rows) + GAP + CAPTION
    sheet = Image.new("RGB", (width, height), PAPER)
    top = GAP
    for row in rows:
        left = (width - row.width) // 2
        for cell in row.cells:
            _draw_cell(sheet, cell, (left, top), row.height, note)
            left += cell.width + GAP
        top += CAPTION + row.height + GAP
    _draw_line(sheet, note, (GAP, top - GAP // 2), width - 2 * GAP, INK)
    return _jpeg(sheet)


def marked(jpeg: bytes, note: str) -> bytes:
    """One of our pages whole, with `note` slanted over it; raises `ValueError` if it can't be opened."""
    picture = ours(jpeg)
    mark(picture, note)
    return page_of(picture).jpeg


def _groups(pages: Sequence[LabelledPage]) -> list[Sequence[LabelledPage]]:
    if len(pages) <= 2:
        return [pages]
    others = pages[1:]
    per_row = len(others) if len(others) <= 3 else (len(others) + 1) // 2
    return [pages[:1], *(others[start : start + per_row] for start in range(0, len(others), per_row))]


def _row(pages: Sequence[LabelledPage]) -> _Row:
    """Pictures of one height that fill the width, or less where they would get too high."""
    pictures = [_picture(page) for page in pages]
    shapes = [picture.width / picture.height for picture in pictures]
    room = WIDTH - 2 * GAP - GAP * (len(pages) - 1)
    height = min(ROW_HEIGHT, int(room / sum(shapes)))
    widths = [max(NARROWEST, round(shape * height)) for shape in shapes]
    return _Row([_Cell(*cell) for cell in zip(pages, pictures, widths, strict=True)], height)


def _picture(page: LabelledPage) -> Image.Image:
    """The page's picture as far as it may be seen; a grey sheet where there is none, so that staff can go on."""
    picture = open_picture(page.jpeg, "jpeg") if page.jpeg else None
    if picture is None or isinstance(picture, Refused):
        return Image.new("RGB", BLANK_SIZE, CAPTION_PAPER)
    return hidden(picture, page.hide)


def _draw_cell(sheet: Image.Image, cell: _Cell, place: tuple[int, int], height: int, note: str) -> None:
    left, top = place
    paper, ink = (CHANGED_PAPER, CHANGED_INK) if cell.page.changed else (CAPTION_PAPER, INK)
    sheet.paste(paper, (left, top, left + cell.width, top + CAPTION + height))
    _draw_line(sheet, cell.page.label, (left + GAP // 2, top), cell.width - GAP, ink)
    edge = FRAME if cell.page.changed else 0
    room = (cell.width - 2 * edge, height - edge)
    shape = min(room[0] / cell.picture.width, room[1] / cell.picture.height)
    size = (max(1, round(cell.picture.width * shape)), max(1, round(cell.picture.height * shape)))
    picture = cell.picture.resize(size, Image.Resampling.LANCZOS)
    mark(picture, note)
    sheet.paste(picture, (left + (cell.width - size[0]) // 2, top + CAPTION + (room[1] - size[1]) // 2))


def _draw_line(sheet: Image.Image, text: str, place: tuple[int, int], width: int, ink: tuple[int, int, int]) -> None:
    face = font(LETTER)
    middle = (place[0], place[1] + CAPTION // 2)
    ImageDraw.Draw(sheet).text(middle, shortened(text, face, width), fill=ink, font=face, anchor="lm")


def _jpeg(sheet: Image.Image) -> bytes:
    """The best quality that stays under 600 kB; the lowest of ours if none does."""
    data = b""
    for quality in QUALITIES:
        buffer = BytesIO()
        sheet.save(buffer, "JPEG", quality=quality)
        data = buffer.getvalue()
        if len(data) <= WANTED_BYTES:
            break
    return data
