"""What runs in the limited process that opens foreign files: `python -m documents.child`.

It reads requests from stdin and answers on stdout until stdin ends, and can do nothing else: once started it
can open no file and no socket and write to no file. It has 1 GiB of memory and, for each request, 30 seconds
of processor time, so that it also ends when nobody is left to kill it.
"""

import resource
import signal
import sys
import warnings
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from PIL import ExifTags, Image, ImageFile

from documents.advice import Code
from documents.card import draw
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import clean
from documents.results import MAX_PIXELS, LabelledPage
from documents.tips import tip
from documents.turning import ours, upright
from documents.wire import (
    PREFIX,
    Message,
    advice_message,
    answer_of,
    header_length,
    parse_header,
    parts,
    quad_of,
)

MEMORY = 1024**3
CPU_SECONDS = 30
STANDARD_STREAMS = 3


def main() -> None:
    """Answer requests until stdin ends; a request that breaks the process is the parent's to notice."""
    _warm_up()
    _restrict()
    while (request := _read(sys.stdin.buffer)) is not None:
        _allow_processor_time()
        for part in parts(JOBS[request.header["do"]](request)):
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()


def _clean(request: Message) -> Message:
    return answer_of(clean(request.blobs[0], request.header["allow_pdf"]))


def _card(request: Message) -> Message:
    marks = zip(request.blobs, request.header["labels"], request.header["changed"], strict=True)
    pages = [LabelledPage(jpeg, label, changed) for jpeg, label, changed in marks]
    return Message({}, (draw(pages, request.header["note"]),))


def _coach(request: Message) -> Message:
    return advice_message(judged(ours(request.blobs[0]), request.header["kind"]))


def _fingerprint(request: Message) -> Message:
    picture = ours(request.blobs[0])
    return Message({}, (fingerprint(picture, find(picture)),))


def _upright(request: Message) -> Message:
    card = request.header["card"]
    return Message({}, (upright(request.blobs[0], request.header["turns"], card and quad_of(card)),))


def _tip(request: Message) -> Message:
    return Message({}, (tip(Code(request.header["code"])),))


JOBS: dict[str, Callable[[Message], Message]] = {
    "clean": _clean,
    "card": _card,
    "coach": _coach,
    "fingerprint": _fingerprint,
    "upright": _upright,
    "tip": _tip,
}


def _read(stream: BinaryIO) -> Message | None:
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    header, sizes = parse_header(stream.read(header_length(prefix)))
    blobs = tuple(stream.read(size) for size in sizes)
    return Message(header, blobs) if [len(blob) for blob in blobs] == sizes else None


def _warm_up() -> None:
    """Load what the libraries load late, while files may still be opened."""
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        buffer = BytesIO()
        Image.new("RGB", (480, 320)).save(buffer, kind, exif=turned)
        clean(buffer.getvalue(), allow_pdf=False)
    clean(b"%PDF-", allow_pdf=True)
    draw([], "")
    tip(Code.GLARE)
    drawn = Image.effect_noise((480, 320), 90).convert("RGB")
    judged(drawn, "ktp")
    judged(drawn, "letter")
    fingerprint(drawn, None)


def _restrict() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # meant for the bot, which then closes our stdin
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    # Not RLIMIT_NPROC: the HEIC decoder needs threads, which count as processes.
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, STANDARD_STREAMS)


def _limit(limit: int, most: int) -> None:
    """Lower a limit for good; one that is lower already stays."""
    hard = resource.getrlimit(limit)[1]
    lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (lower, lower))


def _allow_processor_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
