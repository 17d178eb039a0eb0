"""How often is the photo coach right, and how often does it cry wolf?"""

import statistics
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from bench.specimens.photos import FAULTS, Trial, trials
from documents.coach import judged
from documents.intake import open_picture
from documents.plane import sides

FIRST = 50_000  # the limits were set on photos of smaller numbers; these were looked at only afterwards
FINE = ("good", "turned", "upside", "letter, good", "letter, scan", "letter, dim")
GOOD = [name for name in FAULTS if name.startswith(FINE)]


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


def _opened(jpeg: bytes) -> Image.Image:
    picture = open_picture(jpeg, "jpeg")
    assert isinstance(picture, Image.Image), picture
    return picture
