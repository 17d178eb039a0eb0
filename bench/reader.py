"""How well, how fast and in how much memory is an identity card read, grade by grade, and how by others?"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from statistics import median
from typing import Any

from bench.readers import READERS
from bench.specimens.cards import Specimen, specimen
from bench.specimens.folder import specimens_of

FOLDERS = (Path("tests/samples"), Path("bench/cards"))  # photos with a truth.json
_HARD = {"worn", "glare", "tilted", "small", "upside_down", "sideways", "blurred", "dark", "mixed"}
_HOPELESS = "hidden"  # its NIK cannot be read by anybody: it only counts for what is made up
_HEAD = (
    "reader    grade         cards  NIK right  NIK sure  fields right    sure  sure but wrong"
    "  <1 in  s median  most CPU s"
)


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
        "sure_but_wrong": (wrong := sum(not each.right(key) for each, key in sure)),
        "wrong_at_most_1_in": _at_most_one_in(wrong, len(sure)),
        "seconds": round(median(each.seconds for each in results), 2),
        "seconds_most": round(max(each.seconds for each in results), 2),
        "cpu_seconds": round(median(each.cpu for each in results), 2),
    }


def _at_most_one_in(wrong: int, of: int) -> int:
    """With 95 % confidence no more than one in so many is wrong (Clopper and Pearson's bound); 0: nothing is known."""
    low, high = 0.0, 1.0
    for _ in range(50):
        share = (low + high) / 2
        chance = sum(comb(of, each) * share**each * (1 - share) ** (of - each) for each in range(wrong + 1))
        low, high = (share, high) if chance > 0.05 else (low, share)
    return int(1 / high) if of else 0


def _print_row(name: str, grade: str, row: dict[str, Any]) -> None:
    shares = [f"{100 * row[part] / row[whole]:.1f} %" for part, whole in _SHARES]
    print(
        f"{name:9} {grade:12} {row['cards']:6} {shares[0]:>10} {shares[1]:>9} {shares[2]:>13} {shares[3]:>7}"
        f" {row['sure_but_wrong']:5} of {row['fields_sure']:<6} {row['wrong_at_most_1_in']:5}"
        f" {row['seconds']:9.2f} {row['seconds_most']:5.2f} {row['cpu_seconds']:5.2f}"
    )


_SHARES = (("nik_right", "cards"), ("nik_sure", "cards"), ("fields_right", "fields"), ("fields_sure", "fields"))


def _table(name: str, results: Sequence[Result]) -> dict[str, Any]:
    """Print a row for each grade and for all hard ones together; the same as numbers."""
    grades = dict.fromkeys(each.card.grade for each in results)
    groups = {grade: [each for each in results if each.card.grade == grade] for grade in grades}
    groups["hard"] = [each for each in results if each.card.grade in _HARD]
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


def reader(
    names: Sequence[str], grades: Sequence[str], count: int, first: int, *, wrong: bool = False
) -> dict[str, Any]:
    """A table for each reader: the cards of `FOLDERS`, and `count` drawn ones of each grade, from seed `first` on."""
    drawn = [specimen(grade, first + number) for grade in grades for number in range(count)]
    cards = [*(card for folder in FOLDERS for card in specimens_of(folder)), *drawn]
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as name:
        folder = Path(name)
        for number, card in enumerate(cards):
            (folder / f"{number:05}.jpg").write_bytes(card.jpeg)
        print(_HEAD)
        for each in names:
            if missing := READERS[each].missing():
                print(f"{each}: {missing}")
                continue
            results, process = _run(each, cards, folder)
            figures[each] = {**process, "grades": _table(each, results)}
            print(f"{each}: ready in {process['start_seconds']} s, at most {process['peak_mb']} MB")
            if wrong:
                _print_wrong(results)
    return figures
