"""Do PDF letters become pictures, and are bad ones refused with the right reason?"""

from io import BytesIO

import pytest
from PIL import Image

from documents.intake import clean
from documents.results import Cleaned, Refusal, Refused
from tests.documents.made_files import locked_pdf, paged_pdf, pdf, sample, stream


def letter(data: bytes) -> Cleaned | Refused:
    return clean(data, allow_pdf=True)


def sides(result: Cleaned | Refused) -> list[tuple[int, int]]:
    assert isinstance(result, Cleaned), result
    assert result.source == "pdf"
    return [(page.width, page.height) for page in result.pages]


def test_a_letter_becomes_one_page_1600_long() -> None:
    assert sides(letter(sample("letter_grab.pdf"))) == [(1132, 1600)]


def test_what_the_page_shows_is_drawn_on_white() -> None:
    result = letter(paged_pdf())
    assert isinstance(result, Cleaned)
    image = Image.open(BytesIO(result.pages[0].jpeg))
    assert [image.getpixel((50, 1550)), image.getpixel((600, 400))] == [(0, 0, 0), (255, 255, 255)]


@pytest.mark.parametrize(("count", "used"), [(1, 1), (3, 3), (4, 3), (10, 3)])
def test_the_first_three_pages_of_up_to_ten_are_taken(count: int, used: int) -> None:
    assert sides(letter(paged_pdf(count))) == [(1131, 1600)] * used


@pytest.mark.parametrize("count", [11, 500])
def test_more_than_ten_pages_are_too_long(count: int) -> None:
    assert letter(paged_pdf(count)) == Refused(Refusal.PDF_TOO_LONG, {"pages": count, "most": 10})


def test_a_locked_letter_is_refused_as_locked() -> None:
    assert letter(locked_pdf()) == Refused(Refusal.PDF_LOCKED)


@pytest.mark.parametrize(
    ("width", "height", "code"),
    [
        (14_400, 14_400, Refusal.TOO_LARGE),
        (9_000_000, 9_000_000, Refusal.TOO_LARGE),
        (5001, 3000, Refusal.TOO_LARGE),
        (40, 40, Refusal.TOO_SMALL),
        (60, 600, Refusal.TOO_SMALL),
    ],
)
def test_a_page_of_a_senseless_size_is_refused(width: int, height: int, code: Refusal) -> None:
    assert letter(paged_pdf(1, width, height)) == Refused(code, {"width": width, "height": height})


@pytest.mark.parametrize("size", [(50, 50), (200, 300), (5000, 5000)])
def test_small_and_large_pages_within_reason_are_taken(size: tuple[int, int]) -> None:
    assert max(sides(letter(paged_pdf(1, *size)))[0]) == 1600


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7", id="only the mark"),
        pytest.param(b"%PDF-1.7\n" + b"rubbish " * 500, id="rubbish"),
        pytest.param(sample("letter_grab.pdf")[:60_000], id="half a letter"),
        pytest.param(pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), id="no page"),
    ],
)
def test_a_broken_letter_is_refused_as_broken(data: bytes) -> None:
    assert letter(data) == Refused(Refusal.PDF_BROKEN)


def test_a_script_in_a_letter_is_not_run() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    action = b"/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>"
    data = pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % action,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            stream(b"0 0 9 9 re f"),
        ]
    )
    assert sides(letter(data)) == [(1131, 1600)]


def test_a_filled_form_shows_what_was_filled_in() -> None:
    widget = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(nama)/V(CONTOH)/Rect[100 400 500 700]/P 3 0 R/F 4/AP<</N 5 0 R>>>>"
    data = pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>",
            widget,
            stream(b"0 0 400 300 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]"),
        ]
    )
    result = letter(data)
    assert isinstance(result, Cleaned)
    assert Image.open(BytesIO(result.pages[0].jpeg)).getpixel((570, 560)) == (0, 0, 0)
