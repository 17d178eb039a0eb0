"""Which answers does a card that a machine has read give, and which of them are sure?

A reading is sure when nothing else is likely: seen with high certainty, or said twice. The NIK holds birth date
and sex (see `registration.nik`), a kelurahan lies in one kecamatan, and both are on a short list. What the rules refuse
is dropped; what they find odd, or what contradicts another field, is never sure: such cards exist, misreadings too.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from registration import answers as parse
from registration.areas import Kelurahan, area_known, kecamatan_list, kelurahan_of
from registration.errors import Doubtful, Invalid
from registration.nik import NikFacts, nik_facts, parse_nik
from registration.questions import READ

Seen = Mapping[str, tuple[str, float]]  # by question: the text as printed, and its certainty 0 to 1

ALONE = 0.98  # certainty that needs no second witness
NIK = 0.9  # certainty of a NIK whose birth date and sex the card confirms: area and serial number have no witness
CONFIRMED = 0.5  # certainty that is enough where something else on the card says the same
_ALIKE = 0.8  # of 1.0: two letters in ten misread
_MAYBE = 0.6  # may still be the same, badly misread
_APART = 0.1  # by how much the likeliest name must be ahead of the next
_CARD_AGE = 16  # years; Law 24/2013 article 63: a card from 17, or when married
_ALONE = frozenset({"name", "birth_place", "address", "rt_rw", "issued_on"})  # nothing else on a card confirms these
_MOST_DOUBTFUL = 2  # of the ten values of a card; docs/reader.md
_LONG_WORD = re.compile(r"\w{11,}")  # may be two words: the library is shy of spaces
_CITY = "6471"
_PROVINCE = re.compile(r"1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6]")  # the ministry's codes
_SPECK = re.compile(r"\w{4,}\.")
_STREET = re.compile(r"^JL[. ]+")
_SEXES = {"LAKI-LAKI": "L", "PEREMPUAN": "P"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a card says, as the question stores it; only a sure one need not be asked."""

    value: str
    sure: bool


def judged(seen: Seen, today: date) -> dict[str, Answer]:
    """The answers by question that a card gives: `seen` has the questions' keys, and `city` (the card's head)."""
    nik = _parsed(seen, "nik", parse_nik, today)
    facts = nik_facts(nik.value, today) if nik else None
    found: dict[str, Answer | None] = {
        "name": _name(seen, today),
        "birth_place": _parsed(seen, "birth_place", parse.parse_place, today),
        "birth_date": _parsed(seen, "birth_date", parse.parse_birth_date, today),
        "sex": _sex(seen),
        "address": _address(seen, today),
        "rt_rw": _parsed(seen, "rt_rw", parse.parse_rt_rw, today),
        "issued_on": _parsed(seen, "issued_on", parse.parse_issued_on, today),
        **_areas(seen),
    }
    answers = {"nik": nik, **found}
    if nik and facts:
        answers |= _with_nik(nik, facts, seen, found)
    return {key: answer for key, answer in _if_clear(_in_time(answers)).items() if answer is not None}


def differing(answers: Mapping[str, Any]) -> list[str]:
    """The questions whose answer in a case is another than what was surely read from its photo."""
    fields = answers[READ]["fields"] if READ in answers else {}
    return [key for key, value in fields.items() if key in answers and _key(str(answers[key])) != _key(value)]


def _parsed(seen: Seen, key: str, parser: Callable[[str, date], Any], today: date) -> Answer | None:
    text, certainty = seen.get(key, ("", 0.0))
    try:
        return Answer(str(parser(text, today)), certainty >= ALONE)
    except Doubtful as odd:
        return Answer(str(odd.value), sure=False)
    except Invalid:
        return None


def _name(seen: Seen, today: date) -> Answer | None:
    """A dot behind a long word is a speck between two words, and a very long word may be two."""
    name = _parsed(seen, "name", parse.parse_name, today)
    odd = name is not None and (_SPECK.search(name.value) or _LONG_WORD.search(name.value))
    return Answer(name.value, sure=False) if name and odd else name


def _address(seen: Seen, today: date) -> Answer | None:
    """With the dot behind JL that printers set and cameras miss."""
    address = _parsed(seen, "address", parse.parse_address, today)
    return Answer(_STREET.sub("JL. ", address.value), address.sure) if address else None


def _sex(seen: Seen) -> Answer | None:
    """The two words share no letter pattern: a few misread letters do not matter."""
    text, certainty = seen.get("sex", ("", 0.0))
    word = _likeliest(text, tuple(_SEXES))
    return Answer(_SEXES[word], certainty >= CONFIRMED) if word else None


def _with_nik(nik: Answer, facts: NikFacts, seen: Seen, found: Mapping[str, Answer | None]) -> dict[str, Answer]:
    """NIK, birth date and sex in the light of each other; what is missing is taken from the NIK, to be asked."""
    born, sex = found["birth_date"], found["sex"]
    claimed = facts.birth_date.isoformat() if facts.birth_date else None
    same_date = born is not None and born.value == claimed
    same_sex = sex is not None and sex.value == facts.sex
    sure = seen["nik"][1] >= NIK and _area_exists(facts.area) and same_date and (same_sex or sex is None)
    better: dict[str, Answer] = {"nik": Answer(nik.value, sure)}
    if born is not None:
        better["birth_date"] = Answer(born.value, same_date)
    elif claimed:
        better["birth_date"] = Answer(claimed, sure=False)
    if sex is not None:
        better["sex"] = Answer(sex.value, same_sex)
    elif facts.sex:
        better["sex"] = Answer(facts.sex, sure=False)
    return better


def _area_exists(area: str) -> bool:
    """Whether it can be the area of a NIK, as far as is known here: Balikpapan's kecamatan, and the provinces."""
    return area_known(area) if area.startswith(_CITY) else _PROVINCE.match(area) is not None


def _areas(seen: Seen) -> dict[str, Answer | None]:
    """Kecamatan and kelurahan, sure when one lies in the other; "outside" and no kelurahan for another city's card."""
    (ward_text, ward_certainty), (district_text, district_certainty) = (
        seen.get(key, ("", 0.0)) for key in ("kelurahan", "kecamatan")
    )
    codes = {district.name: district.code for district in kecamatan_list()}
    name = _likeliest(district_text, tuple(codes))
    if name is None:
        return {"kecamatan": _elsewhere(seen), "kelurahan": None}
    ward = _ward(ward_text, codes[name])
    district_exact = _key(name) == _key(district_text)
    district_sure = district_exact and district_certainty >= ALONE
    if ward is None:
        return {"kecamatan": Answer(codes[name], district_sure), "kelurahan": None}
    ward_exact = _key(ward.name) == _key(ward_text)
    both = ward_exact and ward_certainty >= CONFIRMED and (district_exact or district_certainty >= CONFIRMED)
    return {"kecamatan": Answer(codes[name], both or district_sure), "kelurahan": Answer(ward.code, both)}


def _ward(text: str, district: str) -> Kelurahan | None:
    wards = kelurahan_of(district)
    name = _likeliest(text, tuple(ward.name for ward in wards))
    return next((ward for ward in wards if ward.name == name), None)


def _elsewhere(seen: Seen) -> Answer | None:
    """A card of another city or regency, told by its head alone and therefore never sure."""
    city, certainty = seen.get("city", ("", 0.0))
    if certainty < ALONE or _alike(city.removeprefix("KOTA"), "BALIKPAPAN") >= _MAYBE:
        return None
    return Answer("outside", sure=False)


def _in_time(answers: dict[str, Answer | None]) -> dict[str, Answer | None]:
    """A card given to a child is a misread date: neither is sure."""
    born, issued = answers.get("birth_date"), answers.get("issued_on")
    if born and issued and int(issued.value[:4]) - int(born.value[:4]) < _CARD_AGE:
        return answers | {"issued_on": Answer(issued.value, sure=False)}
    return answers


def _if_clear(answers: dict[str, Answer | None]) -> dict[str, Answer | None]:
    """On a card of which much is doubtful nothing is sure that stands there once only: letters are gone."""
    doubtful = sum(answer is None or not answer.sure for answer in answers.values())
    if doubtful <= _MOST_DOUBTFUL:
        return answers
    return {
        key: Answer(answer.value, sure=False) if answer is not None and key in _ALONE else answer
        for key, answer in answers.items()
    }


def _likeliest(text: str, names: tuple[str, ...]) -> str | None:
    """The one name that `text` is, spaces apart, or is nearly, and that no other comes near."""
    ranked = sorted(names, key=lambda name: -_alike(text, name))
    best, next_best = (_alike(text, name) for name in ranked[:2])
    if best == 1 or (best >= _ALIKE and best - next_best >= _APART):
        return ranked[0]
    return None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _key(one), _key(other), autojunk=False).ratio()


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
