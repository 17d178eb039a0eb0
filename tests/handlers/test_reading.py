"""Does a worker confirm or correct what was read from the KTP, and is nothing taken for granted?"""

from dataclasses import replace
from typing import Any

from registration import flow
from registration.questions import READ
from registration.reading import differing
from storage import drafts
from tests.handlers.given import complete
from tests.handlers.phone import PROGRAMME, TEXTS, Phone

AT_KTP = {"for_whom": "self", "sector": "ojol"}
READING = {
    "nik": "6471051708900001",
    "name": "BUDI CONTOH",
    "birth_date": "1990-08-17",
    "sex": "L",
    "address": "JL. CONTOH INDAH NO. 12",
    "rt_rw": "009/007",
    "kecamatan": "64.71.05",
    "kelurahan": "64.71.05.1012",
}
SAME = "✅ Ya, semua sama dengan KTP"
WRONG = "✏️ Ada yang salah"
OTHERS = "➡️ Lanjut, yang lain benar"


def photographed(fields: dict[str, str], guesses: dict[str, str] | None = None) -> dict[str, Any]:
    pages = [{"name": "a" * 32, "width": 1000, "height": 640, "advice": []}]
    return {"pages": pages, "read": fields, "guesses": guesses or {}}


async def read(phone: Phone) -> None:
    """At the photo of the KTP: it is sent and read."""
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked(photographed(READING))


async def asked(phone: Phone) -> str | None:
    draft = await phone.draft()
    question = flow.current(draft.answers, PROGRAMME, draft.asking)
    return question.key if question else None


async def test_what_was_read_is_shown_on_one_screen_and_one_press_answers_it_all(phone: Phone) -> None:
    await read(phone)
    shown = phone.newest.text.splitlines()
    assert shown[-8:] == [
        "NIK: 6471 0517 0890 0001",
        "Nama: BUDI CONTOH",
        "Tanggal lahir: 17-08-1990",
        "Jenis kelamin: Laki-laki",
        "Alamat: JL. CONTOH INDAH NO. 12",
        "RT/RW: 009/007",
        "Kecamatan: Balikpapan Selatan",
        "Kelurahan: Damai Bahagia",
    ]
    await phone.press(SAME)
    answers = (await phone.draft()).answers
    assert {key: answers[key] for key in READING} == READING
    assert await asked(phone) == "birth_place"


async def test_nothing_that_was_read_is_an_answer_before_it_is_confirmed(phone: Phone) -> None:
    await read(phone)
    assert set((await phone.draft()).answers) & set(READING) == set()
    for typed in ("6471051708900001", "ya", "Budi"):
        await phone.type(typed)
        assert TEXTS("hint-check") in phone.newest.text
    assert await asked(phone) == "read_check"


async def test_what_is_ticked_as_wrong_is_asked_and_the_rest_is_kept(phone: Phone) -> None:
    await read(phone)
    await phone.press(WRONG)
    for label in ("⬜ NIK", "⬜ Nama", "❌ Nama"):
        await phone.press(label)
    await phone.press(OTHERS)
    assert await asked(phone) == "nik"
    await phone.type("6471 0517 0890 0002")
    assert await asked(phone) == "birth_place"
    answers = (await phone.draft()).answers
    assert {key: answers[key] for key in READING} == READING | {"nik": "6471051708900002"}
    assert differing(answers) == ["nik"]


async def test_a_wrong_kecamatan_takes_its_kelurahan_along(phone: Phone) -> None:
    await read(phone)
    await phone.press(WRONG)
    await phone.press("⬜ Kecamatan")
    await phone.press(OTHERS)
    assert set(READING) - set((await phone.draft()).answers) == {"kecamatan", "kelurahan"}


async def test_a_tap_on_a_box_that_comes_twice_ticks_it_once(phone: Phone) -> None:
    await read(phone)
    await phone.press(WRONG)
    data, place = phone.newest.buttons["⬜ NIK"], phone.newest.id
    await phone.press_data(data, place)
    await phone.press_data(data, place)
    assert (await phone.draft()).answers["_wrong"] == ["nik"]


async def test_a_reading_is_looked_over_once_and_going_back_does_not_undo_what_was_typed(phone: Phone) -> None:
    await read(phone)
    await phone.press(WRONG)
    await phone.press("⬜ NIK")
    await phone.press(OTHERS)
    await phone.type("6471 0517 0890 0002")
    before = await phone.draft()
    assert await asked(phone) == "birth_place"
    await phone.press("⬅️ Kembali", phone.newest)
    assert await asked(phone) == "name"
    while await asked(phone) != "ktp_photo":
        await phone.press("⬅️ Kembali", phone.newest)
        assert await asked(phone) != "read_check"
    assert (await phone.draft()).answers["nik"] == before.answers["nik"]


async def test_a_new_photo_is_read_and_looked_over_anew(phone: Phone) -> None:
    await read(phone)
    await phone.press("⬅️ Kembali", phone.newest)
    await phone.photo()
    await phone.checked(photographed({"nik": "6471051708900003"}))
    assert await asked(phone) == "read_check"
    assert phone.newest.text.splitlines()[-1] == "NIK: 6471 0517 0890 0003"


async def test_a_photo_without_a_reading_is_asked_for_everything_though_one_before_it_was_read(phone: Phone) -> None:
    await read(phone)
    await phone.press("⬅️ Kembali", phone.newest)
    await phone.photo()
    await phone.checked(photographed({}))
    assert await asked(phone) == "nik"


async def test_what_is_not_sure_is_asked_with_a_button_that_shows_it_but_never_the_nik(phone: Phone) -> None:
    await phone.begin_with(AT_KTP)
    await phone.photo()
    await phone.checked(photographed({}, {"nik": "6471051708900001", "name": "BUDI CONTOH"}))
    assert (await asked(phone), list(phone.newest.buttons)) == ("nik", ["⬅️ Kembali"])
    await phone.type("6471 0517 0890 0001")
    assert list(phone.newest.buttons) == ["📷 Di KTP: BUDI CONTOH", "⬅️ Kembali"]
    old = phone.newest
    await phone.press("📷 Di KTP: BUDI CONTOH")
    assert ((await phone.draft()).answers["name"], await asked(phone)) == ("BUDI CONTOH", "birth_place")
    assert await phone.press("📷 Di KTP: BUDI CONTOH", old) == TEXTS("press-stale")


async def test_the_reading_is_no_line_of_the_summary_nor_to_be_changed_there(phone: Phone) -> None:
    read_form = complete("job") | {
        "ktp_photo": [7],
        READ: {"file": 7, "fields": READING, "guesses": {}},
        "read_check": "yes",
    }
    await phone.begin_with(read_form)
    assert TEXTS("q-read_check.label") not in phone.newest.text
    await phone.press("✏️ Ubah jawaban")
    assert TEXTS("q-read_check.label") not in phone.newest.buttons


async def test_while_a_case_is_mended_a_reading_asks_for_nothing_that_was_not_marked(phone: Phone) -> None:
    answers = {key: value for key, value in complete("job").items() if key != "ktp_photo"}
    draft = await phone.begin_with(answers)
    await _mend_only(phone, draft.id, "ktp_photo")
    await phone.photo()
    await phone.checked(photographed(READING | {"nik": "6471051708900009"}))
    assert await asked(phone) is None
    assert differing((await phone.draft()).answers) == ["nik"]


async def _mend_only(phone: Phone, draft_id: int, key: str) -> None:
    async with phone.db.unit(phone.now) as unit:
        draft = await drafts.get_open(unit, draft_id)
        assert draft is not None
        await drafts.save(unit, replace(draft), draft.answers, asking=None)
        await unit.conn.exec_driver_sql(f"UPDATE draft SET only = '{key}' WHERE id = {draft_id}")  # noqa: S608


def test_case_and_signs_do_not_make_an_answer_another() -> None:
    answers = {
        READ: {"file": 1, "fields": READING, "guesses": {}},
        "name": "Budi  Contoh",
        "address": "Jl Contoh Indah No 12",
    }
    assert differing(answers) == []
