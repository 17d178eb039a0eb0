"""Prints, in one run side by side: Lindung's reminders, and the same job done in the usual ways."""

import argparse
import asyncio
import json
import os
import platform
from dataclasses import asdict

from bench.reminders import ours, peers
from bench.reminders.forms import AT_ONCE
from bench.reminders.telegram import ALLOWED, Job

_HEAD = ("people", "seconds", "messages/s", f"of {ALLOWED}/s", "429s", "missed", "twice")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.reminders", description=__doc__)
    parser.add_argument("--people", type=int, default=7100, help="people who are reminded")
    parser.add_argument("--peers", type=int, help="people whom the others remind (default: as many; 0: none)")
    parser.add_argument("--quiet", type=float, default=90, help="seconds of forms before the reminders")
    parser.add_argument("--quick", action="store_true", help="a few people: does the bench work?")
    return parser.parse_args()


def _line(about: str, people: int, done: Job) -> None:
    cells = (
        str(people), f"{done.seconds:.1f}", f"{done.rate:.2f}", f"{done.allowed:.1%}",
        str(done.refused), str(done.missed), str(done.twice),
    )  # fmt: skip
    print(about.ljust(48), *(cell.rjust(10) for cell in cells), flush=True)


async def _run(people: int, others: int, quiet: float) -> dict[str, object]:
    load = os.getloadavg()[0]
    print("sender".ljust(48), *(title.rjust(10) for title in _HEAD))
    mine = await ours.measure(people, quiet)
    _line(f"Lindung, beside {AT_ONCE} people who fill forms", people, mine.job)
    found: dict[str, object] = {}
    for peer in peers.PEERS if others else ():
        if not peers.is_installed(peer):
            print(f"{peer.about} is not installed: pip install -r bench/requirements-reminders.in")
            continue
        done = await peers.measure(peer, others)
        found[peer.name] = {"people": others, **asdict(done)}
        _line(peer.about, others, done)
    for when, waits in (("without reminders", mine.without), ("while they leave", mine.during)):
        print(f"answers {when}: {waits['answers']}, p50 {waits['p50_ms']} ms, p99 {waits['p99_ms']} ms")
    print(f"Lindung took {mine.cpu_share:.0%} of a core while they left; load of the machine {load:.1f} before.")
    return {"people": people, "load": round(load, 1), "lindung": asdict(mine), "peers": found}


def main() -> None:
    """Run it."""
    given = _arguments()
    people, quiet = (120, 15.0) if given.quick else (given.people, given.quiet)
    others = people if given.quick or given.peers is None else given.peers
    print(f"{people} reminders, Telegram's limits as the simulator keeps them: {ALLOWED} messages a second in all.")
    report = asyncio.run(_run(people, others, quiet))
    print(json.dumps({"python": platform.python_version(), **report}))


if __name__ == "__main__":
    main()
