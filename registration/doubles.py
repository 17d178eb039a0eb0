"""Do two registrations look like those of one person?

Only a hint: whoever compares looks at both. Names are those of one person when every word of the shorter one stands in
the other, spelled nearly the same; the birth date must be the same then.
"""

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from registration.finding import By, Term, terms_of
from registration.names import name_words

_ALIKE = 0.8  # of 1.0: one letter in five
_COMPARED = ("nik", "name", "birth_date", "phone", "ktp_photo", "letter", "fisher_document", "group_letter")
_TELLING = frozenset({By.NIK, By.PHONE, By.BORN})


class Why(StrEnum):
    """What two registrations have in common."""

    NIK = "nik"
    PERSON = "person"
    PHONE = "phone"


def whys(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[Why, ...]:
    """Return what these two answers have in common."""
    same = {
        Why.NIK: one["nik"] == other["nik"],
        Why.PERSON: one["birth_date"] == other["birth_date"] and same_name(one["name"], other["name"]),
        Why.PHONE: bool(_phones(one) & _phones(other)),
    }
    return tuple(why for why, found in same.items() if found)


def same_name(one: str, other: str) -> bool:
    """May these be two spellings of one name?"""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    return bool(shorter) and all(any(_alike(word, each) for each in longer) for word in shorter)


def telling_terms(answers: Mapping[str, Any]) -> frozenset[Term]:
    """Return the terms of which a double has at least one."""
    return frozenset(term for term in terms_of(answers) if term.by in _TELLING)


def compared(answers: Mapping[str, Any]) -> str:
    """Return what "no double" was said of, as one text: once it changes, somebody has to look again."""
    return json.dumps([answers.get(key) for key in _COMPARED], ensure_ascii=False)


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _phones(answers: Mapping[str, Any]) -> frozenset[Term]:
    return frozenset(term for term in terms_of(answers) if term.by is By.PHONE)
