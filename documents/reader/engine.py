"""Where is text in a picture, and what does it say? (Child side: the only module that knows the OCR libraries.)

PP-OCRv6 small, two networks that the rapidocr package carries: one finds lines, one reads them. They run here without
that package's frame, which would download what it misses, lets cores spin in wait for the next picture, and
throws away how sure the network is of each sign. A value is read among the signs that cards are printed with.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions  # type: ignore[import-untyped]  # it has no types
from rapidocr.ch_ppocr_det.utils import DBPostProcess, DetPreProcess

Picture = NDArray[np.uint8]  # height x width x 3, blue first
Quad = NDArray[np.float32]  # 4 x 2: corners of a line in pixels, from its upper left clockwise

PRINTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;'-/()"  # what stands in a card's values
NUMERIC = "0123456789 .:"

_MODELS = Path(rapidocr.__file__).with_name("models")
_FINDING_SIDE = 960  # pixels; 1280 takes twice the time and finds no more
_READING_HEIGHT = 48  # pixels, of the network
_NARROWEST = 160  # pixels of width a line is filled up to
_LONGEST = 3200  # pixels of width that are read of a line: memory grows with it
_MOST_LINES = 200  # of a page; a dense letter has 60
_BLANK = 0
_SPACE = 0.15  # the network is shy of spaces: measured 0.25 and more between words, 0.09 and less within


@dataclass(frozen=True, slots=True)
class Line:
    """What a strip says, and how certain the network is of each sign, 0 to 1."""

    text: str
    signs: tuple[float, ...]

    @property
    def certainty(self) -> float:
        """That of the least certain letter or digit."""
        return min((sign for letter, sign in zip(self.text, self.signs, strict=True) if letter.isalnum()), default=0.0)

    def part(self, start: int, end: int) -> "Line":
        """The signs from `start` up to `end`, as in a slice."""
        return Line(self.text[start:end], self.signs[start:end])


class Engine:
    """Both networks, loaded, on at most `threads` processor cores. Raises OSError when a model is missing.

    Lines are read one by one, as many side by side as there are cores: read in one block they would be filled up to
    the longest and outgrow the processor's cache.
    """

    def __init__(self, threads: int = 2) -> None:
        cv2.setNumThreads(1)
        self._finder = _session("PP-OCRv6_det_small.onnx", threads)
        self._reader = _session("PP-OCRv6_rec_small.onnx", 1)
        self._hands = ThreadPoolExecutor(threads)
        middle = [0.5, 0.5, 0.5]
        self._shrunk = DetPreProcess(_FINDING_SIDE, "max", mean=middle, std=middle)
        self._boxes = DBPostProcess(
            thresh=0.3, box_thresh=0.5, max_candidates=_MOST_LINES, unclip_ratio=1.6, use_dilation=True
        )
        self._signs = ["", *self._reader.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]
        self._alphabets = {
            alphabet: (self._columns(alphabet), self._columns(alphabet.lower())) for alphabet in (PRINTED, NUMERIC)
        }

    def find(self, picture: Picture) -> list[Quad]:
        """The lines of text in the picture, in no order."""
        block = self._shrunk(picture)
        if block is None:  # too narrow for the network
            return []
        guess = _run(self._finder, block)
        boxes, _scores = self._boxes(guess, (picture.shape[0], picture.shape[1]))
        return [np.asarray(box, np.float32) for box in boxes]

    def read(self, strips: Sequence[Picture], alphabets: Iterable[str | None] | None = None) -> list[Line]:
        """What each strip says, in the order given; one with PRINTED or NUMERIC beside it nothing but those signs."""
        return list(self._hands.map(self._line, strips, alphabets or repeat(None)))

    def _line(self, strip: Picture, alphabet: str | None) -> Line:
        return self._decoded(_run(self._reader, _prepared(strip))[0], alphabet)

    def _columns(self, alphabet: str) -> NDArray[np.intp]:
        return np.array([_BLANK, *map(self._signs.index, alphabet)])

    def _decoded(self, guess: NDArray[np.float32], alphabet: str | None) -> Line:
        """The likeliest sign of each column; neighbours that agree are one sign, blanks part them."""
        if alphabet is None:
            signs, seen = self._signs, guess
        else:
            upper, lower = self._alphabets[alphabet]
            signs = ["", *alphabet]
            seen = guess[:, upper] + np.where(upper == lower, 0, guess[:, lower])  # a letter is a letter in either case
            seen = seen / seen.sum(axis=1, keepdims=True)
        space = signs.index(" ")
        best, certainty = seen.argmax(axis=1), seen.max(axis=1)
        columns = [
            column
            for column, sign in enumerate(best)
            if sign not in (_BLANK, space) and (column == 0 or sign != best[column - 1])
        ]
        text, certainties = "", []
        for before, column in zip([len(best), *columns], columns, strict=False):
            if seen[before + 1 : column, space].max(initial=0) >= _SPACE:
                text += " "
                certainties.append(1.0)
            text += signs[best[column]]
            certainties.append(float(certainty[column]))
        return Line(text, tuple(certainties))


def _session(name: str, threads: int) -> InferenceSession:
    path = _MODELS / name
    if not path.is_file():
        raise FileNotFoundError(path)
    options = SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False  # it would keep the memory of the largest picture
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _run(session: InferenceSession, block: NDArray[np.float32]) -> NDArray[np.float32]:
    outcome: NDArray[np.float32] = session.run(None, {session.get_inputs()[0].name: block})[0]
    return outcome


def _prepared(strip: Picture) -> NDArray[np.float32]:
    """A block of one line, filled up on the right."""
    height, width = strip.shape[:2]
    wide = min(_LONGEST, max(8, round(width * _READING_HEIGHT / height)))
    fitted = cv2.resize(strip, (wide, _READING_HEIGHT))
    block = np.zeros((1, 3, _READING_HEIGHT, max(_NARROWEST, wide)), np.float32)
    block[0, :, :, :wide] = np.asarray(fitted, np.float32).transpose(2, 0, 1) / 127.5 - 1
    return block
