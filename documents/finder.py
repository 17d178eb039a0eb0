"""Where in a photo is the KTP, and which way up does it lie?

Straight edges give some hundred outlines that could be a card; the one whose ink follows a KTP's layout, in one
of its two ways up, is the card. So a table edge or a tile is not taken for one.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from documents.advice import Quad
from documents.layout import ink, inside, likeness_to_ktp, places
from documents.look import looked_at
from documents.outlines import Outlines, outlines
from documents.pixels import fitted
from documents.plane import Plane, scaled, shifted, whole
from documents.snapping import snapped

LOOKED_AT = 420  # pixels, long side
INK_REACH, CELL_REACH = 6, 5  # pixels of that
JUDGED_AT = 800
TRIED = 10  # outlines that are looked at closely
NEAR = 0.015  # outlines whose corners differ by less of the picture's width are the same
ASIDE = 0.2  # what is left out at each side when a card is looked for a second time, closer
CARD_SHAPE = 85.6 / 53.98  # ISO 7810 ID-1
GROWTH = (1.04, 2.2)  # how much longer than seen a card that the picture's edge cuts may be
SEEN_SUPPORT = 0.15  # what a wholly seen outline adds to the likeness
SNAPPED = 3  # of those, how many are fitted to the picture's edges
CLEAR_EDGE = 0.4  # what edges as clear as can be add then
UNSEEN_COST = 0.3  # what lying wholly outside the picture takes away
SHAPE_COST = 0.3  # what being half as long again as a card takes away
WHITE = 215  # the brightest of a dark picture is stretched to this before edges are looked for


@dataclass(frozen=True)
class Card:
    """A KTP that was found: `quad` reads the card's corners from its own top left; it may end outside the picture.

    `likeness` says how sure it is.
    """

    quad: Quad
    likeness: float

    @property
    def turns(self) -> int:
        """By how many quarter turns to the left the picture must be turned so that the card is upright."""
        (left, top), (right, bottom) = self.quad[0], self.quad[1]
        return round(float(np.degrees(np.arctan2(bottom - top, right - left))) / 90) % 4


def find(picture: Image.Image) -> Card | None:
    """The KTP in an RGB picture, or None when there is none that is surely one."""
    card = _find(picture)
    if card is not None:
        return card
    left, top = round(picture.width * ASIDE), round(picture.height * ASIDE)
    closer = picture.crop((left, top, picture.width - left, picture.height - top))
    card = _find(closer)
    if card is None or not inside(places(np.array([card.quad], dtype=np.float32)), closer.size).all():
        return None  # whether a card goes on beyond this crop was seen in the first look
    return Card(shifted(card.quad, left, top), card.likeness)


def open_sides(picture: Image.Image) -> tuple[int, ...]:
    """At which edges (0 top, 1 right, 2 bottom, 3 left) the biggest sheet in an RGB picture runs out of it."""
    found = outlines(picture.resize(fitted(picture.size, LOOKED_AT), Image.Resampling.BOX, reducing_gap=2.0))
    if not len(found.support):
        return ()
    width, height = _lengths(found.corners)
    size = np.sqrt(width * height / (LOOKED_AT * LOOKED_AT))
    return tuple(int(side) for side in np.flatnonzero(found.framed[int(np.argmax(found.support + size))]))


def _find(picture: Image.Image) -> Card | None:
    small = _stretched(picture.resize(fitted(picture.size, LOOKED_AT), Image.Resampling.BOX, reducing_gap=2.0))
    medium = picture.resize(fitted(picture.size, JUDGED_AT), Image.Resampling.BOX, reducing_gap=2.0).convert("L")
    enlarge = medium.width / small.width
    rough = [(scaled(points, enlarge), SEEN_SUPPORT * support) for points, support in _likely(small)]
    rough.sort(key=lambda one: one[1] + _worth(medium, one[0]), reverse=True)
    if not rough:
        return None
    soft = medium.filter(ImageFilter.BoxBlur(1))
    fitted_quads = [snapped(soft, quad) for quad, _ in rough[:SNAPPED]]
    best = max(fitted_quads, key=lambda one: _worth(medium, one[0]) + CLEAR_EDGE * one[1])[0]
    for quad in (best, rough[0][0]):
        look = looked_at(medium, quad)
        if look.is_ktp:
            return Card(scaled(quad, picture.width / medium.width), look.likeness)
    return None


def _worth(medium: Image.Image, quad: Quad) -> float:
    """How likely the quad is a KTP; 1 more if it surely is."""
    look = looked_at(medium, quad)
    shape = float(_shape_fault(np.array([quad], dtype=np.float32))[0])
    return look.is_ktp + look.likeness - UNSEEN_COST * (1 - look.seen) - SHAPE_COST * shape


def _likely(small: Image.Image) -> list[tuple[Quad, float]]:
    """The outlines whose ink is most like a KTP's, best first and read the right way up, with their support."""
    found = _with_extended(_with_whole(outlines(small), small.size))
    corners = _lying(found.corners)
    upright, upside_down = _both_likenesses(small.convert("L"), corners)
    likeness = np.maximum(upright, upside_down) + SEEN_SUPPORT * found.support - SHAPE_COST * _shape_fault(corners)
    corners = np.where((upright >= upside_down)[:, None, None], corners, np.roll(corners, 2, axis=1))
    kept: list[int] = []
    for number in np.argsort(-likeness):
        if all(np.abs(corners[number] - corners[other]).max() > NEAR * small.width for other in kept):
            kept.append(int(number))
        if len(kept) == TRIED:
            break
    return [(_quad(corners[number]), float(found.support[number])) for number in kept]


def _stretched(picture: Image.Image) -> Image.Image:
    brightest = float(np.percentile(np.asarray(picture), 98))
    return picture.point(lambda value: value * WHITE / max(brightest, 8)) if brightest < WHITE else picture


def _with_whole(found: Outlines, size: tuple[int, int]) -> Outlines:
    corners = np.array([whole(size)], dtype=np.float32)
    return _joined([found, Outlines(corners, np.full(1, 0.5, dtype=np.float32), np.ones((1, 4), dtype=np.bool_))])


def _with_extended(found: Outlines) -> Outlines:
    """Also what each card would be if it went on behind the picture's edge: lying, then standing."""
    width, height = _lengths(found.corners)
    rows = [found]
    for wide, high in ((height * CARD_SHAPE, width / CARD_SHAPE), (height / CARD_SHAPE, width * CARD_SHAPE)):
        for side, pairs, grown in (
            (0, ((0, 3), (1, 2)), high / height),
            (1, ((1, 0), (2, 3)), wide / width),
            (2, ((3, 0), (2, 1)), high / height),
            (3, ((0, 1), (3, 2)), wide / width),
        ):
            goes_on = found.framed[:, side] & (grown > GROWTH[0]) & (grown < GROWTH[1])
            corners = found.corners[goes_on].copy()
            for moved, fixed in pairs:
                start = found.corners[goes_on][:, fixed]
                corners[:, moved] = start + (corners[:, moved] - start) * grown[goes_on, None]
            rows.append(Outlines(corners, found.support[goes_on], found.framed[goes_on]))
    return _joined(rows)


def _joined(rows: list[Outlines]) -> Outlines:
    return Outlines(
        np.concatenate([row.corners for row in rows]),
        np.concatenate([row.support for row in rows]),
        np.concatenate([row.framed for row in rows]),
    )


def _lying(corners: Plane) -> Plane:
    """Each quad read so that its first side is a long one."""
    width, height = _lengths(corners)
    return np.where((height > width)[:, None, None], np.roll(corners, -1, axis=1), corners)


def _lengths(corners: Plane) -> tuple[Plane, Plane]:
    edges = np.roll(corners, -1, axis=1) - corners
    length = np.hypot(edges[..., 0], edges[..., 1])
    return (length[:, 0] + length[:, 2]) / 2, (length[:, 1] + length[:, 3]) / 2


def _shape_fault(corners: Plane) -> Plane:
    width, height = _lengths(corners)
    fault: Plane = np.abs(np.log(width / height / CARD_SHAPE)) / np.log(1.5)
    return fault


def _both_likenesses(small: Image.Image, corners: Plane) -> tuple[Plane, Plane]:
    """How each quad is like a KTP as it is read, and upside down."""
    printed = Image.fromarray((ink(small, INK_REACH) * 255).astype(np.uint8)).filter(ImageFilter.BoxBlur(CELL_REACH))
    points = places(corners)
    seen = inside(points, small.size)
    x = np.clip(points[..., 0], 0, small.width - 1).astype(np.int64)
    y = np.clip(points[..., 1], 0, small.height - 1).astype(np.int64)
    cells = np.asarray(printed)[y, x].astype(np.float32)
    return likeness_to_ktp(cells, seen), likeness_to_ktp(cells[:, ::-1, ::-1], seen[:, ::-1, ::-1])


def _quad(points: Plane) -> Quad:
    first, second, third, fourth = ((float(x), float(y)) for x, y in points)
    return first, second, third, fourth
