"""How does an identity card look in a photo, easy and hard? Drawn with Pillow, the same for the same seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bench.specimens import faults
from bench.specimens.digits import INK, Draw, face, in_font, ocr_a
from bench.specimens.people import Person, person

CARD = (1210, 763)  # pixels; 85.6 x 54 mm
_LEFT, _VALUE, _TOP, _PITCH = 42, 300, 190, 38
_WIDEST = 610  # pixels of a value
_INDENTED = ("RT/RW", "Kel/Desa", "Kecamatan")
_DIGITS = tuple(map(in_font, ("DejaVuSansMono.ttf", "LiberationMono-Bold.ttf", "DejaVuSans-Bold.ttf", "", "Arial.ttf")))


@dataclass(frozen=True, slots=True)
class Specimen:
    """A photo of a card, its grade, and its true answers by question."""

    grade: str
    jpeg: bytes
    truth: dict[str, str]


def specimen(grade: str, seed: int) -> Specimen:
    """The photo `seed` of a grade of `GRADES`."""
    chance = random.Random(f"{grade} {seed}")
    somebody = person(chance)
    card = drawn(somebody, chance.choice(_DIGITS) if grade == "digits" else ocr_a, chance)
    photo = GRADES[grade](card, chance)
    buffer = BytesIO()
    photo.save(buffer, "JPEG", quality=chance.choice((75, 85, 90)))
    return Specimen(grade, buffer.getvalue(), somebody.truth)


def drawn(somebody: Person, digits: Draw, chance: random.Random) -> Image.Image:
    """The card itself, `CARD` pixels, transparent round its corners."""
    paper = faults.clouds(CARD, chance, 14, (150, 186, 208), (182, 208, 224))
    draw = ImageDraw.Draw(paper)
    bold = face(chance.choice(("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf", "")), 34)
    draw.text((CARD[0] // 2, 36), "PROVINSI KALIMANTAN TIMUR", INK, bold, anchor="mm")
    draw.text((CARD[0] // 2, 78), "KOTA BALIKPAPAN", INK, bold, anchor="mm")
    draw.text((_LEFT, 146), "NIK", INK, bold, anchor="lm")
    draw.text((_VALUE - 30, 146), ":", INK, bold, anchor="lm")
    digits(paper, (_VALUE, 124), somebody.printed["nik"], 40)
    _lines(draw, somebody.printed, chance)
    _portrait(draw, somebody.printed, chance)
    corners = Image.new("L", CARD)
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, CARD[0] - 1, CARD[1] - 1), 36, 255)
    paper.putalpha(corners)
    return paper


def _lines(draw: ImageDraw.ImageDraw, printed: dict[str, str], chance: random.Random) -> None:
    plain = face(chance.choice(("LiberationSans-Regular.ttf", "DejaVuSansCondensed.ttf", "")), 27)
    labels = [label for label in printed if label[0].isupper() and label != "Gol. Darah"]
    row = 0
    for label in labels:
        middle = _TOP + row * _PITCH
        draw.text((_LEFT + 30 * (label in _INDENTED), middle), label, INK, plain, anchor="lm")
        draw.text((_VALUE - 22, middle), ":", INK, plain, anchor="lm")
        for line in _wrapped(printed[label], plain):
            draw.text((_VALUE - 6, _TOP + row * _PITCH), line, INK, plain, anchor="lm")
            row += 1
        if label == "Jenis kelamin":
            draw.text((640, middle), f"Gol. Darah : {printed['Gol. Darah']}", INK, plain, anchor="lm")
    draw.text((CARD[0] // 2, CARD[1] - 24), "SPECIMEN - DATA CONTOH", (110, 130, 150), plain, anchor="mm")


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> list[str]:
    """The words in as many lines as fit beside the portrait, as the card's printer does it."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > _WIDEST:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _portrait(draw: ImageDraw.ImageDraw, printed: dict[str, str], chance: random.Random) -> None:
    ground = (168, 28, 40) if int(printed["nik"][11]) % 2 else (30, 60, 160)
    draw.rectangle((922, 200, 1152, 500), ground)
    draw.ellipse((990, 240, 1084, 360), (196, 150, 120))
    draw.pieslice((936, 370, 1138, 640), 180, 360, (222, 222, 230))
    draw.rectangle((922, 500, 1152, 640), (166, 196, 214))
    small = face("LiberationSans-Regular.ttf", 24)
    draw.text((1037, 536), printed["city"], INK, small, anchor="mm")
    draw.text((1037, 568), printed["issued"], INK, small, anchor="mm")
    points = [(950 + 16 * step, 625 + chance.randrange(-24, 24)) for step in range(11)]
    draw.line(points, (40, 40, 110), 3)


def _plain(card: Image.Image, chance: random.Random) -> Image.Image:
    return faults.photographed(card, chance, 1280, chance.uniform(-3, 3))


def _small(card: Image.Image, chance: random.Random) -> Image.Image:
    return faults.photographed(card, chance, 800, chance.uniform(-4, 4))


def _tilted(card: Image.Image, chance: random.Random) -> Image.Image:
    return faults.photographed(card, chance, 1400, chance.choice((-1, 1)) * chance.uniform(14, 21))


def _upside_down(card: Image.Image, chance: random.Random) -> Image.Image:
    return _plain(card, chance).transpose(Image.Transpose.ROTATE_180)


def _sideways(card: Image.Image, chance: random.Random) -> Image.Image:
    return _plain(card, chance).transpose(chance.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)))


def _worn(card: Image.Image, chance: random.Random) -> Image.Image:
    return _plain(faults.worn(card, chance), chance)


def _glare(card: Image.Image, chance: random.Random) -> Image.Image:
    return _plain(faults.glare(card, chance, (chance.uniform(300, 800), 146), chance.uniform(0.6, 0.9)), chance)


def _hidden(card: Image.Image, chance: random.Random) -> Image.Image:
    """Some digits and letters are gone for good: what can no longer be read must not be made up."""
    card = faults.glare(card, chance, (chance.uniform(300, 800), 146), 1.0)
    return _plain(faults.glare(card, chance, (chance.uniform(250, 700), chance.uniform(200, 480)), 1.0), chance)


def _blurred(card: Image.Image, chance: random.Random) -> Image.Image:
    return faults.blurred(_plain(card, chance), chance)


def _dark(card: Image.Image, chance: random.Random) -> Image.Image:
    return faults.dark(_plain(faults.worn(card, chance), chance), chance)


def _mixed(card: Image.Image, chance: random.Random) -> Image.Image:
    worn = faults.glare(faults.worn(card, chance), chance, (chance.uniform(250, 800), chance.uniform(146, 500)), 0.7)
    photo = faults.photographed(worn, chance, chance.choice((800, 960, 1280)), chance.uniform(-12, 12))
    return chance.choice((faults.blurred, faults.dark))(photo, chance)


GRADES: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "plain": _plain,
    "digits": _plain,
    "worn": _worn,
    "glare": _glare,
    "tilted": _tilted,
    "small": _small,
    "upside_down": _upside_down,
    "sideways": _sideways,
    "blurred": _blurred,
    "dark": _dark,
    "mixed": _mixed,
    "hidden": _hidden,
}
