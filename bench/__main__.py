"""Prints, in one run side by side: Lindung with everything committed, and two bots that keep nothing."""

import argparse
import asyncio
import gc
import json
import platform
from statistics import median

from bench.crowd import ANSWERS, AT_ONCE
from bench.measure import Figures, run_once
from bench.variants import VARIANTS

_COLUMNS = (
    ("answers/s", "answers_per_second", ".0f"),
    ("p50 ms", "p50_ms", ".1f"),
    ("p99 ms", "p99_ms", ".1f"),
    ("CPU µs/answer", "cpu_us_per_answer", ".0f"),
    ("idle MB", "idle_mb", ".0f"),
    ("loaded MB", "loaded_mb", ".0f"),
    ("start s", "start_seconds", ".1f"),
    ("stop s", "stop_seconds", ".2f"),
)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--people", type=int, default=800, help="people in one run, six answers each")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each bot, interleaved")
    parser.add_argument("--quick", action="store_true", help="one short run of each: does the bench work?")
    parser.add_argument("--only", choices=[each.name for each in VARIANTS], help="this bot alone")
    return parser.parse_args()


async def _all_runs(people: int, repeat: int, idle_seconds: float, only: str | None) -> dict[str, list[Figures]]:
    variants = [each for each in VARIANTS if only in {None, each.name}]
    runs: dict[str, list[Figures]] = {each.name: [] for each in variants}
    for _ in range(repeat):
        for variant in variants:
            runs[variant.name].append(await run_once(variant, people, idle_seconds))
    return runs


def _middle(runs: list[Figures]) -> dict[str, float]:
    """The median of each figure over the runs."""
    kept = (
        {"bytes_per_answer": median(each.kept.bytes_per_answer for each in runs if each.kept)} if runs[0].kept else {}
    )
    return {name: round(median(getattr(each, name) for each in runs), 3) for _, name, _ in _COLUMNS} | kept


def _print_table(figures: dict[str, dict[str, float]]) -> None:
    abouts = {each.name: each.about for each in VARIANTS}
    width = max(map(len, abouts.values()))
    print(" " * width, *(title.rjust(13) for title, _, _ in _COLUMNS))
    for name, row in figures.items():
        print(abouts[name].ljust(width), *(format(row[key], form).rjust(13) for _, key, form in _COLUMNS))
    if "lindung" in figures:
        print(f"Lindung's database grows by {figures['lindung']['bytes_per_answer']:.0f} bytes an answer.")


def main() -> None:
    """Run it."""
    given = _arguments()
    people, repeat, idle = (48, 1, 0.2) if given.quick else (given.people, given.repeat, 3.0)
    print(f"{AT_ONCE} people at once, {people} in all, {len(ANSWERS)} answers each; medians of {repeat} runs.")
    gc.freeze()  # the stand-in's own pauses must not look like the bot's
    runs = asyncio.run(_all_runs(people, repeat, idle, given.only))
    figures = {name: _middle(each) for name, each in runs.items()}
    _print_table(figures)
    print(json.dumps({"python": platform.python_version(), "people": people, "repeat": repeat, "figures": figures}))


if __name__ == "__main__":
    main()
