"""How does a world survive a restart: one JSON snapshot, written whole or not at all?"""

import json
import os
from pathlib import Path
from typing import Any

from simulator.model import Chat, Member, Person, Post, Topic
from simulator.wire import Json
from simulator.world import World

_NUMBERS = ("version", "plain_ids", "made", "privacy", "query_seconds")


def dump(world: World) -> str:
    """Write everything but the bytes of files, faults and pressed buttons."""
    queue = world.updates
    saved = {name: getattr(world, name) for name in _NUMBERS}
    saved |= {"clock": world.clock.save(), "profile": world.profile, "files": world.files.save()}
    saved["people"] = list(world.people.values())
    saved["chats"] = list(world.chats.values())
    saved["queue"] = {"next_id": queue.next_id, "allowed": queue.allowed, "waiting": list(queue.waiting)}
    return json.dumps(saved, default=vars, ensure_ascii=False)


def load(world: World, text: str) -> None:
    """Take back what `dump` wrote into a fresh world."""
    saved: Json = json.loads(text)
    for name in _NUMBERS:
        setattr(world, name, saved[name])
    world.clock.load(saved["clock"])
    world.profile = saved["profile"]
    world.files.load(saved["files"])
    world.people = {one["id"]: Person(**one) for one in saved["people"]}
    world.bot = world.people[world.bot.id]
    world.chats = {one["id"]: _chat(one) for one in saved["chats"]}
    queue = saved["queue"]
    world.updates.next_id, world.updates.allowed = queue["next_id"], queue["allowed"]
    world.updates.waiting.extend((date, update) for date, update in queue["waiting"])
    world.updates.history.extend(update for _, update in queue["waiting"])


def write_whole(path: Path, text: str) -> None:
    """Replace a file at once, so that a crash leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(path)


def _chat(saved: dict[str, Any]) -> Chat:
    chat = Chat(**saved)
    chat.members = {int(number): Member(**one) for number, one in saved["members"].items()}
    chat.topics = {int(number): Topic(**one) for number, one in saved["topics"].items()}
    chat.posts = {int(number): Post(**one) for number, one in saved["posts"].items()}
    chat.keyboards = {int(number): one for number, one in saved["keyboards"].items()}
    return chat
