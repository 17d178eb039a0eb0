"""Which lines does Debian's tesseract find in a photo, and how certain is it of them?"""

import csv
import os
import subprocess
from io import StringIO

import numpy as np
from numpy.typing import NDArray

Lines = tuple[NDArray[np.float32], list[str], list[float]]
_COMMAND = ("tesseract", "stdin", "stdout", "-l", "ind", "--psm", "11", "tsv")  # 11: text here and there


def lines_of(jpeg: bytes) -> Lines:
    """Corners, texts, and certainties from 0 to 1 (that of the least certain word), line by line."""
    said = subprocess.run(
        _COMMAND, input=jpeg, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, env=dict(os.environ)
    ).stdout
    words: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for word in csv.DictReader(StringIO(said.decode()), delimiter="\t", quoting=csv.QUOTE_NONE):
        if word["level"] == "5" and word["text"].strip():
            words.setdefault((word["block_num"], word["par_num"], word["line_num"]), []).append(word)
    lines = list(words.values())
    boxes = np.array([_box(line) for line in lines], np.float32).reshape(-1, 4, 2)
    texts = [" ".join(word["text"] for word in line) for line in lines]
    return boxes, texts, [min(float(word["conf"]) for word in line) / 100 for line in lines]


def _box(line: list[dict[str, str]]) -> list[tuple[int, int]]:
    left = min(int(word["left"]) for word in line)
    top = min(int(word["top"]) for word in line)
    right = max(int(word["left"]) + int(word["width"]) for word in line)
    bottom = max(int(word["top"]) + int(word["height"]) for word in line)
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
