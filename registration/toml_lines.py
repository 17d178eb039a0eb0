"""On which line of a TOML text does a key stand? So that a wrong setting can be pointed at."""

import re

_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w.\"'-]+)\s*\]{1,2}")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")


def line_of(text: str, key: str) -> int | None:
    """Return the line (from 1) of a dotted key such as "windows.0.opens", else of the nearest table around
    it.
    """
    lines = _lines_of_keys(text)
    while key not in lines and "." in key:
        key = key.rpartition(".")[0]
    return lines.get(key)


def _lines_of_keys(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    table = ""
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _unquoted(header[2])
            if header[1] == "[[":
                found.setdefault(table, number)
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            found.setdefault(table, number)
        elif key:
            name = _unquoted(key[1])
            found.setdefault(f"{table}.{name}" if table else name, number)
    return found


def _unquoted(key: str) -> str:
    return key.replace('"', "").replace("'", "")
