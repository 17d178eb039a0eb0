"""Is a chart of counts readable, in the right proportions, and does it come out of the child as drawn?"""

from io import BytesIO

import pytest
from PIL import Image

from documents.bars import Bar, Chart
from documents.chart import BAR_ROW, COLOURS, EDGE, WIDTH, draw, grouped
from documents.sandbox import Sandbox

LEGEND = ("Disetujui", "Daftar tunggu", "Diperiksa", "Sisa tempat")
TWO = Chart("Kuota", LEGEND, (Bar("Semua", "60 dari 100", (60, 10, 10, 20)), Bar("Petani", "0", (0, 0, 0, 0))))


def opened(chart: Chart) -> Image.Image:
    return Image.open(BytesIO(draw(chart)))


def shares(picture: Image.Image, from_bottom: int) -> list[int]:
    """How many pixels of each colour a row of the picture has that cuts through a bar."""
    row = picture.height - EDGE - from_bottom
    pixels = [picture.getpixel((column, row)) for column in range(EDGE, WIDTH - EDGE)]
    return [sum(_is_near(pixel, colour) for pixel in pixels) for colour in COLOURS]


def _is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(abs(a - b) < 8 for a, b in zip(pixel, colour, strict=True))


def test_each_part_has_its_share_of_the_bar_in_its_colour() -> None:
    top_of_bar = 2 * BAR_ROW - 50
    first = shares(opened(TWO), top_of_bar)
    assert [abs(found - wanted) <= 12 for found, wanted in zip(first, (552, 92, 92, 184, 0), strict=True)] == [True] * 5
    assert shares(opened(TWO), BAR_ROW - 50) == [0] * 5


def test_on_one_scale_a_bar_of_half_the_count_is_half_as_long() -> None:
    bars = (Bar("a", "", (100,)), Bar("b", "", (50,)))
    picture = opened(Chart("Harian", ("Masuk",), bars, one_scale=True))
    long, short = shares(picture, 2 * BAR_ROW - 50)[0], shares(picture, BAR_ROW - 50)[0]
    assert abs(long - 2 * short) <= 12


@pytest.mark.parametrize(
    "chart",
    [
        Chart("", (), ()),
        Chart("T" * 300, ("L" * 200,) * 5, (Bar("N" * 300, "🛵" * 300, (1, 10**9, 1, 1, 1)),)),
        Chart("x", LEGEND, tuple(Bar(str(number), "", (number, 1, 0, 0)) for number in range(30))),
    ],
)
def test_any_texts_and_numbers_make_a_picture_that_telegram_takes(chart: Chart) -> None:
    picture = opened(chart)
    assert picture.width == WIDTH
    assert picture.width + picture.height <= 10_000
    assert max(picture.size) / min(picture.size) <= 20


def test_numbers_are_written_as_indonesians_do() -> None:
    assert [grouped(number) for number in (0, 999, 7100, 1234567)] == ["0", "999", "7.100", "1.234.567"]


async def test_the_child_draws_what_the_same_code_draws(sandbox: Sandbox) -> None:
    assert await sandbox.draw_chart(TWO) == draw(TWO)
