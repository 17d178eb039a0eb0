"""What can become of a file somebody sent? (Light types, without any picture library, for both sides.)"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

MAX_BYTES = 20_000_000  # what a bot may download from Telegram at most
MAX_PIXELS = 50_000_000  # the biggest camera of today's cheap phones
MAX_SIDE = 12_000
MIN_SHORT_SIDE = 300  # under this the NIK of a KTP can't be read
MIN_LONG_SIDE = 480
LONG_SIDE = 1600  # of every page that comes out
MAX_PDF_PAGES = 10
USED_PDF_PAGES = 3
CARD_BITS = 64 * 32  # of a fingerprint: the print of a card, 32 rows of 64
PAGE_SIDE = 96  # of a fingerprint: the print of a page, 96 rows of 96 bits

Source = Literal["photo", "pdf"]
Hide = Literal["nothing", "nik_and_face", "everything"]  # of a page on a card


class Refusal(StrEnum):
    """Why a file was not taken; in brackets what `Refused.details` tells, where it is known."""

    NOT_A_PICTURE = "not_a_picture"  # nothing we know
    UNSUPPORTED = "unsupported"  # known but not taken (kind: gif, tiff, bmp, avif, pdf, word, ...)
    TOO_SMALL = "too_small"  # (width, height: pixels, or points in a PDF)
    TOO_LARGE = "too_large"  # (bytes, or width and height)
    BOMB = "bomb"  # a tiny file that unpacks to a huge picture (width, height), or broke the child process (status)
    TRUNCATED = "truncated"  # the right kind but cut off or damaged
    ANIMATED = "animated"
    PDF_LOCKED = "pdf_locked"
    PDF_TOO_LONG = "pdf_too_long"  # (pages, most)
    PDF_BROKEN = "pdf_broken"
    TIMEOUT = "timeout"  # (seconds)
    CRASHED = "crashed"  # the child process was killed (status: its exit status, minus the signal)


@dataclass(frozen=True)
class Page:
    """A clean picture: a fresh JPEG without metadata, upright, its sides in pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Cleaned:
    """A file that was taken: one page for a photo, one to three for a PDF."""

    pages: tuple[Page, ...]
    source: Source


@dataclass(frozen=True)
class Refused:
    """A file that was not taken, and the numbers a kind explanation needs."""

    code: Refusal
    details: dict[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True)
class LabelledPage:
    """A page of a card with its caption; `changed` since staff last saw it; empty `jpeg`: a grey sheet.

    `hide`: what staff are not to see of it.
    """

    jpeg: bytes
    label: str
    changed: bool = False
    hide: Hide = "nothing"


class PictureFailed(Exception):
    """A picture of ours could not be worked on in the child process; `code` is TIMEOUT or CRASHED."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(f"picture work not done: {code}")
        self.code = code


class CardFailed(PictureFailed):
    """The card could not be drawn."""
