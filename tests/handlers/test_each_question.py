"""Does every question take its good answer, go back, be changed from the summary, and stay kind when it cannot?"""

from typing import Any

import pytest

from registration import flow
from registration.questions import BY_KEY, QUESTIONS, Kind
from tests.handlers.given import GIVEN, complete, give
from tests.handlers.phone import PROGRAMME, TEXTS, Phone

KEYS = [question.key for question in QUESTIONS if question.kind is not Kind.CHECK]  # tests/handlers/test_reading.py
each = pytest.mark.parametrize("key", KEYS)
WRONG_KINDS: dict[str, dict[str, Any]] = {
    "sticker": {"sticker": {"file_id": "s", "file_unique_id": "s"}},
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 2}},
    "location": {"location": {"latitude": -1.2, "longitude": 116.8}},
    "video": {"video": {"file_id": "w", "file_unique_id": "w"}, "caption": "KTP saya"},
    "unknown command": {"text": "/halo"},
}


def first_line(key: str) -> str:
    return TEXTS(f"q-{key}").splitlines()[0]


def earlier(key: str) -> dict[str, Any]:
    """The answers of a person who stands before `key` for the first time."""
    answers = complete(key)
    order = [question.key for question in flow.path(answers, PROGRAMME)]
    known = order[: order.index(key)]
    # The sector decides what is asked, and stands before everything that only it asks.
    return {name: answers[name] for name in known}


async def asked_now(phone: Phone) -> str | None:
    draft = await phone.draft()
    question = flow.current(draft.answers, PROGRAMME, draft.asking)
    return question.key if question else None


def plain(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers that belong to questions."""
    return {name: value for name, value in answers.items() if name in BY_KEY}


def test_every_question_has_its_row_of_test_answers() -> None:
    assert list(GIVEN) == KEYS


@each
async def test_a_good_answer_is_stored_and_the_next_question_comes(phone: Phone, key: str) -> None:
    before = earlier(key)
    await phone.begin_with(before)
    assert first_line(key) in phone.newest.text
    await give(phone, key)
    draft = await phone.draft()
    assert plain(draft.answers) == before | {key: GIVEN[key].stored}
    following = flow.current(draft.answers, PROGRAMME, None)
    assert (first_line(following.key) if following else "Periksa dulu, ya.") in phone.newest.text


@each
async def test_back_shows_the_answer_and_keeping_it_leads_on_with_nothing_lost(phone: Phone, key: str) -> None:
    answers = complete(key)
    order = [question.key for question in flow.path(answers, PROGRAMME)]
    if key == order[-1]:  # nothing comes after it but the summary, from which it is changed, not gone back to
        await phone.begin_with(answers)
        await phone.press("✏️ Ubah jawaban")
        await phone.press(TEXTS(f"q-{key}.label"))
    else:
        following = order[order.index(key) + 1]
        await phone.begin_with(answers, asking=following)
        await (phone.type("⬅️ Kembali") if following == "phone" else phone.press("⬅️ Kembali", phone.newest))
    assert first_line(key) in phone.newest.text
    if key == "phone":
        await phone.type("✅ Tetap pakai nomor tadi")
    else:
        await phone.press(next(label for label in phone.newest.buttons if label.startswith("✅ Tetap: ")))
    assert "Periksa dulu, ya." in phone.newest.text
    assert plain((await phone.draft()).answers) == plain(answers)


@each
async def test_an_answer_changed_from_the_summary_lands_on_the_summary_with_nothing_else_lost(
    phone: Phone, key: str
) -> None:
    answers = complete(key)
    await phone.begin_with(answers)
    await phone.press("✏️ Ubah jawaban")
    await phone.press(TEXTS(f"q-{key}.label"))
    assert first_line(key) in phone.newest.text
    await give(phone, key)
    assert "Periksa dulu, ya." in phone.newest.text
    assert plain((await phone.draft()).answers) == plain(answers)


@each
async def test_what_cannot_be_an_answer_gets_kind_words_and_the_question_stays(phone: Phone, key: str) -> None:
    before = earlier(key)
    await phone.begin_with(before)
    await phone.type(GIVEN[key].bad)
    assert GIVEN[key].kind_words in phone.newest.text
    assert first_line(key) in phone.newest.text
    assert (await asked_now(phone), plain((await phone.draft()).answers)) == (key, before)


@each
async def test_an_old_button_is_answered_with_a_toast_and_the_present_question(phone: Phone, key: str) -> None:
    answers = earlier(key)
    draft = await phone.begin_with(answers)
    old = phone.newest
    await give(phone, key)
    after = plain((await phone.draft()).answers)
    following = await asked_now(phone)
    await phone.type("x")  # the present screen is another message now
    for act, value in (("answer", "no"), ("keep", ""), ("back", ""), ("skip", ""), ("insist", ""), ("done", "")):
        toast = await phone.press_data(f"f:{act}:{draft.id}:{key}:{value}", old.id)
        assert toast == TEXTS("press-stale")
        assert (first_line(following) if following else "Periksa dulu, ya.") in phone.newest.text
    assert (await asked_now(phone), plain((await phone.draft()).answers)) == (following, after)


@each
async def test_the_same_answer_twice_in_a_moment_has_one_effect(phone: Phone, key: str) -> None:
    before = earlier(key)
    await phone.begin_with(before)
    screen, good = phone.newest, GIVEN[key].good
    data = screen.buttons.get(good)
    await give(phone, key)
    following = await asked_now(phone)
    if data is not None:
        assert await phone.press_data(data, screen.id) == TEXTS("press-stale")
    elif good == "foto":
        await phone.photo("unik-sama")
    else:
        await phone.type(good)
    assert (await asked_now(phone), plain((await phone.draft()).answers)) == (
        following,
        before | {key: GIVEN[key].stored},
    )


@each
async def test_a_message_of_another_kind_gets_an_answer_and_the_question_stays(phone: Phone, key: str) -> None:
    before = earlier(key)
    await phone.begin_with(before)
    for kind in WRONG_KINDS:
        await phone.message(**WRONG_KINDS[kind])
        assert phone.newest.text.startswith(TEXTS("hint-unknown"))
        assert first_line(key) in phone.newest.text
    assert plain((await phone.draft()).answers) == before


@each
async def test_a_photo_or_a_contact_where_none_is_asked_is_not_taken(phone: Phone, key: str) -> None:
    before = earlier(key)
    await phone.begin_with(before)
    if BY_KEY[key].kind is not Kind.PAGES:
        await phone.photo()
        assert phone.newest.text.startswith(TEXTS("hint-photo-not-now"))
    if BY_KEY[key].kind is not Kind.PHONE:
        await phone.message(contact={"phone_number": "6281200000000", "first_name": "Budi", "user_id": phone.id})
        assert phone.newest.text.startswith(TEXTS("hint-contact"))
    assert first_line(key) in phone.newest.text
    assert plain((await phone.draft()).answers) == before
