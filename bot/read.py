"""What do coach and reader make of an office's own photos? (`python -m bot read FILE…`)"""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from documents.reader.reader import Reader
from documents.results import PictureFailed, Refused
from documents.sandbox import Sandbox
from handlers.worker.coaching import advice_text
from locales import Texts
from registration.reading import judged

_TEXTS = Texts()
_SECONDS = 60.0  # for one page: nobody waits in a chat


async def read_files(files: Sequence[Path], today: date) -> AsyncIterator[str]:
    """One JSON object a file, as text.

    `file`; `verdict`: "good", "again" (the coach has advice), "refused" or, when the coach broke down, null; `advice`:
    the coach's codes or the reason of the refusal; `tips`: what a worker would be told; `fields`: by question `value`
    as stored and `confidence`, "sure" or "unsure"; `seconds` in all. Of a PDF the first page is read. Raises OSError
    for a file that cannot be read.
    """
    async with Sandbox(size=1) as sandbox, Reader() as reader:
        for file in files:
            begun = perf_counter()
            found = await _read(sandbox, reader, file.read_bytes(), today)
            seconds = round(perf_counter() - begun, 2)
            yield json.dumps({"file": str(file), **found, "seconds": seconds}, ensure_ascii=False)


async def _read(sandbox: Sandbox, reader: Reader, data: bytes, today: date) -> dict[str, Any]:
    cleaned = await sandbox.clean(data, allow_pdf=True)
    if isinstance(cleaned, Refused):
        return {"verdict": "refused", "advice": [cleaned.code], "tips": "", "fields": {}}
    jpeg = cleaned.pages[0].jpeg
    return {**await _coached(sandbox, jpeg), "fields": await _fields(reader, jpeg, today)}


async def _coached(sandbox: Sandbox, jpeg: bytes) -> dict[str, Any]:
    try:
        advice = await sandbox.coach(jpeg, "ktp")
    except PictureFailed:
        return {"verdict": None, "advice": [], "tips": ""}
    tips = advice_text(_TEXTS, advice.codes).text if advice.codes else ""
    return {"verdict": "good" if advice.good else "again", "advice": list(advice.codes), "tips": tips}


async def _fields(reader: Reader, jpeg: bytes, today: date) -> dict[str, dict[str, str]]:
    reading = await reader.read(jpeg, _SECONDS)
    if reading is None:
        return {}
    return {
        key: {"value": answer.value, "confidence": "sure" if answer.sure else "unsure"}
        for key, answer in judged(reading.fields, today).items()
    }
