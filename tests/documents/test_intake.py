"""Do good pictures come out clean, and are bad ones refused with the right reason?"""

import zlib
from io import BytesIO

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from documents.intake import clean
from documents.results import Cleaned, Page, Refusal, Refused
from tests.documents.made_files import encoded, png, png_chunk, sample, scene, webp_header


def page_of(data: bytes) -> Page:
    result = clean(data, allow_pdf=False)
    assert isinstance(result, Cleaned), result
    assert result.source == "photo"
    (page,) = result.pages
    return page


def opened(page: Page) -> Image.Image:
    image = Image.open(BytesIO(page.jpeg))
    image.load()
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (page.width, page.height))
    return image


def colour(image: Image.Image, x: float, y: float) -> str:
    """The name of the colour at a place given in shares of the sides."""
    pixel = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(pixel, tuple)
    names: dict[tuple[int, ...], str] = {
        (1, 0, 0): "red",
        (0, 0, 1): "blue",
        (1, 1, 1): "white",
        (0, 0, 0): "black",
    }
    return names[tuple(round(channel / 255) for channel in pixel)]


def refusal(data: bytes) -> Refusal:
    result = clean(data, allow_pdf=False)
    assert isinstance(result, Refused), result
    return result.code


def heic(image: Image.Image) -> bytes:
    buffer = BytesIO()
    pillow_heif.from_pillow(image).save(buffer, quality=90)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["ktp00_l0.jpg", "ktp03_l3.jpg", "bad_blurred.jpg"])
def test_a_telegram_photo_keeps_its_size(name: str) -> None:
    image = opened(page_of(sample(name)))
    assert image.size == (1280, 860)


def test_a_big_photo_is_shrunk_to_1600() -> None:
    assert opened(page_of(encoded(scene(4032, 3024), "JPEG"))).size == (1600, 1200)


def test_orientation_is_applied_and_the_place_is_forgotten() -> None:
    data = sample("exif_gps_orientation.jpg")
    with Image.open(BytesIO(data)) as before:
        assert len(before.getexif().get_ifd(ExifTags.IFD.GPSInfo)) > 0
    image = opened(page_of(data))
    assert image.size == (1280, 860)
    assert (dict(image.getexif()), sorted(image.info)) == (
        {},
        ["jfif", "jfif_density", "jfif_unit", "jfif_version"],
    )


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        *[(1, "top left"), (2, "top right"), (3, "bottom right"), (4, "bottom left"), (5, "top left")],
        *[(6, "top right"), (7, "bottom right"), (8, "bottom left"), (9, "top left")],
    ],
)
def test_each_of_the_eight_orientations_is_applied(orientation: int, corner: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    image = opened(page_of(encoded(scene(), "JPEG", exif=exif, quality=95)))
    places = {"top left": (0, 0), "top right": (1, 0), "bottom left": (0, 1), "bottom right": (1, 1)}
    assert [place for place, (x, y) in places.items() if colour(image, x, y) == "white"] == [corner]
    assert image.size == ((430, 640) if orientation in (5, 6, 7, 8) else (640, 430))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(encoded(scene(), "JPEG", quality=95), id="jpeg"),
        pytest.param(encoded(scene(), "JPEG", progressive=True), id="progressive jpeg"),
        pytest.param(encoded(scene().convert("CMYK"), "JPEG"), id="cmyk jpeg"),
        pytest.param(encoded(scene(), "MPO", save_all=True, append_images=[scene()]), id="phone jpeg of two pictures"),
        pytest.param(encoded(scene(), "PNG"), id="png"),
        pytest.param(encoded(scene().quantize(8), "PNG"), id="palette png"),
        pytest.param(encoded(scene().convert("RGBA"), "PNG"), id="png with alpha"),
        pytest.param(encoded(scene(), "WEBP", lossless=True), id="webp"),
        pytest.param(heic(scene()), id="heic"),
    ],
)
def test_colours_survive_in_every_kind(data: bytes) -> None:
    image = opened(page_of(data))
    assert [colour(image, 0, 0), colour(image, 0.2, 0.9), colour(image, 0.9, 0.5)] == ["white", "red", "blue"]


def test_what_is_transparent_becomes_white() -> None:
    image = Image.new("RGBA", (640, 480), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (320, 0, 640, 480))
    palette = Image.new("P", (640, 480), 0)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    palette.paste(1, (320, 0, 640, 480))
    grey = Image.new("LA", (640, 480), (0, 0))
    for data in (encoded(image, "PNG"), encoded(image, "WEBP"), encoded(palette, "PNG", transparency=0)):
        assert [colour(opened(page_of(data)), x, 0.5) for x in (0.1, 0.9)] == ["white", "red"]
    assert colour(opened(page_of(encoded(grey, "PNG"))), 0.5, 0.5) == "white"


def test_sixteen_bit_grey_keeps_its_shades() -> None:
    image = Image.new("I;16", (640, 480), 40 * 256)
    pixel = opened(page_of(encoded(image, "PNG"))).getpixel((10, 10))
    assert pixel == (40, 40, 40)


def test_one_bit_pictures_are_taken() -> None:
    assert opened(page_of(encoded(Image.new("1", (640, 480), 1), "PNG"))).size == (640, 480)


def test_nothing_hidden_behind_or_inside_a_photo_comes_out() -> None:
    hidden = b"PK\x03\x04 RAHASIA <script>alert(1)</script>"
    data = encoded(scene(), "JPEG", comment=hidden, icc_profile=hidden, exif=b"Exif\x00\x00" + hidden) + hidden
    page = page_of(data)
    assert page.jpeg.find(b"RAHASIA") == -1
    assert opened(page).size == (640, 430)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", Refusal.NOT_A_PICTURE, id="empty"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refusal.NOT_A_PICTURE, id="svg"),
        pytest.param(b"<!doctype html><script>x</script>", Refusal.NOT_A_PICTURE, id="html"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 500 500\n", Refusal.UNSUPPORTED, id="eps"),
        pytest.param(encoded(scene(), "GIF"), Refusal.UNSUPPORTED, id="gif"),
        pytest.param(
            encoded(scene(), "GIF", save_all=True, append_images=[scene().rotate(5)] * 3),
            Refusal.UNSUPPORTED,
            id="moving gif",
        ),
        pytest.param(encoded(scene(), "TIFF"), Refusal.UNSUPPORTED, id="tiff"),
        pytest.param(encoded(scene(), "BMP"), Refusal.UNSUPPORTED, id="bmp"),
        pytest.param(encoded(scene(), "AVIF"), Refusal.UNSUPPORTED, id="avif"),
        pytest.param(b"%PDF-1.7 ...", Refusal.UNSUPPORTED, id="pdf where none is wanted"),
        pytest.param(
            encoded(scene(), "PNG", save_all=True, append_images=[scene().rotate(5)]),
            Refusal.ANIMATED,
            id="apng",
        ),
        pytest.param(
            encoded(scene(), "WEBP", save_all=True, append_images=[scene().rotate(5)]),
            Refusal.ANIMATED,
            id="moving webp",
        ),
        pytest.param(encoded(scene(1, 1), "PNG"), Refusal.TOO_SMALL, id="1 x 1"),
        pytest.param(sample("bad_too_small.jpg"), Refusal.TOO_SMALL, id="small photo"),
        pytest.param(encoded(scene(400, 400), "JPEG"), Refusal.TOO_SMALL, id="small square"),
        pytest.param(encoded(scene(3000, 400), "JPEG"), Refusal.TOO_SMALL, id="long strip"),
        pytest.param(sample("ktp00_l0.jpg")[:90_000], Refusal.TRUNCATED, id="half a jpeg"),
        pytest.param(sample("ktp00_l0.jpg")[:20], Refusal.TRUNCATED, id="a jpeg's first bytes"),
        pytest.param(encoded(scene(), "PNG")[:300], Refusal.TRUNCATED, id="half a png"),
        pytest.param(encoded(scene(), "WEBP")[:300], Refusal.TRUNCATED, id="half a webp"),
        pytest.param(heic(scene())[:600], Refusal.TRUNCATED, id="half a heic"),
        pytest.param(png(12_000, 12_000), Refusal.BOMB, id="144 megapixels in 17 kB"),
        pytest.param(png(30_000, 30_000), Refusal.BOMB, id="900 megapixels in 110 kB"),
        pytest.param(png(12_001, 300), Refusal.BOMB, id="too long a side in a tiny file"),
        pytest.param(b"\xff\xd8\xff" + bytes(20_000_000), Refusal.TOO_LARGE, id="too many bytes"),
    ],
)
def test_what_is_no_good_picture_is_refused_with_its_reason(data: bytes, code: Refusal) -> None:
    assert refusal(data) == code


def test_a_refusal_tells_the_numbers() -> None:
    too_small = clean(sample("bad_too_small.jpg"), allow_pdf=False)
    assert too_small == Refused(Refusal.TOO_SMALL, {"width": 260, "height": 175})
    assert clean(encoded(scene(), "GIF"), allow_pdf=False) == Refused(Refusal.UNSUPPORTED, {"kind": "gif"})


def test_a_real_photo_of_too_many_pixels_is_too_large_and_no_bomb() -> None:
    data = encoded(Image.effect_noise((1000, 1000), 80).resize((9000, 6000)), "JPEG", quality=80)
    assert clean(data, allow_pdf=False) == Refused(Refusal.TOO_LARGE, {"width": 9000, "height": 6000})


def test_a_text_that_unpacks_to_200_megabytes_is_not_unpacked() -> None:
    bomb = png_chunk(b"zTXt", b"x\x00\x00" + zlib.compress(bytes(200_000_000)))
    data = png(640, 480)
    assert refusal(data[:33] + bomb + data[33:]) == Refusal.TRUNCATED


def test_a_webp_that_only_claims_to_be_huge_is_refused() -> None:
    assert refusal(webp_header(16_000, 12_000)) == Refusal.BOMB


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from(
        [
            b"",
            b"\xff\xd8\xff\xe0",
            b"\x89PNG\r\n\x1a\n",
            b"RIFF\x40\x00\x00\x00WEBPVP8 ",
            b"\x00\x00\x00\x18ftypheic",
        ]
    ),
    rest=st.binary(max_size=300),
)
def test_rubbish_after_any_beginning_is_refused_and_never_raises(start: bytes, rest: bytes) -> None:
    assert isinstance(clean(start + rest, allow_pdf=False), Refused)
