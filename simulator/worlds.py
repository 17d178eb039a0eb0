"""Which bots are known, and where is the world of each?"""

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path

from simulator.clock import Clock
from simulator.demo import build_demo
from simulator.saving import dump, load, write_whole
from simulator.webhook import deliver_for_ever
from simulator.world import World

DEMO_TOKEN = "424242:SIMULATOR-demo-token-not-a-secret"  # noqa: S105 - says itself that it is none
_TOKEN = re.compile(r"[0-9]{4,12}:[A-Za-z0-9_-]{10,80}")
_SAVE_SECONDS = 1.0


@dataclass(frozen=True)
class Options:
    """How the simulator is started; `clock_start` is ISO 8601, folders may be None.

    `clock_file`: where the clock of the first bot's world is told.
    """

    port: int = 0
    tokens: tuple[str, ...] = (DEMO_TOKEN,)
    username: str = "LindungDemoBot"
    state: Path | None = None
    samples: Path | None = None
    clock_start: str | None = None
    clock_file: Path | None = None
    limits: bool = False
    demo: bool = False


class Worlds:
    """One world for each announced token; with a state folder they outlive the program."""

    def __init__(self, options: Options, tasks: asyncio.TaskGroup) -> None:
        self.options, self._tasks = options, tasks
        self._by_token: dict[str, World] = {}
        self._saved: dict[str, int] = {}
        self._webhooks: list[asyncio.Task[None]] = []
        for token in options.tokens:
            self.announce(token)

    @property
    def first(self) -> World:
        """The world of the first token."""
        return next(iter(self._by_token.values()))

    def find(self, token: str) -> World | None:
        """The world of an announced token."""
        return self._by_token.get(token)

    def announce(self, token: str) -> World:
        """Make a token known; raises ValueError when it does not look like one."""
        if not _TOKEN.fullmatch(token):
            raise ValueError("a token looks like 123456:ABC-DEF...")
        if token not in self._by_token:
            world = self._fresh(token)
            if (path := self._path(token)) is not None and path.exists():
                load(world, path.read_text("utf-8"))
            elif self.options.demo:
                build_demo(world)
        return self._by_token[token]

    def reset(self, token: str) -> World:
        """Forget everything of one world and begin anew; a waiting poll comes back empty."""
        old = self._by_token[token]
        old.close()
        world = self._fresh(token)
        world.updates.next_id = old.updates.next_id  # a running bot remembers its offset
        if self.options.demo:
            build_demo(world)
        return world

    def close(self) -> None:
        """Let everybody who waits go."""
        for world in self._by_token.values():
            world.close()
        for webhook in self._webhooks:
            webhook.cancel()  # it may be in the middle of a slow delivery

    def _fresh(self, token: str) -> World:
        path = self._path(token)
        files = None if path is None else path.parent / "files"
        told = self.options.clock_file if token == self.options.tokens[0] else None
        world = World(token, self.options.username, Clock(self.options.clock_start, told), files)
        world.limits.on = self.options.limits
        self._by_token[token] = world
        self._saved[token] = -1
        self._webhooks.append(self._tasks.create_task(deliver_for_ever(world)))
        return world

    def _path(self, token: str) -> Path | None:
        return None if self.options.state is None else self.options.state / token.split(":")[0] / "world.json"

    def save(self) -> None:
        """Write the snapshots of what changed."""
        for token, world in self._by_token.items():
            mark, path = _mark(world), self._path(token)
            if path is not None and mark != self._saved[token]:
                write_whole(path, dump(world))
                self._saved[token] = mark

    async def save_for_ever(self) -> None:
        """Save once a second whatever changed."""
        while True:
            await asyncio.sleep(_SAVE_SECONDS)
            self.save()


def _mark(world: World) -> int:
    """A number that differs when anything worth saving happened."""
    oldest = world.updates.waiting[0][1]["update_id"] if world.updates.waiting else 0
    return hash((world.version, world.journal.count, world.updates.next_id, oldest))
