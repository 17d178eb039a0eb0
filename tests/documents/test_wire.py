"""Do both sides understand each other, and does the bot's side believe nothing it can't check?"""

import json

import pytest

from documents.results import Cleaned, Page, Refusal, Refused
from documents.wire import (
    PREFIX,
    Message,
    WireError,
    answer_of,
    blob_of,
    header_length,
    parse_header,
    parts,
    result_of,
)


def across(message: Message) -> Message:
    """The message as the other side reads it."""
    prefix, raw, *blobs = parts(message)
    assert header_length(prefix) == len(raw)
    header, sizes = parse_header(raw)
    assert sizes == [len(blob) for blob in blobs]
    return Message(header, tuple(blobs))


@pytest.mark.parametrize(
    "result",
    [
        Cleaned((Page(b"satu", 640, 480),), "photo"),
        Cleaned((Page(b"satu", 1131, 1600), Page(b"", 1, 1)), "pdf"),
        *(Refused(code, {"width": 12, "kind": "gif"}) for code in Refusal),
    ],
)
def test_every_result_arrives_as_it_was_sent(result: Cleaned | Refused) -> None:
    assert result_of(across(answer_of(result))) == result


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"sizes": 3}',
        b'{"sizes": [-1]}',
        b'{"sizes": ["1"]}',
        b'{"sizes": [true]}',
        b'{"sizes": [1.5]}',
        b'{"sizes": [999999999]}',
        b"[" * 60_000,
    ],
)
def test_a_header_that_makes_no_sense_is_an_error(raw: bytes) -> None:
    with pytest.raises(WireError):
        parse_header(raw)


def test_a_header_of_a_senseless_length_is_an_error() -> None:
    with pytest.raises(WireError):
        header_length(PREFIX.pack(2**32 - 1))


@pytest.mark.parametrize(
    ("header", "blobs"),
    [
        ({}, ()),
        ({"refused": "invented", "details": {}}, ()),
        ({"refused": "bomb", "details": 3}, ()),
        ({"refused": "bomb"}, ()),
        ({"source": "photo", "sides": []}, ()),
        ({"source": "photo", "sides": [[1, 2]]}, (b"a", b"b")),
        ({"source": "photo", "sides": [[1]]}, (b"a",)),
        ({"source": "photo", "sides": [["x", 2]]}, (b"a",)),
        ({"source": "elsewhere", "sides": [[1, 2]]}, (b"a",)),
        ({"source": [], "sides": None}, (b"a",)),
    ],
)
def test_an_answer_that_makes_no_sense_is_an_error(header: dict[str, object], blobs: tuple[bytes, ...]) -> None:
    with pytest.raises(WireError):
        result_of(Message(json.loads(json.dumps(header)), blobs))


def test_a_card_is_exactly_one_picture() -> None:
    assert blob_of(Message({}, (b"jpeg",))) == b"jpeg"
    for blobs in ((), (b"a", b"b")):
        with pytest.raises(WireError):
            blob_of(Message({}, blobs))
