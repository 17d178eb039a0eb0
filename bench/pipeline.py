"""How long does a photo of 12 megapixels take to be opened, shrunk to 1600 and written again, ours beside the peers?"""

import resource
import statistics
import time
from collections.abc import Callable
from importlib import import_module, util
from io import BytesIO

import numpy as np
from PIL import Image

from bench.specimens import photo
from bench.specimens.photos import trials
from documents.intake import clean
from documents.results import LONG_SIDE, Cleaned

QUALITY = 85
_TIMES = 7


def pipeline(first: int) -> dict[str, dict[str, float]]:
    """A table of wall and processor time; a peer that is not installed is left out."""
    photograph = Image.open(BytesIO(next(trials("good", 1, first)).jpeg))
    data = photo.sent(photograph.resize((4032, 3024)), 92)
    print("pipeline        ms   CPU ms")
    found = {}
    for name, (module, work) in PEERS.items():
        if module and util.find_spec(module) is None:
            print(f"{name:10} not installed: pip install -r bench/requirements-photos.in")
            continue
        found[name] = _timed(work, data)
        print(f"{name:10} {found[name]['ms']:7.0f} {found[name]['cpu_ms']:8.0f}")
    return found


def _timed(work: Callable[[bytes], None], data: bytes) -> dict[str, float]:
    work(data)
    walls, processor = [], _processor_seconds()
    for _ in range(_TIMES):
        start = time.perf_counter()
        work(data)
        walls.append(time.perf_counter() - start)
    cpu = (_processor_seconds() - processor) / _TIMES
    return {"ms": round(1000 * statistics.median(walls), 1), "cpu_ms": round(1000 * cpu, 1)}


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _ours(data: bytes) -> None:
    """With all checks of a foreign file, turned upright, without metadata."""
    assert isinstance(clean(data, allow_pdf=False), Cleaned)


def _pillow(data: bytes) -> None:
    """As its handbook has it."""
    picture = Image.open(BytesIO(data))
    picture.thumbnail((LONG_SIDE, LONG_SIDE))
    picture.save(BytesIO(), "JPEG", quality=QUALITY)


def _opencv(data: bytes) -> None:
    cv2 = import_module("cv2")
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_REDUCED_COLOR_2)
    scale = LONG_SIDE / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])


def _libvips(data: bytes) -> None:
    image = import_module("pyvips").Image
    image.thumbnail_buffer(data, LONG_SIDE, height=LONG_SIDE).jpegsave_buffer(Q=QUALITY)


PEERS: dict[str, tuple[str, Callable[[bytes], None]]] = {
    "ours": ("", _ours),
    "Pillow": ("", _pillow),
    "OpenCV": ("cv2", _opencv),
    "libvips": ("pyvips", _libvips),
}
