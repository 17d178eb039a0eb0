"""What may lie under a card in a photo? (Drawn by chance from a seed.)"""

import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Size = tuple[int, int]
Colour = tuple[int, int, int]

SKINS = ((96, 62, 42), (141, 95, 66), (186, 134, 99), (214, 168, 134))


def clouds(chance: random.Random, size: Size, grain: int) -> np.ndarray:
    """Smooth noise from 0 to 1; `grain` is about the number of spots across the picture."""
    seed = np.random.default_rng(chance.getrandbits(32))
    total = np.zeros((size[1], size[0]), dtype=np.float32)
    for step, share in ((grain, 0.6), (grain * 4, 0.3), (grain * 16, 0.1)):
        shape = (max(2, step * size[1] // size[0]), max(2, step))
        spots = Image.fromarray(seed.random(shape, dtype=np.float32))
        total += share * np.asarray(spots.resize(size, Image.Resampling.BICUBIC))
    return np.clip(total, 0, 1)


def plain(chance: random.Random, size: Size) -> Image.Image:
    """A tablecloth or a painted wall of one colour, from nearly black to nearly white."""
    base = chance.randint(25, 235)
    return _tinted(clouds(chance, size, 3) * 14, (base + chance.randint(-20, 20), base, base + chance.randint(-25, 15)))


def wood(chance: random.Random, size: Size) -> Image.Image:
    """Boards with a grain."""
    rough = Image.fromarray(clouds(chance, size, 40)).resize((size[0] // 12 + 1, size[1]))
    grain = np.asarray(rough.resize(size, Image.Resampling.BILINEAR)) * 90
    picture = _tinted(grain, chance.choice(((70, 40, 22), (120, 80, 45), (165, 125, 85))))
    pen = ImageDraw.Draw(picture)
    for board in range(1, 5):
        height = size[1] * board // 5 + chance.randint(-30, 30)
        pen.line((0, height, size[0], height + chance.randint(-12, 12)), fill=(40, 25, 15), width=chance.randint(1, 4))
    return picture


def tiles(chance: random.Random, size: Size) -> Image.Image:
    """Floor tiles: straight joints that compete with a card's edges."""
    picture = _tinted(clouds(chance, size, 8) * 40, chance.choice(((190, 186, 178), (120, 120, 125), (205, 195, 170))))
    pen, step = ImageDraw.Draw(picture), chance.randint(260, 480)
    slope = chance.uniform(-0.15, 0.15)
    for place in range(-step, max(size) + step, step):
        pen.line((place, 0, place + slope * size[1], size[1]), fill=(90, 88, 84), width=4)
        pen.line((0, place, size[0], place - slope * size[0]), fill=(90, 88, 84), width=4)
    return picture


def cloth(chance: random.Random, size: Size) -> Image.Image:
    """A checked cloth, like a sarong."""
    picture = _tinted(clouds(chance, size, 5) * 20, chance.choice(((60, 30, 40), (30, 50, 80), (140, 140, 130))))
    pen, step = ImageDraw.Draw(picture, "RGBA"), chance.randint(40, 110)
    for place in range(0, max(size), step):
        shade = (*(chance.randint(0, 255) for _ in range(3)), 70)
        pen.rectangle((place, 0, place + step // 3, size[1]), fill=shade)
        pen.rectangle((0, place, size[0], place + step // 3), fill=shade)
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def stone(chance: random.Random, size: Size) -> Image.Image:
    """Rough ground with strong light and dark."""
    return _tinted(clouds(chance, size, 14) * 330 - 90, chance.choice(((20, 15, 10), (30, 30, 34), (10, 20, 10))))


TABLES: tuple[Callable[[random.Random, Size], Image.Image], ...] = (plain, wood, tiles, cloth, stone)


def table(chance: random.Random, size: Size) -> Image.Image:
    """One of them all."""
    return chance.choice(TABLES)(chance, size)


def thumb(picture: Image.Image, chance: random.Random, place: tuple[float, float], size: float) -> None:
    """A thumb from the nearest side of the picture up to `place`, `size` pixels thick; drawn in place."""
    skin = chance.choice(SKINS)
    x, y = place
    far = x + (size * 4 if x > picture.width / 2 else -size * 4)
    mask = Image.new("L", picture.size)
    pen = ImageDraw.Draw(mask)
    pen.line((far, y + size * chance.uniform(0, 2), x, y), fill=255, width=round(size))
    pen.ellipse((x - size / 2, y - size / 2, x + size / 2, y + size / 2), fill=255)
    picture.paste(_tinted(clouds(chance, picture.size, 10) * 25, skin), mask=mask.filter(ImageFilter.GaussianBlur(2)))


def _tinted(shade: np.ndarray, colour: Colour) -> Image.Image:
    return Image.fromarray(np.clip(shade[..., None] + np.array(colour), 0, 255).astype(np.uint8))
