"""What does a method of the Bot API get to work with?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.wire import Json, Upload
from simulator.world import World


@dataclass(frozen=True)
class Call:
    """One request: the world of its bot, the checked parameters, the files that came along by part name."""

    world: World
    params: Json
    uploads: dict[str, Upload]


Method = Callable[[Call], Awaitable[Any]]
