"""Is a photo that was sent before found again in another case, and is a stranger's found for it?

Photos of cards go the way of the bot: judged, turned upright and cut to the card, then fingerprinted; letters are
fingerprinted as they are.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from typing import Any

from PIL import Image

from bench.specimens import photo
from bench.specimens.photos import trials
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import open_picture
from documents.likeness import Index
from documents.turning import upright

KINDS = ("good", "good, cropped to the card", "letter, good", "letter, scanned")
FIRST, FIRST_STRANGER = 50_000, 60_000  # the limits were set on specimens of smaller numbers


def alike(originals: int, strangers: int) -> dict[str, Any]:
    """A line a kind of picture: found of the copies of `originals`, and falsely found also of so many `strangers`."""
    report = {}
    with ProcessPoolExecutor(2) as pool:
        for kind in KINDS:
            kinds, numbers = [kind] * originals, range(FIRST, FIRST + originals)
            looks = list(pool.map(prints, kinds, numbers))
            others = range(FIRST_STRANGER, FIRST_STRANGER + strangers)
            alone = list(pool.map(one_print, [kind] * strangers, others))
            report[kind] = print_found(kind, looks, alone)
    return report


def prints(kind: str, number: int) -> dict[str, bytes]:
    """The fingerprints of a photo and of what may be made of it."""
    jpeg = next(trials(kind, 1, number)).jpeg
    return {name: bits_of(kind, copy) for name, copy in copies(jpeg)}


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


def print_found(kind: str, looks: list[dict[str, bytes]], strangers: list[bytes]) -> dict[str, Any]:
    """How many looks found their original among all originals and strangers, how many found somebody else's."""
    index = Index((number, look["the same"]) for number, look in enumerate(looks))
    for number, bits in enumerate(strangers, start=len(looks)):
        index.add(number, bits)
    found: Counter[str] = Counter()
    falsely = 0
    for number, look in enumerate(looks):
        for name, bits in look.items():
            keys = {hit.key for hit in index.find(bits)}
            found[name] += number in keys
            falsely += bool(keys - {number})
    alone = [{hit.key for hit in index.find(bits)} for bits in strangers]
    falsely += sum(bool(keys - {number}) for number, keys in enumerate(alone, start=len(looks)))
    total = sum(len(look) for look in looks) + len(strangers)
    print(f"{kind}: found of {len(looks)}: {dict(found)}; falsely found: {falsely} of {total} looks", end=" ")
    print(f"among {len(index)}", flush=True)
    return {"of": len(looks), "found": dict(found), "falsely": falsely, "looks": total, "among": len(index)}
