"""What stands in each column of the list that the city hands to the insurer?

A new column is one row of `CELLS` and its name in `programme_tables.Column`; which ones the list has, in which order
and under which headers, the programme file says (`[export]`). Every value is text: a NIK must not become a number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from registration.areas import kecamatan_name, kelurahan_name, postal_code
from registration.dates import shown
from registration.programme import Programme
from registration.programme_tables import Column

# The question that says more closely what somebody of a sector does.
_WORK = {
    "ojol": "aplikator",
    "pangkalan": "stand",
    "nelayan": "fishing_work",
    "petani": "farm_work",
    "pedagang": "trade",
    "lainnya": "job",
}
_CHOSEN = {"fishing_work", "farm_work"}  # answered by a button, so that the value is a code
_OUTSIDE = "outside"
Said = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list; `place` counts from 1."""

    place: int
    number: str
    sector: str
    agency: str
    state: str
    answers: Mapping[str, Any]
    sent_at: datetime
    decided_at: datetime | None


def row(entry: Entry, programme: Programme, said: Said) -> list[str]:
    """The cells of one person in the columns of the programme, "" where nothing was answered; `said`: our words."""
    return [CELLS[column](entry, programme, said) for column, _ in programme.export.columns]


def _answer(key: str) -> Callable[[Entry, Programme, Said], str]:
    return lambda entry, _programme, _said: str(entry.answers.get(key, ""))


def _phone(entry: Entry, _programme: Programme, _said: Said) -> str:
    """As people write it here: 0812…"""
    phone = str(entry.answers.get("phone", ""))
    return "0" + phone.removeprefix("+62") if phone.startswith("+62") else phone


def _birth_date(entry: Entry, _programme: Programme, _said: Said) -> str:
    return shown(str(entry.answers.get("birth_date", "")))


def _of_kelurahan(name_of: Callable[[str], str]) -> Callable[[Entry, Programme, Said], str]:
    """What is known of the kelurahan; "" for one that this city has no more, or an address elsewhere."""

    def cell(entry: Entry, _programme: Programme, _said: Said) -> str:
        try:
            return name_of(entry.answers["kelurahan"])
        except KeyError:
            return ""

    return cell


def _kecamatan(entry: Entry, _programme: Programme, said: Said) -> str:
    code = entry.answers.get("kecamatan", "")
    if code == _OUTSIDE:
        return said(f"q-kecamatan.o-{_OUTSIDE}")
    try:
        return kecamatan_name(code)
    except KeyError:
        return ""


def _city(entry: Entry, programme: Programme, _said: Said) -> str:
    return "" if entry.answers.get("kecamatan") == _OUTSIDE else programme.city


def _work(entry: Entry, programme: Programme, said: Said) -> str:
    key = _WORK.get(entry.sector, "")
    value = str(entry.answers.get(key, ""))
    if key == "aplikator":
        return (
            str(entry.answers.get("aplikator_other", "")) if value == "other" else programme.aplikator.get(value, value)
        )
    return said(f"q-{key}.o-{value}") if key in _CHOSEN and value else value


def _agency(entry: Entry, programme: Programme, _said: Said) -> str:
    agency = programme.agencies.get(entry.agency)
    return agency.short if agency is not None else entry.agency


def _day(at: datetime | None, programme: Programme) -> str:
    return "" if at is None else f"{at.astimezone(programme.zone):%d-%m-%Y}"


CELLS: Mapping[Column, Callable[[Entry, Programme, Said], str]] = {
    "no": lambda entry, _programme, _said: str(entry.place),
    "nik": _answer("nik"),
    "name": _answer("name"),
    "birth_place": _answer("birth_place"),
    "birth_date": _birth_date,
    "sex": _answer("sex"),
    "address": _answer("address"),
    "rt_rw": _answer("rt_rw"),
    "kelurahan": _of_kelurahan(kelurahan_name),
    "kecamatan": _kecamatan,
    "city": _city,
    "postal_code": _of_kelurahan(postal_code),
    "phone": _phone,
    "sector": lambda entry, _programme, said: said(f"sector-{entry.sector}.list"),
    "work": _work,
    "plate": _answer("plate"),
    "income": _answer("income"),
    "number": lambda entry, _programme, _said: entry.number,
    "agency": _agency,
    "state": lambda entry, _programme, said: said(f"list-state-{entry.state.replace('_', '-')}"),
    "sent_on": lambda entry, programme, _said: _day(entry.sent_at, programme),
    "decided_on": lambda entry, programme, _said: _day(entry.decided_at, programme),
}
