"""How is a bot started a hundred times without loading everything a hundred times? `python -m tests.crash.warm bot`.

This process loads the program once. For each line on its input (JSON: environment variables) it forks one that runs the
bot, says its number, and says "over" when it has ended.
"""

import json
import os
import sys
from importlib import import_module

from bot.__main__ import cli


def _run(settings: dict[str, str]) -> None:
    """In the new process: as if it had just been started with these settings."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    log = os.open(settings.pop("LOG"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.environ.update(settings)
    sys.argv = ["bot", "run"]
    cli()


def main(entry: str) -> None:
    """Wait for orders; `entry`: `bot`, or a module whose `break_it` makes it a broken twin."""
    if entry != "bot":
        import_module(entry).break_it()
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            _run(json.loads(line))
            return
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        os.waitpid(number, 0)
        sys.stdout.write("over\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
