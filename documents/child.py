"""What runs in the limited process that opens foreign files: `python -m documents.child`.

It reads requests from stdin and answers on stdout until stdin ends, and can do nothing else: once started it
can open no file and no socket and write to no file. It has 1 GiB of memory and, for each request, 30 seconds
of processor time, so that it also ends when nobody is left to kill it.
"""

import sys
import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import ExifTags, Image, ImageFile

from documents import chart
from documents.advice import Code
from documents.bars import chart_of
from documents.card import draw, marked
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import clean
from documents.limits import allow_processor_time, next_message, restrict
from documents.results import MAX_PIXELS, Cleaned, LabelledPage
from documents.tips import tip
from documents.turning import ours, upright
from documents.wire import Message, advice_message, answer_of, parts, quad_of

MEMORY = 1024**3
CPU_SECONDS = 30


def main() -> None:
    """Answer requests until stdin ends; a request that breaks the process is the parent's to notice."""
    _warm_up()
    _beware_of_bombs()
    restrict(MEMORY)
    while (request := next_message(sys.stdin.buffer)) is not None:
        allow_processor_time(CPU_SECONDS)
        for part in parts(JOBS[request.header["do"]](request)):
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()


def _clean(request: Message) -> Message:
    return answer_of(clean(request.blobs[0], request.header["allow_pdf"]))


def _card(request: Message) -> Message:
    header = request.header
    marks = zip(request.blobs, header["labels"], header["changed"], header["hide"], strict=True)
    pages = [LabelledPage(*of_page) for of_page in marks]
    return Message({}, (draw(pages, header["note"]),))


def _page(request: Message) -> Message:
    return Message({}, (marked(request.blobs[0], request.header["note"]),))


def _chart(request: Message) -> Message:
    return Message({}, (chart.draw(chart_of(request.header)),))


def _coach(request: Message) -> Message:
    return advice_message(judged(ours(request.blobs[0]), request.header["kind"]))


def _fingerprint(request: Message) -> Message:
    picture = ours(request.blobs[0])
    return Message({}, (fingerprint(picture, find(picture)),))


def _upright(request: Message) -> Message:
    card = request.header["card"]
    page = upright(request.blobs[0], request.header["turns"], card and quad_of(card))
    return answer_of(Cleaned((page,), "photo"))


def _tip(request: Message) -> Message:
    return Message({}, (tip(Code(request.header["code"])),))


JOBS: dict[str, Callable[[Message], Message]] = {
    "clean": _clean,
    "card": _card,
    "page": _page,
    "chart": _chart,
    "coach": _coach,
    "fingerprint": _fingerprint,
    "upright": _upright,
    "tip": _tip,
}


def _warm_up() -> None:
    """Load what the libraries load late, while files may still be opened."""
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        buffer = BytesIO()
        Image.new("RGB", (480, 320)).save(buffer, kind, exif=turned)
        clean(buffer.getvalue(), allow_pdf=False)
    clean(b"%PDF-", allow_pdf=True)
    draw([LabelledPage(b"", "", hide="everything")], "")
    tip(Code.GLARE)
    drawn = Image.effect_noise((480, 320), 90).convert("RGB")
    judged(drawn, "ktp")
    judged(drawn, "letter")
    fingerprint(drawn, None)


def _beware_of_bombs() -> None:
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)


if __name__ == "__main__":
    main()
