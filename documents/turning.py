"""How does a picture come upright and down to the card in it? (Child side.)"""

import math

from PIL import Image

from documents.advice import Quad
from documents.intake import open_picture
from documents.pixels import page_of
from documents.results import MIN_LONG_SIDE, MIN_SHORT_SIDE, Page

MARGIN = 0.04  # of the card's longer side is left around it: edges are evidence
LEFT_TURNS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)


def upright(jpeg: bytes, quarter_turns: int, card: Quad | None = None) -> Page:
    """Our JPEG cut to the card, if one is given, with some table around it, and turned to the left by so many quarters.

    A card that would be too small a picture by itself is left in its surroundings. Raises `ValueError` if it is none of
    ours.
    """
    picture = ours(jpeg)
    return page_of(_turned(picture if card is None else _cut(picture, card), quarter_turns))


def ours(jpeg: bytes) -> Image.Image:
    """A picture out of a JPEG that this side made; raises `ValueError` if it can't be opened."""
    picture = open_picture(jpeg, "jpeg")
    if isinstance(picture, Image.Image):
        return picture
    raise ValueError(f"not a picture of ours: {picture.code}")


def _turned(picture: Image.Image, quarter_turns: int) -> Image.Image:
    turn = LEFT_TURNS[quarter_turns % 4]
    return picture if turn is None else picture.transpose(turn)


def _cut(picture: Image.Image, card: Quad) -> Image.Image:
    xs, ys = [x for x, _ in card], [y for _, y in card]
    margin = MARGIN * max(max(xs) - min(xs), max(ys) - min(ys))
    left, top = max(0, math.floor(min(xs) - margin)), max(0, math.floor(min(ys) - margin))
    right, bottom = (
        min(picture.width, math.ceil(max(xs) + margin)),
        min(picture.height, math.ceil(max(ys) + margin)),
    )
    sides = sorted((right - left, bottom - top))
    big_enough = sides[0] >= MIN_SHORT_SIDE and sides[1] >= MIN_LONG_SIDE
    return picture.crop((left, top, right, bottom)) if big_enough else picture
