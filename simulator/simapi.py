"""How do tests and the page drive the world over HTTP (/sim/...)?"""

import base64
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from simulator.acts import ACTS
from simulator.acts.act import Act, ActError
from simulator.views import chat_view, overview, wait_for_chat, wait_for_world
from simulator.wire import Json, Refusal
from simulator.world import World
from simulator.worlds import Worlds

_LONGEST_WAIT = 55.0
_PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


class SimApi:
    """Every route below /sim; `?token=` (default: the first bot) chooses the world."""

    def __init__(self, worlds: Worlds) -> None:
        self._worlds = worlds

    def routes(self) -> list[web.RouteDef]:
        """The routes to mount."""
        return [
            web.post("/sim/act/{name}", self.act),
            web.post("/sim/world", self.new_world),
            web.post("/sim/reset", self.reset),
            web.get("/sim/chat", self.chat),
            web.get("/sim/overview", self.overview),
            web.get("/sim/calls", self.calls),
            web.get("/sim/problems", self.problems),
            web.get("/sim/updates", self.updates),
            web.get("/sim/file/{file_id}", self.file),
            web.get("/sim/samples", self.samples),
            web.get("/sim/samples/{name}", self.sample),
        ]

    async def act(self, request: web.Request) -> web.Response:
        handler = ACTS.get(request.match_info["name"])
        if handler is None:
            raise ActError("no such act")
        return _json(await handler(Act(self._world(request), await _body(request))))

    async def new_world(self, request: web.Request) -> web.Response:
        """Announce a token: {"token"}."""
        body = await _body(request)
        try:
            world = self._worlds.announce(str(body.get("token", "")))
        except ValueError as error:
            raise ActError(str(error)) from error
        return _json({"bot": world.bot.wire()})

    async def reset(self, request: web.Request) -> web.Response:
        """Begin the world anew."""
        world = self._worlds.reset(self._world(request).token)
        return _json({"bot": world.bot.wire()})

    async def chat(self, request: web.Request) -> web.Response:
        """A chat as `user` sees it: what changed after `since`, waiting up to `wait` seconds for a change."""
        world, user = self._world(request), _number(request, "user")
        chat = world.chats.get(_number(request, "chat", user))
        if chat is None or user not in world.people:
            raise ActError("no such chat or user")
        since = _number(request, "since", 0)
        await wait_for_chat(world, chat, since, min(_number(request, "wait", 0), _LONGEST_WAIT))
        return _json(chat_view(world, chat, user, since))

    async def overview(self, request: web.Request) -> web.Response:
        """People, groups, clock and counts; waits like `chat`."""
        world = self._world(request)
        await wait_for_world(world, _number(request, "since", -1), min(_number(request, "wait", 0), _LONGEST_WAIT))
        return _json(overview(world) | {"token": world.token, "demo": self._worlds.options.demo})

    async def calls(self, request: web.Request) -> web.Response:
        """The journal after call number `since`, the newest `limit` of it."""
        journal = self._world(request).journal
        calls = journal.since(_number(request, "since", 0), _number(request, "limit", 20_000))
        return _json({"count": journal.count, "calls": calls})

    async def problems(self, request: web.Request) -> web.Response:
        """Everything that was wrong, the bot's or ours."""
        return _json({"problems": self._world(request).journal.problems})

    async def updates(self, request: web.Request) -> web.Response:
        """How many updates wait for the bot, and every one still remembered."""
        queue = self._world(request).updates
        return _json({"waiting": len(queue.waiting), "history": list(queue.history)})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, shown by the page, never run."""
        world = self._world(request)
        stored = world.files.files.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        picture = stored.kind == "photo" or stored.mime in {"image/jpeg", "image/png", "image/webp"}
        kind = (stored.mime or "image/jpeg") if picture else "application/octet-stream"
        plain = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=world.files.read(stored), content_type=kind, headers=plain)

    async def samples(self, request: web.Request) -> web.Response:
        """Names of the ready-made pictures."""
        return _json({"samples": sorted(self._samples())})

    async def sample(self, request: web.Request) -> web.Response:
        """One ready-made picture, as base64 when asked with `?base64=1`."""
        path = self._samples().get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        if request.query.get("base64"):
            return _json({"data": base64.b64encode(path.read_bytes()).decode()})
        return web.Response(body=path.read_bytes(), content_type=f"image/{path.suffix[1:].replace('jpg', 'jpeg')}")

    def _samples(self) -> dict[str, Path]:
        folder = self._worlds.options.samples
        if folder is None or not folder.is_dir():
            return {}
        return {path.name: path for path in folder.iterdir() if path.suffix.lower() in _PICTURES}

    def _world(self, request: web.Request) -> World:
        token = request.query.get("token")
        world = self._worlds.find(token) if token else self._worlds.first
        if world is None:
            raise ActError("unknown token: announce it first")
        return world


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Let only this server's own page and local programs drive the world; turn refusals into answers."""
    if not request.path.startswith("/sim/"):
        return await handler(request)
    port = request.url.port
    own = {f"127.0.0.1:{port}", f"localhost:{port}"}
    origin = request.headers.get("Origin")
    if request.host not in own or (origin is not None and origin.removeprefix("http://") not in own):
        return web.json_response({"error": "only the simulator's own page may do this"}, status=403)
    try:
        return await handler(request)
    except ActError as error:
        return web.json_response({"error": str(error)}, status=400)
    except Refusal as refusal:
        return web.json_response({"error": refusal.description}, status=400)


def _json(body: Json) -> web.Response:
    return web.Response(text=json.dumps(body, ensure_ascii=False), content_type="application/json")


async def _body(request: web.Request) -> Json:
    if request.content_type != "application/json":
        raise ActError("send application/json")  # which no foreign page can, without asking first
    try:
        body = await request.json()
    except ValueError as error:
        raise ActError("the body must be JSON") from error
    if not isinstance(body, dict):
        raise ActError("the body must be an object")
    return body


def _number(request: web.Request, name: str, default: int | None = None) -> int:
    value = request.query.get(name, "" if default is None else str(default))
    if not value.lstrip("-").isdecimal():
        raise ActError(f"{name} must be a whole number")
    return int(value)
