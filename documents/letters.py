"""What do the first pages of a PDF letter look like? (Child side; only pixels come out.)

PDFium is built without JavaScript here, and nothing in the file is followed or run: it is rendered. Forms are
drawn because a letter may be a filled form. A page that takes for ever is ended by the parent.
"""

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from documents.pixels import normal, page_of
from documents.results import (
    LONG_SIDE,
    MAX_PDF_PAGES,
    MIN_SHORT_SIDE,
    USED_PDF_PAGES,
    Cleaned,
    Refusal,
    Refused,
)

MIN_POINTS, MAX_POINTS = 50, 5000


def letter(data: bytes) -> Cleaned | Refused:
    """The first three pages of a PDF of at most ten, 1600 pixels long; or the reason why not."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pdf.init_forms()
            return _pages(pdf)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        return Refused(Refusal.PDF_LOCKED if locked else Refusal.PDF_BROKEN)
    except MemoryError:
        return Refused(Refusal.TOO_LARGE)


def _pages(pdf: pypdfium2.PdfDocument) -> Cleaned | Refused:
    count = len(pdf)
    if count == 0:
        return Refused(Refusal.PDF_BROKEN)
    if count > MAX_PDF_PAGES:
        return Refused(Refusal.PDF_TOO_LONG, {"pages": count, "most": MAX_PDF_PAGES})
    pictures = []
    for number in range(min(count, USED_PDF_PAGES)):
        picture = _render(pdf[number])
        if isinstance(picture, Refused):
            return picture
        pictures.append(picture)
    return Cleaned(tuple(page_of(picture) for picture in pictures), "pdf")


def _render(page: pypdfium2.PdfPage) -> Image.Image | Refused:
    width, height = page.get_size()
    details: dict[str, int | str] = {"width": round(width), "height": round(height)}
    if max(width, height) > MAX_POINTS:
        return Refused(Refusal.TOO_LARGE, details)
    if min(width, height) < max(MIN_POINTS, max(width, height) * MIN_SHORT_SIDE / LONG_SIDE):
        return Refused(Refusal.TOO_SMALL, details)
    bitmap = page.render(scale=LONG_SIDE / max(width, height))
    try:
        return normal(bitmap.to_pil())
    finally:
        bitmap.close()
        page.close()
