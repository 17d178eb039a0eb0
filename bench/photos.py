"""How often is the photo coach right, how often does it cry wolf, what does it cost?

`python -m bench.photos [photos of each fault]` prints the tables of docs/photos.md, and JSON last.
"""

import json
import statistics
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module, util
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from bench.specimens import photo
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


def main(count: int) -> None:
    """All tables, `count` photos a fault."""
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(_row, FAULTS, [count] * len(FAULTS)))
    report: dict[str, Any] = {
        "coach": [_printed(row) for row in rows],
        "pipeline": _pipeline(),
    }
    everything = [outcome for row in rows for outcome in row]
    good = [outcome for outcome in everything if outcome.fault in GOOD]
    report["false alarms"] = sum(not outcome.right for outcome in good), len(good)
    bad = [outcome for outcome in everything if outcome.fault not in GOOD]
    report["right warnings"] = sum(outcome.right for outcome in bad), len(bad)
    print(json.dumps(report))


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
    print("  ".join(f"{key} {value}" for key, value in line.items()))
    return line


def _opened(jpeg: bytes) -> Image.Image:
    picture = open_picture(jpeg, "jpeg")
    assert isinstance(picture, Image.Image), picture
    return picture


def _pipeline() -> dict[str, float | None]:
    """Open a photo of 12 megapixels, shrink it to 1600, write it: ms, ours beside the peers that are installed."""
    big = next(trials("good", 1, FIRST)).jpeg
    data = photo.sent(_opened(big).resize((4032, 3024)), 92)
    peers = {"pillow, ours": _ours, "opencv": _opencv, "libvips": _libvips}
    module = {"opencv": "cv2", "libvips": "pyvips"}
    line: dict[str, float | None] = {}
    for name, work in peers.items():
        if name in module and util.find_spec(module[name]) is None:
            line[name] = None
            continue
        work(data)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            work(data)
            times.append(time.perf_counter() - start)
        line[name] = round(1000 * statistics.median(times))
    print("pipeline ms", line)
    return line


def _ours(data: bytes) -> None:
    photo.sent(_opened(data), 85)


def _opencv(data: bytes) -> None:
    cv2 = import_module("cv2")
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_REDUCED_COLOR_2)
    scale = 1600 / max(image.shape)
    cv2.imencode(".jpg", cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def _libvips(data: bytes) -> None:
    image = import_module("pyvips").Image
    image.thumbnail_buffer(data, 1600, height=1600).jpegsave_buffer(Q=85)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
