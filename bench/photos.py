"""How often is the photo coach right, how often does it cry wolf, and what is found again?"""

import statistics
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from bench.specimens import photo
from bench.specimens.photos import FAULTS, Trial, trials
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import open_picture
from documents.likeness import SIZE, Index
from documents.plane import sides

FIRST = 50_000  # the limits were set on photos of smaller numbers; these were looked at only afterwards
KEPT = 100_000  # fingerprints in the index whose speed is measured
FINE = ("good", "turned", "upside", "letter, good", "letter, scan", "letter, dim")
GOOD = [name for name in FAULTS if name.startswith(FINE)]
ALIKE = ("good", "good, cropped to the card", "letter, good", "letter, scanned")


@dataclass(frozen=True)
class Outcome:
    """What the coach said of one photo; `off`: how far the worst corner is, by the card's width."""

    fault: str
    right: bool
    turned: bool
    said: str
    seconds: float
    off: float | None


def coach(count: int) -> dict[str, Any]:
    """A table, `count` photos a fault; right warnings and false alarms."""
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(_row, FAULTS, [count] * len(FAULTS)))
    print("fault                       right first  turned right  corner off %  CPU ms  said")
    report: dict[str, Any] = {"faults": [_printed(row) for row in rows]}
    good = [outcome for row in rows for outcome in row if outcome.fault in GOOD]
    bad = [outcome for row in rows for outcome in row if outcome.fault not in GOOD]
    report["false_alarms"] = {"count": sum(not outcome.right for outcome in good), "of": len(good)}
    report["right_warnings"] = {"count": sum(outcome.right for outcome in bad), "of": len(bad)}
    print(*(f"{name}: {each['count']} of {each['of']}" for name, each in report.items() if name != "faults"), sep="\n")
    return report


def likeness(count: int) -> dict[str, Any]:
    """Changed copies of `count` pictures of each kind among the others; the speed of a look."""
    with ProcessPoolExecutor(2) as pool:
        alike = dict(zip(ALIKE, pool.map(_alike, ALIKE, [max(8, count // 2)] * len(ALIKE)), strict=True))
    return {"found": alike, "index": _index()}


def _row(fault: str, count: int) -> list[Outcome]:
    return [_outcome(trial) for trial in trials(fault, count, FIRST)]


def _outcome(trial: Trial) -> Outcome:
    picture = _opened(trial.jpeg)
    start = time.process_time()
    advice = judged(picture, "ktp" if trial.kind == "ktp" else "letter")
    seconds = time.process_time() - start
    right = bool(trial.right & set(advice.codes[:1])) if trial.right else advice.good
    off = None
    if trial.quad and advice.card and trial.fault in GOOD and "cropped" not in trial.fault:
        factor = picture.width / Image.open(BytesIO(trial.jpeg)).width
        away = np.abs(np.array(advice.card) - np.array(trial.quad) * factor).max()
        off = float(away / sides(advice.card)[0])
    turned = trial.right != frozenset() or advice.turns == trial.turns
    return Outcome(trial.fault, right, turned, "+".join(advice.codes) or "good", seconds, off)


def _printed(row: list[Outcome]) -> dict[str, Any]:
    said = Counter(outcome.said for outcome in row)
    corners = [outcome.off for outcome in row if outcome.off is not None]
    line = {
        "fault": row[0].fault,
        "right": sum(outcome.right for outcome in row),
        "of": len(row),
        "turned right": sum(outcome.turned for outcome in row),
        "corner off %": round(100 * statistics.median(corners), 2) if corners else None,
        "cpu ms": round(1000 * statistics.median(outcome.seconds for outcome in row)),
        "said": dict(said.most_common(3)),
    }
    said_first = ", ".join(f"{words} {times}" for words, times in said.most_common(3))
    print(
        f"{line['fault']:27} {line['right']:>5} of {line['of']:<2} {line['turned right']:13}"
        f" {line['corner off %']!s:>13} {line['cpu ms']:7}  {said_first}"
    )
    return line


def _alike(fault: str, count: int) -> dict[str, Any]:
    """Of `count` different pictures: which changed copy finds its original, and which finds a stranger's."""
    originals = [trial.jpeg for trial in trials(fault, count, FIRST)]
    index = Index((number, _bits(jpeg)) for number, jpeg in enumerate(originals))
    found: Counter[str] = Counter()
    strangers = 0
    for number, jpeg in enumerate(originals):
        for name, copy in _copies(jpeg):
            keys = {hit.key for hit in index.find(_bits(copy))}
            found[name] += number in keys
            strangers += bool(keys - {number})
    line = {"pictures": count, "found": dict(found), "strangers": f"{strangers} of {count * len(found)}"}
    print("likeness", fault, line)
    return line


def _copies(jpeg: bytes) -> Iterator[tuple[str, bytes]]:
    picture = Image.open(BytesIO(jpeg)).convert("RGB")
    width, height = picture.size
    yield "pressed", photo.sent(picture, 50)
    yield "smaller", photo.sent(picture.resize((width * 3 // 4, height * 3 // 4)))
    yield "brighter", photo.sent(photo.lit(picture, 1.3))
    yield "darker", photo.sent(photo.lit(picture, 0.65))
    yield "turned", photo.sent(picture.rotate(90, expand=True))
    yield "upside down", photo.sent(picture.rotate(180))
    yield "cropped", photo.sent(picture.crop((width // 33, height // 50, width * 97 // 100, height * 98 // 100)))


def _bits(jpeg: bytes) -> bytes:
    picture = _opened(jpeg)
    return fingerprint(picture, find(picture))


def _opened(jpeg: bytes) -> Image.Image:
    picture = open_picture(jpeg, "jpeg")
    assert isinstance(picture, Image.Image), picture
    return picture


def _index() -> dict[str, Any]:
    chance = np.random.default_rng(1)
    bits = chance.integers(0, 256, (KEPT, SIZE), dtype=np.uint8)
    index = Index((number, row.tobytes()) for number, row in enumerate(bits))
    times = []
    for number in range(20):
        start = time.perf_counter()
        found = index.find(bits[number * 99].tobytes())
        times.append(time.perf_counter() - start)
        assert [hit.key for hit in found] == [number * 99]
    line = {"kept": KEPT, "ms a look": round(1000 * statistics.median(times), 1), "bytes": KEPT * SIZE}
    print("index", line)
    return line
