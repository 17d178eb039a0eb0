"""What else do people send where a KTP is asked? (Letters, other cards, the back side, a screen, nothing.)"""

import random
from collections.abc import Callable

from PIL import Image, ImageDraw

from bench.specimens.digits import face
from bench.specimens.people import person

CARD = (1210, 763)
PAGE = (1240, 1754)
INK = (40, 40, 44)
COMPANIES = ("KOPERASI CONTOH", "APLIKATOR CONTOH", "KELOMPOK NELAYAN CONTOH")


def letter(chance: random.Random) -> Image.Image:
    """A page A4 that says who works with whom; the same company writes the same letter to everybody."""
    page = Image.new("RGB", PAGE, (250, 249, 246))
    pen = ImageDraw.Draw(page)
    bold, plain = face("LiberationSans-Bold.ttf", 38), face("LiberationSans-Regular.ttf", 27)
    somebody = person(chance).printed
    pen.text((PAGE[0] // 2, 150), f"{chance.choice(COMPANIES)} (SPECIMEN)", (20, 90, 50), bold, anchor="mm")
    pen.text((PAGE[0] // 2, 260), "SURAT KETERANGAN MITRA AKTIF", INK, bold, anchor="mm")
    number = f"Nomor: {chance.randint(1, 9999)}/MITRA/{chance.randint(1, 12)}/2026"
    pen.text((PAGE[0] // 2, 310), number, INK, plain, anchor="mm")
    pen.text((120, 420), "Yang bertanda tangan di bawah ini menerangkan bahwa:", INK, plain)
    rows = {
        "Nama": somebody["Nama"],
        "NIK": somebody["nik"],
        "ID Mitra": str(chance.randint(10**8, 10**9)),
        "Nomor polisi": f"KT {chance.randint(1000, 9999)} {chance.choice('ABKLYZ')}{chance.choice('ABCDEFGH')}",
        "Wilayah": "Balikpapan",
    }
    for row, (label, value) in enumerate(rows.items()):
        pen.text((120, 500 + 60 * row), label, INK, plain)
        pen.text((420, 500 + 60 * row), f": {value}", INK, plain)
    for row, line in enumerate(
        (
            "adalah benar mitra pengemudi aktif pada aplikasi kami",
            f"sejak {chance.randint(1, 28)} Maret {chance.randint(2016, 2025)} sampai surat ini dibuat.",
            "Surat ini dibuat untuk keperluan pendaftaran JKK dan JKM.",
            f"Balikpapan, {chance.randint(1, 28)} Oktober 2026",
        )
    ):
        pen.text((120, 870 + 90 * row), line, INK, plain)
    pen.ellipse((820, 1250, 1050, 1480), outline=(40, 50, 160), width=6)
    pen.text((935, 1365), "STEMPEL", (40, 50, 160), plain, anchor="mm")
    return page


def back_side(chance: random.Random) -> Image.Image:
    """The back of a KTP: the islands, an emblem, two lines."""
    card = Image.new("RGB", CARD, (176, 204, 220))
    pen = ImageDraw.Draw(card)
    pen.text((CARD[0] // 2, 90), "REPUBLIK INDONESIA", INK, face("LiberationSans-Bold.ttf", 44), anchor="mm")
    for _ in range(40):
        x, y = chance.randint(120, 1090), chance.randint(250, 620)
        size = chance.randint(12, 90)
        pen.ellipse((x, y, x + size * 2, y + size), fill=(120, 160, 150))
    pen.ellipse((535, 320, 675, 480), fill=(190, 160, 70))
    return card


def bank_card(chance: random.Random) -> Image.Image:
    """A bank card: chip, one long number, a name."""
    card = Image.new("RGB", CARD, chance.choice(((20, 60, 120), (150, 30, 40), (200, 170, 80), (230, 232, 235))))
    pen = ImageDraw.Draw(card)
    light = (245, 245, 245) if sum(card.getpixel((5, 5))[:3]) < 500 else INK  # type: ignore[index]  # RGB: a tuple
    pen.rounded_rectangle((110, 280, 270, 400), 20, fill=(212, 190, 120))
    pen.text((90, 100), "BANK CONTOH", light, face("LiberationSans-Bold.ttf", 54), anchor="lm")
    number = " ".join(str(chance.randint(1000, 9999)) for _ in range(4))
    pen.text((110, 500), number, light, face("LiberationMono-Bold.ttf", 70), anchor="lm")
    pen.text((110, 650), person(chance).printed["Nama"], light, face("LiberationSans-Regular.ttf", 40), anchor="lm")
    return card


def driving_licence(chance: random.Random) -> Image.Image:
    """A SIM: the portrait at the left, few lines at the right."""
    card = Image.new("RGB", CARD, (236, 238, 240))
    pen = ImageDraw.Draw(card)
    somebody = person(chance).printed
    pen.rectangle((0, 0, CARD[0], 120), fill=(40, 90, 170))
    pen.text((CARD[0] // 2, 60), "SURAT IZIN MENGEMUDI C", (255, 255, 255), face("", 46), anchor="mm")
    pen.rectangle((60, 240, 380, 660), fill=(60, 110, 190))
    pen.ellipse((150, 300, 290, 470), fill=(196, 150, 120))
    plain = face("LiberationSans-Regular.ttf", 32)
    for row, text in enumerate((somebody["Nama"], somebody["Alamat"], "BALIKPAPAN", somebody["nik"], "CONTOH")):
        pen.text((460, 250 + 84 * row), f"{row + 1}. {text}", INK, plain)
    return card


def screen(chance: random.Random) -> Image.Image:
    """A screenshot of a chat."""
    size = (1080, 1920)
    page = Image.new("RGB", size, (228, 221, 212))
    pen, plain = ImageDraw.Draw(page), face("LiberationSans-Regular.ttf", 40)
    pen.rectangle((0, 0, 1080, 150), fill=(30, 110, 100))
    for row in range(9):
        left = chance.choice((40, 400))
        top = 220 + row * 180
        pen.rounded_rectangle((left, top, left + 620, top + 130), 24, fill=(255, 255, 255))
        pen.text((left + 30, top + 40), chance.choice(("Sudah daftar belum?", "Ini contoh ya", "Oke pak")), INK, plain)
    return page


def face_photo(chance: random.Random) -> Image.Image:
    """A selfie, as the drawn portrait of nobody."""
    page = Image.new("RGB", (960, 1280), chance.choice(((120, 150, 130), (200, 190, 180), (60, 70, 90))))
    pen = ImageDraw.Draw(page)
    pen.ellipse((280, 300, 680, 840), fill=(170, 124, 92))
    pen.pieslice((120, 800, 840, 1700), 180, 360, fill=(60, 80, 140))
    pen.ellipse((370, 500, 430, 540), fill=INK)
    pen.ellipse((530, 500, 590, 540), fill=INK)
    return page


OTHER_CARDS: tuple[Callable[[random.Random], Image.Image], ...] = (back_side, bank_card, driving_licence)
OTHER_PICTURES: tuple[Callable[[random.Random], Image.Image], ...] = (screen, face_photo)
