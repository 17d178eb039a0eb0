"""By what can a case be found, and what do the words of a search mean?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from registration.errors import Invalid
from registration.names import name_words
from registration.nik import LENGTH
from registration.text import numeric_line

_END = 4  # digits
_MOST_PARTS = 6
_LONGEST = 100  # characters of a search
_MOBILE = re.compile(r"8[1-9][0-9]{7,10}")  # without the 0 or +62 before it
_SEPARATORS = re.compile(r"[ .,:/()+_\-\u2010-\u2015]")


class By(StrEnum):
    """What of a case a term is made of."""

    NIK = "nik"
    NIK_END = "nik_end"
    PHONE = "phone"
    PHONE_END = "phone_end"
    NAME = "name"
    KECAMATAN = "kecamatan"  # for broadcasts, not for searches
    BORN = "born"  # a word of the name with the birth date: for doubles, not for searches


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a case has or has not: found by equality alone, so that a keyed hash of it may be stored."""

    by: By
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a found case must have: any of these terms, and NIK or phone ending with these digits, if any."""

    terms: tuple[Term, ...]
    ends: str = ""


def terms_of(answers: Mapping[str, Any]) -> frozenset[Term]:
    """Return everything by which the case with these answers is found."""
    nik, phone = str(answers.get("nik", "")), national(str(answers.get("phone", "")))
    words, born = name_words(str(answers.get("name", ""))), answers.get("birth_date")
    terms = {Term(By.NAME, word) for word in words} | (
        {Term(By.BORN, f"{born} {word}") for word in words} if born else set()
    )
    for text, whole, end in ((nik, By.NIK, By.NIK_END), (phone, By.PHONE, By.PHONE_END)):
        if len(text) >= _END:
            terms |= {Term(whole, text), Term(end, text[-_END:])}
    if answers.get("kecamatan"):  # for whom a broadcast is meant; no search asks for it
        terms.add(Term(By.KECAMATAN, str(answers["kecamatan"])))
    return frozenset(terms)


def parts_of(words: str) -> tuple[Part, ...]:
    """Return what all found cases must have. Words of a name, a NIK, a phone number, their last four digits or more.

    Raises Invalid "search-empty", "search-short", "search-odd" or "search-many" (most), and "text-long" as a line does.
    """
    line = numeric_line(words, _LONGEST)
    glued = _SEPARATORS.sub("", line)
    if re.fullmatch("[0-9]+", glued) and (len(glued) == LENGTH or _MOBILE.fullmatch(national(glued))):
        return (_of_digits(glued),)
    parts = tuple(dict.fromkeys(part for token in line.split() for part in _of_token(token)))
    if not parts:
        raise Invalid("search-empty")
    if len(parts) > _MOST_PARTS:
        raise Invalid("search-many", most=_MOST_PARTS)
    return parts


def has_ends(answers: Mapping[str, Any], parts: tuple[Part, ...]) -> bool:
    """Do NIK or phone end with all digits that were typed? The terms hold the last four alone."""
    nik, phone = str(answers.get("nik", "")), national(str(answers.get("phone", "")))
    return all(nik.endswith(part.ends) or phone.endswith(part.ends) for part in parts)


def _of_token(token: str) -> list[Part]:
    digits = _SEPARATORS.sub("", token)
    if not re.search("[0-9]", token):
        return [Part((Term(By.NAME, word),)) for word in name_words(token)]
    if not re.fullmatch("[0-9]+", digits):
        raise Invalid("search-odd")
    return [_of_digits(digits)]


def _of_digits(digits: str) -> Part:
    if len(digits) < _END:
        raise Invalid("search-short")
    if len(digits) == LENGTH:
        return Part((Term(By.NIK, digits),))
    if _MOBILE.fullmatch(phone := national(digits)):
        return Part((Term(By.PHONE, phone),))
    last = digits[-_END:]
    return Part((Term(By.NIK_END, last), Term(By.PHONE_END, last)), ends=digits if len(digits) > _END else "")


def national(phone: str) -> str:
    """The number without "+62", "62" or "0"."""
    return _SEPARATORS.sub("", phone).removeprefix("62").removeprefix("0")
