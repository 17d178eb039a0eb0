"""What do the letters of a case say: which kind, whose name, NIK and plate? And do they lie upright?"""

from typing import Any

from documents.reader.letter import LetterKind, letter_hints
from documents.reader.telling import telling_numbers
from documents.results import PictureFailed
from jobs.tools import Tools
from storage.shelf import FileGone

_SECONDS = 30.0  # for one page: nobody waits for it


async def read_letters(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Read the pages named in the vault, looking for `name`, `nik` and `plate` (None: the case has none).

    Returns `hints` (`kind`, and whether each was found), `turned`: pages that lay on their side, by their name, as
    `name`, `width` and `height` of the upright one, and `numbers`: by which pages are known again, by their name.
    Without a reader all are empty.
    """
    lines: list[str] = []
    numbers: dict[str, dict[str, int]] = {}
    turned: dict[str, dict[str, Any]] = {}
    for name in body["pages"]:
        try:
            jpeg = await tools.vault.get(name)
        except FileGone:
            continue
        reading = await tools.reader.read(jpeg, _SECONDS) if tools.reader is not None else None
        if reading is None:
            continue
        lines += reading.lines
        numbers[name] = telling_numbers(reading)
        if reading.turns:
            turned |= await _upright(tools, name, jpeg, reading.turns)
    if not lines:
        return {"hints": {}, "turned": {}, "numbers": {}}
    hints = letter_hints(lines, body["name"], body["nik"], body["plate"])
    found = {"name": hints.name, "nik": hints.nik, "plate": hints.plate}
    if hints.kind is LetterKind.GROUP:  # every member sends the same one, and is right to
        numbers = {}
    return {"hints": {"kind": str(hints.kind), **found}, "turned": turned, "numbers": numbers}


async def _upright(tools: Tools, name: str, jpeg: bytes, turns: int) -> dict[str, dict[str, Any]]:
    try:
        page = await tools.sandbox.upright(jpeg, turns)
    except PictureFailed:
        return {}
    return {name: {"name": await tools.vault.put(page.jpeg), "width": page.width, "height": page.height}}
