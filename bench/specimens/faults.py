"""What do time, hands and light do to a card in a photo? Pillow only; chance comes from the caller's seed."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
_TABLES: tuple[tuple[Colour, Colour], ...] = (
    ((70, 48, 30), (140, 104, 70)),
    ((150, 150, 146), (190, 188, 184)),
    ((30, 34, 40), (66, 70, 80)),
    ((176, 140, 96), (214, 184, 140)),
)


def clouds(size: tuple[int, int], chance: random.Random, grain: int, dark: Colour, light: Colour) -> Image.Image:
    """Soft patches between two colours; `grain` patches across."""
    coarse = (grain, max(2, grain * size[1] // size[0]))
    mask = Image.frombytes("L", coarse, chance.randbytes(coarse[0] * coarse[1])).resize(size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", size, light), Image.new("RGB", size, dark), mask)


def photographed(card: Image.Image, chance: random.Random, width: int, degrees: float) -> Image.Image:
    """The card (RGBA) on a table, turned, a little in perspective, in uneven light, with a camera's noise."""
    size = (width, round(width * 0.72))
    table = clouds(size, chance, 30, *chance.choice(_TABLES))
    quad = _corners(card.size, size, degrees, chance)
    laid = card.transform(size, Image.Transform.PERSPECTIVE, _perspective(quad, card.size), Image.Resampling.BICUBIC)
    table.paste(laid, mask=laid.getchannel("A"))
    soft = table.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.7)))
    return noisy(ImageChops.multiply(soft, clouds(size, chance, 3, (150, 150, 150), (255, 255, 255))), chance, 0.06)


def noisy(photo: Image.Image, chance: random.Random, share: float) -> Image.Image:
    """`share` of every pixel is chance."""
    grain = Image.frombytes("L", photo.size, chance.randbytes(photo.width * photo.height))
    return Image.blend(photo, Image.merge("RGB", (grain, grain, grain)), share)


def worn(card: Image.Image, chance: random.Random) -> Image.Image:
    """Scratches, specks, and patches where the print has faded to a third."""
    faded = Image.frombytes("L", (12, 8), bytes(chance.choice((0, 0, 60, 170)) for _ in range(96)))
    paper = Image.new("RGB", card.size, (172, 200, 218))
    face = Image.composite(paper, card.convert("RGB"), faded.resize(card.size, Image.Resampling.BICUBIC))
    draw = ImageDraw.Draw(face)
    for _ in range(26):
        x, y, slope = chance.randrange(card.width), chance.randrange(card.height), chance.uniform(0, math.pi)
        length = chance.uniform(40, 300)
        shade = chance.choice(((236, 240, 244), (120, 130, 140)))
        draw.line((x, y, x + length * math.cos(slope), y + length * math.sin(slope)), shade, chance.choice((1, 2)))
    for _ in range(60):
        x, y, radius = chance.randrange(card.width), chance.randrange(card.height), chance.choice((1, 2, 3))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), (96, 96, 100))
    face.putalpha(card.getchannel("A"))
    return face


def glare(card: Image.Image, chance: random.Random, place: tuple[float, float], strength: float) -> Image.Image:
    """A soft white spot with its middle at `place`, hiding `strength` (0 to 1) of what is under it."""
    radii = (chance.uniform(70, 150), chance.uniform(30, 60))
    spot = Image.new("L", card.size)
    box = (place[0] - radii[0], place[1] - radii[1], place[0] + radii[0], place[1] + radii[1])
    ImageDraw.Draw(spot).ellipse(box, round(255 * strength))
    white = Image.new("RGB", card.size, (255, 255, 250))
    shone = Image.composite(white, card.convert("RGB"), spot.filter(ImageFilter.GaussianBlur(14)))
    shone.putalpha(card.getchannel("A"))
    return shone


def blurred(photo: Image.Image, chance: random.Random) -> Image.Image:
    """Out of focus: letters run into each other but can be told."""
    return photo.filter(ImageFilter.GaussianBlur(photo.width / 1280 * chance.uniform(1.6, 2.6)))


def dark(photo: Image.Image, chance: random.Random) -> Image.Image:
    """A third of the light and twice the noise."""
    return noisy(photo.point([round(value * 0.33) for value in range(256)] * 3), chance, 0.08)


def _corners(
    card: tuple[int, int], photo: tuple[int, int], degrees: float, chance: random.Random
) -> list[tuple[float, float]]:
    """Where the card's corners lie in the photo, from its upper left clockwise."""
    angle = math.radians(degrees)
    wide = card[0] * abs(math.cos(angle)) + card[1] * abs(math.sin(angle))
    high = card[0] * abs(math.sin(angle)) + card[1] * abs(math.cos(angle))
    scale = min(photo[0] / wide, photo[1] / high) * chance.uniform(0.86, 0.95)
    shift = 0.02 * photo[0]
    return [
        (
            photo[0] / 2 + scale * (x * math.cos(angle) - y * math.sin(angle)) + chance.uniform(-shift, shift),
            photo[1] / 2 + scale * (x * math.sin(angle) + y * math.cos(angle)) + chance.uniform(-shift, shift),
        )
        for x, y in (
            (-card[0] / 2, -card[1] / 2),
            (card[0] / 2, -card[1] / 2),
            (card[0] / 2, card[1] / 2),
            (-card[0] / 2, card[1] / 2),
        )
    ]


def _perspective(quad: list[tuple[float, float]], card: tuple[int, int]) -> list[float]:
    """The eight numbers with which Pillow finds, for each point of the photo, its point of the card."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(quad, ((0, 0), (card[0], 0), card, (0, card[1])), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """The solution of linear equations (each row: factors, then the sum), by Gauss and Jordan."""
    count = len(rows)
    for column in range(count):
        pivot = max(range(column, count), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(count):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [own - factor * other for own, other in zip(rows[row], rows[column], strict=True)]
    return [rows[row][count] / rows[row][row] for row in range(count)]
