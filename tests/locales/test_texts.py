"""Has everything its words, is every word used, and do they fit into Telegram?"""

import re

import pytest
from fluent.syntax import ast as fluent_ast

from documents.results import Refusal
from handlers.staff.actions import ACTIONS
from handlers.worker.checked import REFUSALS
from handlers.worker.menu import ACTS
from locales import MissingText, Texts
from locales.texts import utf16_length
from registration.lifecycle import MOVES, Actor, State
from registration.questions import QUESTIONS, Kind
from registration.reasons import REASONS
from registration.sectors import SECTORS
from tests.handlers.phone import PROGRAMME
from tests.locales.reading import asked_for, composed_in_code, entries, messages, patterns, words_of_code

TEXTS = Texts()
# The longest value that each name stands for, where a short one would hide that a text grows too long.
LONGEST: dict[str, str | int] = {
    "number": "BPN-25-000042-6", "officer": "N" * 64, "value": "v" * 30,
    "agency": "Dinas Pangan, Pertanian dan Perikanan", "name": "n" * 100, "short": "Disnakertrans",
    "count": 3, "most": 3, "extra": 0, "missing": 1, "shortest": 3, "longest": 200, "length": 4096,
}  # fmt: skip
BUTTONS = [
    key
    for key in patterns()
    if re.match(r"(button-|sector-|staff-(?!write-ask)|q-\w+\.(o-|label$)|reason-.*\.staff$)", key)
]
TOASTS = [key for key in patterns() if key.startswith("press-")]


def filled(key: str) -> str:
    return TEXTS(key, **{name: LONGEST.get(name, "x" * 40) for name in patterns()[key]})


def dashed(name: str) -> str:
    return name.replace("_", "-")


def family(prefix: str) -> set[str]:
    return {name for name in messages() if name.startswith(prefix)}


def literal(prefix: str) -> set[str]:
    return {word for word in words_of_code() if word.startswith(prefix)} & set(messages())


def test_the_files_hold_no_junk_and_no_message_twice() -> None:
    assert [entry.content for _, entry in entries() if isinstance(entry, fluent_ast.Junk)] == []
    assert sorted(messages()) == sorted(set(messages()))


def test_every_text_that_the_code_asks_for_is_there() -> None:
    assert sorted(key for key in asked_for() if not TEXTS.has(key)) == []


def test_every_text_that_is_there_is_asked_for() -> None:
    words, composed = words_of_code(), composed_in_code()
    unused = [key for key in messages() if key not in words and not any(one.fullmatch(key) for one in composed)]
    assert unused == []


def test_every_question_has_its_text_label_example_and_buttons_and_no_more() -> None:
    expected: set[str] = set()
    for question in QUESTIONS:
        key = f"q-{question.key}"
        expected |= {key, f"{key}.label"}
        expected |= {f"{key}.example"} if question.kind in {Kind.TEXT, Kind.PHONE} else set()
        expected |= {f"{key}.o-{question.skip}"} if question.skip else set()
        if question.kind is not Kind.PAGES and question.key not in {"sector", "income"}:
            options = question.options({"kecamatan": "64.71.01"}, PROGRAMME)
            expected |= {f"{key}.o-{option.value}" for option in options if option.label is None}
    found = {key for key in patterns() if key.startswith("q-")}
    assert (expected - found, found - expected) == (set(), {"q-ktp_photo.example"})


def test_every_sector_state_decision_reason_refusal_and_menu_button_has_its_words_and_no_more() -> None:
    noticed = {dashed(move.name) for move in MOVES.values() if move.notice}
    assert family("sector-") == {f"sector-{sector.key}" for sector in SECTORS}
    assert family("status-") == {f"status-{dashed(state)}" for state in State} | literal("status-")
    assert family("notice-") == {f"notice-{name}" for name in noticed} | literal("notice-")
    assert {key for key in patterns() if key.endswith(".next")} == {f"notice-{name}.next" for name in noticed}
    reasons = {f"reason-{dashed(code)}" for codes in REASONS.values() for code in codes}
    assert {key for key in patterns() if key.startswith("reason-")} == reasons | {f"{key}.staff" for key in reasons}
    assert family("photo-") == {f"photo-{dashed(code)}" for code in (*REFUSALS, "other")}
    assert {str(code) for code in Refusal} - REFUSALS == {str(Refusal.CRASHED)}
    menu = {f"button-{dashed(act)}" for act in ACTS}
    assert family("button-") == menu | literal("button-") | {"button-insist-ktp", "button-insist-value"}


def test_every_staff_button_and_every_officers_move_has_its_words() -> None:
    boxes = {"mark", "unmark", "reason", "unreason"}
    wanted = [f"staff-{dashed(act)}" for act in ACTIONS if act not in boxes]
    wanted += [f"press-ok-{dashed(move.name)}" for move in MOVES.values() if move.actor is Actor.OFFICER]
    wanted += [f"card-{dashed(state)}" for state in State]
    assert [key for key in wanted if not TEXTS.has(key)] == []


@pytest.mark.parametrize("key", sorted(patterns()))
def test_a_text_can_be_put_together_fits_and_says_anda(key: str) -> None:
    text = filled(key)
    assert 0 < utf16_length(text) <= 4096
    assert re.findall(r"\b(?:kamu|kau|loe|engkau)\b", text, re.IGNORECASE) == []
    assert re.findall(r"[<>{}]", text) == []
    assert text == text.strip()


@pytest.mark.parametrize("key", BUTTONS)
def test_a_button_fits_on_a_phone(key: str) -> None:
    assert len(filled(key)) <= 40


@pytest.mark.parametrize("key", TOASTS)
def test_an_answer_to_a_press_fits_into_a_toast(key: str) -> None:
    assert utf16_length(filled(key)) <= 200


def test_the_profile_of_the_bot_fits() -> None:
    assert utf16_length(TEXTS("bot-about")) <= 120
    assert max(len(TEXTS(key)) for key in family("command-")) <= 256


def test_a_text_that_is_missing_or_lacks_a_value_is_an_error() -> None:
    for key in ("nowhere", "q-nik.nowhere", "withdrawn"):
        with pytest.raises(MissingText):
            TEXTS(key)


def test_whole_numbers_are_not_grouped_and_still_choose_the_plural() -> None:
    assert TEXTS("invalid-text-long", length=4096, longest=2025).splitlines()[0] == (
        "Jawabannya terlalu panjang: 4096 huruf. Paling panjang 2025 huruf."
    )
    assert TEXTS("pages-too-many", most=1) == "Cukup satu foto. Yang pertama yang kami pakai."


def test_marks_become_entities_counted_in_utf16_and_what_people_write_opens_none() -> None:
    text = TEXTS.rich("summary-line", label="🛵", value="<b>x</b>")
    assert text.text == "🛵: <b>x</b>"
    assert text.entities == ({"type": "bold", "offset": 4, "length": 8},)
