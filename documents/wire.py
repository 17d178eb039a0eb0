"""In which form do the bot and its picture child exchange requests and answers?

A message is a 4-byte length, a JSON header of that length, and the blobs whose sizes the header lists.
Either side checks every number before it believes it: the child may have been taken over by a file.
"""

import json
import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from documents.advice import MOST, Advice, Code, Quad
from documents.results import MAX_BYTES, Cleaned, Page, Refusal, Refused

PREFIX = struct.Struct(">I")
MAX_HEADER = 64 * 1024
MAX_BLOBS = 4 * MAX_BYTES


class WireError(Exception):
    """The other side spoke nonsense."""


@dataclass(frozen=True)
class Message:
    """A JSON header and the bytes that go with it."""

    header: Mapping[str, Any]
    blobs: tuple[bytes, ...] = ()


def parts(message: Message) -> Sequence[bytes]:
    """The message as bytes to be written one after the other."""
    header = json.dumps({**message.header, "sizes": [len(blob) for blob in message.blobs]}).encode()
    return (PREFIX.pack(len(header)), header, *message.blobs)


def header_length(prefix: bytes) -> int:
    """How many bytes of header follow the 4 bytes `prefix`; raises `WireError`."""
    length: int = PREFIX.unpack(prefix)[0]
    if length > MAX_HEADER:
        raise WireError("header too long")
    return length


def parse_header(raw: bytes) -> tuple[dict[str, Any], list[int]]:
    """The header and the sizes of the blobs that follow it; raises `WireError`."""
    try:
        header = json.loads(raw)
        sizes = header.pop("sizes")
    except (ValueError, RecursionError, KeyError, AttributeError, TypeError):
        raise WireError("header unreadable") from None
    if not isinstance(sizes, list) or not all(type(size) is int and size >= 0 for size in sizes):
        raise WireError("sizes unreadable")
    if sum(sizes) > MAX_BLOBS:
        raise WireError("blobs too long")
    return header, sizes


def answer_of(result: Cleaned | Refused) -> Message:
    """The child's answer to "clean"."""
    if isinstance(result, Refused):
        return Message({"refused": result.code, "details": result.details})
    sides = [(page.width, page.height) for page in result.pages]
    return Message({"source": result.source, "sides": sides}, tuple(page.jpeg for page in result.pages))


def result_of(answer: Message) -> Cleaned | Refused:
    """What the child's answer to "clean" means; raises `WireError`."""
    header = answer.header
    try:
        if "refused" in header:
            return Refused(Refusal(header["refused"]), _details(header["details"]))
        if header["source"] not in ("photo", "pdf") or not answer.blobs:
            raise WireError("no page")
        sides = zip(answer.blobs, header["sides"], strict=True)
        pages = tuple(Page(jpeg, int(width), int(height)) for jpeg, (width, height) in sides)
    except (KeyError, ValueError, TypeError, AttributeError):
        raise WireError("answer unreadable") from None
    return Cleaned(pages, header["source"])


def page_in(answer: Message) -> Page:
    """The one page in the child's answer to "upright"; raises `WireError`."""
    result = result_of(answer)
    if isinstance(result, Refused) or len(result.pages) != 1:
        raise WireError("no page")
    return result.pages[0]


def blob_of(answer: Message) -> bytes:
    """The one blob in the child's answer to all that gives a picture or bits; raises `WireError`."""
    if len(answer.blobs) != 1:
        raise WireError("no blob")
    return answer.blobs[0]


def advice_message(advice: Advice) -> Message:
    """The child's answer to "coach"."""
    return Message({"codes": advice.codes, "turns": advice.turns, "card": advice.card})


def advice_of(answer: Message) -> Advice:
    """What the child's answer to "coach" means; raises `WireError`."""
    header = answer.header
    try:
        codes = tuple(Code(code) for code in header["codes"])
        turns, quad = int(header["turns"]), header["card"]
        if len(codes) > MOST or turns not in range(4):
            raise WireError("advice out of range")
        card = None if quad is None else quad_of(quad)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        raise WireError("advice unreadable") from None
    return Advice(codes, turns, card)


def quad_of(corners: Any) -> Quad:
    """Four finite points out of JSON; raises `ValueError` or `TypeError`."""
    first, second, third, fourth = ((float(x), float(y)) for x, y in corners)
    if not all(map(math.isfinite, (*first, *second, *third, *fourth))):
        raise ValueError("a corner at no place")
    return first, second, third, fourth


def _details(details: dict[str, Any]) -> dict[str, int | str]:
    return {str(key): value if type(value) is int else str(value)[:100] for key, value in details.items()}
