"""What did the client put on the wire: which parameters, which files?"""

import json
from typing import Any

from aiohttp import web

from simulator.wire import Json, Refusal, Upload, bad

LARGEST_BODY = 52 * 1024 * 1024  # a document of 50 MB and its form around it


async def read_form(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Read query, urlencoded, multipart (also chunked) or JSON; returns (parameters, files by part name).

    A part named like a parameter becomes that parameter, `attach://NAME` at top level becomes the file NAME.
    """
    raw: Json = dict(request.query)
    files: dict[str, Upload] = {}
    try:
        if request.method == "POST":
            await _read_body(request, raw, files)
    except web.HTTPRequestEntityTooLarge as error:
        raise Refusal(413, "Request Entity Too Large") from error
    except ValueError as error:  # a multipart body that is cut off or has no boundary
        raise bad("can't parse request body") from error
    for name, value in list(raw.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            raw[name] = files.get(value.removeprefix("attach://"), value)
    return raw, files


async def _read_body(request: web.Request, raw: Json, files: dict[str, Upload]) -> None:
    if request.content_type == "application/json":
        raw.update(_json_object(await request.text()))
        return
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.file.read(), value.filename, value.content_type)
            value.file.close()
        else:
            raw[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    attached = {str(value).removeprefix("attach://") for value in raw.values()} | _nested(raw)
    raw.update({name: upload for name, upload in files.items() if name not in attached})


def _nested(raw: Json) -> set[str]:
    """Names of files that are spoken of inside a JSON parameter (the items of an album)."""
    text = " ".join(value for value in raw.values() if isinstance(value, str))
    return {part.split('"')[0] for part in text.split("attach://")[1:]}


def _json_object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text) if text else {}
    except ValueError as error:
        raise bad("can't parse request body as JSON") from error
    if not isinstance(value, dict):
        raise bad("request body must be a JSON object")
    return value
