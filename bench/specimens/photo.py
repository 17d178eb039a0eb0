"""How does a flat card become a photo of a card? (Perspective, light, lens, grain, compression.)"""

import math
import random
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bench.specimens.tables import Size, clouds
from documents.advice import Point, Quad
from documents.plane import whole

ROUND = 0.037  # corner radius of ISO 7810 by the card's width


@dataclass(frozen=True)
class Shot:
    """A photo and where the card's corners are in it, top left of the card first."""

    picture: Image.Image
    quad: Quad


def quad_at(middle: Point, width: float, shape: float, angle: float, slant: float, chance: random.Random) -> Quad:
    """A card `width` pixels wide turned by `angle` degrees, each corner off by up to `slant` of the width."""
    turn = math.radians(angle)
    corners = []
    for x, y in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        across, down = x * width, y * width / shape
        off = (chance.uniform(-slant, slant) * width, chance.uniform(-slant, slant) * width)
        corners.append(
            (
                middle[0] + across * math.cos(turn) - down * math.sin(turn) + off[0],
                middle[1] + across * math.sin(turn) + down * math.cos(turn) + off[1],
            )
        )
    first, second, third, fourth = corners
    return first, second, third, fourth


def shot(card: Image.Image, table: Image.Image, quad: Quad, round_corners: bool = True) -> Shot:
    """The card lying on the table, its corners at `quad`."""
    mask = Image.new("L", card.size)
    radius = round(ROUND * card.width) if round_corners else 0
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, card.width - 1, card.height - 1), radius, fill=255)
    factors = _inverse(quad, card.size)
    laid = card.convert("RGB").transform(table.size, Image.Transform.PERSPECTIVE, factors, Image.Resampling.BICUBIC)
    where = mask.transform(table.size, Image.Transform.PERSPECTIVE, factors, Image.Resampling.BILINEAR)
    shadow = Image.eval(where.filter(ImageFilter.GaussianBlur(9)), lambda value: value // 3)
    picture = table.copy()
    picture.paste((0, 0, 0), (5, 7), shadow)
    picture.paste(laid, mask=where)
    return Shot(picture, quad)


def lit(picture: Image.Image, light: float, gamma: float = 1.0) -> Image.Image:
    """All brightness times `light`, then raised to 1 / `gamma`."""
    return picture.point(lambda value: 255 * min(1.0, value / 255 * light) ** (1 / gamma))


def shaded(picture: Image.Image, chance: random.Random, depth: float) -> Image.Image:
    """Uneven light: in its darkest part `1 - depth` of it is left."""
    shade = 1 - depth * clouds(chance, (picture.width // 8, picture.height // 8), 2)
    wide = np.asarray(Image.fromarray(shade.astype(np.float32)).resize(picture.size, Image.Resampling.BICUBIC))
    return Image.fromarray(np.clip(np.asarray(picture) * wide[..., None], 0, 255).astype(np.uint8))


def glared(picture: Image.Image, middle: Point, size: tuple[float, float], power: float = 330) -> Image.Image:
    """A lamp's reflection with soft edges; `size` is its half width and half height in pixels."""
    y, x = np.mgrid[: picture.height, : picture.width].astype(np.float32)
    away = ((x - middle[0]) / size[0]) ** 2 + ((y - middle[1]) / size[1]) ** 2
    light = power * np.exp(-(away**2))
    return Image.fromarray(np.clip(np.asarray(picture) + light[..., None], 0, 255).astype(np.uint8))


def unfocused(picture: Image.Image, radius: float) -> Image.Image:
    """Out of focus by `radius` pixels."""
    return picture.filter(ImageFilter.GaussianBlur(radius))


def shaken(picture: Image.Image, length: int, angle: float) -> Image.Image:
    """The camera moved `length` pixels at `angle` degrees while it looked."""
    total = np.zeros((picture.height, picture.width, 3), dtype=np.float32)
    for step in range(length):
        away = step - length / 2
        move = (1, 0, away * math.cos(math.radians(angle)), 0, 1, away * math.sin(math.radians(angle)))
        total += np.asarray(picture.transform(picture.size, Image.Transform.AFFINE, move, Image.Resampling.BILINEAR))
    return Image.fromarray((total / length).astype(np.uint8))


def grained(picture: Image.Image, chance: random.Random, amount: float) -> Image.Image:
    """Sensor noise of standard deviation `amount`."""
    seed = np.random.default_rng(chance.getrandbits(32))
    noise = seed.normal(0, amount, (picture.height, picture.width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8))


def sent(picture: Image.Image, quality: int = 87) -> bytes:
    """The JPEG a messenger makes of it."""
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def _inverse(quad: Quad, size: Size) -> tuple[float, ...]:
    rows, wanted = [], []
    for (x, y), (u, v) in zip(quad, whole(size), strict=True):
        rows += [(x, y, 1, 0, 0, 0, -x * u, -y * u), (0, 0, 0, x, y, 1, -x * v, -y * v)]
        wanted += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(wanted)).tolist())
