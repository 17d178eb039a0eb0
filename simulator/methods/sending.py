"""How does the bot send texts, photos, documents, albums, contacts and places?"""

from typing import Any

from simulator import media
from simulator.formatting import caption_of, text_of
from simulator.methods.call import Call, Method
from simulator.methods.placing import deliver, place
from simulator.wire import Json, Refusal, Upload, bad

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


async def send_message(call: Call) -> Json:
    """Send a text of 1 to 4096 UTF-16 units."""
    preview = call.params.get("link_preview_options")
    content = text_of(call.world, call.params)
    return deliver(call, content | ({"link_preview_options": preview} if preview else {}))


async def send_photo(call: Call) -> Json:
    """Send a picture; Telegram makes JPEG copies of it."""
    caption = caption_of(call.world, call.params)
    call.world.chat_to_write(call.params["chat_id"])
    spoiler = {"has_media_spoiler": True} if call.params.get("has_spoiler") else {}
    return deliver(call, await media.photo(call.world.files, call.params["photo"]) | caption | spoiler)


async def send_document(call: Call) -> Json:
    """Send a file as it is."""
    caption = caption_of(call.world, call.params)
    call.world.chat_to_write(call.params["chat_id"])
    return deliver(call, media.document(call.world.files, call.params["document"]) | caption)


async def send_media_group(call: Call) -> list[Json]:
    """Send 2 to 10 photos, or 2 to 10 documents, as one album; all of them or none."""
    items: list[Json] = call.params["media"]
    if not 2 <= len(items) <= 10:
        raise bad("message must include 2-10 items" if items else "media must be non-empty")
    if len({item["type"] for item in items}) > 1:
        raise bad("document can't be mixed with other media types")
    chat = call.world.chat_to_write(call.params["chat_id"])
    contents = [await item_content(call, item) for item in items]
    album = {"media_group_id": str(10_000_000_000 + call.world.new_number())}
    return [place(call, chat, content | album).message for content in contents]


async def item_content(call: Call, item: Json) -> Json:
    """The content of one InputMedia; raises Refusal (400; 501 for what the simulator cannot show)."""
    source: Upload | str = item["media"]
    if isinstance(source, str) and source.startswith("attach://"):
        name = source.removeprefix("attach://")
        if name not in call.uploads:
            raise bad(f'can\'t parse InputMedia: file "{name}" is not attached')
        source = call.uploads[name]
    caption = caption_of(call.world, item)
    if item["type"] == "photo":
        spoiler = {"has_media_spoiler": True} if item.get("has_spoiler") else {}
        return await media.photo(call.world.files, source) | caption | spoiler
    if item["type"] == "document":
        return media.document(call.world.files, source) | caption
    raise Refusal(501, f"Not Implemented: media of type {item['type']}")


async def send_contact(call: Call) -> Json:
    """Send a telephone contact."""
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return deliver(call, {"contact": _chosen(call.params, fields)})


async def send_location(call: Call) -> Json:
    """Send a point on the map."""
    if not (-90 <= call.params["latitude"] <= 90 and -180 <= call.params["longitude"] <= 180):
        raise bad("wrong location specified")
    fields = (
        "latitude",
        "longitude",
        "horizontal_accuracy",
        "live_period",
        "heading",
        "proximity_alert_radius",
    )
    return deliver(call, {"location": _chosen(call.params, fields)})


async def send_chat_action(call: Call) -> bool:
    """Show "typing" for five seconds, or until the next message."""
    if call.params["action"] not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat = call.world.chat_to_write(call.params["chat_id"])
    chat.action = {"action": call.params["action"], "at": call.world.clock.now()}
    call.world.touch(chat)
    return True


def _chosen(params: Json, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: params[name] for name in names if name in params}


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "sendContact": send_contact,
    "sendLocation": send_location,
    "sendChatAction": send_chat_action,
}
