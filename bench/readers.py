"""Who reads in `bench.reader`? Lindung's reader, and the OCR library as it comes, each in a process of its own."""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.specimens.people import TODAY
from registration.reading import judged

Fields = Mapping[str, tuple[str, float]]
Read = Callable[[bytes], Fields]


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


READERS: dict[str, Callable[[], Read]] = {"lindung": lindung, "rapidocr": rapidocr_defaults}


def main() -> None:
    """`python -m bench.readers NAME FOLDER`: one JSON line for each JPEG of the folder, and one for the process."""
    name, folder = sys.argv[1:]
    begun = time.perf_counter()
    read = READERS[name]()
    start = time.perf_counter() - begun
    for file in sorted(Path(folder).glob("*.jpg")):
        jpeg = file.read_bytes()
        wall, processor = time.perf_counter(), time.process_time()
        answers = judged(read(jpeg), TODAY)
        seconds, cpu = time.perf_counter() - wall, time.process_time() - processor
        values = {key: [answer.value, answer.sure] for key, answer in answers.items()}
        print(json.dumps({"file": file.name, "answers": values, "seconds": seconds, "cpu": cpu}), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"start_seconds": round(start, 2), "peak_mb": round(peak)}))


if __name__ == "__main__":
    main()
