"""By which bits is the same picture known again, turned, cropped, pressed or brightened? (Child side.)

All KTPs look alike, and so do all letters of one company: a hash of a picture's large forms would take every
worker for every other. What differs is where the print is, letter by letter. So the bits are a map of the print:
of the card, flattened and upright, if one was found (its right part, where values and portrait are), and of the
print's own bounding box in any picture, which survives a crop of the margins.
"""

import numpy as np
from PIL import Image

from documents.finder import Card
from documents.layout import ink
from documents.pixels import fitted
from documents.plane import Plane, flattened
from documents.results import CARD_BITS, PAGE_SIDE

CARD_MAP = (64, 32)  # columns, rows
CARD_FLAT = (640, 400)
CARD_PART = (0.22, 0.13, 0.98, 0.93)  # left, top, right, bottom: what differs from person to person
PAGE_LONG = 960
REACH = 6
INKED = 0.45  # a spot of the map is print if it has this share of what the darkest tenth has
MARGIN = 0.004  # of the print lies outside the box on each side: specks don't stretch it


def fingerprint(picture: Image.Image, card: Card | None) -> bytes:
    """256 bytes of the card (zeros without one), then 1152 bytes of the page."""
    return (_card_bits(picture, card) if card else bytes(CARD_BITS // 8)) + _page_bits(picture)


def _card_bits(picture: Image.Image, card: Card) -> bytes:
    flat = flattened(picture, card.quad, CARD_FLAT).convert("L")
    left, top, right, bottom = CARD_PART
    box = (left * flat.width, top * flat.height, right * flat.width, bottom * flat.height)
    return _bits(_shrunk(ink(flat, REACH), box, CARD_MAP))


def _page_bits(picture: Image.Image) -> bytes:
    page = picture.resize(fitted(picture.size, PAGE_LONG), Image.Resampling.BOX, reducing_gap=2.0).convert("L")
    printed = ink(page, REACH)
    left, right = _span(printed.sum(axis=0))
    top, bottom = _span(printed.sum(axis=1))
    return _bits(_shrunk(printed, (left, top, right, bottom), (PAGE_SIDE, PAGE_SIDE)))


def _span(amounts: Plane) -> tuple[float, float]:
    """Between which places nearly all of it lies; the same, counted from the other end, for a picture turned over."""
    total = max(float(amounts.sum()), 1e-6)
    places = np.arange(amounts.size) + 1.0
    start = float(np.interp(MARGIN, np.cumsum(amounts) / total, places))
    end = amounts.size - float(np.interp(MARGIN, np.cumsum(amounts[::-1]) / total, places))
    return (start, end) if end - start > 1 else (0.0, float(amounts.size))


def _shrunk(printed: Plane, box: tuple[float, float, float, float], size: tuple[int, int]) -> Plane:
    small = Image.fromarray(printed).resize(size, Image.Resampling.BOX, box)
    return np.asarray(small, dtype=np.float32)


def _bits(amounts: Plane) -> bytes:
    return np.packbits(amounts > INKED * np.quantile(amounts, 0.9)).tobytes()
