"""What may still be seen of a page that is to be hidden? (Child side.)

Either a KTP without its NIK and its face, both painted over, or nothing but where dark and light were. Where no KTP is
surely found, or beside the one that is, nothing can be read either: a NIK may stand anywhere.
"""

from PIL import Image, ImageDraw, ImageOps

from documents.finder import find
from documents.layout import NIK, PORTRAIT, Box
from documents.plane import placed
from documents.results import Hide

BLOCKS = 12  # squares along the long side: one is wider than two digits of a NIK and higher than its line
BITS = 3  # of brightness that are kept of each square
COVER = (92, 102, 112)
ROUND_THE_NIK, ROUND_THE_FACE = (0.04, 0.06), (0.05, 0.05)  # more than the finder errs, by the card's width and height


def hidden(picture: Image.Image, hide: Hide) -> Image.Image:
    """The RGB picture as far as it may be seen."""
    if hide == "nothing":
        return picture
    return _without_nik_and_face(picture) if hide == "nik_and_face" else _unreadable(picture)


def _unreadable(picture: Image.Image) -> Image.Image:
    """A few big squares of rounded brightness, each the mean of all that was in it."""
    side = max(picture.size) / BLOCKS
    size = (max(1, round(picture.width / side)), max(1, round(picture.height / side)))
    small = ImageOps.posterize(picture.convert("L").resize(size, Image.Resampling.BOX), BITS)
    return small.resize(picture.size, Image.Resampling.NEAREST).convert("RGB")


def _without_nik_and_face(picture: Image.Image) -> Image.Image:
    sheet, card = _unreadable(picture), find(picture)
    if card is None:
        return sheet
    seen = Image.new("1", picture.size)
    ImageDraw.Draw(seen).polygon(card.quad, fill=1)
    sheet.paste(picture, mask=seen)
    pen = ImageDraw.Draw(sheet)
    for box in (_grown(NIK, ROUND_THE_NIK), _grown(PORTRAIT, ROUND_THE_FACE)):
        pen.polygon(placed(card.quad, box), fill=COVER)
    return sheet


def _grown(box: Box, more: tuple[float, float]) -> Box:
    left, top, right, bottom = box
    return left - more[0], top - more[1], right + more[0], bottom + more[1]
