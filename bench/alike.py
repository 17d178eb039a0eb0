"""Is a photo that was sent before found again in another case, and is a stranger's found for it?

Photos of cards go the way of the bot: judged, turned upright and cut to the card, then fingerprinted; letters are
fingerprinted as they are. Both are read for their numbers.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from bench.specimens import photo
from bench.specimens.photos import trials
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import clean, open_picture
from documents.likeness import Index
from documents.reader.cards import read
from documents.reader.engine import Engine
from documents.reader.telling import ENOUGH, telling_numbers
from documents.results import Cleaned
from documents.turning import upright

KINDS = ("good", "good, cropped to the card", "letter, good", "letter, scanned")
FIRST, FIRST_STRANGER = 50_000, 60_000  # the limits were set on specimens of smaller numbers


@dataclass(frozen=True, slots=True)
class Look:
    """What a page is known again by."""

    bits: bytes
    numbers: dict[str, int]


def alike(originals: int, strangers: int) -> dict[str, Any]:
    """Of each kind of picture: found of the copies of `originals`, falsely found also of so many `strangers`."""
    report = {}
    with ProcessPoolExecutor(2) as pool:
        for kind in KINDS:
            kinds, numbers = [kind] * originals, range(FIRST, FIRST + originals)
            looks = list(pool.map(looks_of, kinds, numbers))
            others = range(FIRST_STRANGER, FIRST_STRANGER + strangers)
            alone = list(pool.map(one_look, [kind] * strangers, others))
            report[kind] = print_found(kind, looks, alone)
    return report


def looks_of(kind: str, number: int) -> dict[str, Look]:
    """The looks of a photo and of what may be made of it."""
    jpeg = next(trials(kind, 1, number)).jpeg
    return {name: look_of(kind, copy) for name, copy in copies(jpeg)}


def one_look(kind: str, number: int) -> Look:
    """The look of a photo."""
    return look_of(kind, next(trials(kind, 1, number)).jpeg)


def look_of(kind: str, jpeg: bytes) -> Look:
    """The bits and the numbers of a photo as the bot keeps them."""
    cleaned = clean(jpeg, allow_pdf=False)
    assert isinstance(cleaned, Cleaned)
    page = cleaned.pages[0].jpeg
    return Look(bits_of(kind, page), telling_numbers(read(engine(), page)))


@cache
def engine() -> Engine:
    """One for each process."""
    return Engine()


def one_print(kind: str, number: int) -> bytes:
    """The fingerprint of a photo."""
    return bits_of(kind, next(trials(kind, 1, number)).jpeg)


def bits_of(kind: str, jpeg: bytes) -> bytes:
    """The fingerprint of a photo as the bot keeps it."""
    picture = opened(jpeg)
    assert picture is not None
    if not kind.startswith("letter"):
        advice = judged(picture, "ktp")
        picture = opened(upright(jpeg, advice.turns, advice.card).jpeg) or picture
    return fingerprint(picture, find(picture))


def opened(jpeg: bytes) -> Image.Image | None:
    """The picture; None for one that is too small for the bot."""
    picture = open_picture(jpeg, "jpeg")
    return picture if isinstance(picture, Image.Image) else None


def copies(jpeg: bytes) -> Iterator[tuple[str, bytes]]:
    """The photo itself, and changed as people change it."""
    yield "the same", jpeg
    picture = Image.open(BytesIO(jpeg)).convert("RGB")
    width, height = picture.size
    yield "pressed", photo.sent(picture, 50)
    yield "smaller", photo.sent(picture.resize((width * 3 // 4, height * 3 // 4)))
    yield "brighter", photo.sent(photo.lit(picture, 1.3))
    yield "darker", photo.sent(photo.lit(picture, 0.65))
    yield "turned", photo.sent(picture.rotate(90, expand=True))
    yield "upside down", photo.sent(picture.rotate(180))
    yield "cropped 2-3%", photo.sent(picture.crop((width // 33, height // 50, width * 97 // 100, height * 98 // 100)))
    box = (width * 7 // 100, height * 6 // 100, width * 94 // 100, height * 95 // 100)
    yield "cropped 5-7%", photo.sent(picture.crop(box))
    part = picture.crop((width // 50, height // 33, width * 98 // 100, height * 99 // 100))
    smaller = part.resize((part.width * 4 // 5, part.height * 4 // 5))
    yield "all at once", photo.sent(photo.lit(smaller, 1.2), 60)


def print_found(kind: str, looks: list[dict[str, Look]], strangers: list[Look]) -> dict[str, Any]:
    """By bits, by numbers, by either: how many looks found their original, how many found somebody else's."""
    everybody = [look["the same"] for look in looks] + strangers
    index = Index((number, look.bits) for number, look in enumerate(everybody))
    tried = [(number, name, look) for number, copies in enumerate(looks) for name, look in copies.items()]
    tried += [(number, "stranger", look) for number, look in enumerate(strangers, start=len(looks))]
    report: dict[str, Any] = {"of": len(looks), "looks": len(tried), "among": len(everybody)}
    for way in ("bits", "numbers", "either"):
        found: Counter[str] = Counter()
        falsely = 0
        for number, name, look in tried:
            keys = keys_found(way, index, everybody, look)
            found[name] += number in keys
            falsely += bool(keys - {number})
        del found["stranger"]
        print(f"{kind}, by {way}: found of {len(looks)}: {dict(found)}; falsely found: {falsely} of {len(tried)} looks")
        report[way] = {"found": dict(found), "falsely": falsely}
    return report


def keys_found(way: str, index: Index, everybody: list[Look], look: Look) -> set[int]:
    """Whose pages are taken for the same as this one."""
    by_bits = {hit.key for hit in index.find(look.bits)} if way != "numbers" else set()
    by_numbers = (
        {number for number, other in enumerate(everybody) if shared(look, other) >= ENOUGH} if way != "bits" else set()
    )
    return by_bits | by_numbers


def shared(one: Look, other: Look) -> int:
    """The weight of the numbers that stand on both."""
    return sum(weight for number, weight in one.numbers.items() if number in other.numbers)
