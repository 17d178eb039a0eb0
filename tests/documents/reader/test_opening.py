"""Is a page brought to full contrast, and is nothing else opened?"""

import pytest
from PIL import Image

from documents.reader.opening import opened
from tests.documents.made_files import encoded


def page(dark: int, light: int, size: tuple[int, int] = (160, 80)) -> bytes:
    sheet = Image.new("RGB", size, (light, light, light))
    sheet.paste((dark, dark, dark), (0, 0, size[0] // 2, size[1]))
    return encoded(sheet, "JPEG", quality=95)


@pytest.mark.parametrize(("dark", "light"), [(10, 70), (0, 255), (120, 180)])
def test_a_page_has_black_and_white_however_dark_the_photo(dark: int, light: int) -> None:
    picture = opened(page(dark, light))
    assert picture.shape == (80, 160, 3)
    assert int(picture[40, 20].max()) <= 8
    assert int(picture[40, 140].min()) >= 247


def test_one_colour_alone_is_no_error() -> None:
    assert opened(page(90, 90)).shape == (80, 160, 3)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", encoded(Image.new("RGB", (20, 20)), "PNG"), page(0, 9, (1601, 20))]
)
def test_what_is_no_cleaned_page_is_an_error(data: bytes) -> None:
    with pytest.raises((OSError, SyntaxError, ValueError)):
        opened(data)
