"""How does a copy carry its purpose so that it can't be cut off, and every word under it stays readable?

The ministry's advice: say for whom, for what and when, half transparent. The text runs slanted over the whole
picture, dark with a light edge, so that it shows on a pale card and on a dark table alike.
"""

import math

from PIL import Image, ImageChops, ImageDraw

from documents.lettering import drawable, font

SLANT = 28  # degrees
LETTER_SHARE = 36  # the picture's long side holds so many letter heights
MIN_LETTER = 14
LINES_APART = 6.5  # letter heights
DARK, LIGHT = (40, 40, 60), (255, 255, 255)
STRENGTH = 0.16  # 0 unseen, 1 solid


def mark(picture: Image.Image, text: str) -> None:
    """Write `text` over the whole RGB picture, in place; an empty text changes nothing."""
    line = drawable(text)
    if not line:
        return
    mask = _slanted_lines(line, picture.size)
    picture.paste(LIGHT, mask=ImageChops.offset(mask, 1, 1))
    picture.paste(DARK, mask=mask)


def _slanted_lines(line: str, size: tuple[int, int]) -> Image.Image:
    """A mask of `size`: the line again and again, each row shifted so that no column stays bare."""
    face = font(max(MIN_LETTER, max(size) // LETTER_SHARE))
    span = math.ceil(math.hypot(*size))
    sheet = Image.new("L", (span, span))
    pen = ImageDraw.Draw(sheet)
    step = face.getlength(line) + 2 * face.size
    rows = math.ceil(span / (LINES_APART * face.size))
    for row in range(rows):
        start = -step * (row * 0.37 % 1)
        for column in range(math.ceil(span / step) + 1):
            place = (start + column * step, row * LINES_APART * face.size)
            pen.text(place, line, fill=round(255 * STRENGTH), font=face)
    turned = sheet.rotate(SLANT, Image.Resampling.BILINEAR)
    left, top = (span - size[0]) // 2, (span - size[1]) // 2
    return turned.crop((left, top, left + size[0], top + size[1]))
