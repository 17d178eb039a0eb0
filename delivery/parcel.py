"""What exactly is sent for an outbox row: the method, its parameters, the files from the vault, the message to edit?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import InputFile, InputMediaPhoto, MessageEntity

from storage.marks import Place
from storage.outbox import Errand
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Parcel:
    """A call ready to go, and the call to make when the message to edit is gone."""

    method: str
    params: dict[str, Any]
    instead: tuple[str, dict[str, Any]] | None = None


def without(params: dict[str, Any], *names: str) -> dict[str, Any]:
    """The parameters without these."""
    return {name: value for name, value in params.items() if name not in names}


async def pack(errand: Errand, vault: Vault, place_of: Callable[[str], Awaitable[Place | None]]) -> Parcel | None:
    """Make a row ready; None when it edits a message that was never sent and has no call to make instead.

    Raises `FileGone` when one of its pictures is no longer in the vault.
    """
    params = _addressed(errand, dict(errand.body["params"]))
    if "vaults" in errand.body:
        return Parcel(errand.name, _album(params, [await vault.get(name) for name in pictures(errand)]))
    picture = await _picture(errand, vault)
    instead = _instead(errand, picture)
    method = errand.name
    if "edit" in errand.body:
        place = await place_of(errand.body["edit"])
        if place is None or place.chat_id != errand.chat_id:
            return None if instead is None else Parcel(*instead)
        params["message_id"] = place.message_id
    if "below" in errand.body:
        params |= await _below(errand, place_of)
    if picture is not None and "file_name" in errand.body:
        params |= {"document": InputFile(picture, filename=errand.body["file_name"], attach=False)}
    elif picture is not None:
        params = _with_picture(method, params, picture)
    return Parcel(method, params, instead)


async def _below(errand: Errand, place_of: Callable[[str], Awaitable[Place | None]]) -> dict[str, Any]:
    """As a reply to the message that stands for a slot by now, if there is one."""
    place = await place_of(errand.body["below"])
    if place is None or place.chat_id != errand.chat_id:
        return {}
    return {"reply_parameters": {"message_id": place.message_id, "allow_sending_without_reply": True}}


def pictures(errand: Errand) -> list[str]:
    """The vault names of what goes along: one picture, or those of an album (`vaults`)."""
    names: list[str] = errand.body.get("vaults", [])
    return [*names, errand.body["vault"]] if "vault" in errand.body else names


async def _picture(errand: Errand, vault: Vault) -> bytes | None:
    name = errand.body.get("vault")
    return None if name is None else await vault.get(name)


def _instead(errand: Errand, picture: bytes | None) -> tuple[str, dict[str, Any]] | None:
    other = errand.body.get("instead")
    if other is None:
        return None
    params = _addressed(errand, dict(other["params"]))
    return other["method"], params if picture is None else _with_picture(other["method"], params, picture)


def _addressed(errand: Errand, params: dict[str, Any]) -> dict[str, Any]:
    # A group that became a supergroup after the row was written has a new id.
    return params | {"chat_id": errand.chat_id} if "chat_id" in params else params


def _with_picture(method: str, params: dict[str, Any], picture: bytes) -> dict[str, Any]:
    if method != "editMessageMedia":
        return params | {"photo": InputFile(picture, filename="kartu.jpg", attach=False)}
    caption, rest = _caption(params)
    return rest | {"media": _photo(picture, caption)}


def _album(params: dict[str, Any], photos: list[bytes]) -> dict[str, Any]:
    """The caption stands under the first photo: Telegram then shows it under the whole album."""
    caption, rest = _caption(params)
    return rest | {"media": [_photo(photo, caption if number == 0 else {}) for number, photo in enumerate(photos)]}


def _photo(picture: bytes, caption: dict[str, Any]) -> InputMediaPhoto:
    return InputMediaPhoto(media=InputFile(picture, filename="kartu.jpg", attach=True), **caption)


def _caption(params: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What belongs to a picture inside `media`, and the other parameters."""
    caption: dict[str, Any] = {name: params[name] for name in ("caption", "caption_entities") if name in params}
    if "caption_entities" in caption:
        caption["caption_entities"] = [MessageEntity.de_json(each) for each in caption["caption_entities"]]
    return caption, {name: value for name, value in params.items() if name not in caption}
