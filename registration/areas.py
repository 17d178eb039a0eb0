"""Which kecamatan and kelurahan has Kota Balikpapan, and how are they spelled and coded?

The rows stand in areas.csv (source and licence at its head). A NIK carries the kecamatan of the first
registration, which may lie in any city and may have been split since, so a NIK from elsewhere says nothing
about where a person lives now.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("areas.csv")
_LABEL = re.compile(r"^(?:kel(?:urahan)?|desa)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A district: `code` such as "64.71.01"."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Kelurahan:
    """A ward: `code` such as "64.71.01.1001"; the postcode has five digits and is a suggestion, lists
    differ.
    """

    code: str
    name: str
    kecamatan: Kecamatan
    postal_code: str


def kecamatan_list() -> tuple[Kecamatan, ...]:
    """Return the six kecamatan in the order of their codes."""
    return tuple(dict.fromkeys(ward.kecamatan for ward in _wards().values()))


def kelurahan_of(kecamatan_code: str) -> tuple[Kelurahan, ...]:
    """Return the kelurahan of one kecamatan in the order of their codes; () for an unknown code."""
    return tuple(ward for ward in _wards().values() if ward.kecamatan.code == kecamatan_code)


def kecamatan_name(code: str) -> str:
    """Return the name of a kecamatan. Raises KeyError."""
    return {district.code: district.name for district in kecamatan_list()}[code]


def kelurahan_name(code: str) -> str:
    """Return the name of a kelurahan. Raises KeyError."""
    return _wards()[code].name


def postal_code(kelurahan_code: str) -> str:
    """Return the five digits of a kelurahan's postcode. Raises KeyError."""
    return _wards()[kelurahan_code].postal_code


def find_kelurahan(text: str) -> Kelurahan | None:
    """Return the kelurahan a person or a card means: "sungainangka", "Kel.

    Sungai Nangka" and "SUNGAI NANGKA" are one.
    """
    wanted = _key(_LABEL.sub("", text.strip()))
    return next((ward for ward in _wards().values() if _key(ward.name) == wanted), None)


def kelurahan_of_code(text: str) -> Kelurahan | None:
    """Return the kelurahan of a code: "64.71.01.1001" and "6471011001" are one."""
    return next((ward for ward in _wards().values() if text in {ward.code, ward.code.replace(".", "")}), None)


def area_known(nik_area: str) -> bool:
    """Tell whether the first six digits of a NIK are a kecamatan of Balikpapan of today."""
    return any(district.code.replace(".", "") == nik_area for district in kecamatan_list())


def _key(name: str) -> str:
    """Return what is left when nobody agrees where the spaces go: ministry and city differ on Sungai
    Nangka.
    """
    return re.sub(r"[\W_]", "", name).casefold()


@cache
def _wards() -> dict[str, Kelurahan]:
    lines = (line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {
        row["code"]: Kelurahan(
            row["code"], row["name"], Kecamatan(row["kecamatan_code"], row["kecamatan"]), row["postal_code"]
        )
        for row in csv.DictReader(lines)
    }
