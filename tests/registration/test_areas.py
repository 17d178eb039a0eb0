"""Are the areas of the city complete, and found however they are spelled?"""

from collections import Counter

import pytest

from registration.areas import (
    area_known,
    find_kelurahan,
    kecamatan_list,
    kecamatan_name,
    kelurahan_name,
    kelurahan_of,
    postal_code,
)


def test_the_city_has_six_kecamatan_and_thirty_four_kelurahan() -> None:
    sizes = {area.name: len(kelurahan_of(area.code)) for area in kecamatan_list()}
    assert sizes == {
        "Balikpapan Timur": 4,
        "Balikpapan Barat": 6,
        "Balikpapan Utara": 6,
        "Balikpapan Tengah": 6,
        "Balikpapan Selatan": 7,
        "Balikpapan Kota": 5,
    }


def test_every_kelurahan_is_found_by_its_name_and_no_two_share_one() -> None:
    wards = [ward for area in kecamatan_list() for ward in kelurahan_of(area.code)]
    assert [find_kelurahan(ward.name) for ward in wards] == wards
    assert Counter(ward.code[:8] == ward.kecamatan.code for ward in wards) == {True: 34}


@pytest.mark.parametrize(
    "typed",
    ["Sungai Nangka", "sungainangka", "SUNGAINANGKA", " Kel. Sungai  Nangka ", "kelurahan sungai-nangka"],
)
def test_spelling_does_not_hide_a_kelurahan(typed: str) -> None:
    found = find_kelurahan(typed)
    assert found is not None
    assert found.code == "64.71.05.1010"


@pytest.mark.parametrize(("typed", "name"), [("damai", "Damai"), ("Damai Baru", "Damai Baru"), ("Manggar", "Manggar")])
def test_a_name_within_another_is_not_mistaken(typed: str, name: str) -> None:
    found = find_kelurahan(typed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("typed", ["", "Kelurahan", "Samarinda", "Sungai", "\ud800"])
def test_other_places_are_not_found(typed: str) -> None:
    assert find_kelurahan(typed) is None


def test_codes_have_names_and_postcodes() -> None:
    assert kecamatan_name("64.71.06") == "Balikpapan Kota"
    assert kelurahan_name("64.71.03.1001") == "Batu Ampar"
    assert postal_code("64.71.03.1001") == "76136"
    assert kelurahan_of("64.71.99") == ()
    with pytest.raises(KeyError):
        kelurahan_name("outside")


@pytest.mark.parametrize(
    ("prefix", "known"), [("647101", True), ("647106", True), ("647199", False), ("647301", False)]
)
def test_only_kecamatan_of_today_are_known_areas_of_a_nik(prefix: str, known: bool) -> None:
    assert area_known(prefix) is known
