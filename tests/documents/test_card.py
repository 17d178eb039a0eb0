"""Does staff get one picture of a case that Telegram takes and a person can read?"""

from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from documents.card import CHANGED_PAPER, GAP, draw
from documents.lettering import drawable, font, shortened
from documents.results import LabelledPage
from documents.watermark import mark
from tests.documents.made_files import encoded, sample, scene

NOTE = "HANYA UNTUK PENDAFTARAN JKK/JKM – CONTOH – 23-11-2025"
KTP = LabelledPage(sample("ktp01_l1.jpg"), "KTP (contoh)")
LETTERS = [LabelledPage(sample(f"letter_{name}.jpg"), name) for name in ("gojek", "grab", "maxim")]


def card(pages: Sequence[LabelledPage], note: str = NOTE) -> Image.Image:
    data = draw(pages, note)
    image = Image.open(BytesIO(data))
    image.load()
    assert image.format == "JPEG"
    return image


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 7, 10, 20])
def test_a_card_of_any_number_of_pages_is_a_photo_for_telegram(count: int) -> None:
    data = draw(([KTP] + LETTERS * 7)[:count], NOTE)
    width, height = Image.open(BytesIO(data)).size
    assert width + height <= 10_000
    assert max(width, height) <= 20 * min(width, height)
    assert len(data) <= 800_000


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_usual_card_is_under_600_kb_and_2000_pixels(count: int) -> None:
    data = draw([KTP, *LETTERS][:count], NOTE)
    assert len(data) <= 600_000
    assert 1200 <= max(Image.open(BytesIO(data)).size) <= 2000


def test_pages_stand_in_the_order_given_and_the_first_is_biggest() -> None:
    red, blue = (encoded(Image.new("RGB", (1280, 860), name), "JPEG") for name in ("red", "blue"))
    tall = encoded(Image.new("RGB", (860, 1280), "blue"), "JPEG")
    for others in ([tall], [tall, tall], [blue, tall, tall]):
        image = card([LabelledPage(red, "KTP"), *(LabelledPage(other, "surat") for other in others)], "")
        reds, blues = (area(image, channel) for channel in (0, 2))
        assert reds[0] > blues[0] / len(others)
        assert reds[1] < blues[1] if len(others) > 1 else reds[1][1] < blues[1][1]


def area(image: Image.Image, channel: int) -> tuple[int, tuple[int, int]]:
    """How many pixels are purely of one channel, and the (top, left) where they begin."""
    bands = [band.point(lambda value: 255 * (value > 200)) for band in image.split()]
    one, other = (band for number, band in enumerate(bands) if number != channel)
    rest = ImageChops.add(one, other)
    mask = ImageChops.subtract(bands[channel], rest).filter(ImageFilter.MinFilter(9))  # no edges of letters
    box = mask.getbbox()
    assert box is not None
    return mask.histogram()[255], (box[1], box[0])


def test_a_changed_page_is_framed_and_the_others_are_not() -> None:
    blue = encoded(Image.new("RGB", (1280, 860), "blue"), "JPEG")
    image = card([LabelledPage(blue, "sama"), LabelledPage(blue, "baru", changed=True)], "")
    middle = image.height // 2
    row = [image.getpixel((x, middle)) for x in (GAP + 3, image.width - GAP - 4)]
    assert [near(pixel, CHANGED_PAPER) for pixel in row] == [False, True]


def near(pixel: float | tuple[int, ...] | None, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return max(abs(one - other) for one, other in zip(pixel, colour, strict=True)) < 30


def test_a_page_that_is_gone_or_broken_leaves_a_grey_sheet_and_the_rest() -> None:
    whole = card([KTP, LETTERS[0]])
    for broken in (b"", b"rusak", KTP.jpeg[:5000]):
        image = card([LabelledPage(broken, "KTP"), LETTERS[0]])
        right = (image.width - 200, 100, image.width - 50, 900)
        shifted = (whole.width - 200, 100, whole.width - 50, 900)
        assert abs(ImageStat.Stat(image.crop(right)).mean[0] - ImageStat.Stat(whole.crop(shifted)).mean[0]) < 12


def test_strange_labels_and_shapes_do_not_break_a_card() -> None:
    strip = encoded(scene(1600, 300), "JPEG")
    labels = ["", "x" * 5000, "baris\nbaru\t\x00", "Ñandú – “é” 漢字 🙂", "\u202eterbalik"]
    image = card([LabelledPage(strip, label) for label in labels], "\n".join(labels))
    assert image.width <= 2000 + 2 * GAP


def test_the_purpose_covers_every_part_of_a_page_and_leaves_it_readable() -> None:
    for name in ("ktp01_l1.jpg", "letter_gojek.jpg"):
        before = Image.open(BytesIO(sample(name))).convert("RGB")
        after = before.copy()
        mark(after, NOTE)
        change = ImageChops.difference(before, after).convert("L")
        side = min(before.size) // 2
        for left in range(0, before.width - side + 1, side):
            for top in range(0, before.height - side + 1, side):
                assert change.crop((left, top, left + side, top + side)).getbbox() is not None
        assert ImageStat.Stat(change).mean[0] < 4
        assert sum(change.histogram()[50:]) == 0


def test_no_purpose_changes_nothing() -> None:
    picture = scene()
    mark(picture, " \n ")
    assert picture.tobytes() == scene().tobytes()


def test_the_font_draws_what_it_has_and_says_so_for_the_rest() -> None:
    assert drawable("Disnaker – Balikpapan\n“é” 漢") == 'Disnaker - Balikpapan "e" ?'
    assert shortened("Surat Keterangan", font(30), 10_000) == "Surat Keterangan"
    assert font(30).getlength(shortened("Surat Keterangan Mitra", font(30), 200)) <= 200
