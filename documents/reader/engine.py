"""Where is text in a picture, and what does it say? (Child side: the only module that knows the OCR libraries.)

PP-OCRv6 small, two networks that the rapidocr package carries: one finds lines, one reads them. They run here without
that package's frame, which would download what it misses, lets cores spin in wait for the next picture, and
throws away how sure the network is of each sign. A value is read among the signs that cards are printed with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
_BATCH = 4  # lines read at a time: more, filled up to the longest, only take more time
_BLOCK = 3200  # pixels in a row read at a time: memory grows with it
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
    """Both networks, loaded, on at most `threads` processor cores. Raises OSError when a model is missing."""

    def __init__(self, threads: int = 2) -> None:
        cv2.setNumThreads(1)
        self._finder = _session("PP-OCRv6_det_small.onnx", threads)
        self._reader = _session("PP-OCRv6_rec_small.onnx", threads)
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

    def read(self, strips: Sequence[Picture], alphabet: str | None = None) -> list[Line]:
        """What each strip says, in the order given; with PRINTED or NUMERIC nothing but those signs."""
        inputs = [_prepared(strip) for strip in strips]
        lines = [Line("", ())] * len(inputs)
        by_width = sorted(range(len(inputs)), key=lambda number: inputs[number].shape[2])
        while by_width:
            count = max(1, min(_BATCH, _BLOCK // inputs[by_width[-1]].shape[2]))
            numbers = by_width[-count:]
            del by_width[-count:]
            guesses = _run(self._reader, _side_by_side([inputs[number] for number in numbers]))
            for number, guess in zip(numbers, guesses, strict=True):
                lines[number] = self._decoded(guess, alphabet)
        return lines

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
    height, width = strip.shape[:2]
    fitted = cv2.resize(strip, (max(8, round(width * _READING_HEIGHT / height)), _READING_HEIGHT))
    return np.asarray(fitted, np.float32).transpose(2, 0, 1) / 127.5 - 1


def _side_by_side(inputs: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """One block, filled up on the right."""
    width = max(_NARROWEST, *(each.shape[2] for each in inputs))
    block = np.zeros((len(inputs), 3, _READING_HEIGHT, width), np.float32)
    for row, each in zip(block, inputs, strict=True):
        row[:, :, : each.shape[2]] = each
    return block
