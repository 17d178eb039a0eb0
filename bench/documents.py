"""All figures of docs/photos.md and docs/reader.md in one run: a table for each part, and one line of JSON last."""

import argparse
import json
import os
import platform
from collections.abc import Callable
from typing import Any

from bench.alike import alike
from bench.known import known
from bench.photos import FIRST, coach
from bench.pipeline import pipeline
from bench.reader import reader
from bench.readers import READERS
from bench.specimens.cards import GRADES

PARTS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "coach": lambda given: coach(given.photos),
    "likeness": lambda given: alike(given.originals, given.strangers),
    "known": lambda given: known(given.pages),
    "pipeline": lambda given: pipeline(FIRST),
    "reader": lambda given: reader(given.readers, given.grades, given.cards, given.first, wrong=given.wrong),
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.documents", description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--photos", type=int, default=5, help="photos of each fault that the coach looks at")
    parser.add_argument("--originals", type=int, default=8, help="pictures of each kind whose copies are looked for")
    parser.add_argument("--strangers", type=int, default=20, help="other people's pictures of each kind beside them")
    parser.add_argument("--pages", type=int, default=100_000, help="pages among which one look is timed")
    parser.add_argument("--cards", type=int, default=2, help="drawn cards of each grade that are read")
    parser.add_argument("--first", type=int, default=4000, help="seed of the first card; rules were tuned below 1000")
    parser.add_argument("--grades", nargs="*", choices=GRADES, default=list(GRADES))
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--wrong", action="store_true", help="list what was read wrong")
    return parser.parse_args()


def main() -> None:
    """Run it."""
    given = _arguments()
    load = round(os.getloadavg()[0], 1)
    print(f"Load of the machine before: {load} on {os.cpu_count()} processor cores.")
    figures: dict[str, Any] = {}
    for part in given.parts:
        print(f"\n== {part}")
        figures[part] = PARTS[part](given)
    sizes = {"photos": given.photos, "cards": given.cards, "first": given.first}
    print(json.dumps({"python": platform.python_version(), "load": load, **sizes, **figures}))


if __name__ == "__main__":
    main()
