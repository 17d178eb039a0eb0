"""Who reads in `bench.reader`? Lindung's reader, and OCR programs as they come, each in a process of its own."""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from bench.specimens.people import TODAY
from registration.reading import judged

Fields = Mapping[str, tuple[str, float]]
Read = Callable[[bytes], Fields]
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def lindung() -> Read:
    """All of `documents.reader`."""
    from documents.reader.cards import read
    from documents.reader.engine import Engine

    engine = Engine()
    return lambda jpeg: read(engine, jpeg).fields


def rapidocr_defaults() -> Read:
    """rapidocr with its defaults, its lines put into fields by our layout; its own score is the certainty."""
    from rapidocr import RapidOCR
    from rapidocr.utils.output import RapidOCROutput

    from bench.plain_fields import plain_fields

    engine = RapidOCR(params={"Global.log_level": "critical"})

    def read(jpeg: bytes) -> Fields:
        found = engine(jpeg)
        if not isinstance(found, RapidOCROutput) or found.boxes is None:
            return {}
        return plain_fields(found.boxes, found.txts or (), found.scores or ())

    return read


def tesseract_defaults() -> Read:
    """Debian's tesseract, Indonesian, for scattered text; its lines put into fields by our layout."""
    from bench.plain_fields import plain_fields
    from bench.tesseract import lines_of

    return lambda jpeg: plain_fields(*lines_of(jpeg))


@dataclass(frozen=True, slots=True)
class Reader:
    """How it is started, the Python modules or the program it needs, and how to get them."""

    start: Callable[[], Read]
    modules: tuple[str, ...] = ()
    program: str = ""
    install: str = ""

    def missing(self) -> str:
        """What to do when it is not installed."""
        there = all(map(find_spec, self.modules)) and (not self.program or which(self.program))
        return "" if there else f"not installed: {self.install}"


READERS: dict[str, Reader] = {
    "lindung": Reader(lindung, ("rapidocr", "onnxruntime", "cv2"), install="make .venv/reader-ready"),
    "rapidocr": Reader(rapidocr_defaults, ("rapidocr", "onnxruntime"), install="make .venv/reader-ready"),
    "tesseract": Reader(
        tesseract_defaults, program="tesseract", install="apt-get install tesseract-ocr tesseract-ocr-ind"
    ),
}


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in _WHO]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    """`python -m bench.readers NAME FOLDER`: one JSON line for each JPEG of the folder, and one for the process."""
    name, folder = sys.argv[1:]
    begun = time.perf_counter()
    read = READERS[name].start()
    start = time.perf_counter() - begun
    for file in sorted(Path(folder).glob("*.jpg")):
        jpeg = file.read_bytes()
        wall, processor = time.perf_counter(), _processor_seconds()
        answers = judged(read(jpeg), TODAY)
        seconds, cpu = time.perf_counter() - wall, _processor_seconds() - processor
        values = {key: [answer.value, answer.sure] for key, answer in answers.items()}
        print(json.dumps({"file": file.name, "answers": values, "seconds": seconds, "cpu": cpu}), flush=True)
    peak = max(resource.getrusage(who).ru_maxrss for who in _WHO) / 1024
    print(json.dumps({"start_seconds": round(start, 2), "peak_mb": round(peak)}))


if __name__ == "__main__":
    main()
