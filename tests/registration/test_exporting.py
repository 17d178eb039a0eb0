"""Does each column of the list say what it should, also where nothing was answered, and is a wrong table pointed at?"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from locales import Texts
from registration.exporting import _WORK, CELLS, Entry, row
from registration.lifecycle import State
from registration.programme import Programme, load_programme, read_programme
from registration.programme_tables import Column
from registration.sectors import SECTORS
from tests.registration.test_programme import SHIPPED, changed, line_number, problem_of

PROGRAMME = load_programme(Path(__file__).parents[2] / "programmes" / "balikpapan.toml")
AT = datetime(2025, 11, 10, 20, 0, tzinfo=UTC)  # the day after in the city
ENTRY = Entry(
    7,
    "BPN-25-000001-1",
    "nelayan",
    "dp3",
    State.APPROVED,
    {
        "nik": "6471055708900001",
        "name": "Siti Contoh",
        "birth_place": "Balikpapan",
        "birth_date": "1990-08-17",
        "sex": "P",
        "address": "Jl. Contoh Indah No. 12",
        "rt_rw": "009/007",
        "kecamatan": "64.71.05",
        "kelurahan": "64.71.05.1012",
        "phone": "+6281234567890",
        "income": 3000000,
        "fishing_work": "crew",
    },
    datetime(2025, 11, 9, 1, 0, tzinfo=UTC),
    AT,
)


def with_columns(*columns: tuple[str, str]) -> Programme:
    start = SHIPPED.index("columns = [")
    end = SHIPPED.index("\n]\n", start) + 3
    told = ", ".join(f'["{column}", "{header}"]' for column, header in columns)
    return read_programme(f"{SHIPPED[:start]}columns = [{told}]\n{SHIPPED[end:]}")


def cell(column: Column, entry: Entry = ENTRY) -> str:
    return CELLS[column](entry, PROGRAMME, lambda key: f"<{key}>")


def test_every_column_that_may_be_named_has_a_cell() -> None:
    assert list(CELLS) == list(get_args(Column))


def test_every_column_says_what_it_should() -> None:
    assert {column: cell(column) for column in CELLS} == {
        "no": "7",
        "nik": "6471055708900001",
        "name": "Siti Contoh",
        "birth_place": "Balikpapan",
        "birth_date": "17-08-1990",
        "sex": "P",
        "address": "Jl. Contoh Indah No. 12",
        "rt_rw": "009/007",
        "kelurahan": "Damai Bahagia",
        "kecamatan": "Balikpapan Selatan",
        "city": "Kota Balikpapan",
        "postal_code": "76114",
        "phone": "081234567890",
        "sector": "<sector-nelayan.list>",
        "work": "<q-fishing_work.o-crew>",
        "plate": "",
        "income": "3000000",
        "number": "BPN-25-000001-1",
        "agency": "DP3",
        "state": "<list-state-approved>",
        "sent_on": "09-11-2025",
        "decided_on": "11-11-2025",
    }


def test_every_sector_and_state_has_its_words() -> None:
    texts = Texts()
    told = {row(replace(ENTRY, sector=sector.key), with_columns(("sector", "X")), texts)[0] for sector in SECTORS}
    assert (len(told), all(text.replace(" / ", " ").replace(" ", "").isalpha() for text in told)) == (6, True)
    states = {row(replace(ENTRY, state=state), with_columns(("state", "X")), texts)[0] for state in State}
    assert len(states) == len(State)


def test_what_was_not_answered_or_is_unknown_by_now_leaves_its_cell_empty_and_breaks_nothing() -> None:
    bare = replace(ENTRY, sector="dulu", agency="lama", answers={}, decided_at=None)
    full = {column: cell(column, bare) for column in CELLS}
    assert {column: text for column, text in full.items() if text} == {
        "no": "7",
        "city": "Kota Balikpapan",
        "sector": "<sector-dulu.list>",
        "number": "BPN-25-000001-1",
        "agency": "lama",
        "state": "<list-state-approved>",
        "sent_on": "09-11-2025",
    }
    gone = replace(ENTRY, answers={"kecamatan": "00.00.00", "kelurahan": "00.00.00.0000"})
    assert [cell(column, gone) for column in ("kelurahan", "kecamatan", "postal_code")] == ["", "", ""]


def test_an_address_elsewhere_has_no_kelurahan_and_not_this_city() -> None:
    elsewhere = replace(ENTRY, answers={"kecamatan": "outside"})
    columns: tuple[Column, ...] = ("kelurahan", "kecamatan", "city")
    assert [cell(column, elsewhere) for column in columns] == ["", "<q-kecamatan.o-outside>", ""]


@pytest.mark.parametrize(
    ("sector", "answers", "work"),
    [
        ("ojol", {"aplikator": "gojek"}, "Gojek"),
        ("ojol", {"aplikator": "other", "aplikator_other": "Antar Contoh"}, "Antar Contoh"),
        ("ojol", {"aplikator": "dulu_ada"}, "dulu_ada"),
        ("pangkalan", {"stand": "Pasar Contoh"}, "Pasar Contoh"),
        ("petani", {"farm_work": "crops"}, "<q-farm_work.o-crops>"),
        ("pedagang", {"trade": "Sayur"}, "Sayur"),
        ("lainnya", {"job": "Tukang"}, "Tukang"),
    ],
)
def test_the_work_is_told_in_the_words_of_each_sector(sector: str, answers: dict[str, str], work: str) -> None:
    assert cell("work", replace(ENTRY, sector=sector, answers=answers)) == work


def test_every_sector_has_a_question_about_its_work_that_it_is_asked() -> None:
    assert {sector.key: _WORK[sector.key] in sector.questions for sector in SECTORS} == dict.fromkeys(_WORK, True)


def test_a_row_has_the_columns_of_the_programme_in_its_order() -> None:
    programme = with_columns(("name", "NAMA"), ("nik", "NIK"))
    assert row(ENTRY, programme, str) == ["Siti Contoh", "6471055708900001"]


def test_an_unknown_column_is_pointed_at() -> None:
    problem = problem_of(changed('["nik", "NIK"]', '["nikk", "NIK"]'))
    assert (problem.key, problem.line) == ("export.columns.1.0", line_number(SHIPPED, "columns = ["))
    assert problem.reason.startswith("Input should be 'no', 'nik'")


@pytest.mark.parametrize("twice", ['["nik", "LAIN"]', '["work", "NIK"]'])
def test_a_column_or_a_header_may_stand_once_only(twice: str) -> None:
    problem = problem_of(changed('["nik", "NIK"]', f'["nik", "NIK"], {twice}'))
    assert (problem.key, problem.reason) == (
        "export.columns",
        "Value error, a column or a header stands here twice",
    )


@pytest.mark.parametrize("wrong", ['["nik"]', '["nik", ""]', '["nik", "NIK", "lagi"]', '"nik"', '["nik", 5]'])
def test_a_column_is_a_name_with_a_header(wrong: str) -> None:
    assert problem_of(changed('["nik", "NIK"]', wrong)).key.startswith("export.columns.1")


def test_a_list_without_columns_is_a_problem() -> None:
    start = SHIPPED.index("columns = [")
    end = SHIPPED.index("\n]\n", start) + 3
    assert problem_of(f"{SHIPPED[:start]}columns = []\n{SHIPPED[end:]}").key == "export.columns"
