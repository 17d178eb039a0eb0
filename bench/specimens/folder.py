"""Which photos lie in a folder with their true answers beside them? (`truth.json`: a list of `file` and `fields`)"""

import json
from pathlib import Path

from bench.specimens.cards import Specimen
from registration.areas import find_kelurahan


def specimens_of(folder: Path) -> list[Specimen]:
    """The photos whose printed fields `truth.json` tells; grade "folder"."""
    entries = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return [
        Specimen("folder", (folder / entry["file"]).read_bytes(), _answers(entry["fields"]))
        for entry in entries
        if "fields" in entry
    ]


def _answers(printed: dict[str, str]) -> dict[str, str]:
    """The printed fields as questions store them. Raises ValueError for a kelurahan that does not exist."""
    place, _, born = printed["ttl"].rpartition(", ")
    ward = find_kelurahan(printed["kel"])
    if ward is None:
        raise ValueError(printed["kel"])
    return {
        "nik": printed["nik"],
        "name": printed["nama"],
        "birth_place": place,
        "birth_date": _iso(born),
        "sex": printed["jk"][0],
        "address": printed["alamat"],
        "rt_rw": printed["rtrw"],
        "kecamatan": ward.kecamatan.code,
        "kelurahan": ward.code,
        "issued_on": _iso(printed["issued_on"]),
    }


def _iso(printed: str) -> str:
    return "-".join(reversed(printed.split("-")))
