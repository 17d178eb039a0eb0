"""Does the command write one poster for each place, with a link that tells the place?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.posters import places_of, source_of
from bot.wrong import Wrong
from locales import Texts
from registration.areas import kecamatan_list, kelurahan_of
from tests.bot.conftest import Environment, Said

TEXTS = Texts()
Say = Callable[..., Said]


def test_each_place_gets_a_file_and_a_link_of_its_own(good: Environment, say: Say, tmp_path: Path) -> None:
    listed = tmp_path / "tempat.txt"
    listed.write_text("Pelabuhan Contoh\n\n  Pangkalan   Pasar Baru  \n", encoding="utf-8")
    folder = tmp_path / "posters"
    said = say(good, "posters", "Kelurahan Manggar", "--file", str(listed), "--folder", str(folder))
    sources = ["p-kelurahan-manggar", "p-pelabuhan-contoh", "p-pangkalan-pasar-baru"]
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        TEXTS("operator-poster", path=str(folder / f"{source}.pdf"), link=f"https://t.me/LindungDemoBot?start={source}")
        for source in sources
    ]
    assert [(folder / f"{source}.pdf").read_bytes()[:5] for source in sources] == [b"%PDF-"] * 3


def test_two_names_of_one_link_and_a_name_without_letters_are_told(good: Environment, say: Say, tmp_path: Path) -> None:
    folder = ("--folder", str(tmp_path / "posters"))
    same = TEXTS("wrong-posters-same", first="Pasar Baru", second="Pasar-baru")
    cannot = TEXTS("operator-cannot")
    assert say(good, "posters", "Pasar Baru", "Pasar-baru", *folder) == Said(1, "", f"{cannot} {same}\n")
    none = TEXTS("wrong-posters-name", place="???")
    assert say(good, "posters", "???", *folder) == Said(1, "", f"{cannot} {none}\n")
    assert not (tmp_path / "posters").exists()


def test_without_a_name_there_is_one_for_every_kelurahan() -> None:
    wards = [ward.name for area in kecamatan_list() for ward in kelurahan_of(area.code)]
    places = places_of(TEXTS, [], None)
    assert places == [f"Kelurahan {name}" for name in wards]
    assert len({source_of(place) for place in places}) == len(wards)


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("Kelurahan Manggar Baru", "p-kelurahan-manggar-baru"),
        ("Pos 3/B – Jl. É", "p-pos-3-b-jl-e"),
        ("x" * 90, "p-" + "x" * 62),
    ],
)
def test_a_source_holds_only_what_a_deep_link_may_hold(place: str, source: str) -> None:
    assert source_of(place) == source


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(Wrong) as problem:
        places_of(TEXTS, [], tmp_path / "none.txt")
    assert problem.value.code == "posters-file"
