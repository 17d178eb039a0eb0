"""What text and entities does a request mean: parse mode or given entities, cleaned, checked, clickable?"""

from simulator.html import parse_html
from simulator.text import check_bounds, clean, units, with_clickable
from simulator.wire import Json, Refusal, bad
from simulator.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_of(world: World, params: Json) -> Json:
    """{"text", "entities"} of a message; raises Refusal (400) when empty, too long or badly formatted."""
    content = formatted(world, params, "text", "entities")
    if not content:
        raise bad("message text is empty")
    if units(content["text"]) > LONGEST_TEXT:
        raise bad("message is too long")
    return content


def caption_of(world: World, params: Json) -> Json:
    """{"caption", "caption_entities"} or nothing; raises Refusal (400) when above 1024 UTF-16 units."""
    content = formatted(world, params, "caption", "caption_entities")
    if units(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    if content and params.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def formatted(world: World, params: Json, name: str, entities_name: str) -> Json:
    """Read params[name] with its parse_mode or entities; {} when there is no text left."""
    text, entities = str(params.get(name, "")), list(params.get(entities_name, []))
    mode = str(params.get("parse_mode", "")).lower()
    if mode == "html":
        text, entities = parse_html(text)
    elif mode in {"markdown", "markdownv2"}:
        raise Refusal(501, f"Not Implemented: parse_mode {params['parse_mode']} (use HTML or entities)")
    elif mode:
        raise bad("unsupported parse_mode")
    check_bounds(text, entities)
    text, entities = clean(text, entities)
    entities = with_clickable(text, [known for one in entities if (known := _known(world, one))])
    if not text:
        return {}
    return {name: text} | ({entities_name: entities} if entities else {})


def _known(world: World, entity: Json) -> Json | None:
    """Turn tg://user links into mentions, as Telegram does; a mention of a stranger is dropped."""
    link = str(entity.get("url", ""))
    if link.startswith("tg://user?id="):
        number = link.removeprefix("tg://user?id=")
        entity = {**entity, "type": "text_mention", "user": {"id": int(number) if number.isdecimal() else 0}}
        del entity["url"]
    if entity["type"] != "text_mention":
        return entity
    person = world.people.get(entity.get("user", {}).get("id", 0))
    return None if person is None else {**entity, "user": person.wire()}
