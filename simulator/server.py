"""How is the simulator started and stopped, and which request goes where?"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from simulator.botapi import Request, answer
from simulator.forms import LARGEST_BODY, read_form
from simulator.simapi import SimApi, guard
from simulator.spec import load_spec
from simulator.wire import Json, Refusal
from simulator.worlds import Options, Worlds

_PAGE = Path(__file__).with_name("page")
_LARGEST_ACT = 2 * LARGEST_BODY  # files travel as base64 there
_CONTENT_POLICY = "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; frame-ancestors 'none'"


class Front:
    """The Bot API, its files, and the page."""

    def __init__(self, worlds: Worlds) -> None:
        self._worlds = worlds

    async def bot_api(self, request: web.Request) -> web.Response:
        """/bot<token>/<method>, by GET or POST."""
        world = self._worlds.find(request.match_info["token"])
        if world is None:
            return _answer(Refusal(401, "Unauthorized").body())
        try:
            raw, uploads = await read_form(request)
        except Refusal as refusal:
            world.journal.problem(f"{request.match_info['method']}: {refusal.description}")
            return _answer(refusal.body())
        body = await answer(world, Request(request.match_info["method"], raw, uploads))
        if body is None:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return _answer(body)

    async def bot_file(self, request: web.Request) -> web.Response:
        """/file/bot<token>/<file_path>, for an hour after getFile."""
        world = self._worlds.find(request.match_info["token"])
        if world is None:
            return _answer(Refusal(401, "Unauthorized").body())
        stored = world.files.at_path(request.match_info["path"], world.clock.now())
        if stored is None:
            return _answer(Refusal(404, "Not Found").body())
        return web.Response(body=world.files.read(stored), content_type="application/octet-stream")

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The page and its own files."""
        name = request.match_info.get("name", "index.html")
        path = _PAGE / name
        if path.parent != _PAGE or not path.is_file():
            raise web.HTTPNotFound
        guards = {"Content-Security-Policy": _CONTENT_POLICY, "X-Content-Type-Options": "nosniff"}
        return web.FileResponse(path, headers={**guards, "Cache-Control": "no-cache"})


def _answer(body: Json) -> web.Response:
    status = 200 if body["ok"] else int(body["error_code"])
    return web.Response(text=json.dumps(body, ensure_ascii=False), content_type="application/json", status=status)


def make_app(worlds: Worlds) -> web.Application:
    """Put the routes together."""
    front = Front(worlds)
    app = web.Application(client_max_size=_LARGEST_ACT, middlewares=[guard])
    app.router.add_route("*", "/bot{token}/{method}", front.bot_api)
    app.router.add_get("/file/bot{token}/{path:.+}", front.bot_file)
    app.router.add_routes(SimApi(worlds).routes())
    app.router.add_get("/", front.page)
    app.router.add_get("/page/{name}", front.page)
    return app


@asynccontextmanager
async def serve(options: Options | None = None) -> AsyncIterator[str]:
    """Run the simulator in this event loop; gives its address, such as http://127.0.0.1:8081."""
    load_spec()
    options = options or Options()
    try:
        async with asyncio.TaskGroup() as tasks:
            worlds = Worlds(options, tasks)
            saving = tasks.create_task(worlds.save_for_ever()) if options.state else None
            runner = web.AppRunner(make_app(worlds), access_log=None, shutdown_timeout=0.1)
            await runner.setup()
            try:
                site = web.TCPSite(runner, "127.0.0.1", options.port)
                await site.start()
                yield f"http://127.0.0.1:{runner.addresses[0][1]}"
            finally:
                worlds.close()
                await runner.cleanup()
                if saving is not None:
                    saving.cancel()
                worlds.save()
    except BaseExceptionGroup as group:
        # What the caller raised inside `async with` is shown as it was.
        raise group.exceptions[0] if len(group.exceptions) == 1 else group from None
