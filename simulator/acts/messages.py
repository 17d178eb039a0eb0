"""What can a person send, edit, forward and delete?"""

from simulator import media
from simulator.acts.act import Act, ActError, Handler
from simulator.acts.people import join, set_member, unblock
from simulator.acts.posting import bot_sees, check_may_write, report, write
from simulator.methods.copying import contents, origin
from simulator.model import Post
from simulator.spec import load_spec
from simulator.text import check_bounds, clean, units, with_clickable
from simulator.wire import Json, Upload

_LONGEST_TEXT = 4096


async def send(act: Act) -> Json:
    """A text; above 4096 units a person's app splits it, so here it is refused."""
    content = _words(act, "text")
    if not content or units(content["text"]) > _LONGEST_TEXT:
        raise ActError("text must have 1 to 4096 characters")
    return _write(act, content)


async def start(act: Act) -> Json:
    """Tap "Start", with the payload of a deep link if any; who had blocked the bot unblocks it first."""
    payload = act.text("payload", "")
    if act.world.chats[act.person.id].blocked:
        await unblock(act)
    body = {"user": act.person.id, "text": f"/start {payload}".strip()}
    return await send(act.inside(body))


async def start_group(act: Act) -> Json:
    """Follow a `startgroup` link and choose `chat`: the bot is added where it is missing, then comes the payload.

    With `rights` (the link's `admin`) it becomes an administrator. As in Telegram's apps: `messages.startBot` after
    the bot was added, so the group shows `/start@bot payload`, written by whoever chose it.
    """
    bot, rights = act.world.bot, act.object("rights")
    status = "administrator" if rights else "member"
    place = {"chat": act.group.id, "user": bot.id, "by": act.person.id, "status": status, "rights": rights}
    if not act.group.member(bot.id).present:
        await join(act.inside(place))
    elif rights:
        await set_member(act.inside(place))
    words = {"chat": act.group.id, "user": act.person.id, "text": f"/start@{bot.username} {act.text('payload')}"}
    return await send(act.inside(words))


async def photo(act: Act) -> Json:
    """A picture, made smaller by the person's app: the longest side is 1280 pixels at most."""
    return _write(act, await _item(act, "photo"))


async def document(act: Act) -> Json:
    """A file as it is."""
    return _write(act, await _item(act, "document"))


async def album(act: Act) -> Json:
    """2 to 10 photos or documents together: as many messages, one media_group_id."""
    items = act.items("items")
    if not 2 <= len(items) <= 10:
        raise ActError("an album has 2 to 10 items")
    contents_ = [await _item(act.inside(item), item.get("kind", "photo")) for item in items]
    group = {"media_group_id": str(10_000_000_000 + act.world.new_number())}
    sent = [_write(act, content | group) for content in contents_]
    return {
        "message_ids": [one["message_id"] for one in sent],
        "posts": [one["post"] for one in sent],
        "update_ids": [one["update_id"] for one in sent],
        "before": sent[0]["before"],
    }


async def contact(act: Act) -> Json:
    """One's own contact; with `phone` and `name` somebody else's, whose user id is `owner` if known."""
    if "phone" not in act.body:
        return _write(act, own_contact(act))
    owner = act.number("owner", 0)
    known = {"user_id": owner} if owner else {}
    return _write(act, {"contact": {"phone_number": act.text("phone"), "first_name": act.text("name")} | known})


def own_contact(act: Act) -> Json:
    """The content of a message that carries the person's own number."""
    person = act.person
    number = person.phone or f"62811{person.id % 10_000_000:07d}"
    return {"contact": {"phone_number": number, "first_name": person.first_name, "user_id": person.id}}


async def location(act: Act) -> Json:
    """A place; without one, somewhere in Balikpapan."""
    place = {"latitude": act.decimal("latitude", -1.2379), "longitude": act.decimal("longitude", 116.8529)}
    return _write(act, {"location": place})


async def sticker(act: Act) -> Json:
    """A sticker."""
    return _write(act, media.sticker(act.world.files, b"RIFF SPECIMEN WEBP", act.text("emoji", "👍")))


async def voice(act: Act) -> Json:
    """A voice message."""
    return _write(act, media.voice(act.world.files, b"OggS SPECIMEN", act.number("seconds", 3)))


async def forward(act: Act) -> Json:
    """Send on a message of `from_chat`; `hidden_name` stands for an author who hides the account."""
    elsewhere = act.world.chats.get(act.number("from_chat"))
    source = None if elsewhere is None else elsewhere.find(act.number("message_id"))
    if source is None or not contents(source.message):
        raise ActError("there is nothing to forward")
    if source.message.get("has_protected_content"):
        raise ActError("this message is protected from forwarding")
    first = origin(source.message)
    if hidden := act.text("hidden_name", ""):
        first = {"type": "hidden_user", "date": first["date"], "sender_user_name": hidden}
    return _write(act, {"forward_origin": first, **contents(source.message)})


async def edit(act: Act) -> Json:
    """Change the text or caption of one's own message."""
    before, post = act.world.version, _own(act)
    words_of = {"text", "entities", "caption", "caption_entities"}
    kept = {key: part for key, part in post.message.items() if key not in words_of}
    name = "text" if "text" in post.message else "caption"
    words = _words(act.inside({**act.body, name: act.text("text", "")}), name)
    if not words and name == "text":
        raise ActError("text must have 1 to 4096 characters")
    post.edits.append(post.message)
    post.message = kept | words | {"edit_date": act.world.clock.unix()}
    act.world.touch(act.chat, post)
    seen = bot_sees(act.world, act.chat, post)
    update = act.world.tell_bot("edited_message", post.message) if seen else None
    return report(post, act.person.id, update, before)


async def delete(act: Act) -> Json:
    """Delete a message: one's own, any in a private chat, or any as administrator; the bot is not told."""
    before, post = act.world.version, act.chat.find(act.number("message_id"))
    if post is None:
        raise ActError("no such message")
    if act.chat.kind != "private" and post.sender != act.person.id and not act.chat.member(act.person.id).admin:
        raise ActError("this message cannot be deleted")
    post.deleted = True
    act.world.touch(act.chat, post)
    return report(post, act.person.id, None, before)


def _own(act: Act) -> Post:
    check_may_write(act.world, act.chat, act.person)
    post = act.chat.find(act.number("message_id"))
    if post is None or post.sender != act.person.id or "forward_origin" in post.message:
        raise ActError("only one's own message can be edited")
    return post


def _write(act: Act, content: Json) -> Json:
    return write(act.world, act.chat, act.person, content, act.body)


def _words(act: Act, name: str) -> Json:
    """The text or caption in the body, with the given entities and those Telegram finds."""
    text, entities = act.text(name, ""), act.items("entities")
    for entity in entities:
        if problem := load_spec().check("MessageEntity", entity):
            raise ActError(f"entities{problem}")
    check_bounds(text, entities)
    text, entities = clean(text, entities)
    found = with_clickable(text, entities)
    spans = {"entities" if name == "text" else "caption_entities": found} if found else {}
    return {name: text} | spans if text else {}


async def _item(act: Act, kind: str) -> Json:
    caption = _words(act, "caption")
    files, data = act.world.files, act.data()
    if kind == "photo":
        return await media.photo(files, Upload(data, "", "")) | caption
    upload = Upload(data, act.text("file_name", ""), act.text("mime_type", ""))
    return media.document(files, upload) | caption


ACTS: dict[str, Handler] = {
    "send": send,
    "start": start,
    "start_group": start_group,
    "photo": photo,
    "document": document,
    "album": album,
    "contact": contact,
    "location": location,
    "sticker": sticker,
    "voice": voice,
    "forward": forward,
    "edit": edit,
    "delete": delete,
}
