"""What can go wrong with a photo of a card? Each change takes the photo, where the card is, and chance."""

import random
from collections.abc import Callable

from PIL import Image, ImageOps

from bench.specimens import photo
from bench.specimens.tables import thumb
from documents.advice import Point

Change = Callable[[Image.Image, photo.Shot, random.Random], Image.Image]


def same(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Nothing."""
    return picture


def thumbed(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A thumb holds a corner."""
    corner, inside = chance.choice(((0, 2), (1, 3), (3, 1)))
    (x, y), (far_x, far_y) = shot.quad[corner], shot.quad[inside]
    place = (x + 0.03 * (far_x - x), y + 0.05 * (far_y - y))
    thumb(picture, chance, place, 0.11 * abs(far_x - x))
    return picture


def glare(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A lamp is reflected on the data."""
    place, wide = _spot(shot, chance.uniform(0.3, 0.55), chance.uniform(0.22, 0.6)), _width(shot)
    return photo.glared(picture, place, (wide * chance.uniform(0.12, 0.2), wide * chance.uniform(0.09, 0.14)))


def harmless_glare(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A lamp is reflected where nothing is printed."""
    place, wide = _spot(shot, chance.uniform(0.7, 0.74), chance.uniform(0.8, 0.9)), _width(shot)
    return photo.glared(picture, place, (wide * 0.05, wide * 0.04))


def focus(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Out of focus so far that letters run into each other."""
    return photo.unfocused(picture, _width(shot) * chance.uniform(0.0055, 0.011))


def slight_focus(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A little soft."""
    return photo.unfocused(picture, _width(shot) * chance.uniform(0.0005, 0.0016))


def motion(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """The hand shook."""
    return photo.shaken(picture, round(_width(shot) * chance.uniform(0.022, 0.04)), chance.uniform(0, 180))


def cut(side: int, depths: tuple[float, float] = (0.12, 0.35)) -> Change:
    """The picture is cropped so that a part of the card is outside: 0 left, 1 top, 2 right, 3 bottom."""

    def cut(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
        xs, ys = [x for x, _ in shot.quad], [y for _, y in shot.quad]
        depth = chance.uniform(*depths)
        box = [0.0, 0.0, float(picture.width), float(picture.height)]
        low, high = (min(xs), max(xs)) if side in (0, 2) else (min(ys), max(ys))
        box[side] = low + depth * (high - low) if side < 2 else high - depth * (high - low)
        return picture.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))

    return cut


def tight(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Cropped to the card."""
    xs, ys = [x for x, _ in shot.quad], [y for _, y in shot.quad]
    edge = chance.randint(0, 12)
    return picture.crop((int(min(xs)) - edge, int(min(ys)) - edge, int(max(xs)) + edge, int(max(ys)) + edge))


def copied(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A photocopy on white paper."""
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=(1, 30))
    return grey.convert("RGB")


def dark(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Hardly any light."""
    return photo.grained(photo.lit(picture, chance.uniform(0.08, 0.18)), chance, 3)


def dim(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Evening light."""
    return photo.grained(photo.lit(picture, chance.uniform(0.4, 0.6)), chance, 3)


def bright(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """Far too much light."""
    return photo.lit(picture, chance.uniform(2.0, 3.0), 2.0)


def light(picture: Image.Image, shot: photo.Shot, chance: random.Random) -> Image.Image:
    """A little too much light."""
    return photo.lit(picture, chance.uniform(1.1, 1.25))


def _width(shot: photo.Shot) -> float:
    (x, y), (u, v) = shot.quad[0], shot.quad[1]
    return float(((x - u) ** 2 + (y - v) ** 2) ** 0.5)


def _spot(shot: photo.Shot, across: float, down: float) -> Point:
    top, right, bottom, left = shot.quad
    return (
        (top[0] * (1 - across) + right[0] * across) * (1 - down) + (left[0] * (1 - across) + bottom[0] * across) * down,
        (top[1] * (1 - across) + right[1] * across) * (1 - down) + (left[1] * (1 - across) + bottom[1] * across) * down,
    )
