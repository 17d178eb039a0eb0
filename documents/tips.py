"""How is an advice shown without words? (Child side: two small drawings, what goes wrong and how it goes right.)"""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from documents.advice import Code

SIZE = (640, 250)
HALF = (300, 180)
FRAME_TOP, GAP = 10, 13
CARD = (216, 136)
BAD, GOOD, PAPER = (198, 60, 48), (44, 140, 84), (255, 255, 255)
TABLE, BLUE, INK, PORTRAIT = (150, 120, 92), (182, 214, 232), (52, 66, 84), (190, 64, 62)


def tip(code: Code) -> bytes:
    """A JPEG of 640 x 250 pixels: at the left the fault with a cross, at the right a good photo with a hook."""
    sheet = Image.new("RGB", SIZE, PAPER)
    for left, picture, colour, draw in (
        (GAP, FAULTS[code](), BAD, _cross),
        (SIZE[0] - GAP - HALF[0], _photo(), GOOD, _hook),
    ):
        pen = ImageDraw.Draw(sheet)
        pen.rounded_rectangle((left - 5, FRAME_TOP - 5, left + HALF[0] + 4, FRAME_TOP + HALF[1] + 4), 9, fill=colour)
        sheet.paste(picture, (left, FRAME_TOP))
        draw(pen, (left + HALF[0] // 2, FRAME_TOP + HALF[1] + 31), colour)
    buffer = BytesIO()
    sheet.save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


def _photo(size: tuple[int, int] = CARD, place: tuple[int, int] | None = None) -> Image.Image:
    """A card on a table, in the middle unless `place` says where its upper left corner is."""
    table = Image.new("RGB", HALF, TABLE)
    pen = ImageDraw.Draw(table)
    for height in range(28, HALF[1], 45):
        pen.line((0, height, HALF[0], height + 6), fill=(128, 100, 76), width=2)
    card = _card().resize(size, Image.Resampling.LANCZOS)
    where = place or ((HALF[0] - size[0]) // 2, (HALF[1] - size[1]) // 2)
    table.paste(card, where, card)
    return table


def _card() -> Image.Image:
    """A card in lines only: no word, nobody's data."""
    card = Image.new("RGBA", (CARD[0] * 2, CARD[1] * 2))
    pen = ImageDraw.Draw(card)
    pen.rounded_rectangle((0, 0, card.width - 1, card.height - 1), 16, fill=BLUE)
    for top, left, right in ((16, 130, 302), (32, 156, 276)):
        pen.rectangle((left, top, right, top + 7), fill=INK)
    pen.rectangle((20, 54, 276, 70), fill=INK)
    for row, length in enumerate((92, 140, 70, 120, 100, 128, 84, 110)):
        top = 86 + row * 22
        pen.rectangle((20, top, 84, top + 7), fill=INK)
        pen.rectangle((104, top, 104 + length, top + 7), fill=INK)
    pen.rectangle((316, 74, 408, 190), fill=PORTRAIT)
    pen.ellipse((342, 92, 382, 140), fill=(224, 178, 146))
    pen.pieslice((326, 146, 398, 234), 180, 360, fill=PAPER)
    pen.rectangle((326, 208, 398, 214), fill=INK)
    return card


def _dark() -> Image.Image:
    return _photo().point(lambda value: value * 0.16)


def _bright() -> Image.Image:
    return _photo().point(lambda value: min(255, 190 + value * 0.4))


def _glare() -> Image.Image:
    spot = Image.new("L", HALF)
    ImageDraw.Draw(spot).ellipse((70, 50, 176, 118), fill=255)
    picture = _photo()
    picture.paste(PAPER, mask=spot.filter(ImageFilter.GaussianBlur(9)))
    return picture


def _blurred() -> Image.Image:
    sharp = _photo()
    return Image.blend(ImageChops.offset(sharp, 7, 2), sharp, 0.5).filter(ImageFilter.GaussianBlur(4))


def _small() -> Image.Image:
    return _photo((66, 42))


def _cut_off() -> Image.Image:
    return _photo(place=(150, 22))


def _no_card() -> Image.Image:
    """The back side: islands and an emblem, no lines."""
    picture = _photo()
    pen = ImageDraw.Draw(picture)
    left, top = (HALF[0] - CARD[0]) // 2, (HALF[1] - CARD[1]) // 2
    pen.rounded_rectangle((left, top, left + CARD[0] - 1, top + CARD[1] - 1), 8, fill=BLUE)
    for x, y, wide, high in ((16, 60, 40, 22), (66, 54, 30, 34), (104, 62, 26, 30), (138, 72, 50, 16), (56, 98, 70, 9)):
        pen.ellipse((left + x, top + y, left + x + wide, top + y + high), fill=(120, 170, 150))
    pen.ellipse((left + 94, top + 14, left + 122, top + 46), fill=(206, 172, 72))
    return picture


FAULTS: dict[Code, Callable[[], Image.Image]] = {
    Code.NO_CARD: _no_card,
    Code.CUT_OFF: _cut_off,
    Code.TOO_SMALL: _small,
    Code.TOO_DARK: _dark,
    Code.TOO_BRIGHT: _bright,
    Code.GLARE: _glare,
    Code.BLURRED: _blurred,
}


def _cross(pen: ImageDraw.ImageDraw, middle: tuple[int, int], colour: tuple[int, int, int]) -> None:
    x, y = middle
    pen.line((x - 16, y - 16, x + 16, y + 16), fill=colour, width=9)
    pen.line((x - 16, y + 16, x + 16, y - 16), fill=colour, width=9)


def _hook(pen: ImageDraw.ImageDraw, middle: tuple[int, int], colour: tuple[int, int, int]) -> None:
    x, y = middle
    pen.line((x - 20, y, x - 5, y + 15, x + 21, y - 17), fill=colour, width=9, joint="curve")
