"""How well, how fast and in how much memory is an identity card read, grade by grade, and how by the library alone?"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.readers import READERS
from bench.specimens.cards import GRADES, Specimen, specimen
from bench.specimens.folder import specimens_of

_HOPELESS = "hidden"  # its NIK cannot be read by anybody: it only counts for what is made up
_HEAD = "reader    grade         cards  NIK right  NIK sure  fields right  sure  sure but wrong    s  CPU s"


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader made of one card: `answers` by question, value and whether sure; times in seconds."""

    card: Specimen
    answers: dict[str, tuple[str, bool]]
    seconds: float
    cpu: float

    def right(self, key: str) -> bool:
        """Whether the value is that of the card; a space behind a dot, or a dot at the end, does not count."""
        return key in self.answers and _plain(self.answers[key][0]) == _plain(self.card.truth[key])

    def sure(self, key: str) -> bool:
        """Whether the value would not be asked again."""
        return key in self.answers and self.answers[key][1]


def _plain(value: str) -> str:
    return re.sub(r"(?<=[.,]) ", "", value).rstrip(".")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.reader", description=__doc__)
    parser.add_argument("--cards", type=int, default=10, help="drawn cards of each grade")
    parser.add_argument("--first", type=int, default=1000, help="seed of the first; the rules were tuned below 1000")
    parser.add_argument("--grades", nargs="*", choices=GRADES, default=list(GRADES))
    parser.add_argument("--folder", type=Path, default=Path("tests/samples"), help="more photos, with a truth.json")
    parser.add_argument("--only", choices=READERS, help="this reader alone")
    parser.add_argument("--wrong", action="store_true", help="list what was wrong")
    return parser.parse_args()


def _run(name: str, cards: Sequence[Specimen], folder: Path) -> tuple[list[Result], dict[str, float]]:
    """The reader's results, and its `start_seconds` and `peak_mb`."""
    command = [sys.executable, "-m", "bench.readers", name, str(folder)]
    environment = os.environ | {"ORT_DISABLE_TELEMETRY": "1", "MALLOC_ARENA_MAX": "2"}  # as of the bot's child
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout
    *rows, process = map(json.loads, said.splitlines())
    results = [
        Result(card, {key: (value, sure) for key, (value, sure) in row["answers"].items()}, row["seconds"], row["cpu"])
        for card, row in zip(cards, rows, strict=True)
    ]
    return results, process


def _figures(results: Sequence[Result]) -> dict[str, Any]:
    fields = [(each, key) for each in results for key in each.card.truth]
    sure = [(each, key) for each, key in fields if each.sure(key)]
    return {
        "cards": len(results),
        "nik_right": sum(each.right("nik") for each in results),
        "nik_sure": sum(each.sure("nik") for each in results),
        "fields": len(fields),
        "fields_right": sum(each.right(key) for each, key in fields),
        "fields_sure": len(sure),
        "sure_but_wrong": sum(not each.right(key) for each, key in sure),
        "seconds": round(median(each.seconds for each in results), 2),
        "cpu_seconds": round(median(each.cpu for each in results), 2),
    }


def _print_row(name: str, grade: str, row: dict[str, Any]) -> None:
    shares = [f"{100 * row[part] / row[whole]:.1f} %" for part, whole in _SHARES]
    print(
        f"{name:9} {grade:12} {row['cards']:6} {shares[0]:>10} {shares[1]:>9} {shares[2]:>13} {shares[3]:>7}"
        f" {row['sure_but_wrong']:5} of {row['fields_sure']:<6} {row['seconds']:5.2f} {row['cpu_seconds']:5.2f}"
    )


_SHARES = (("nik_right", "cards"), ("nik_sure", "cards"), ("fields_right", "fields"), ("fields_sure", "fields"))


def _table(name: str, results: Sequence[Result]) -> dict[str, Any]:
    """Print a row for each grade and for all hard ones together; the same as numbers."""
    grades = dict.fromkeys(each.card.grade for each in results)
    groups = {grade: [each for each in results if each.card.grade == grade] for grade in grades}
    groups["all drawn"] = [each for each in results if each.card.grade not in ("folder", _HOPELESS)]
    groups["everything"] = list(results)
    figures = {grade: _figures(group) for grade, group in groups.items() if group}
    for grade, row in figures.items():
        _print_row(name, grade, row)
    return figures


def _print_wrong(results: Iterable[Result]) -> None:
    for each in results:
        for key, truth in each.card.truth.items():
            if not each.right(key):
                value, sure = each.answers.get(key, ("-", False))
                print(f"  {each.card.grade:12} {key:12} {'SURE' if sure else '':4} {value!r} is {truth!r}")


def main() -> None:
    """Run it."""
    given = _arguments()
    drawn = [specimen(grade, given.first + number) for grade in given.grades for number in range(given.cards)]
    cards = [*specimens_of(given.folder), *drawn]
    print(_HEAD)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as name:
        folder = Path(name)
        for number, card in enumerate(cards):
            (folder / f"{number:05}.jpg").write_bytes(card.jpeg)
        for reader in READERS if given.only is None else [given.only]:
            results, process = _run(reader, cards, folder)
            figures[reader] = {**process, "grades": _table(reader, results)}
            print(f"{reader}: ready in {process['start_seconds']} s, at most {process['peak_mb']} MB")
            if given.wrong:
                _print_wrong(results)
    print(json.dumps({"first": given.first, "cards": given.cards, "figures": figures}))


if __name__ == "__main__":
    main()
