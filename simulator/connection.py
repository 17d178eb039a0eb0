"""How does a program speak with the simulator's own HTTP interface (/sim/...)?"""

import json
from io import BytesIO
from typing import Any, Self

import aiohttp

from simulator.wire import Json
from simulator.worlds import DEMO_TOKEN

_JSON = {"Content-Type": "application/json"}
_PATIENCE = aiohttp.ClientTimeout(total=90)


class SimError(Exception):
    """The simulator refused an act: the words say why."""


class Connection:
    """The simulator at `base_url`; `token` chooses the bot and its world."""

    def __init__(self, base_url: str, token: str = DEMO_TOKEN) -> None:
        self.base_url, self.token = base_url.rstrip("/"), token
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the connection."""
        if self._http is not None:
            await self._http.close()

    async def act(self, name: str, /, **body: Any) -> Json:
        """Do one act of simulator/acts; fields that are None are left out. Raises SimError."""
        sent = {key: value for key, value in body.items() if value is not None}
        return await self._ask("POST", f"/sim/act/{name}", body=sent)

    async def read(self, name: str, /, **query: Any) -> Json:
        """Read /sim/<name>. Raises SimError."""
        return await self._ask("GET", f"/sim/{name}", {key: value for key, value in query.items() if value is not None})

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file."""
        async with self._session().get(self._url(f"/sim/file/{file_id}"), params={"token": self.token}) as answer:
            if answer.status != 200:
                raise SimError("no such file")
            return await answer.read()

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            # The usual ceiling of 100 connections would hold back a crowd of waiting people.
            self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=_PATIENCE)
        return self._http

    def _url(self, path: str) -> str:
        return self.base_url + path

    async def _ask(self, verb: str, path: str, query: Json | None = None, body: Json | None = None) -> Json:
        params = {**(query or {}), "token": self.token} if path != "/sim/world" else {}
        sent = None if body is None else BytesIO(json.dumps(body).encode())  # a large file is sent piece by piece
        async with self._session().request(verb, self._url(path), params=params, data=sent, headers=_JSON) as answer:
            found: Json = await answer.json()
            if answer.status != 200:
                raise SimError(found.get("error", "refused"))
            return found
