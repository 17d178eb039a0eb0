"""Does every update still parse after trimming, however nested or strange it came in?"""

import time
from typing import Any

import pytest
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.trim import trim

Json = dict[str, Any]
ids = st.integers(1, 2**52)
texts = st.text(max_size=60) | st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF), max_size=3)
names = st.text(min_size=1, max_size=10)
dates = st.integers(1_700_000_000, 1_800_000_000)
plain = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
junk = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3))
UNUSED = st.dictionaries(
    st.sampled_from(["entities", "rich_text", "via_bot", "quote", "external_reply", "poll", "new_thing", "gift"]), junk
)


def person() -> st.SearchStrategy[Json]:
    known = {"id": ids, "is_bot": st.booleans(), "first_name": names}
    return with_junk(st.fixed_dictionaries(known, optional={"username": names, "language_code": texts}))


def chat() -> st.SearchStrategy[Json]:
    kinds = st.sampled_from(["private", "group", "supergroup", "channel"])
    known = {"id": st.integers(-(2**52), 2**52), "type": kinds}
    return with_junk(st.fixed_dictionaries(known, optional={"title": names, "is_forum": st.booleans()}))


def a_file() -> st.SearchStrategy[Json]:
    size = st.integers(1, 10_000)
    known = {"file_id": names, "file_unique_id": names, "width": size, "height": size}
    return with_junk(st.fixed_dictionaries(known, optional={"file_size": size, "mime_type": names, "thumbnail": junk}))


def with_junk(strategy: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """The same with fields that the bot does not use, well-formed or not."""
    return st.builds(lambda extra, own: {**extra, **own}, UNUSED, strategy)


def message() -> st.SearchStrategy[Json]:
    known = {"message_id": ids, "date": dates, "chat": chat()}
    pointer = st.fixed_dictionaries(known, optional={"from": person(), "rich_text": junk})
    optional = {
        "from": person(), "sender_chat": chat(), "text": texts, "caption": texts, "media_group_id": names,
        "message_thread_id": ids, "is_topic_message": st.booleans(), "photo": st.lists(a_file(), max_size=3),
        "document": a_file(), "reply_to_message": pointer, "forward_origin": junk, "edit_date": dates,
        "contact": st.fixed_dictionaries({"phone_number": names, "first_name": names}, optional={"user_id": ids}),
        "migrate_to_chat_id": ids,
    }  # fmt: skip
    return with_junk(st.fixed_dictionaries(known, optional=optional))


def press() -> st.SearchStrategy[Json]:
    known = {"id": names, "from": person(), "chat_instance": names}
    return with_junk(st.fixed_dictionaries(known, optional={"message": message(), "data": texts}))


def member_change() -> st.SearchStrategy[Json]:
    member = st.fixed_dictionaries({"status": st.sampled_from(["member", "left"]), "user": person()})
    known = {"chat": chat(), "from": person(), "date": dates, "old_chat_member": member, "new_chat_member": member}
    return st.fixed_dictionaries(known)


def as_update(kinds: list[str], body: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.builds(lambda number, kind, inner: {"update_id": number, kind: inner}, ids, st.sampled_from(kinds), body)


updates = st.one_of(
    as_update(["message", "edited_message"], message()),
    as_update(["callback_query"], press()),
    as_update(["my_chat_member", "chat_member"], member_change()),
    as_update(["poll", "business_message", "kind_of_next_year"], junk),
)


@given(updates)
def test_every_update_parses_after_trimming_and_keeps_its_number_and_kind(update: Json) -> None:
    parsed = Update.model_validate(trim(update))
    assert parsed.update_id == update["update_id"]
    known = {"message", "edited_message", "callback_query", "my_chat_member", "chat_member"}
    assert parsed.model_fields_set - {"update_id"} == known & set(update)


@given(updates)
def test_what_is_trimmed_already_stays_as_it_is(update: Json) -> None:
    assert trim(trim(update)) == trim(update)


def test_nested_rich_text_of_some_hundred_bytes_goes_through_in_no_time() -> None:
    nested: Json | str = "x"
    for _ in range(16):
        nested = {"type": "bold", "text": nested}
    update = {"update_id": 1, "message": raw(rich_text=nested, text="halo")}
    begin = time.process_time()
    parsed = Update.model_validate(trim(update))
    assert time.process_time() - begin < 1
    assert parsed.message is not None
    assert parsed.message.text == "halo"


def test_half_a_surrogate_pair_becomes_a_sign_that_can_be_stored() -> None:
    assert trim({"update_id": 1, "message": raw(text="a\ud83d b")})["message"]["text"] == "a\ufffd b"
    assert trim({"update_id": 1, "message": raw(text="🛵")})["message"]["text"] == "🛵"


@pytest.mark.parametrize("origin", [{"forward_origin": {"type": "user"}}, {"forward_date": 5}])
def test_that_a_message_was_forwarded_is_kept_and_from_whom_is_not(origin: Json) -> None:
    cut = trim({"update_id": 1, "message": raw(forward_from=5, **origin)})["message"]
    assert cut["forward_origin"] == {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "-"}
    assert "forward_from" not in cut


def test_how_words_are_set_is_kept_of_replies_in_groups_and_nothing_that_could_name_anybody() -> None:
    bold = {"type": "bold", "offset": 0, "length": 4}
    link = {"type": "text_link", "offset": 5, "length": 2, "url": "https://contoh.id"}
    entities = [
        bold | {"language": "x"}, link, link | {"url": "javascript:x"}, bold | {"offset": -1}, bold | {"url": "https://a"},
        {"type": "text_mention", "offset": 0, "length": 4, "user": {"id": 5}}, {"type": "mention"}, "bold", None,
    ]  # fmt: skip
    group = {"chat": {"id": -7, "type": "supergroup"}, "text": "Halo di sini", "entities": entities}
    asked = {"message_id": 1, "date": 1, "chat": {"id": -7, "type": "supergroup"}}
    assert trim({"update_id": 1, "message": raw(**group, reply_to_message=asked)})["message"]["entities"] == [
        bold,
        link,
    ]
    assert "entities" not in trim({"update_id": 1, "message": raw(**group)})["message"]
    alone = raw(text="Halo", entities=[bold], reply_to_message=asked)
    assert "entities" not in trim({"update_id": 1, "message": alone})["message"]


def raw(**more: Any) -> Json:
    return {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}, **more}
